import { useState } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import type { AuthenticationMethod, RunConfig } from '../../../scenarios/config.ts';
import { DEFAULT_CONFIG } from '../../../scenarios/config-parse.ts';
import { AccordionSection } from '../../parts/Accordion.tsx';
import { Toggle } from '../../parts/Toggle.tsx';
import { LONGEST_TAG, problemAt, SHAPES } from './fields.ts';
import { methodChange } from './fitting.ts';
import { ChoiceRow, ListRow, NumberRow } from './rows.tsx';
import type { SectionProps } from './section.ts';

type SealMethod = Exclude<AuthenticationMethod, 'none'>;
const METHODS: readonly SealMethod[] = [
  'wegman-carter',
  'hmac-sha-256',
  'gmac',
  'ed25519',
  'ml-dsa-65',
];
const SEALINGS: readonly RunConfig['authentication']['sealing'][] = ['phase', 'letter'];
/** A tag's length where nothing else is said, bits. */
const USUAL_TAG = 128;

/** Seals: on or off, by which method, how long, and what they are paid from. */
export function LettersSection({ config, problems, onChange, onChangeAll }: SectionProps) {
  const say = useWords();
  const { method, tagBits, sealing, preSharedBits, trustAnchor } = config.authentication;
  // What "On" returns to. Off is a method too, so the one before it is remembered here.
  const [last, setLast] = useState<SealMethod>(method === 'none' ? 'wegman-carter' : method);
  const setMethod = (next: SealMethod) => {
    setLast(next);
    onChangeAll(methodChange(config, next));
  };
  return (
    <AccordionSection
      title={say('controls.letters')}
      summary={
        method === 'none'
          ? say('controls.letters.open')
          : say('controls.letters.sealed', { method: say(`value.${method}`) })
      }
      open
    >
      <div className="flex flex-col gap-3">
        <Toggle
          label={say('controls.seal')}
          on={method !== 'none'}
          describe={say(method === 'none' ? 'controls.seal.off' : 'controls.seal.on')}
          onChange={(on) => (on ? setMethod(last) : onChangeAll(methodChange(config, 'none')))}
        />
        {method !== 'none' && (
          <ListRow
            label="config.authentication.method"
            value={method}
            options={METHODS.map((value) => ({ value, label: say(`value.${value}`) }))}
            effect={
              method === 'wegman-carter' && trustAnchor !== 'pre-shared-key'
                ? 'controls.method.exchanged.effect'
                : `controls.method.${method}.effect`
            }
            problem={problemAt(problems, 'authentication.method')}
            onChange={setMethod}
          />
        )}
        {/* A signature has one length of its own. */}
        {method !== 'none' && isTagged(method) && (
          <NumberRow
            label="config.authentication.tagBits"
            value={tagBits ?? USUAL_TAG}
            shape={{ min: 8, max: LONGEST_TAG[method], whole: true, unit: 'bits' }}
            step={8}
            defaultValue={USUAL_TAG}
            effect="controls.tag.effect"
            problem={problemAt(problems, 'authentication.tagBits')}
            onChange={(value) => onChange('authentication.tagBits', value)}
          />
        )}
        {method !== 'none' && (
          <ChoiceRow
            label="config.authentication.sealing"
            value={sealing}
            options={SEALINGS.map((value) => ({ value, label: say(`value.${value}`) }))}
            effect={`controls.sealing.${sealing}.effect`}
            problem={problemAt(problems, 'authentication.sealing')}
            onChange={(value) => onChange('authentication.sealing', value)}
          />
        )}
        {method !== 'none' && isTagged(method) && (
          <NumberRow
            label="config.authentication.preSharedBits"
            value={preSharedBits}
            shape={SHAPES['authentication.preSharedBits']}
            defaultValue={DEFAULT_CONFIG.authentication.preSharedBits}
            effect={
              trustAnchor === 'pre-shared-key'
                ? 'controls.pool.effect'
                : 'controls.pool.exchanged.effect'
            }
            problem={problemAt(problems, 'authentication.preSharedBits')}
            onChange={(value) => onChange('authentication.preSharedBits', value)}
          />
        )}
      </div>
    </AccordionSection>
  );
}

function isTagged(method: SealMethod): method is keyof typeof LONGEST_TAG {
  return Object.hasOwn(LONGEST_TAG, method);
}
