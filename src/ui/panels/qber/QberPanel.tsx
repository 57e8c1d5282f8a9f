import { useMemo, useState } from 'react';
import { useWords, type WordKey } from '../../../content/words/use-words.ts';
import type { KnowledgeView } from '../../../scenarios/knowledge/view.ts';
import { QberChart } from '../../charts/QberChart.tsx';
import { FIRST_KEPT } from '../../charts/qber.chart.ts';
import { formatPercent, formatUncertainty } from '../../format.ts';
import { Button } from '../../parts/Button.tsx';
import { OnlyYouChip } from '../../parts/Chip.tsx';
import { classes } from '../../parts/classes.ts';
import { Figure, type FigureReader } from '../../parts/Figure.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { QberTable } from './QberTable.tsx';
import { curves, everybodyCounts, type HeadFigure, headFigures, samples } from './qber-lines.ts';

/** How many bits differ, as far as the observer may count them. */
export function QberPanel({
  view,
  limit,
  finiteLimit = null,
  bare = false,
  height = 128,
}: {
  readonly view: KnowledgeView;
  /** This run's own limit: `estimation.abortAbove`. Public from the start. */
  readonly limit: number;
  /** Above it a run of this size has no key left; null where the length is not reckoned so. */
  readonly finiteLimit?: number | null;
  readonly bare?: boolean;
  /** Of the chart, CSS px. */
  readonly height?: number;
}) {
  const say = useWords();
  const [split, setSplit] = useState(false);
  const [table, setTable] = useState(false);
  const series = useMemo(() => curves(view, split), [view, split]);
  const tests = useMemo(() => samples(view), [view]);
  const heads = useMemo(() => headFigures(view), [view]);
  const seesAll = view.sight('error-rate') === 'full';
  const open = everybodyCounts(view);
  const drawn = series.some(({ points }) => (points.at(-1)?.kept ?? 0) >= FIRST_KEPT);
  const [head] = heads;
  const [test] = tests;
  const summary = head
    ? say(head.of === 'kept' ? 'qber.summary' : 'qber.summary-test', {
        kept: head.rate.kept,
        errors: head.rate.errors,
        rate: head.rate.errors / head.rate.kept,
        low: head.rate.low,
        high: head.rate.high,
      })
    : say('qber.summary-empty');

  return (
    <Panel
      title={say('qber.title')}
      bare={bare}
      aside={seesAll && !open && view.observer === 'everyone' ? <OnlyYouChip /> : undefined}
    >
      <div className={bare ? '' : 'px-4 pb-2'}>
        <Heads heads={heads} />
        <div className={classes('pt-1', !bare && '-mx-2')}>
          {table ? (
            <QberTable series={series} height={height} />
          ) : (
            <QberChart
              series={series}
              tests={tests}
              limit={limit}
              finiteLimit={finiteLimit}
              summary={summary}
              note={seesAll && !drawn ? say('qber.needs-ten') : undefined}
              height={height}
            />
          )}
        </div>
        <div className="flex flex-wrap items-start justify-between gap-x-2 gap-y-0.5 pt-1">
          <div className="min-w-0 flex-[1_1_190px] text-ink2 text-xs leading-[1.35]">
            {say(noteOf(view, { test, seesAll, open }), {
              who: view.observer,
              rate: test?.rate ?? 0,
              limit: test?.limit ?? limit,
            })}
          </div>
          {seesAll && drawn && (
            <div className="-mx-1.5 flex shrink-0">
              {!view.twoLinks && (
                <Button
                  size="small"
                  look="quiet"
                  aria-pressed={split}
                  onClick={() => setSplit(!split)}
                  className={classes('!px-1.5 !h-6 !text-xs', split && 'bg-track !text-ink')}
                >
                  {say('qber.split')}
                </Button>
              )}
              <Button
                size="small"
                look="quiet"
                aria-pressed={table}
                onClick={() => setTable(!table)}
                className={classes('!px-1.5 !h-6 !text-xs', table && 'bg-track !text-ink')}
              >
                {say('qber.table')}
              </Button>
            </div>
          )}
        </div>
      </div>
    </Panel>
  );
}

/** One sentence: what the test said, or when somebody will know. */
function noteOf(
  view: KnowledgeView,
  {
    test,
    seesAll,
    open,
  }: {
    readonly test: { readonly rate: number; readonly limit: number } | undefined;
    readonly seesAll: boolean;
    readonly open: boolean;
  },
): WordKey {
  if (seesAll && open) return 'qber.public';
  if (test) return test.rate > test.limit ? 'qber.tested-above' : 'qber.tested-below';
  if (view.verdict !== null) return 'qber.never';
  return seesAll ? 'qber.finds-out' : 'qber.not-yet';
}

/** The figure in large, or two side by side with Eve in the middle. */
function Heads({ heads }: { readonly heads: readonly HeadFigure[] }) {
  const say = useWords();
  if (heads.length === 0) {
    return (
      <p className="flex h-10 items-center font-semibold text-[17px] text-ink3">
        {say('qber.none')}
      </p>
    );
  }
  if (heads.length > 1) {
    return (
      <div className="flex min-h-10 gap-6">
        {heads.map((head) => (
          <div key={head.path} className="min-w-0">
            <div className="text-ink2 text-xs">
              {say(head.link === 'near' ? 'qber.near' : 'qber.far')}
            </div>
            <div className="flex items-baseline gap-1.5">
              <Figure
                read={readerOf(head)}
                path={head.path}
                missing={say('qber.none')}
                className="font-bold text-[22px] text-ink leading-tight tracking-[-.02em]"
              />
              <span className="text-[13px] text-ink2">{formatUncertainty(head.rate)}</span>
            </div>
          </div>
        ))}
      </div>
    );
  }
  return heads.map((head) => (
    <div key={head.path} className="flex h-10 items-baseline gap-2">
      <Figure
        read={readerOf(head)}
        path={head.path}
        missing={say('qber.none')}
        className="font-bold text-ink text-stat leading-[1.15]"
      />
      <span className="whitespace-nowrap font-medium text-base text-ink2">
        {formatUncertainty(head.rate)}
      </span>
      <span className="ml-auto min-w-0 self-center text-balance text-right text-[13px] text-ink3 leading-[1.3] tabular-nums">
        {say(head.of === 'kept' ? 'qber.of' : 'qber.of-test', {
          errors: head.rate.errors,
          kept: head.rate.kept,
        })}
      </span>
    </div>
  ));
}

function readerOf({ rate }: HeadFigure): FigureReader {
  return () => formatPercent(rate.errors / rate.kept);
}
