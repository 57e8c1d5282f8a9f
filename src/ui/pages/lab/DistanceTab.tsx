import { type ReactNode, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../../../content/words/use-words.ts';
import { expectedAt, textbookOf } from '../../../scenarios/distance/lines.ts';
import { SERIES, type SeriesId } from '../../../scenarios/distance/sweep.ts';
import { publishedSystems } from '../../../scenarios/distance/systems.ts';
import { viewOf } from '../../../scenarios/knowledge/view-of.ts';
import {
  cancelSweep,
  changeDistance,
  choosePreset,
  distanceOn,
  distanceStore,
  distanceTable,
  executedPoints,
  lookAt,
  MOST_KM,
  problemOf,
  runHere,
  runLaser,
  runSweep,
  sweepSize,
} from '../../../store/distance.ts';
import { observerStore } from '../../../store/observer.ts';
import { runStore } from '../../../store/run.ts';
import { copyText } from '../../clipboard.ts';
import { formatSeed } from '../../format.ts';
import { announce } from '../../live-region.tsx';
import { BoxControls } from '../../panels/distance/BoxControls.tsx';
import { drawnLines } from '../../panels/distance/drawn-lines.ts';
import { download, svgText } from '../../panels/distance/export.ts';
import { type HereRow, HereTable } from '../../panels/distance/HereTable.tsx';
import { LaserPanel } from '../../panels/distance/LaserPanel.tsx';
import { Legend } from '../../panels/distance/Legend.tsx';
import { PointsTable } from '../../panels/distance/PointsTable.tsx';
import { RateChart } from '../../panels/distance/RateChart.tsx';
import { SweepBar } from '../../panels/distance/SweepBar.tsx';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Card } from '../../parts/Panel.tsx';
import { Segmented } from '../../parts/Segmented.tsx';
import { Slider } from '../../parts/Slider.tsx';
import { useFrameSize } from '../../use-frame-size.ts';
import { TabHead } from './TabHead.tsx';

/** How long a hand must rest before what it chose is executed, ms. */
const REST_MS = 350;

/** Secret bits per pulse against distance: runs beside their formulas. */
export function DistanceTab({ head, wide }: { readonly head: ReactNode; readonly wide: boolean }) {
  const say = useWords();
  const seed = useStore(runStore, ({ config }) => config.seed);
  useEffect(() => distanceOn(seed), [seed]);
  const state = useStore(distanceStore);
  const { setting, system, km, samples, visited, progress, ended, laser, looking } = state;
  const observer = useStore(observerStore, ({ observer }) => observer);
  const phone = useFrameSize() === 'vertical';
  const svg = useRef<SVGSVGElement>(null);
  const [lineKind, setLineKind] = useState<'runs' | 'textbook'>('runs');

  const problem = useMemo(() => problemOf(setting), [setting]);
  // Lines take a moment; the hand on a slider goes first.
  const drawnSetting = useDeferredValue(setting);
  const lines = useMemo(
    () => drawnLines(drawnSetting, system, lineKind, MOST_KM),
    [drawnSetting, system, lineKind],
  );
  const points = useMemo(
    () => executedPoints({ setting, samples, visited }),
    [setting, samples, visited],
  );
  const size = useMemo(() => sweepSize({ setting, samples, visited }), [setting, samples, visited]);
  const here = useMemo(
    () =>
      Object.fromEntries(
        SERIES.map((series) => [
          series,
          {
            point: points.find((point) => point.series === series && point.km === km) ?? null,
            expected: expectedAt(drawnSetting, { series, km }),
          },
        ]),
      ) as Record<SeriesId, HereRow>,
    [points, drawnSetting, km],
  );

  useEffect(() => {
    if (problem !== null || setting.seed !== seed) return;
    const timer = setTimeout(() => runHere(km), REST_MS);
    return () => clearTimeout(timer);
  }, [setting, km, problem, seed]);
  useEffect(() => {
    if (problem !== null || setting.seed !== seed) return;
    const timer = setTimeout(runLaser, REST_MS);
    return () => clearTimeout(timer);
  }, [setting, problem, seed]);

  const reaches = SERIES.map((series) => {
    const keys = points.filter((point) => point.series === series && point.withKey > 0);
    return say('distance.sweep.told.reach', {
      series: say(`distance.series.${series}`),
      km: keys.length === 0 ? -1 : Math.max(...keys.map((point) => point.km)),
    });
  }).join(' ');
  // Said once, when a sweep ends; what it found is read at that moment.
  const told = useRef(ended);
  useEffect(() => {
    if (told.current === ended) return;
    told.current = ended;
    if (ended === 'finished') {
      announce(say('distance.sweep.told.finished', { runs: size.runs, reaches }), true);
    } else if (ended === 'cancelled') {
      announce(say('distance.sweep.told.cancelled', { executed: size.executed }), true);
    }
  }, [ended, size, reaches, say]);

  const title = (
    <div>
      <p className="font-semibold text-[12px] text-ink3">
        {say('distance.eyebrow', {
          loss: setting.lossDbPerKm,
          efficiency: setting.efficiency,
          signal: setting.signal,
          seed: formatSeed(setting.seed),
        })}
      </p>
      <h2 className="font-bold text-title">{say('question.distance')}</h2>
    </div>
  );
  const laserView = useMemo(
    () => laser && viewOf(laser, observer, laser.length),
    [laser, observer],
  );
  const laserPanel = (
    <LaserPanel
      view={laserView}
      sent={laser?.config.exchange.meanPhotonNumber ?? setting.signal}
      signal={setting.signal}
      observer={observer}
    />
  );
  const published = publishedSystems.find(({ id }) => id === system);
  const finitePulses = textbookOf(drawnSetting, system)?.run.pulses ?? 0;
  const chart = (
    <section aria-labelledby="distance-chart" className="flex min-w-0 flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <h3 id="distance-chart" className="font-[650] text-[14px] text-ink">
          {say('distance.chart.title')}
        </h3>
        <div className="flex items-center gap-2 text-[12px] text-ink2">
          <span aria-hidden="true">{say('distance.lines')}</span>
          <Segmented
            label={say('distance.lines')}
            value={lineKind}
            options={[
              { value: 'runs', label: say('distance.lines.runs') },
              { value: 'textbook', label: say('distance.lines.textbook') },
            ]}
            onChange={setLineKind}
          />
        </div>
      </div>
      <RateChart
        svg={svg}
        points={points}
        lines={lines}
        letters={lineKind === 'textbook'}
        finitePulses={finitePulses}
        km={km}
        mostKm={MOST_KM}
        height={wide ? 340 : 300}
        summary={say('distance.chart.summary', { points: points.length, reaches })}
        onKm={lookAt}
      />
      <Legend
        lines={lines}
        textbook={lineKind === 'textbook'}
        pulses={finitePulses}
        accounting={setting.accounting}
      />
      <p className="text-[12px] text-ink2 leading-[1.4]">
        {points.length === 0 ? say('distance.chart.empty') : say('distance.chart.key')}{' '}
        {points.length > 0 && say('distance.chart.bars', { runs: setting.repeats })}{' '}
        {say(`distance.lines.${lineKind}.more`)}{' '}
        {lineKind === 'textbook' &&
          published &&
          say('distance.lines.textbook.of', { name: published.name })}
      </p>
      {setting.accounting === 'single-photons-assumed' && <Notice>{say('distance.naive')}</Notice>}
    </section>
  );
  const sweep = (
    <SweepBar
      {...size}
      mostKm={MOST_KM}
      progress={progress}
      ended={ended}
      points={points.length}
      refused={problem !== null}
      onRun={runSweep}
      onCancel={cancelSweep}
      onCsv={() => download(distanceTable(state), 'text/csv', 'distance.csv')}
      onSvg={() => {
        if (svg.current) {
          const about = JSON.stringify({ setting, system });
          download(svgText(svg.current, about), 'image/svg+xml', 'distance.svg');
        }
      }}
    />
  );
  const controls = (
    <Card className={wide ? 'px-[18px] py-3.5' : 'px-4 py-3'}>
      <h3 className="mb-2.5 font-[650] text-[14px] text-ink">{say('distance.boxes')}</h3>
      <BoxControls
        setting={setting}
        system={system}
        problem={problem}
        onChange={changeDistance}
        onPreset={choosePreset}
      />
    </Card>
  );
  return (
    <>
      <TabHead head={head} wide={wide} title={title} spoken={say('lab.tab.distance')} />
      <Failure />
      <div
        className={
          wide
            ? 'grid grid-cols-[minmax(0,1fr)_312px] items-start gap-3 pb-4'
            : 'flex flex-col gap-3 pb-3'
        }
      >
        <div className="flex min-w-0 flex-col gap-3">
          <Card
            className={
              wide
                ? 'grid min-w-0 grid-cols-[minmax(0,1fr)_264px] gap-4 px-4 py-3.5'
                : 'min-w-0 px-3 py-3'
            }
          >
            <div className="flex min-w-0 flex-col gap-2">
              {chart}
              {sweep}
            </div>
            {wide && <div className="border-line border-l pl-4">{laserPanel}</div>}
          </Card>
          <Card className="min-w-0 px-4 py-3">
            <div
              className={
                wide ? 'grid grid-cols-[minmax(0,1fr)_220px] gap-5' : 'flex flex-col gap-3'
              }
            >
              <HereTable km={km} rows={here} busy={looking} stacked={phone} />
              <Slider
                label={say('distance.here.handle')}
                value={km}
                step={5}
                shape={{ min: 0, max: MOST_KM, whole: true, unit: 'km' }}
                onChange={lookAt}
              />
            </div>
            <PointsTable points={points} />
          </Card>
          {!wide && <Card className="min-w-0 px-4 py-3">{laserPanel}</Card>}
        </div>
        {controls}
      </div>
    </>
  );
}

function Failure() {
  const say = useWords();
  const { failure, withoutWorker } = useStore(distanceStore);
  if (failure !== null) {
    return (
      <Notice
        urgent
        title={say('distance.failed')}
        actions={
          <>
            <Button size="small" onClick={runSweep}>
              {say('distance.again')}
            </Button>
            <Button size="small" onClick={() => copyText(failure)}>
              {say('run.copy-details')}
            </Button>
          </>
        }
      >
        {say('distance.failed.more')} {withoutWorker && say('distance.without-worker')}
      </Notice>
    );
  }
  return withoutWorker ? <Notice>{say('distance.without-worker')}</Notice> : null;
}
