import type { Step } from '../../../scenarios/actors.ts';
import type { Timeline } from '../../../scenarios/knowledge/view.ts';

type Instant = Timeline['length'];

const STEPS: readonly Step[] = [1, 2, 3, 4, 5];

/** Where each step but the first begins, for the ticks under the slider. */
export function stepTicks(timeline: Timeline): readonly { step: Step; instant: Instant }[] {
  return STEPS.slice(1).flatMap((step) => {
    const instant = timeline.stepStart(step);
    return instant === null ? [] : [{ step, instant }];
  });
}

/** The start of the next step that the run reaches; else its end. */
export function nextStepFrom(timeline: Timeline, instant: Instant): Instant {
  const next = stepTicks(timeline).find((tick) => tick.instant > instant);
  return next ? next.instant : timeline.length;
}

/**
 * Positions of the slider. A browser gives a slider no more places than it has pixels, and its keys
 * would take a billion presses through a billion events; long runs are scrubbed in even parts.
 */
const MOST_POSITIONS = 10_000;

export function scrubSteps(length: Instant): number {
  return Math.min(length, MOST_POSITIONS);
}

export function scrubPosition(instant: Instant, length: Instant): number {
  return length === 0 ? 0 : Math.round((Math.min(instant, length) / length) * scrubSteps(length));
}

export function scrubInstant(position: number, length: Instant): Instant {
  const steps = scrubSteps(length);
  return steps === 0 ? 0 : Math.round((position / steps) * length);
}
