import type { Step } from '../../../scenarios/actors.ts';
import type { Timeline, VerdictView } from '../../../scenarios/knowledge/view.ts';

type Instant = Timeline['length'];

/**
 * How a step stands in the bar.
 *
 *   done, now   reached by the playhead
 *   ahead       the run gets there, the playhead has not
 *   stopped     the run stopped in it
 *   never       after the step in which the run stopped
 *   not-built   the run went on, but this app ends before it
 */
export type StepState = 'done' | 'now' | 'ahead' | 'stopped' | 'never' | 'not-built';

export interface StepMark {
  readonly step: Step;
  readonly state: StepState;
  /** Where a press leads; null where it leads nowhere. */
  readonly instant: Instant | null;
}

const STEPS: readonly Step[] = [1, 2, 3, 4, 5];

/** The last step that a run can reach in this version. */
const LAST_STEP_BUILT: Step = 2;

/**
 * `verdict` is what the observer can say at the playhead: a stop shows when it has happened, to those
 * who know of it. `furthest` is how far the playhead has ever been in this run.
 */
export function stepMarks(given: {
  readonly timeline: Timeline;
  readonly instant: Instant;
  readonly furthest: Instant;
  readonly verdict: VerdictView | null;
}): readonly StepMark[] {
  const { timeline, instant, furthest, verdict } = given;
  const now = timeline.stepAt(Math.min(instant, Math.max(0, timeline.length - 1)));
  const stopped =
    verdict?.kind === 'verdict' && verdict.verdict.startsWith('stopped')
      ? (verdict.step ?? now)
      : null;
  return STEPS.map((step) => {
    const start = timeline.stepStart(step);
    const reached = start !== null && start <= furthest;
    const mark = (state: StepState): StepMark => ({
      step,
      state,
      instant: reached ? start : null,
    });
    if (stopped !== null && step === stopped) return mark('stopped');
    if (stopped !== null && step > stopped) return mark('never');
    if (step > LAST_STEP_BUILT && stopped === null) return mark('not-built');
    if (step === now && stopped === null) return mark('now');
    if (step <= now || stopped !== null) return mark('done');
    return mark('ahead');
  });
}
