import { useMemo, useRef, useState } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import type { KnowledgeView, Timeline } from '../../../scenarios/knowledge/view.ts';
import { Button } from '../../parts/Button.tsx';
import { classes } from '../../parts/classes.ts';
import { HATCH } from '../../parts/hatch.ts';
import { IconButton } from '../../parts/IconButton.tsx';
import { ChevronLeftIcon, ChevronRightIcon } from '../../parts/icons.tsx';
import { Panel, PanelNote } from '../../parts/Panel.tsx';
import { Segmented } from '../../parts/Segmented.tsx';
import { useWidth } from '../../parts/use-width.ts';
import { FirstWords } from './FirstWords.tsx';
import { LedgerCards } from './LedgerCards.tsx';
import { LedgerTable } from './LedgerTable.tsx';
import {
  endAfter,
  type LedgerFilter,
  type LedgerPage,
  pageFiltered,
  pageInTime,
  passes,
} from './ledger-page.ts';
import { ledgerRows, outcomesOf } from './ledger-rows.ts';

type Instant = Timeline['length'];

/** Photons asked about in one search; "Search on" adds as many again. */
const SEARCH_BUDGET = 4_000;
const SEARCH_MORE = 40_000;

/** Widths in CSS px from which the table has so many columns; below both it is a list of cards. */
const WIDE = 520;
const COMPACT = 370;
const CARDS = 6;

/** Every photon with what each person did to it, as far as the observer may know. */
export function LedgerPanel({
  view,
  timeline,
  onSeek,
  highlight = null,
  onHighlight = () => {},
  bare = false,
}: {
  readonly view: KnowledgeView;
  readonly timeline: Timeline;
  readonly onSeek: (instant: Instant) => void;
  /** The photon pointed at elsewhere, such as on the stage. */
  readonly highlight?: number | null;
  readonly onHighlight?: (pulse: number | null) => void;
  readonly bare?: boolean;
}) {
  const say = useWords();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box) ?? WIDE;
  const [filter, setFilter] = useState<LedgerFilter>('time');
  const [end, setEnd] = useState<number | null>(null);
  const [budget, setBudget] = useState(SEARCH_BUDGET);
  const columns = width >= WIDE ? 12 : width >= COMPACT ? 6 : CARDS;
  const sent = view.pulsesSent;

  const page = useMemo(
    () => pageOf(view, { filter, columns, budget, end }),
    [view, filter, columns, budget, end],
  );
  const rows = useMemo(() => ledgerRows(view), [view]);
  const shown = page.photons.filter((pulse) => pulse !== null);
  const first = shown[0];
  const last = shown.at(-1);

  const turn = (direction: -1 | 1) => {
    const next = turned(view, { filter, columns, budget, page, direction });
    if (next !== 'stay') setEnd(next);
  };
  const choose = (next: LedgerFilter) => {
    setFilter(next);
    setEnd(null);
    setBudget(SEARCH_BUDGET);
  };
  const select = (pulse: number) => onSeek(timeline.instantOfPulse(pulse) + 1);
  // Ten rows need the height of the legend's line, and a wide head has room for it.
  const headed = view.twoLinks && width >= WIDE;
  const legend = <Legend view={view} />;
  const following = end === null || end >= sent;

  return (
    <Panel
      title={say('ledger.title')}
      detail={
        first === undefined || last === undefined
          ? undefined
          : say('ledger.photons', { from: first + 1, to: last + 1 })
      }
      under={headed && <div className="flex gap-x-3 text-ink2 text-xs">{legend}</div>}
      bare={bare}
      dense={view.twoLinks}
      aside={
        <div className={classes('flex items-center gap-1', view.twoLinks && '-my-px')}>
          <Segmented
            label={say('ledger.filter')}
            value={filter}
            options={[
              { value: 'time', label: say('ledger.filter.time') },
              { value: 'kept', label: say('ledger.filter.kept') },
              { value: 'different', label: say('ledger.filter.different') },
            ]}
            onChange={choose}
          />
          <IconButton
            label={say('ledger.earlier')}
            disabled={first === undefined || first === 0}
            onClick={() => turn(-1)}
          >
            <ChevronLeftIcon />
          </IconButton>
          <IconButton
            label={say('ledger.later')}
            disabled={end === null}
            onClick={() => turn(1)}
            className="-ml-1"
          >
            <ChevronRightIcon />
          </IconButton>
        </div>
      }
    >
      <div ref={box} className={classes(!bare && 'mx-4', headed ? '' : bare ? 'pb-1' : 'pb-1.5')}>
        {shown.length === 0 ? (
          sent === 0 ? (
            <FirstWords />
          ) : (
            <div className="flex min-h-40 items-center justify-center px-4 text-center">
              <PanelNote>
                {page.searchedTo === null
                  ? emptyWords(say, view, filter)
                  : say('ledger.none-found')}
              </PanelNote>
            </div>
          )
        ) : columns === 12 || width >= COMPACT ? (
          <LedgerTable
            view={view}
            rows={rows}
            photons={page.photons}
            highlight={highlight}
            onHighlight={onHighlight}
            onSelect={select}
            onTurn={turn}
          />
        ) : (
          <LedgerCards
            view={view}
            rows={rows}
            photons={page.photons}
            highlight={highlight}
            onSelect={select}
          />
        )}
        {(!headed || page.searchedTo !== null || !following) && (
          <div className="flex min-h-6 flex-wrap items-center gap-x-3 gap-y-1 pt-0.5 text-ink2 text-xs">
            {!headed && legend}
            <span className="ml-auto inline-flex items-center gap-2">
              {page.searchedTo !== null && (
                <>
                  <span role="status">{say('ledger.searched', { to: page.searchedTo + 1 })}</span>
                  <Button
                    size="small"
                    look="quiet"
                    className="!h-6 !px-2 !text-xs scroll-mb-16"
                    onClick={() => setBudget(budget + SEARCH_MORE)}
                  >
                    {say('ledger.search-on')}
                  </Button>
                </>
              )}
              {!following && (
                <Button
                  size="small"
                  look="quiet"
                  className="!h-6 !px-2 !text-xs scroll-mb-16"
                  onClick={() => setEnd(null)}
                >
                  {say('ledger.follow')}
                </Button>
              )}
            </span>
          </div>
        )}
      </div>
    </Panel>
  );
}

/** What the hatch and the dashes mean, where this observer can see them. */
function Legend({ view }: { readonly view: KnowledgeView }) {
  const say = useWords();
  return (
    <>
      {view.sight('eve-knows') !== 'none' && (
        <span className="inline-flex items-center gap-1.5">
          <span
            aria-hidden="true"
            className="hatched h-3.5 w-[18px] rounded"
            style={{ backgroundImage: HATCH }}
          />
          {say('ledger.eve-knows')}
        </span>
      )}
      {view.test() !== null && (
        <span className="inline-flex items-center gap-1.5">
          <span
            aria-hidden="true"
            className="h-3.5 w-[18px] rounded border border-ink3 border-dashed"
          />
          {say('ledger.spent')}
        </span>
      )}
    </>
  );
}

interface Asked {
  readonly filter: LedgerFilter;
  readonly columns: number;
  readonly budget: number;
}

function wantedIn(view: KnowledgeView, filter: LedgerFilter): (pulse: number) => boolean {
  return (pulse) => passes(filter, outcomesOf(view, pulse));
}

function pageOf(
  view: KnowledgeView,
  { filter, columns, budget, end }: Asked & { readonly end: number | null },
): LedgerPage {
  const sent = view.pulsesSent;
  if (filter === 'time') return pageInTime({ sent, pulses: view.pulses, columns, end });
  return pageFiltered({
    end: Math.min(end ?? sent, sent),
    columns,
    budget,
    wanted: wantedIn(view, filter),
  });
}

/** The end of the page before or after this one; null follows the playhead. */
function turned(
  view: KnowledgeView,
  given: Asked & { readonly page: LedgerPage; readonly direction: -1 | 1 },
): number | null | 'stay' {
  const { filter, columns, budget, page, direction } = given;
  const shown = page.photons.filter((pulse) => pulse !== null);
  const first = shown[0];
  const last = shown.at(-1);
  if (first === undefined || last === undefined) return 'stay';
  if (direction < 0) return first === 0 ? 'stay' : first;
  if (filter === 'time') {
    return last + 1 >= view.pulsesSent ? null : last + 1 + columns;
  }
  return endAfter({
    from: last + 1,
    sent: view.pulsesSent,
    columns,
    budget,
    wanted: wantedIn(view, filter),
  });
}

function emptyWords(
  say: ReturnType<typeof useWords>,
  view: KnowledgeView,
  filter: LedgerFilter,
): string {
  if (view.pulsesSent === 0 || filter === 'time') return say('ledger.empty');
  const who = view.observer;
  if (filter === 'kept') {
    return view.kept() === null ? say('ledger.none-known-kept', { who }) : say('ledger.none-kept');
  }
  return view.sight('error-rate') === 'none'
    ? say('ledger.none-known-different', { who })
    : say('ledger.none-different');
}
