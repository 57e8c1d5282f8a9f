import { useMemo, useState } from 'react';
import { type SayWords, useWords } from '../../../content/words/use-words.ts';
import type { Odds } from '../../../scenarios/knowledge/view.ts';
import { PolariserChart } from '../../charts/PolariserChart.tsx';
import { standardError } from '../../charts/polariser.chart.ts';
import { Button } from '../../parts/Button.tsx';
import { Segmented } from '../../parts/Segmented.tsx';
import { Slider } from '../../parts/Slider.tsx';
import { Toggle } from '../../parts/Toggle.tsx';
import { Bench } from './Bench.tsx';
import {
  angleOf,
  axisAngle,
  countsAt,
  type FireRequest,
  type FireResult,
  type FixedMeasurement,
  type FixedPreparation,
  measuredOf,
  type Tally,
  withVolley,
} from './experiment.ts';
import { StateCircle } from './StateCircle.tsx';
import './light.css';

const STATES = ['H', 'V', 'D', 'A', 'mixture-HV', 'angle'] as const;
type StateChoice = (typeof STATES)[number];
const MANY = 1_000;
const SWEEP_STEP = 15;
const ANGLE = { min: 0, max: 179, whole: true, unit: '°' } as const;
/** Where "Angle" starts: between the named states. */
const FIRST_ANGLE = 30;

/** One polarised photon meets one measurement, as often as the reader likes. */
export function LightPanel({
  fire,
  oddsOf,
}: {
  readonly fire: (request: FireRequest) => FireResult;
  readonly oddsOf: (prepare: FixedPreparation, measure: FixedMeasurement) => Odds;
}) {
  const say = useWords();
  const [prepare, setPrepare] = useState<FixedPreparation>('D');
  const [before, setBefore] = useState<FixedPreparation | null>(null);
  const [measure, setMeasure] = useState(0);
  const [tally, setTally] = useState<Tally>(new Map());
  const [last, setLast] = useState<0 | 1 | null>(null);
  const [shots, setShots] = useState(0);
  const [circle, setCircle] = useState(false);

  const odds = oddsOf(prepare, measure);
  const counts = countsAt(tally, prepare, measure);
  const fired = counts.zeros + counts.ones;
  const angle = angleOf(prepare);
  const chosen: StateChoice = typeof prepare === 'number' ? 'angle' : prepare;

  const series = useMemo(() => {
    const of = (state: FixedPreparation) => ({
      chanceOfZero: (at: number) => oddsOf(state, at).zero,
      measured: measuredOf(tally, state),
    });
    return before === null ? [of(prepare)] : [of(prepare), of(before)];
  }, [prepare, before, tally, oddsOf]);

  const choose = (next: FixedPreparation) => {
    // The state before stays in the picture when it was measured, for comparison.
    if (measuredOf(tally, prepare).length > 0 && next !== prepare) setBefore(prepare);
    else if (next === before) setBefore(null);
    setPrepare(next);
    setLast(null);
  };
  const turnAnalyser = (next: number) => {
    setMeasure(axisAngle(next));
    setLast(null);
  };
  const shoot = (count: number) => {
    const result = fire({ prepare, measure, from: fired, count });
    setTally(withVolley(tally, { prepare, angle: measure, ...pick(result) }));
    setLast(result.last);
    setShots(shots + 1);
  };
  const sweep = () => {
    let next = tally;
    for (let at = 0; at < 180; at += SWEEP_STEP) {
      const { zeros, ones } = countsAt(next, prepare, at);
      const result = fire({ prepare, measure: at, from: zeros + ones, count: MANY });
      next = withVolley(next, { prepare, angle: at, ...pick(result) });
    }
    setTally(next);
  };
  const clear = () => {
    setTally(new Map());
    setBefore(null);
    setLast(null);
  };

  return (
    <section aria-label={say('light.title')} className="@container min-w-0">
      <div className="grid gap-x-8 gap-y-5 @min-[760px]:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)]">
        <div className="min-w-0">
          <p className="mb-3 text-ink2">{say('light.lead')}</p>
          <Bench
            angle={angle}
            measure={measure}
            odds={odds}
            last={last}
            shots={shots}
            onTurnPhoton={choose}
            onTurnAnalyser={turnAnalyser}
          />
          <div className="mt-3 flex flex-wrap gap-2">
            <Button look="primary" onClick={() => shoot(1)}>
              {say('light.fire-one')}
            </Button>
            <Button onClick={() => shoot(MANY)}>{say('light.fire-many')}</Button>
            <Button onClick={sweep}>{say('light.sweep')}</Button>
            <Button look="quiet" disabled={tally.size === 0} onClick={clear}>
              {say('light.reset')}
            </Button>
          </div>
          <p role="status" className="mt-2.5 min-h-[38px] text-[13px] text-ink2">
            {fired === 0
              ? say('light.none')
              : say('light.counts', {
                  zeros: counts.zeros,
                  n: fired,
                  share: counts.zeros / fired,
                  error: standardError(counts) * 100,
                  odds: odds.zero,
                })}{' '}
            {last !== null && say('light.last', { last })}
          </p>
          <div className="mt-2 flex flex-col gap-3.5">
            <div>
              <div className="mb-1.5 text-[13px] text-ink2">{say('light.state')}</div>
              <Segmented
                label={say('light.state')}
                value={chosen}
                options={STATES.map((value) => ({
                  value,
                  label: say(`light.state.${value}`),
                  spoken: say(`light.state.spoken.${value}`),
                }))}
                onChange={(value) => choose(value === 'angle' ? (angle ?? FIRST_ANGLE) : value)}
                stretch
              />
            </div>
            {typeof prepare === 'number' && (
              <Slider
                label={say('light.photon-angle')}
                value={prepare}
                shape={ANGLE}
                step={1}
                onChange={choose}
              />
            )}
            <Slider
              label={say('light.measure-angle')}
              value={measure}
              shape={ANGLE}
              step={1}
              onChange={turnAnalyser}
              effect={hint(say, prepare, measure)}
            />
            <Segmented
              label={say('light.measure-basis')}
              value={measure === 0 ? 'plus' : measure === 45 ? 'cross' : 'other'}
              options={(['plus', 'cross', 'other'] as const).map((value) => ({
                value,
                label: say(`light.basis.${value}`),
                spoken: say(`light.basis.spoken.${value}`),
              }))}
              onChange={(value) => turnAnalyser({ plus: 0, cross: 45, other: 22 }[value])}
            />
          </div>
        </div>
        <div className="min-w-0">
          <h3 className="mb-2 font-[650] text-[14px]">{say('light.chart')}</h3>
          <PolariserChart
            angle={measure}
            series={series}
            summary={say('light.summary', {
              name: nameOf(say, prepare),
              n: measuredOf(tally, prepare).length,
            })}
          />
          <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-ink2 text-xs">
            <KeyOf say={say} prepare={prepare} dashed={false} />
            {before !== null && <KeyOf say={say} prepare={before} dashed />}
          </ul>
          <p className="mt-2 text-[13px] text-ink2">{say('light.hint.mixture')}</p>
          <div className="mt-2 border-line border-t pt-1">
            <Toggle label={say('light.circle')} on={circle} onChange={setCircle} />
            {circle && <StateCircle angle={angle} measure={measure} />}
          </div>
        </div>
      </div>
    </section>
  );
}

function KeyOf({
  say,
  prepare,
  dashed,
}: {
  readonly say: SayWords;
  readonly prepare: FixedPreparation;
  readonly dashed: boolean;
}) {
  return (
    <li className="flex items-center gap-1.5">
      <svg viewBox="0 0 26 10" className="h-2.5 w-[26px]" aria-hidden="true">
        <path
          d="M0 5H26"
          stroke={dashed ? 'var(--ink3)' : 'var(--ink)'}
          strokeWidth="1.7"
          strokeDasharray={dashed ? '4 3' : undefined}
        />
        {dashed ? (
          <rect
            x="9.8"
            y="1.8"
            width="6.4"
            height="6.4"
            fill="var(--surface)"
            stroke="var(--ink3)"
            strokeWidth="1.6"
          />
        ) : (
          <circle
            cx="13"
            cy="5"
            r="3.6"
            fill="var(--surface)"
            stroke="var(--ink)"
            strokeWidth="1.8"
          />
        )}
      </svg>
      {say(prepare === 'mixture-HV' ? 'light.key.mixture' : 'light.key.now', {
        name: nameOf(say, prepare),
      })}
    </li>
  );
}

function nameOf(say: SayWords, prepare: FixedPreparation): string {
  if (typeof prepare === 'number') return say('light.name.angle', { angle: prepare });
  return prepare === 'mixture-HV' ? say('light.name.mixture-HV') : say(`light.state.${prepare}`);
}

/** What this pair of angles shows, in one sentence. */
function hint(say: SayWords, prepare: FixedPreparation, measure: number): string | undefined {
  const angle = angleOf(prepare);
  if (angle === null) return undefined;
  switch (axisAngle(angle - measure)) {
    case 0:
      return say('light.hint.same');
    case 90:
      return say('light.hint.cross');
    case 45:
    case 135:
      return say('light.hint.half');
    default:
      return say('light.hint.between');
  }
}

const pick = ({ zeros, ones }: FireResult) => ({ zeros, ones });
