import { type ReactNode, useEffect, useLayoutEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../../../content/words/use-words.ts';
import { relaySeenBy } from '../../../scenarios/knowledge/relay-view.ts';
import { observerStore } from '../../../store/observer.ts';
import {
  CHART_KM,
  CHART_RELAYS,
  cancelRelays,
  chainConfig,
  chainOf,
  chartOf,
  chooseRelays,
  executeChain,
  executeChart,
  relaysOn,
  relaysStore,
} from '../../../store/relays.ts';
import { runStore } from '../../../store/run.ts';
import { copyText } from '../../clipboard.ts';
import { formatSeed } from '../../format.ts';
import { announce } from '../../live-region.tsx';
import { Chain } from '../../panels/relays/Chain.tsx';
import { ChainResult } from '../../panels/relays/ChainResult.tsx';
import { ChartPart } from '../../panels/relays/ChartPart.tsx';
import { expectedLines } from '../../panels/relays/expected.ts';
import { HopsTable } from '../../panels/relays/HopsTable.tsx';
import { Published } from '../../panels/relays/Published.tsx';
import { RelayControls } from '../../panels/relays/RelayControls.tsx';
import { shortOf, storyOf } from '../../panels/relays/story.ts';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Card } from '../../parts/Panel.tsx';
import { useFrameSize } from '../../use-frame-size.ts';
import { TabHead } from './TabHead.tsx';

/** Picture only: so many hops stand in a row with their figures. */
const MOST_IN_A_ROW = { wide: 5, compact: 4 };

/** A long way in hops: which boxes see the key, what one of them gives away, and how far a key comes. */
export function RelaysTab({ head, wide }: { readonly head: ReactNode; readonly wide: boolean }) {
  const say = useWords();
  const state = useStore(relaysStore);
  const observer = useStore(observerStore, ({ observer }) => observer);
  const seed = useStore(runStore, ({ config }) => config.seed);
  const narrow = useFrameSize() === 'vertical';
  // Before the first picture, which would offer to run what is about to run.
  useLayoutEffect(() => relaysOn(seed), [seed]);
  // Nobody waits for a chart that is not looked at.
  useEffect(() => () => cancelRelays('chart'), []);

  const { base, choice, waiting, progress, cancelled } = state;
  const run = chainOf(state);
  const view = useMemo(() => run && relaySeenBy(run, observer), [run, observer]);
  const few = choice.nodes + 1 <= MOST_IN_A_ROW[wide ? 'wide' : 'compact'];
  const busy = waiting.chain.length > 0;
  const config = chainConfig(state);
  const { channel } = config;
  const perKm = 'lengthKm' in channel ? channel.lossDbPerKm : 0;
  const lossDb = 'lengthKm' in channel ? channel.lengthKm * perKm : channel.lossDb;
  const standing = busy
    ? 'waiting'
    : state.failure !== null
      ? 'failed'
      : cancelled.chain
        ? 'cancelled'
        : 'not-run';
  const story = view
    ? storyOf(say, view)
    : {
        title: say(`relays.title.${standing}`),
        more:
          standing === 'waiting'
            ? say('relays.title.more.waiting', { share: Math.floor(progress.chain * 100) / 100 })
            : standing === 'cancelled'
              ? say('relays.title.more.cancelled')
              : '',
      };
  const way =
    choice.km === null
      ? say('relays.way.loss', { db: shortOf(lossDb) })
      : say('relays.chart.km', { km: choice.km });
  const spoken = view ? say('relays.told', { way, relays: choice.nodes, ...story }) : '';
  useEffect(() => {
    if (spoken) announce(spoken, true);
  }, [spoken]);

  const runs = chartOf(state).map(({ nodes, km, run: of }) => ({
    nodes,
    km,
    rate: of ? (of.receipt.relay?.rate ?? 0) : null,
  }));
  const lines = useMemo(
    () =>
      expectedLines(CHART_RELAYS, Math.max(...CHART_KM), (nodes, km) =>
        chainConfig({ base, choice: { nodes, km, readOut: 0 } }),
      ),
    [base],
  );
  const executed = runs.filter(({ rate }) => rate !== null).length;
  const withKey = runs.filter(({ rate }) => rate !== null && rate > 0).length;
  const charted = executed === runs.length;
  useEffect(() => {
    if (charted)
      announce(
        say('relays.told.chart', { withKey, runs: CHART_KM.length * CHART_RELAYS.length }),
        true,
      );
  }, [charted, withKey, say]);
  const cancel = (line: 'chain' | 'chart') => {
    cancelRelays(line);
    announce(say('relays.told.cancelled'), true);
  };

  const title = (
    <div>
      <p className="font-semibold text-[12px] text-ink3">
        {say('relays.eyebrow', { photons: base.exchange.photons, seed: formatSeed(base.seed) })}
      </p>
      <h2 className="font-bold text-[18px] text-ink leading-[1.2] tracking-[-.018em]">
        {say('question.relays')}
      </h2>
    </div>
  );
  const chain = (
    <Card className="@container min-w-0 px-4 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="text-[13px] text-ink2 leading-[1.4]">{say('relays.chain.more')}</p>
        {wide && <p className="text-[12px] text-ink3">{say('relays.hops.note')}</p>}
      </div>
      <div className={narrow ? 'mt-3' : few ? 'mt-3 min-h-[88px]' : 'mt-3'}>
        <Chain nodes={choice.nodes} view={view} upright={narrow} few={few} />
      </div>
      {!narrow && !few && (
        <div className="mt-2 min-h-[190px]">{view && <HopsTable hops={view.hops} />}</div>
      )}
      {!wide && <p className="mt-1 text-[12px] text-ink3">{say('relays.hops.note')}</p>}
      <div className="mt-2 border-line border-t pt-2">
        <RelayControls
          choice={choice}
          perKm={perKm}
          lossDb={lossDb}
          observer={observer}
          onChange={chooseRelays}
        />
      </div>
    </Card>
  );
  const published = (
    <Card className="@container min-w-0 px-4 py-3">
      <Published view={view} nodes={choice.nodes} />
    </Card>
  );
  const result = (
    <Card className="min-w-0 px-4 py-3.5">
      <ChainResult
        view={view}
        story={story}
        busy={busy}
        accounting={base.amplification.accounting}
        onRun={executeChain}
        onCancel={() => cancel('chain')}
      />
    </Card>
  );
  const chart = (
    <Card className="min-w-0 px-4 py-3">
      <ChartPart
        runs={runs}
        lines={lines}
        series={CHART_RELAYS}
        lengths={CHART_KM}
        km={choice.km}
        progress={waiting.chart.length > 0 ? progress.chart : null}
        cancelled={cancelled.chart}
        wide={!narrow}
        onRun={executeChart}
        onCancel={() => cancel('chart')}
      />
    </Card>
  );
  return (
    <>
      <TabHead head={head} wide={wide} title={title} spoken={say('question.relays')} />
      <RelaysFailure failure={state.failure} />
      {narrow ? (
        <div className="flex flex-col gap-3 pb-3">
          {result}
          {chain}
          {published}
          {chart}
        </div>
      ) : (
        <div
          className={
            wide
              ? 'grid grid-cols-[minmax(0,1fr)_304px] items-start gap-3 pb-3'
              : 'flex flex-col gap-3 pb-3'
          }
        >
          {wide ? (
            <>
              <div className="flex min-w-0 flex-col gap-3">
                {chain}
                {published}
                {chart}
              </div>
              {result}
            </>
          ) : (
            <>
              {chain}
              <div className="grid grid-cols-2 items-start gap-3">
                {result}
                {published}
              </div>
              {chart}
            </>
          )}
        </div>
      )}
    </>
  );
}

function RelaysFailure({ failure }: { readonly failure: string | null }) {
  const say = useWords();
  if (failure === null) return null;
  return (
    <Notice
      urgent
      title={say('relays.failed')}
      actions={
        <>
          <Button size="small" onClick={executeChain}>
            {say('run.restart')}
          </Button>
          <Button size="small" onClick={() => copyText(failure)}>
            {say('run.copy-details')}
          </Button>
        </>
      }
    >
      {say('relays.failed-more')}
    </Notice>
  );
}
