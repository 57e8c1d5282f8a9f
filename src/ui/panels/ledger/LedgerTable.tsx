import { Fragment, type KeyboardEvent, useRef, useState } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import { ACTORS, type ActorId } from '../../../scenarios/actors.ts';
import type { KnowledgeView } from '../../../scenarios/knowledge/view.ts';
import { classes } from '../../parts/classes.ts';
import { HATCH } from '../../parts/hatch.ts';
import { cellLabel, rowName } from './labels.ts';
import {
  bitBorder,
  type FactRow,
  factCell,
  isCorrected,
  knowing,
  type LedgerRow,
  reasonOf,
} from './ledger-rows.ts';
import { BasisMark, KnowsDisc, OutcomeMark } from './marks.tsx';

const NAME_COLOURS: Readonly<Record<ActorId, string>> = {
  alice: 'text-alice',
  bob: 'text-bob',
  eve: 'text-eve',
};

export interface LedgerTableProps {
  readonly view: KnowledgeView;
  readonly rows: readonly LedgerRow[];
  readonly photons: readonly (number | null)[];
  /** The photon whose column is lit: the one pointed at, here or on the stage. */
  readonly highlight: number | null;
  readonly onHighlight: (pulse: number | null) => void;
  readonly onSelect: (pulse: number) => void;
  /** Turns a page; the table keeps the focus. */
  readonly onTurn: (direction: -1 | 1) => void;
}

/** The ledger as a grid: one tab stop, arrow keys from cell to cell, Enter goes to the photon. */
export function LedgerTable({
  view,
  rows,
  photons,
  highlight,
  onHighlight,
  onSelect,
  onTurn,
}: LedgerTableProps) {
  const say = useWords();
  const grid = useRef<HTMLTableElement>(null);
  const [focus, setFocus] = useState({ row: 0, column: 0 });
  const discs = view.observer === 'everyone';
  const columns = photons.length;
  const lastColumn = (row: number) =>
    columns - 1 + (discs && rows[row]?.kind !== 'outcome' ? ACTORS.length : 0);
  const at = {
    row: Math.min(focus.row, rows.length - 1),
    column: Math.min(focus.column, lastColumn(Math.min(focus.row, rows.length - 1))),
  };

  const moveTo = (row: number, column: number) => {
    const target = { row, column: Math.min(column, lastColumn(row)) };
    setFocus(target);
    grid.current
      ?.querySelector<HTMLElement>(`[data-cell="${target.row}:${target.column}"]`)
      ?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    const { row, column } = at;
    switch (event.key) {
      case 'ArrowUp':
        moveTo(Math.max(0, row - 1), column);
        break;
      case 'ArrowDown':
        moveTo(Math.min(rows.length - 1, row + 1), column);
        break;
      case 'ArrowRight':
        if (column < lastColumn(row)) moveTo(row, column + 1);
        else onTurn(1);
        break;
      case 'ArrowLeft':
        if (column > 0) {
          moveTo(row, column - 1);
        } else {
          onTurn(-1);
          moveTo(row, columns - 1);
        }
        break;
      case 'Home':
        moveTo(event.ctrlKey ? 0 : row, 0);
        break;
      case 'End':
        moveTo(event.ctrlKey ? rows.length - 1 : row, lastColumn(row));
        break;
      case 'PageUp':
        onTurn(-1);
        break;
      case 'PageDown':
        onTurn(1);
        break;
      case 'Enter':
      case ' ': {
        const pulse = photons[column];
        if (pulse !== null && pulse !== undefined) onSelect(pulse);
        break;
      }
      default:
        return;
    }
    // The page's own keys (arrows step, Space plays) are not meant here.
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <table
      ref={grid}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table as the ARIA grid pattern has it.
      role="grid"
      aria-label={say('ledger.title')}
      aria-description={say('ledger.keys')}
      aria-readonly="true"
      onKeyDown={onKeyDown}
      onPointerLeave={() => onHighlight(null)}
      className="relative w-full table-fixed border-collapse"
    >
      <colgroup>
        <col className={view.twoLinks ? 'w-[124px]' : 'w-[96px]'} />
        <col span={columns} />
        {discs && <col className="w-[10px]" />}
        {discs && <col span={ACTORS.length} className="w-[22px]" />}
      </colgroup>
      <thead>
        <tr className={view.twoLinks ? 'h-3' : 'h-4'}>
          <th scope="col" className="p-0">
            <span className="sr-only">{say('ledger.row')}</span>
          </th>
          {photons.map((pulse, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place in the page.
            <th key={column} scope="col" className="relative p-0">
              {pulse !== null && (
                <>
                  <span className="sr-only">{say('ledger.photon', { n: pulse + 1 })}</span>
                  {pulse === view.pulsesSent - 1 && <PlayheadMark />}
                </>
              )}
            </th>
          ))}
          {discs && <td aria-hidden="true" />}
          {discs && (
            <th
              scope="colgroup"
              colSpan={ACTORS.length}
              className="whitespace-nowrap p-0 text-right font-semibold text-ink3 text-xs leading-none"
            >
              <span className="-ml-4">{say('ledger.who-knows')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, r) => (
          <tr
            key={`${row.kind === 'outcome' ? 'outcome' : row.fact}:${row.link}`}
            className={classes(row.first && r > 0 && 'border-line border-t')}
          >
            <th
              scope="row"
              className={classes(
                'whitespace-nowrap p-0 text-left font-normal text-[13px]',
                rowHeight(view, row),
              )}
            >
              {row.kind === 'outcome' ? (
                <span className="font-semibold text-ink">{say(row.name)}</span>
              ) : (
                <span className="flex">
                  <span
                    className={classes(
                      'font-semibold',
                      NAME_COLOURS[row.actor],
                      view.twoLinks ? 'w-[86px]' : 'w-[42px]',
                    )}
                  >
                    {say(row.name)}
                  </span>
                  <span className="text-ink2">{say(row.what)}</span>
                </span>
              )}
            </th>
            {photons.map((pulse, column) => {
              const here = at.row === r && at.column === column;
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears Enter and Space for its cells.
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place in the page.
                  key={column}
                  data-cell={`${r}:${column}`}
                  tabIndex={here ? 0 : -1}
                  aria-label={
                    pulse === null
                      ? `${rowName(say, row)}: ${say('ledger.no-photon')}`
                      : cellLabel(say, view, row, pulse)
                  }
                  onFocus={() => {
                    setFocus({ row: r, column });
                    onHighlight(pulse);
                  }}
                  onBlur={() => onHighlight(null)}
                  onPointerEnter={() => onHighlight(pulse)}
                  onClick={() => pulse !== null && onSelect(pulse)}
                  className={classes(
                    'p-0 text-center focus-visible:-outline-offset-2',
                    pulse !== null && 'cursor-pointer',
                    pulse !== null && pulse === highlight && 'bg-track/60',
                    rowHeight(view, row),
                  )}
                >
                  {pulse !== null && <Cell view={view} row={row} pulse={pulse} />}
                </td>
              );
            })}
            {discs && <td aria-hidden="true" />}
            {discs && row.kind !== 'outcome' && (
              <WhoKnows
                view={view}
                row={row}
                index={r}
                at={at}
                columns={columns}
                photons={photons}
                onFocus={setFocus}
              />
            )}
            {discs && row.kind === 'outcome' && <td colSpan={ACTORS.length} aria-hidden="true" />}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Ten rows have no height to spare for the outcomes. */
const rowHeight = (view: KnowledgeView, row: LedgerRow) =>
  row.kind === 'outcome' && !view.twoLinks ? 'h-[29px]' : 'h-6';

/** A wedge over the photon last sent. */
function PlayheadMark() {
  return (
    <svg
      viewBox="0 0 10 6"
      className="absolute bottom-0.5 left-1/2 h-1.5 w-2.5 -translate-x-1/2"
      aria-hidden="true"
    >
      <path d="M0 0H10L5 6Z" fill="var(--ink)" />
    </svg>
  );
}

function Cell({
  view,
  row,
  pulse,
}: {
  readonly view: KnowledgeView;
  readonly row: LedgerRow;
  readonly pulse: number;
}) {
  if (row.kind === 'outcome') {
    const outcome = view.twoLinks ? view.outcome(pulse, row.link) : view.outcome(pulse);
    return outcome === null ? <Unknown /> : <OutcomeMark outcome={outcome} />;
  }
  const cell = factCell(view, row, pulse);
  if (cell.value === null) return <Unknown />;
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
        'mx-auto flex h-[22px] w-[26px] items-center justify-center rounded-md border font-mono text-[14px] leading-none',
        cell.discarded ? 'font-medium text-ink3' : 'font-semibold text-ink',
        bitBorder(cell),
      )}
    >
      {cell.value}
    </span>
  );
}

/** What this observer does not know is a faint dot, never a question mark. */
function Unknown() {
  return <span className="mx-auto block size-[3px] rounded-full bg-line2" aria-hidden="true" />;
}

function WhoKnows({
  view,
  row,
  index,
  at,
  columns,
  photons,
  onFocus,
}: {
  readonly view: KnowledgeView;
  readonly row: FactRow;
  readonly index: number;
  readonly at: { readonly row: number; readonly column: number };
  readonly columns: number;
  readonly photons: readonly (number | null)[];
  readonly onFocus: (at: { row: number; column: number }) => void;
}) {
  const say = useWords();
  const knows = knowing(view, row.fact, photons);
  const corrected = isCorrected(view, row.link);
  return (
    <Fragment>
      {ACTORS.map((actor, i) => {
        const column = columns + i;
        const level = knows[actor];
        const words =
          level === 'none'
            ? say('ledger.knows-not', { who: actor })
            : say(level === 'all' ? 'ledger.knows' : 'ledger.knows-some', {
                who: actor,
                why: say(reasonOf(row.fact, actor, corrected), { who: actor }),
              });
        return (
          <td
            key={actor}
            data-cell={`${index}:${column}`}
            tabIndex={at.row === index && at.column === column ? 0 : -1}
            aria-label={`${rowName(say, row)}. ${words}`}
            onFocus={() => onFocus({ row: index, column })}
            className="group/tip relative p-0 text-center focus-visible:-outline-offset-2"
          >
            <KnowsDisc actor={actor} knows={level} />
            <span
              aria-hidden="true"
              className="pointer-events-none invisible absolute right-0 bottom-[calc(100%+3px)] z-30 w-max max-w-60 rounded-lg bg-btn px-2.5 py-1.5 text-left font-medium text-btnink text-xs opacity-0 group-focus-visible/tip:visible group-focus-visible/tip:opacity-100 group-hover/tip:visible group-hover/tip:opacity-100"
            >
              {words}
            </span>
          </td>
        );
      })}
    </Fragment>
  );
}
