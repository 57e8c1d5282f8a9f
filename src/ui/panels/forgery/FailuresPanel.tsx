import type { ReactNode } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import type { LetterView } from '../../../scenarios/knowledge/view.ts';
import type { Cipher, Repeated } from '../../../store/trust-misuse.ts';
import { Button } from '../../parts/Button.tsx';
import { type PillVerdict, VerdictPill } from '../../parts/glyphs/VerdictPill.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { Segmented } from '../../parts/Segmented.tsx';
import { firstDifference, tagDifference } from './difference.ts';
import { ShortSeals, type ShortSealsProps } from './ShortSeals.tsx';

export interface RepeatedShown {
  /** Two letters of one writer, whose seals share a mask. */
  readonly letters: readonly Pick<LetterView, 'index' | 'content' | 'tagHex'>[];
  /** Seals that Eve made, and those of them that fitted. */
  readonly forged: { readonly made: number; readonly fit: number };
  /** Fingerprint of the hash key that Eve solved for; null: she could not. */
  readonly recovered: string | null;
  readonly twice: PillVerdict;
  /** The same seals, each with a number of its own. */
  readonly once: PillVerdict;
}

export interface OpenShown {
  readonly wrote: string;
  /** null: refused. */
  readonly read: string | null;
}

export interface FailuresPanelProps {
  readonly repeated: Repeated;
  readonly onRepeated: (what: Repeated) => void;
  /** null: not executed yet. */
  readonly repeat: RepeatedShown | null;
  readonly onRepeat: () => void;
  readonly short: ShortSealsProps;
  readonly cipher: Cipher;
  readonly onCipher: (cipher: Cipher) => void;
  /** 'too-short': the session made no key for it. */
  readonly open: OpenShown | 'too-short' | null;
  readonly onOpen: () => void;
  /** Something is being executed. */
  readonly busy: boolean;
  readonly failed: boolean;
}

/** Three mistakes with seals, each executed, each beside the same without the mistake. */
export function FailuresPanel(props: FailuresPanelProps) {
  const { repeated, onRepeated, repeat, onRepeat, short, cipher, onCipher, open, onOpen } = props;
  const { busy, failed } = props;
  const say = useWords();
  return (
    <Panel
      title={say('failures.title')}
      under={<p className="text-[13px] text-ink2 leading-[1.4]">{say('failures.lead')}</p>}
      className="!h-auto mb-1"
    >
      {failed && (
        <p role="alert" className="px-4 pb-2 font-semibold text-[13px] text-ink">
          {say('failures.failed')}
        </p>
      )}
      <div className="grid gap-x-5 gap-y-4 px-4 pb-4 @min-[820px]:grid-cols-3">
        <Mistake title={say('failures.repeat.title')} lead={say('failures.repeat.lead')}>
          <Segmented
            label={say('failures.repeat.what')}
            value={repeated}
            options={[
              { value: 'mask', label: say('failures.repeat.mask') },
              { value: 'nonce', label: say('failures.repeat.nonce') },
            ]}
            onChange={onRepeated}
          />
          {repeat ? (
            <RepeatOutcome {...repeat} />
          ) : (
            <RunIt what={say('failures.repeat.title')} busy={busy} onRun={onRepeat} />
          )}
        </Mistake>
        <Mistake title={say('failures.short.title')} lead={say('failures.short.lead')}>
          <ShortSeals {...short} />
        </Mistake>
        <Mistake title={say('failures.open.title')} lead={say('failures.open.lead')}>
          <Segmented
            label={say('failures.open.cipher')}
            value={cipher}
            options={[
              { value: 'one-time-pad', label: say('value.one-time-pad') },
              { value: 'aes-256-gcm', label: say('value.aes-256-gcm') },
            ]}
            onChange={onCipher}
          />
          {open === 'too-short' ? (
            <p className="text-[13px] text-ink2">{say('failures.open.short')}</p>
          ) : open ? (
            <OpenOutcome {...open} />
          ) : (
            <RunIt what={say('failures.open.title')} busy={busy} onRun={onOpen} />
          )}
        </Mistake>
      </div>
    </Panel>
  );
}

function Mistake({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}) {
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-2.5 border-line border-t pt-3">
      <div>
        <h4 className="font-[650] text-[14px] text-ink">{title}</h4>
        <p className="text-[13px] text-ink2 leading-[1.4]">{lead}</p>
      </div>
      {children}
    </section>
  );
}

function RunIt({
  what,
  busy,
  onRun,
}: {
  readonly what: string;
  readonly busy: boolean;
  readonly onRun: () => void;
}) {
  const say = useWords();
  return (
    <div>
      <Button
        disabled={busy}
        onClick={onRun}
        aria-label={busy ? undefined : say('trust.losses.run-it', { what })}
      >
        {say(busy ? 'failures.running' : 'failures.run')}
      </Button>
    </div>
  );
}

function RepeatOutcome({ letters, forged, recovered, twice, once }: RepeatedShown) {
  const say = useWords();
  const [first, second] = letters;
  return (
    <div role="status" className="flex flex-col gap-2 text-[13px] text-ink2 leading-[1.4]">
      <table className="w-full border-collapse text-left text-[12px]">
        <caption className="pb-1 text-left">{say('failures.repeat.heard')}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{say('failures.repeat.text')}</th>
            <th scope="col">{say('failures.repeat.tag')}</th>
          </tr>
        </thead>
        <tbody>
          {letters.map(({ index, content, tagHex }) => (
            <tr key={index} className="border-line border-t">
              <td className="py-1 pr-2 text-ink">
                {content.kind === 'greeting' && say('trust.quoted', { name: content.text })}
              </td>
              <td className="py-1 text-right whitespace-nowrap font-mono text-ink">
                {beginning(tagHex)}
              </td>
            </tr>
          ))}
          {first?.tagHex && second?.tagHex && (
            <tr className="border-ink border-t">
              <td className="py-1 pr-2">{say('failures.repeat.difference')}</td>
              <td className="whitespace-nowrap py-1 text-right font-mono">
                {beginning(tagDifference(first.tagHex, second.tagHex))}
              </td>
            </tr>
          )}
        </tbody>
      </table>
      {recovered !== null && (
        <p>
          {say('failures.repeat.solved')}{' '}
          <span className="font-mono">
            {say('failures.repeat.key', { key: recovered.slice(0, 12) })}
          </span>
        </p>
      )}
      <p className="font-[650] text-ink tabular-nums">
        {say('failures.repeat.forged', { fit: forged.fit, n: forged.made })}
      </p>
      <dl className="grid grid-cols-[1fr_auto] items-center gap-x-2 gap-y-1.5">
        <dt>{say('failures.repeat.twice')}</dt>
        <dd>
          <VerdictPill verdict={twice} />
        </dd>
        <dt>{say('failures.repeat.once')}</dt>
        <dd>
          <VerdictPill verdict={once} />
        </dd>
      </dl>
    </div>
  );
}

/** The first signs of a tag, in groups. */
function beginning(tag: string | null): string {
  return tag === null ? '' : `${tag.slice(0, 12).replace(/(....)(?=.)/g, '$1 ')} …`;
}

function OpenOutcome({ wrote, read }: OpenShown) {
  const say = useWords();
  const at = read === null ? null : firstDifference(wrote, read);
  return (
    <div role="status" className="flex flex-col gap-2 text-[13px] text-ink2 leading-[1.4]">
      <dl className="grid gap-x-2 gap-y-1">
        <dt className="text-[12px]">{say('failures.open.wrote')}</dt>
        <dd className="break-words rounded-letter border border-alice px-2.5 py-1.5 text-ink">
          <Marked text={wrote} at={at} />
        </dd>
        <dt className="text-[12px]">{say('failures.open.read')}</dt>
        <dd className="break-words rounded-letter border border-bob px-2.5 py-1.5 text-ink">
          {read === null ? (
            <span className="text-ink2">{say('failures.open.refused')}</span>
          ) : (
            <Marked text={read} at={at} />
          )}
        </dd>
      </dl>
      <p>{say(read === null ? 'failures.open.noticed' : 'failures.open.unnoticed')}</p>
    </div>
  );
}

function Marked({ text, at }: { readonly text: string; readonly at: number | null }) {
  if (at === null) return text;
  return (
    <>
      {text.slice(0, at)}
      <mark className="rounded-sm bg-transparent font-[750] text-ink underline decoration-2 underline-offset-2">
        {text.slice(at, at + 1)}
      </mark>
      {text.slice(at + 1)}
    </>
  );
}
