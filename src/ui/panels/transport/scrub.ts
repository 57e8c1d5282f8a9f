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
 * would take a billion presses through a billion events.
 */
const POSITIONS = 10_000;
/** Each step has at least this share of the slider: Shrink is three letters after a million photons. */
const LEAST_SHARE = 0.08;

/** The slider: *instant* ⇄ position, straight within each step of the session. */
export interface ScrubScale {
  readonly steps: number;
  position(instant: Instant): number;
  instant(position: number): Instant;
  /** Where an arrow key leads: one position on, and always to another event. */
  next(instant: Instant, by: 1 | -1): Instant;
}

interface Phase {
  readonly from: Instant;
  readonly events: number;
  /** Its first position, and how many it has. */
  readonly at: number;
  readonly width: number;
}

export function scrubScale(timeline: Timeline): ScrubScale {
  const { length } = timeline;
  const phases = phasesOf(timeline);
  const steps = length === 0 ? 0 : POSITIONS;
  const position = (instant: Instant) => {
    const clamped = Math.min(Math.max(0, instant), length);
    const phase = phases.findLast(({ from }) => from <= clamped);
    if (!phase) return 0;
    return Math.round(phase.at + ((clamped - phase.from) / phase.events) * phase.width);
  };
  const instant = (where: number) => {
    const phase = phases.findLast(({ at }) => at <= where);
    if (!phase) return 0;
    const share = Math.min(1, (where - phase.at) / phase.width);
    return phase.from + Math.round(share * phase.events);
  };
  return {
    steps,
    position,
    instant,
    next(from, by) {
      const led = instant(position(from) + by);
      const beyond = by === 1 ? led > from : led < from;
      return Math.min(length, Math.max(0, beyond ? led : from + by));
    },
  };
}

function phasesOf(timeline: Timeline): readonly Phase[] {
  const { length } = timeline;
  const starts = [0, ...stepTicks(timeline).map(({ instant }) => instant)];
  const parts = starts
    .map((from, i) => ({ from, events: (starts[i + 1] ?? length) - from }))
    .filter(({ events }) => events > 0);
  const free = 1 - LEAST_SHARE * parts.length;
  let at = 0;
  return parts.map(({ from, events }) => {
    const width = POSITIONS * (LEAST_SHARE + free * (events / length));
    const phase = { from, events, at, width };
    at += width;
    return phase;
  });
}
