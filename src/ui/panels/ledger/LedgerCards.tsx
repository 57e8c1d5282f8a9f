import { useWords } from '../../../content/words/use-words.ts';
import type { ActorId } from '../../../scenarios/actors.ts';
import type { KnowledgeView } from '../../../scenarios/knowledge/view.ts';
import { classes } from '../../parts/classes.ts';
import { HATCH } from '../../parts/hatch.ts';
import { cellLabel } from './labels.ts';
import { bitBorder, type FactRow, factCell, type LedgerRow } from './ledger-rows.ts';
import { BasisMark, OutcomeMark } from './marks.tsx';

const ORDER: readonly ActorId[] = ['alice', 'eve', 'bob'];
const TINTS: Readonly<Record<ActorId, string>> = {
  alice: 'text-alice',
  bob: 'text-bob',
  eve: 'text-eve',
};

/** The ledger where it is narrow: one card a photon, newest first. */
export function LedgerCards({
  view,
  rows,
  photons,
  highlight,
  onSelect,
}: {
  readonly view: KnowledgeView;
  readonly rows: readonly LedgerRow[];
  readonly photons: readonly (number | null)[];
  readonly highlight: number | null;
  readonly onSelect: (pulse: number) => void;
}) {
  const say = useWords();
  const sent = photons.filter((pulse) => pulse !== null).reverse();
  return (
    <ol className="flex flex-col gap-1.5">
      {sent.map((pulse) => (
        <li key={pulse}>
          <button
            type="button"
            onClick={() => onSelect(pulse)}
            className={classes(
              'flex min-h-11 w-full items-center gap-2 rounded-[10px] border px-2.5 py-1 text-left',
              pulse === highlight ? 'border-ink3 bg-track/60' : 'border-line bg-surface2',
            )}
          >
            <span className="sr-only">
              {rows.map((row) => cellLabel(say, view, row, pulse)).join('. ')}
            </span>
            <span
              aria-hidden="true"
              className="w-14 shrink-0 truncate font-mono text-ink2 text-xs tabular-nums"
            >
              {(pulse + 1).toLocaleString('en')}
            </span>
            <span aria-hidden="true" className="flex min-w-0 flex-1 justify-around gap-1">
              {ORDER.map((actor) => {
                const own = rows.filter(
                  (row): row is FactRow => row.kind !== 'outcome' && row.actor === actor,
                );
                if (own.length === 0) return null;
                const first = own[0];
                return (
                  <span key={actor} className="flex items-center gap-0.5">
                    <span className={classes('mr-0.5 font-bold text-xs', TINTS[actor])}>
                      {first && say(first.name).slice(0, 1)}
                    </span>
                    {own.map((row) => (
                      <Value key={row.fact} view={view} row={row} pulse={pulse} />
                    ))}
                  </span>
                );
              })}
            </span>
            <span aria-hidden="true" className="flex shrink-0">
              {rows.map((row) => {
                if (row.kind !== 'outcome') return null;
                const outcome = view.twoLinks ? view.outcome(pulse, row.link) : view.outcome(pulse);
                return outcome === null ? (
                  <span key={row.link} className="w-6" />
                ) : (
                  <OutcomeMark key={row.link} outcome={outcome} />
                );
              })}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

function Value({
  view,
  row,
  pulse,
}: {
  readonly view: KnowledgeView;
  readonly row: FactRow;
  readonly pulse: number;
}) {
  const cell = factCell(view, row, pulse);
  if (cell.value === null) return <span className="mx-2 size-[3px] rounded-full bg-line2" />;
  if (row.kind === 'basis') {
    return (
      <span className={cell.discarded ? 'text-ink3' : 'text-ink2'}>
        <BasisMark basis={cell.value} />
      </span>
    );
  }
  return (
    <span
      style={cell.eveKnows ? { backgroundImage: HATCH } : undefined}
      className={classes(
        cell.eveKnows && 'hatched',
        'flex size-[22px] items-center justify-center rounded-md border font-mono text-[14px]',
        cell.discarded ? 'text-ink3' : 'font-semibold text-ink',
        bitBorder(cell),
      )}
    >
      {cell.value}
    </span>
  );
}
