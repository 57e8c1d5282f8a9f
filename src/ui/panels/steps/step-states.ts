import type { Step } from '../../../scenarios/actors.ts';
import type { Timeline, VerdictView } from '../../../scenarios/knowledge/view.ts';

type Instant = Timeline['length'];

/**
 * How a step stands in the bar.
 *
 *   done, now   reached by the playhead
 *   ahead       the playhead has not been there; whether the run gets there is not said
 *   stopped     the run stopped in it
 *   never       after the step in which the run stopped
 *   left-out    switched off in this run, which goes on after it
 */
export type StepState = 'done' | 'now' | 'ahead' | 'stopped' | 'never' | 'left-out';

export interface StepMark {
  readonly step: Step;
  readonly state: StepState;
  /** Where a press leads; null where it leads nowhere. */
  readonly instant: Instant | null;
}

const STEPS: readonly Step[] = [1, 2, 3, 4, 5];

/**
 * `verdict` is what the observer can say at the playhead: a stop shows when it has happened, to those
 * who know of it. `furthest` is how far the playhead has ever been in this run. `useFrom`: since when
 * the key is in use, which no letter marks where nothing is sent; null before.
 */
export function stepMarks(given: {
  readonly timeline: Timeline;
  readonly instant: Instant;
  readonly furthest: Instant;
  readonly verdict: VerdictView | null;
  readonly useFrom: Instant | null;
  /** The step on show, where the host shows one; else that of the playhead. */
  readonly shown?: Step | undefined;
}): readonly StepMark[] {
  const { timeline, instant, furthest, verdict, useFrom } = given;
  const starts = STEPS.map((step) => timeline.stepStart(step) ?? (step === 5 ? useFrom : null));
  const now = given.shown ?? stepNow({ timeline, instant, useFrom });
  const stopped =
    verdict?.kind === 'verdict' && verdict.verdict.startsWith('stopped')
      ? (verdict.step ?? now)
      : null;
  return STEPS.map((step, i) => {
    const start = starts[i] ?? null;
    const passed = starts.some((later, k) => k > i && later !== null && later <= furthest);
    const mark = (state: StepState): StepMark => ({
      step,
      state,
      instant: start !== null && start <= furthest ? start : null,
    });
    if (step === stopped) return mark('stopped');
    if (stopped !== null && step > stopped) return mark('never');
    if (step === now && stopped === null) return mark('now');
    if (start === null && passed) return mark('left-out');
    if (start !== null && start <= furthest) return mark('done');
    return mark('ahead');
  });
}

/** The step to show at an instant: at the end of a run with a key, its use. */
export function stepNow({
  timeline,
  instant,
  useFrom,
}: {
  readonly timeline: Timeline;
  readonly instant: Instant;
  readonly useFrom: Instant | null;
}): Step {
  if (useFrom !== null && instant >= timeline.length) return 5;
  return timeline.stepAt(Math.min(instant, Math.max(0, timeline.length - 1)));
}
