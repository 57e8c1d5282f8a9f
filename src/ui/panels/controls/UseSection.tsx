import { useWords } from '../../../content/words/use-words.ts';
import type { RunConfig } from '../../../scenarios/config.ts';
import { AccordionSection } from '../../parts/Accordion.tsx';
import { Toggle } from '../../parts/Toggle.tsx';
import { problemAt } from './fields.ts';
import { ListRow } from './rows.tsx';
import type { SectionProps } from './section.ts';
import { TextRow } from './TextRow.tsx';

const CIPHERS: readonly RunConfig['use']['cipher'][] = ['none', 'one-time-pad', 'aes-256-gcm'];
/** Of UTF-8; the contract's range. */
const MOST_BYTES = 4096;

/** What the finished key protects. */
export function UseSection({ config, problems, onChange }: SectionProps) {
  const say = useWords();
  const { cipher, message, sealed } = config.use;
  return (
    <AccordionSection
      title={say('controls.use')}
      summary={say(cipher === 'none' ? 'controls.use.none' : `value.${cipher}`)}
    >
      <div className="flex flex-col gap-3">
        <ListRow
          label="config.use.cipher"
          value={cipher}
          options={CIPHERS.map((value) => ({
            value,
            label: say(value === 'none' ? 'controls.use.none' : `value.${value}`),
          }))}
          effect={`controls.cipher.${cipher}.effect`}
          problem={problemAt(problems, 'use.cipher')}
          onChange={(value) => onChange('use.cipher', value)}
        />
        {cipher !== 'none' && (
          <>
            <TextRow
              label="config.use.message"
              value={message}
              most={MOST_BYTES}
              effect="controls.message.effect"
              problem={problemAt(problems, 'use.message')}
              onChange={(value) => onChange('use.message', value)}
            />
            <Toggle
              label={say('config.use.sealed')}
              on={sealed}
              describe={say(sealed ? 'controls.envelope.sealed' : 'controls.envelope.open')}
              onChange={(on) => onChange('use.sealed', on)}
            />
          </>
        )}
      </div>
    </AccordionSection>
  );
}
