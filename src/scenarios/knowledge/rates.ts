/** Error rates: over all kept bits, along the run, and of the test. */
import { wilsonInterval } from '../../core/estimation/interval.ts';
import type { Run } from '../run.ts';
import { verifiedFrom } from './facts.ts';
import { linkAsked, linkOf, type Scope } from './scope.ts';
import { firstWhere } from './timeline.ts';
import type { ErrorRateView, TestView, TracePoint } from './view.ts';

export type TraceBasis = 'all' | 'rectilinear' | 'diagonal';

/** Only the viewer sees every error; an actor can count them all once Correct has found and compared. */
function mayCount({ facts, observer, now }: Scope, link: 0 | 1): boolean {
  return observer === 'everyone' || verifiedFrom(facts, link, observer) <= now;
}

export function errorRateView(scope: Scope, asked: 0 | 1): ErrorRateView | null {
  const link = linkAsked(scope, asked);
  if (!mayCount(scope, link)) return null;
  const { kept, errors } = linkOf(scope.facts, link).totals(scope.pulsesSent);
  return rateView(errors, kept);
}

function rateView(errors: number, kept: number): ErrorRateView | null {
  if (kept === 0) return null;
  const { low, high } = wilsonInterval(errors, kept);
  return { kept, errors, low, high };
}

const tracesOf = new WeakMap<Run, Map<string, readonly TracePoint[]>>();

export function tracePoints(
  scope: Scope,
  asked: 0 | 1,
  basis: TraceBasis,
): readonly TracePoint[] | null {
  const { run, pulsesSent } = scope;
  const link = linkAsked(scope, asked);
  if (!mayCount(scope, link)) return null;
  let kept = tracesOf.get(run);
  if (kept === undefined) {
    kept = new Map();
    tracesOf.set(run, kept);
  }
  const name = `${link}/${basis}`;
  let points = kept.get(name);
  if (points === undefined) {
    points = wholeTrace(run, link, basis);
    kept.set(name, points);
  }
  const all = points;
  return all.slice(
    0,
    firstWhere(all.length, (i) => all[i]!.pulse > pulsesSent),
  );
}

function wholeTrace(run: Run, link: 0 | 1, basis: TraceBasis): TracePoint[] {
  const { trace } = run.links[link]!;
  const points: TracePoint[] = [];
  for (let i = 0; i < trace.pulse.length; i++) {
    const plus = { kept: trace.keptRectilinear[i]!, errors: trace.errorsRectilinear[i]! };
    const all = { kept: trace.kept[i]!, errors: trace.errors[i]! };
    const counted =
      basis === 'all'
        ? all
        : basis === 'rectilinear'
          ? plus
          : { kept: all.kept - plus.kept, errors: all.errors - plus.errors };
    const rate = rateView(counted.errors, counted.kept);
    if (rate !== null) points.push({ pulse: trace.pulse[i]!, ...rate });
  }
  return points;
}

/** Public once Bob's bits have answered Alice's. */
export function testView(scope: Scope, asked: 0 | 1): TestView | null {
  const { run, facts, now } = scope;
  const link = linkAsked(scope, asked);
  if (facts.heard[link]!.answer > now) return null;
  const { counts } = run.receipt;
  const { tested, testErrors } = counts.links?.[link] ?? counts;
  const rate = rateView(testErrors, tested);
  if (rate === null) return null;
  const { finiteLimit } = run.links[link]!;
  const limit = run.config.estimation.abortAbove;
  return { ...rate, rate: testErrors / tested, limit, finiteLimit };
}
