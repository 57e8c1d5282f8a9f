import { useState } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import type { AuthenticationMethod, RunConfig } from '../../../scenarios/config.ts';
import { DEFAULT_CONFIG } from '../../../scenarios/config-parse.ts';
import { AccordionSection } from '../../parts/Accordion.tsx';
import { Toggle } from '../../parts/Toggle.tsx';
import { LONGEST_TAG, problemAt, SHAPES } from './fields.ts';
import { ChoiceRow, NumberRow } from './rows.tsx';
import type { SectionProps } from './section.ts';

type SealMethod = Exclude<AuthenticationMethod, 'none'>;
const METHODS: readonly SealMethod[] = ['wegman-carter', 'hmac-sha-256'];
const SEALINGS: readonly RunConfig['authentication']['sealing'][] = ['phase', 'letter'];

/** Seals: on or off, by which method, and who holds the sealing key. */
export function LettersSection({ config, problems, onChange, onChangeAll }: SectionProps) {
  const say = useWords();
  const { authentication } = config;
  const { method, tagBits } = authentication;
  // What "On" returns to. Off is a method too, so the one before it is remembered here.
  const [last, setLast] = useState<SealMethod>(method === 'none' ? 'wegman-carter' : method);
  const leaked = authentication.broken === 'key-leaked';

  const setMethod = (next: SealMethod) => {
    setLast(next);
    const longest = LONGEST_TAG[next];
    if (tagBits > longest) {
      onChangeAll({ 'authentication.method': next, 'authentication.tagBits': longest });
    } else {
      onChange('authentication.method', next);
    }
  };

  return (
    <AccordionSection
      title={say('controls.letters')}
      summary={
        method === 'none'
          ? say('controls.letters.open')
          : leaked
            ? say('controls.letters.leaked')
            : say('controls.letters.sealed', { bits: tagBits })
      }
      open
    >
      <div className="flex flex-col gap-3">
        <Toggle
          label={say('controls.seal')}
          on={method !== 'none'}
          describe={say(method === 'none' ? 'controls.seal.off' : 'controls.seal.on')}
          onChange={(on) => (on ? setMethod(last) : onChange('authentication.method', 'none'))}
        />
        {method !== 'none' && (
          <>
            <ChoiceRow
              label="config.authentication.method"
              value={method}
              options={METHODS.map((value) => ({ value, label: say(`value.${value}`) }))}
              effect={`controls.method.${method}.effect`}
              problem={problemAt(problems, 'authentication.method')}
              onChange={setMethod}
            />
            <NumberRow
              label="config.authentication.tagBits"
              value={tagBits}
              shape={{ min: 8, max: LONGEST_TAG[method], whole: true, unit: 'bits' }}
              step={8}
              defaultValue={DEFAULT_CONFIG.authentication.tagBits}
              effect="controls.tag.effect"
              problem={problemAt(problems, 'authentication.tagBits')}
              onChange={(value) => onChange('authentication.tagBits', value)}
            />
            <ChoiceRow
              label="config.authentication.sealing"
              value={authentication.sealing}
              options={SEALINGS.map((value) => ({ value, label: say(`value.${value}`) }))}
              effect={`controls.sealing.${authentication.sealing}.effect`}
              problem={problemAt(problems, 'authentication.sealing')}
              onChange={(value) => onChange('authentication.sealing', value)}
            />
            <NumberRow
              label="config.authentication.preSharedBits"
              value={authentication.preSharedBits}
              shape={SHAPES['authentication.preSharedBits']}
              defaultValue={DEFAULT_CONFIG.authentication.preSharedBits}
              effect="controls.pool.effect"
              problem={problemAt(problems, 'authentication.preSharedBits')}
              onChange={(value) => onChange('authentication.preSharedBits', value)}
            />
            {config.eve.attack === 'man-in-the-middle' && (
              <Toggle
                label={say('config.authentication.broken')}
                on={leaked}
                describe={say(leaked ? 'controls.leaked.on' : 'controls.leaked.off')}
                onChange={(on) => onChange('authentication.broken', on ? 'key-leaked' : 'none')}
              />
            )}
          </>
        )}
      </div>
    </AccordionSection>
  );
}
