import { useWords } from '../../../content/words/use-words.ts';
import { DEFAULT_CONFIG } from '../../../scenarios/config-parse.ts';
import { formatCount } from '../../format.ts';
import { AccordionSection } from '../../parts/Accordion.tsx';
import { written } from '../../parts/NumberField.tsx';
import { problemAt, SHAPES } from './fields.ts';
import { NumberRow } from './rows.tsx';
import type { SectionProps } from './section.ts';

/** What is sent, and what the line and the detectors do to it. */
export function LightSection({ config, problems, onChange }: SectionProps) {
  const say = useWords();
  const { exchange, channel } = config;
  const plain = DEFAULT_CONFIG;
  const loss =
    'lossDb' in channel
      ? written(channel.lossDb, SHAPES['channel.lossDb'])
      : written(channel.lengthKm, SHAPES['channel.lengthKm']);
  return (
    <AccordionSection
      title={say('controls.light')}
      summary={say('controls.light.summary', { photons: formatCount(exchange.photons), loss })}
      open
    >
      <div className="flex flex-col gap-3">
        <NumberRow
          label="config.exchange.photons"
          value={exchange.photons}
          shape={SHAPES['exchange.photons']}
          defaultValue={plain.exchange.photons}
          effect="controls.photons.effect"
          problem={problemAt(problems, 'exchange.photons')}
          onChange={(value) => onChange('exchange.photons', value)}
        />
        {'lossDb' in channel && (
          <NumberRow
            label="config.channel.lossDb"
            value={channel.lossDb}
            shape={{ ...SHAPES['channel.lossDb'], max: Math.max(40, channel.lossDb) }}
            step={0.5}
            defaultValue={0}
            effect="controls.loss.effect"
            problem={problemAt(problems, 'channel.lossDb')}
            onChange={(value) => onChange('channel.lossDb', value)}
          />
        )}
        <NumberRow
          label="config.channel.flipProbability"
          value={channel.flipProbability}
          shape={SHAPES['channel.flipProbability']}
          step={0.005}
          defaultValue={plain.channel.flipProbability}
          effect="controls.flips.effect"
          problem={problemAt(problems, 'channel.flipProbability')}
          onChange={(value) => onChange('channel.flipProbability', value)}
        />
      </div>
    </AccordionSection>
  );
}
