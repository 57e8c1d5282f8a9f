import type { ReactNode } from 'react';
import { type SayWords, useWords } from '../../../content/words/use-words.ts';
import type { LifeView, RoundView } from '../../../scenarios/knowledge/life-view.ts';
import { formatPercent } from '../../format.ts';
import { VerdictPill } from '../../parts/glyphs/VerdictPill.tsx';
import { type LifeAxis, minutesAt } from './axis.ts';
import { CostBar } from './CostBar.tsx';
import { ageText } from './TimeBand.tsx';
import { anchorCase, whyOf } from './why.ts';

/** One round of one history: how it ended, who stopped it, what it cost and what it brought. */
export function RoundDetail({
  view,
  round: at,
  axis,
}: {
  readonly view: LifeView;
  readonly round: number;
  readonly axis: LifeAxis;
}) {
  const say = useWords();
  const round = view.rounds[Math.min(at, view.rounds.length - 1)]!;
  const why = whyOf(view, round);
  return (
    <section aria-label={say('time.detail')} className="@container min-w-0">
      <div className="grid gap-x-6 gap-y-2 @min-[640px]:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <div>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h3 className="font-bold text-[15px]">{titleOf(say, round)}</h3>
            <VerdictPill verdict={round.verdict} />
            <span className="text-[12.5px] text-ink2">
              {say('time.detail.after', { age: ageText(say, minutesAt(round.round, axis)) })}
            </span>
          </div>
          <p className="mt-1.5 min-h-[38px] text-[13px] text-ink2 leading-[1.45]">
            {say(why.key, why.values)}
          </p>
          <dl className="mt-1 grid grid-cols-3 gap-x-2 text-[13px]">
            <Fact label={say('time.detail.sealed')}>
              {say('time.detail.sealed-by', {
                by: round.sealedBy === 'pool' ? 'pool' : anchorCase(view.anchor),
              })}
            </Fact>
            <Fact label={say('time.detail.test')}>
              {round.qber === null ? say('time.detail.none') : formatPercent(round.qber)}
            </Fact>
            <Fact label={say('time.detail.stopped-by')}>
              {say('time.detail.who', { who: stopperOf(round) })}
            </Fact>
          </dl>
        </div>
        <Cost round={round} />
      </div>
    </section>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="text-ink2">{label}</dt>
      <dd className="font-semibold text-ink tabular-nums">{children}</dd>
    </div>
  );
}

function Cost({ round: { spent, earned } }: { readonly round: RoundView }) {
  const say = useWords();
  const bits = (n: number | null) =>
    n === null ? say('time.detail.unknown') : say('time.cost.bits', { bits: n });
  const net = spent === null || earned === null ? null : earned - spent;
  return (
    <div>
      <h4 className="font-[650] text-[13px] text-ink">{say('time.cost')}</h4>
      {net === null ? (
        <p className="mt-1 text-[13px] text-ink2">{say('time.cost.hidden')}</p>
      ) : (
        <>
          <CostBar spent={spent ?? 0} earned={earned ?? 0} />
          <dl className="mt-1 grid grid-cols-3 gap-x-2 text-[13px] tabular-nums">
            <div>
              <dt className="text-ink2">{say('time.cost.spent')}</dt>
              <dd className="font-semibold text-ink">{bits(spent)}</dd>
            </div>
            <div>
              <dt className="text-ink2">{say('time.cost.earned')}</dt>
              <dd className="font-semibold text-ink">{bits(earned)}</dd>
            </div>
            <div>
              <dt className="text-ink2">{say('time.cost.net')}</dt>
              <dd className="font-bold text-ink" data-testid="net">
                {say(net < 0 ? 'time.cost.loss' : 'time.cost.gain', { bits: Math.abs(net) })}
              </dd>
            </div>
          </dl>
        </>
      )}
    </div>
  );
}

/** Where the letters just ceased, an end cannot know who stopped. */
function stopperOf({ idle, stoppedBy, verdict }: RoundView) {
  if (idle) return 'nobody';
  return stoppedBy ?? (verdict === 'silence' ? 'unknown' : 'nobody');
}

function titleOf(say: SayWords, { round }: Pick<RoundView, 'round'>): string {
  return round === 0 ? say('time.detail.start') : say('time.detail.round', { round });
}
