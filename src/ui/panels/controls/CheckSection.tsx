import { useWords } from '../../../content/words/use-words.ts';
import { DEFAULT_CONFIG } from '../../../scenarios/config-parse.ts';
import { AccordionSection } from '../../parts/Accordion.tsx';
import { problemAt, SHAPES } from './fields.ts';
import { NumberRow } from './rows.tsx';
import type { SectionProps } from './section.ts';

/** How many bits they compare, and when they stop. */
export function CheckSection({ config, problems, onChange }: SectionProps) {
  const say = useWords();
  const { estimation } = config;
  return (
    <AccordionSection
      title={say('controls.check')}
      summary={say('controls.check.summary', { sample: estimation.sampleFraction })}
    >
      <div className="flex flex-col gap-3">
        <NumberRow
          label="config.estimation.sampleFraction"
          value={estimation.sampleFraction}
          shape={SHAPES['estimation.sampleFraction']}
          step={0.01}
          defaultValue={DEFAULT_CONFIG.estimation.sampleFraction}
          effect="controls.sample.effect"
          problem={problemAt(problems, 'estimation.sampleFraction')}
          onChange={(value) => onChange('estimation.sampleFraction', value)}
        />
        <NumberRow
          label="config.estimation.abortAbove"
          value={estimation.abortAbove}
          shape={SHAPES['estimation.abortAbove']}
          step={0.005}
          defaultValue={DEFAULT_CONFIG.estimation.abortAbove}
          effect="controls.abort.effect"
          problem={problemAt(problems, 'estimation.abortAbove')}
          onChange={(value) => onChange('estimation.abortAbove', value)}
        />
      </div>
    </AccordionSection>
  );
}
