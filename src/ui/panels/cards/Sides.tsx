import { useWords } from '../../../content/words/use-words.ts';
import { Button } from '../../parts/Button.tsx';

type Side = 'doubt' | 'build';

export interface SidePoint {
  readonly id: 'authentication' | 'equipment' | 'relays' | 'validation' | 'blocking';
  readonly tab: 'middleman' | 'time' | 'later' | 'distance' | 'boxes' | 'relays';
  readonly publisher: string;
  /** null where the source bears no date. */
  readonly edition: string | null;
}

/** Both sides on the same five subjects, line by line and in the same size. */
export function Sides({
  sides,
  onTab,
}: {
  readonly sides: Readonly<Record<Side, readonly SidePoint[]>>;
  readonly onTab: (tab: SidePoint['tab']) => void;
}) {
  const say = useWords();
  const rows = sides.doubt.length + 1;
  return (
    <section aria-label={say('cards.sides')} className="@container">
      <div className="grid gap-x-3 gap-y-3 @[600px]:grid-cols-2 @[600px]:gap-y-0">
        {(['doubt', 'build'] as const).map((side) => (
          <section
            key={side}
            aria-labelledby={`cards-${side}`}
            // The rows of both columns are the same rows, so that a point stands beside its answer.
            className="grid min-w-0 grid-rows-subgrid gap-y-0 rounded-[14px] border border-line bg-surface px-4 shadow-card"
            style={{ gridRow: `span ${rows}` }}
          >
            <h3 id={`cards-${side}`} className="pt-3 pb-1.5 font-[650] text-[15px] text-ink">
              {say(`cards.${side}`)}
            </h3>
            {sides[side].map((point) => (
              <PointOf key={point.id} side={side} point={point} onTab={onTab} />
            ))}
          </section>
        ))}
      </div>
    </section>
  );
}

function PointOf({
  side,
  point,
  onTab,
}: {
  readonly side: Side;
  readonly point: SidePoint;
  readonly onTab: (tab: SidePoint['tab']) => void;
}) {
  const say = useWords();
  const { id, tab, publisher, edition } = point;
  return (
    <article className="flex break-inside-avoid flex-col border-line border-t py-3 text-[13px] text-ink2 leading-[1.45]">
      <h4 className="font-[650] text-[14px] text-ink">{say(`cards.subject.${id}`)}</h4>
      <p className="mt-0.5 text-ink">{say(`cards.${side}.${id}`)}</p>
      <p className="mt-1.5 mb-2">
        <span className="font-semibold">{say('cards.run')}:</span> {say(`cards.${side}.${id}.run`)}
      </p>
      <div className="mt-auto flex flex-wrap items-center gap-x-3 gap-y-2">
        <span className="print:hidden">
          <Button size="small" onClick={() => onTab(tab)}>
            {say('cards.see', { tab: say(`lab.tab.${tab}`) })}
          </Button>
        </span>
        <span className="text-[12px] text-ink3">
          {say('cards.rests', { publisher, edition: edition === null ? '' : `, ${edition}` })}
        </span>
      </div>
    </article>
  );
}
