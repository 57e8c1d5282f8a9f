import { useId } from 'react';
import { type SayWords, useWords } from '../../../content/words/use-words.ts';
import type { LifeView, RoundView } from '../../../scenarios/knowledge/life-view.ts';
import type { Plan, Setup } from '../../../store/lifecycle-plans.ts';
import { formatShare } from '../../format.ts';
import { Segmented } from '../../parts/Segmented.tsx';
import { LogSlider, Slider } from '../../parts/Slider.tsx';
import { PoolChart } from './PoolChart.tsx';
import {
  type Forecast,
  forecastOf,
  levelOf,
  type PoolState,
  poolState,
  seenShare,
} from './pool-state.ts';
import { Tank } from './Tank.tsx';

const TARGET = { min: 256, max: 65_536, whole: true, unit: 'bits' } as const;
const RESERVE_STEP = 64;

export interface PoolPanelProps {
  readonly view: LifeView;
  readonly round: number;
  /** "history d" */
  readonly what: string;
  readonly setup: Pick<Setup, 'poolTarget' | 'reserveBits'>;
  readonly onDry: Plan['onDry'];
  readonly onSetup: (changes: Partial<Setup>) => void;
  readonly onPlan: (changes: Partial<Plan>) => void;
}

/** The pool of sealing key after a round: level, what came in and went out, and how long it lasts. */
export function PoolPanel({
  view,
  round: at,
  what,
  setup,
  onDry,
  onSetup,
  onPlan,
}: PoolPanelProps) {
  const say = useWords();
  const id = useId();
  const here = Math.min(at, view.rounds.length - 1);
  const now = view.rounds[here]!;
  const state = poolState(view, here);
  const forecast = forecastOf(view, here);
  const { poolTarget, reserveBits } = view;
  const levels = view.rounds.slice(0, here + 1).map(levelOf);
  const share = seenShare(view.rounds.slice(0, here + 1));
  return (
    <section aria-labelledby={id} className="@container flex min-w-0 flex-col">
      <p className="font-semibold text-[12px] text-ink3">
        {say('pool.eyebrow', { what, round: now.round })}
      </p>
      <h3 id={id} className="mt-0.5 font-bold text-[20px] leading-[1.2] tracking-[-.015em]">
        {say(`pool.state.${state}`)}
      </h3>
      <p className="mt-1 min-h-[38px] text-[13px] text-ink2 leading-[1.45]">
        {say(moreKey(state, view.onDry))}
      </p>
      <div className="mt-1.5 flex items-start gap-4">
        <div className="flex gap-2">
          {(['alice', 'bob'] as const).map(
            (who) =>
              (view.observer === who ||
                view.observer === 'everyone' ||
                view.observer === 'eve') && (
                <Tank
                  key={who}
                  who={who}
                  level={now.pools[who]}
                  target={poolTarget}
                  reserve={reserveBits}
                />
              ),
          )}
        </div>
        <Flow now={now} forecast={forecast} reserveBits={reserveBits} />
      </div>
      <div className="mt-2">
        <PoolChart
          levels={levels}
          rounds={view.rounds.length - 1}
          target={poolTarget}
          reserve={reserveBits}
          forecast={forecast}
          forecastText={forecastText(say, forecast)}
        />
      </div>
      <dl className="mt-1 flex min-h-[34px] items-center justify-between gap-3 border-line border-t text-[13px]">
        <dt className="text-ink2">{say('pool.share')}</dt>
        <dd className="whitespace-nowrap font-semibold text-ink tabular-nums">
          {share === null
            ? say('pool.unknown')
            : (formatShare(share.spent, share.earned, 0) ?? say('pool.share.none'))}
        </dd>
      </dl>
      <div className="flex min-h-[46px] flex-wrap items-center justify-between gap-x-3 gap-y-1 border-line border-t py-1.5 text-[13px]">
        <span className="text-ink2">{say('pool.on-dry')}</span>
        <Segmented
          label={say('pool.on-dry')}
          value={onDry}
          options={(['stop', 'start-again'] as const).map((value) => ({
            value,
            label: say(`pool.on-dry.${value}`),
          }))}
          onChange={(chosen) => onPlan({ onDry: chosen })}
        />
      </div>
      <div className="flex flex-col gap-1.5 border-line border-t pt-1.5">
        <LogSlider
          label={say('pool.target')}
          value={setup.poolTarget}
          shape={TARGET}
          onChange={(poolTarget) => onSetup({ poolTarget })}
          effect={say('pool.target.effect')}
        />
        <Slider
          label={say('pool.reserve')}
          value={setup.reserveBits}
          shape={{ min: 0, max: setup.poolTarget, whole: true, unit: 'bits' }}
          step={RESERVE_STEP}
          onChange={(reserveBits) => onSetup({ reserveBits })}
          effect={say('pool.reserve.effect')}
        />
      </div>
    </section>
  );
}

function Flow({
  now: { spent, earned },
  forecast,
  reserveBits,
}: {
  readonly now: RoundView;
  readonly forecast: Forecast;
  readonly reserveBits: number;
}) {
  const say = useWords();
  return (
    <dl className="min-w-0 flex-1 text-[12.5px] leading-[1.35]">
      <dt className="font-semibold text-ink">{say('pool.in')}</dt>
      <dd className="mb-2 text-ink2 tabular-nums">
        {earned === null
          ? say('pool.unknown')
          : earned === 0
            ? say('pool.in.none')
            : say('pool.in.bits', { bits: earned })}
      </dd>
      <dt className="font-semibold text-ink">{say('pool.out')}</dt>
      <dd className="mb-2 text-ink2 tabular-nums">
        {spent === null
          ? say('pool.unknown')
          : spent === 0
            ? say('pool.in.none')
            : say('pool.out.bits', { bits: spent })}
      </dd>
      <dt className="text-ink2 tabular-nums">{say('pool.reserve-at', { bits: reserveBits })}</dt>
      <dd className="font-semibold text-ink tabular-nums" data-testid="forecast">
        {forecastText(say, forecast)}
      </dd>
    </dl>
  );
}

function forecastText(say: SayWords, forecast: Forecast): string {
  switch (forecast.kind) {
    case 'dry':
      return say('pool.forecast', { n: forecast.attempts });
    case 'dry-now':
      return say('pool.forecast.dry');
    case 'steady':
      return say('pool.forecast.never');
    case 'unknown':
      return say('pool.unknown');
    default:
      return forecast satisfies never;
  }
}

function moreKey(state: PoolState, onDry: Plan['onDry']) {
  switch (state) {
    case 'empty':
    case 'reserve':
      return onDry === 'stop' ? 'pool.more.reserve-stop' : 'pool.more.reserve-start';
    case 'low':
    case 'falling':
      return 'pool.more.falling';
    case 'full':
    case 'filling':
      return 'pool.more.full';
    default:
      return `pool.more.${state}` as const;
  }
}
