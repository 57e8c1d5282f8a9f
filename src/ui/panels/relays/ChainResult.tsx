import { useWords } from '../../../content/words/use-words.ts';
import type { RelayView } from '../../../scenarios/knowledge/relay-view.ts';
import { formatRate } from '../../charts/rate-figures.ts';
import { Button } from '../../parts/Button.tsx';
import { HATCH } from '../../parts/hatch.ts';
import { hexOf, type RelayStory } from './story.ts';

const BYTES_SHOWN = 6;
/** Nothing was executed, or there is nothing to compare. */
const UNKNOWN = '–';

/** How the chain ended: the key from end to end, and who has it. */
export function ChainResult({
  view,
  story,
  busy,
  accounting,
  onRun,
  onCancel,
}: {
  readonly view: RelayView | null;
  readonly story: RelayStory;
  readonly busy: boolean;
  readonly accounting: string;
  readonly onRun: () => void;
  readonly onCancel: () => void;
}) {
  const say = useWords();
  return (
    <div className="flex flex-col gap-3" aria-busy={busy}>
      <div className="min-h-[84px] min-[1120px]:min-h-[124px]">
        <h3
          className="text-balance font-bold text-[18px] text-ink leading-[1.2] tracking-[-.015em]"
          data-testid="relays-title"
        >
          {story.title}
        </h3>
        <p className="mt-1 text-[13px] text-ink2 leading-[1.45]" data-testid="relays-more">
          {story.more}
        </p>
        {view === null && (
          <Button size="small" className="mt-2" onClick={busy ? onCancel : onRun}>
            {say(busy ? 'run.cancel' : 'relays.run')}
          </Button>
        )}
      </div>
      <Facts view={view} />
      <Keys view={view} />
      <p className="border-line border-t pt-2 text-[12px] text-ink3 leading-[1.4]">
        {say(
          accounting === 'asymptotic'
            ? 'relays.assumed'
            : accounting === 'finite-key'
              ? 'relays.assumed.finite'
              : 'relays.assumed.single',
        )}
      </p>
    </div>
  );
}

function Facts({ view }: { readonly view: RelayView | null }) {
  const say = useWords();
  const unseen = say('relays.fact.unseen');
  const key = view !== null && view.keyBits > 0;
  const facts = [
    ['key', view ? say('relays.fact.key.value', { bits: view.keyBits }) : UNKNOWN],
    ['rate', key ? formatRate(view.rate) : view ? say('relays.none') : UNKNOWN],
    ['boxes', key ? String(view.boxes.length) : view ? say('relays.none') : UNKNOWN],
    [
      'equal',
      !key
        ? UNKNOWN
        : view.equal === null
          ? unseen
          : say(view.equal ? 'relays.fact.equal.yes' : 'relays.fact.equal.no'),
    ],
    [
      'eve',
      view === null
        ? UNKNOWN
        : view.eveBits === null
          ? unseen
          : say('relays.fact.eve.value', { bits: view.eveBits }),
    ],
  ] as const;
  return (
    <dl className="text-[13px]">
      {facts.map(([name, value]) => (
        <div key={name} className="flex justify-between gap-3 border-line border-t py-1">
          <dt className="text-ink2">{say(`relays.fact.${name}`)}</dt>
          <dd className="font-semibold text-ink tabular-nums" data-testid={`relays-${name}`}>
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Three keys one under the other; hatched is what Eve knows, for those who may see that. */
function Keys({ view }: { readonly view: RelayView | null }) {
  const say = useWords();
  const known = view !== null && view.eveBits !== null && view.eveBits > 0;
  return (
    <section aria-label={say('relays.keys')}>
      <h4 className="font-semibold text-[12px] text-ink2">{say('relays.keys')}</h4>
      <dl className="mt-1 flex flex-col gap-1 text-[12px]">
        {(['alice', 'bob', 'eve'] as const).map((who) => {
          const bytes = view?.keys[who] ?? null;
          return (
            <div key={who} className="flex items-center gap-2">
              <dt className="w-12 flex-none font-medium text-ink">
                {say('relays.keys.who', { who })}
              </dt>
              <dd className="min-w-0" data-testid={`relays-key-${who}`}>
                {bytes ? (
                  <span
                    className="inline-block rounded-[5px] px-2 py-0.5"
                    style={known ? { background: HATCH } : undefined}
                  >
                    <code className="rounded-sm bg-surface px-1 font-mono text-ink">
                      {hexOf(bytes, BYTES_SHOWN)}
                    </code>
                  </span>
                ) : (
                  <span className="px-3 text-ink3">
                    {view === null
                      ? UNKNOWN
                      : say(noneKnown(view, who) ? 'relays.keys.none' : 'relays.keys.unseen')}
                  </span>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

/** Nobody has one, or Eve knows that she has none. */
function noneKnown(view: RelayView, who: 'alice' | 'bob' | 'eve'): boolean {
  return view.keyBits === 0 || (who === 'eve' && view.eveBits !== null);
}
