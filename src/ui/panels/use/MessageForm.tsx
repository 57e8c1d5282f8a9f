import { useId, useState } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import { Button } from '../../parts/Button.tsx';
import { Segmented } from '../../parts/Segmented.tsx';
import { Toggle } from '../../parts/Toggle.tsx';
import { byteLength, messageProblem } from './texts.ts';

export type Cipher = 'none' | 'one-time-pad' | 'aes-256-gcm';

export interface UseSettings {
  readonly cipher: Cipher;
  readonly message: string;
  readonly sealed: boolean;
  /** Bytes allowed. */
  readonly limits: { readonly min: number; readonly max: number };
  readonly onCipher: (cipher: Cipher) => void;
  readonly onMessage: (message: string) => void;
  readonly onSealed: (sealed: boolean) => void;
}

/** What the key is used for; each change runs the session again from the same seed. */
export function MessageForm(props: UseSettings) {
  const { cipher, message, sealed, limits } = props;
  const say = useWords();
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? message;
  const problem = messageProblem(text, limits);
  const changed = draft !== null && draft !== message;
  return (
    <div>
      <h3 className="pb-1.5 font-[650] text-[14px]">{say('use.cipher')}</h3>
      <Segmented
        label={say('use.cipher')}
        value={cipher}
        options={[
          { value: 'none', label: say('use.cipher.none') },
          { value: 'one-time-pad', label: say('use.cipher.one-time-pad') },
          { value: 'aes-256-gcm', label: say('use.cipher.aes-256-gcm') },
        ]}
        onChange={props.onCipher}
      />
      <p className="mt-1.5 min-h-[54px] text-[12.5px] text-ink2 leading-[1.4]">
        {say(`use.cipher-more.${cipher}`)}
      </p>
      {cipher !== 'none' && (
        <>
          <label htmlFor={id} className="mt-1 block text-[13px] text-ink2">
            {say('use.message')}
          </label>
          <textarea
            id={id}
            rows={3}
            value={text}
            aria-invalid={problem !== null}
            aria-describedby={`${id}-bytes`}
            onChange={(event) => setDraft(event.currentTarget.value)}
            // The page's single-key shortcuts must not hear what is typed.
            onKeyDown={(event) => event.stopPropagation()}
            className="mt-1 block w-full resize-y rounded-[9px] border border-ink3 bg-surface px-2.5 py-1.5 text-[13px] text-ink leading-[1.4] max-[599px]:text-[16px]"
          />
          <div className="mt-1.5 flex min-h-8 items-center justify-between gap-2">
            <span id={`${id}-bytes`} className="text-[12px] text-ink2 tabular-nums">
              {problem === null
                ? say('use.bytes', { n: byteLength(text) })
                : say(`use.${problem}`, { max: limits.max })}
            </span>
            {changed && (
              <Button
                size="small"
                disabled={problem !== null}
                onClick={() => {
                  props.onMessage(text);
                  setDraft(null);
                }}
              >
                {say('use.send')}
              </Button>
            )}
          </div>
          <Toggle
            label={say('use.sealed')}
            describe={say(sealed ? 'use.sealed-on' : 'use.sealed-off')}
            on={sealed}
            onChange={props.onSealed}
          />
        </>
      )}
    </div>
  );
}
