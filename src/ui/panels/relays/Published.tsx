import { useWords } from '../../../content/words/use-words.ts';
import type { RelayView } from '../../../scenarios/knowledge/relay-view.ts';
import { classes } from '../../parts/classes.ts';
import { hexOf, nameOfBox } from './story.ts';

/** What the relays say for all to hear: sums of two keys each. */
export function Published({
  view,
  nodes,
}: {
  readonly view: RelayView | null;
  readonly nodes: number;
}) {
  const say = useWords();
  const letters = view?.published ?? [];
  const nothing =
    nodes === 0
      ? 'relays.letters.none'
      : view
        ? 'relays.letters.stopped'
        : 'relays.letters.waiting';
  return (
    <section>
      <h3 className="font-[650] text-[14px] text-ink">{say('relays.letters')}</h3>
      <p className="mt-0.5 text-[12px] text-ink2 leading-[1.4]">{say('relays.letters.more')}</p>
      {letters.length === 0 ? (
        <p className="mt-2 min-h-7 text-[12px] text-ink3">{say(nothing)}</p>
      ) : (
        <ul
          aria-label={say('relays.letters')}
          tabIndex={letters.length > 6 ? 0 : undefined}
          className={classes(
            'mt-2 grid gap-1.5 @min-[420px]:grid-cols-2 @min-[760px]:grid-cols-3',
            letters.length > 6 && 'max-h-[76px] overflow-auto p-0.5',
          )}
        >
          {letters.map(({ by, sum, bytes, accepted }) => (
            <li
              key={by}
              className="flex min-w-0 flex-wrap items-baseline gap-x-2 rounded-[8px] border border-line bg-surface2 px-2.5 py-1 text-[12px]"
            >
              <b className="font-semibold text-ink">{nameOfBox(say, by)}</b>
              <code className="font-mono text-ink2">{hexOf(sum, 5)}</code>
              <span className="ml-auto text-ink3 tabular-nums">
                {say(accepted ? 'relays.letters.bytes' : 'relays.letters.rejected', { bytes })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
