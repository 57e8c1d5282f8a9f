import { useWords } from '../../../content/words/use-words.ts';
import { DEFAULT_CONFIG } from '../../../scenarios/config-parse.ts';
import { AccordionSection } from '../../parts/Accordion.tsx';
import { problemAt, SHAPES } from './fields.ts';
import { NumberRow } from './rows.tsx';
import type { SectionProps } from './section.ts';

/** Detectors that miss or invent photons, and how often each basis is chosen. */
export function DetectorSection({ config, problems, onChange }: SectionProps) {
  const say = useWords();
  const { exchange, detector } = config;
  const plain = DEFAULT_CONFIG;
  const ideal =
    detector.efficiency === plain.detector.efficiency &&
    detector.darkCountProbability === plain.detector.darkCountProbability &&
    exchange.basisBias === plain.exchange.basisBias;
  return (
    <AccordionSection
      title={say('controls.detectors')}
      summary={say(ideal ? 'controls.detectors.ideal' : 'controls.detectors.set')}
    >
      <div className="flex flex-col gap-3">
        <NumberRow
          label="config.detector.efficiency"
          value={detector.efficiency}
          shape={SHAPES['detector.efficiency']}
          step={0.01}
          defaultValue={plain.detector.efficiency}
          effect="controls.efficiency.effect"
          problem={problemAt(problems, 'detector.efficiency')}
          onChange={(value) => onChange('detector.efficiency', value)}
        />
        <NumberRow
          label="config.detector.darkCountProbability"
          value={detector.darkCountProbability}
          shape={SHAPES['detector.darkCountProbability']}
          step={0.001}
          defaultValue={plain.detector.darkCountProbability}
          effect="controls.dark.effect"
          problem={problemAt(problems, 'detector.darkCountProbability')}
          onChange={(value) => onChange('detector.darkCountProbability', value)}
        />
        <NumberRow
          label="config.exchange.basisBias"
          value={exchange.basisBias}
          shape={SHAPES['exchange.basisBias']}
          step={0.01}
          defaultValue={plain.exchange.basisBias}
          effect="controls.bias.effect"
          problem={problemAt(problems, 'exchange.basisBias')}
          onChange={(value) => onChange('exchange.basisBias', value)}
        />
      </div>
    </AccordionSection>
  );
}
