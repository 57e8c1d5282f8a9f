/** The event axis: pulses and letters in one order, found by bisection. */
import type { Run } from '../run.ts';
import type { Timeline } from './view.ts';

const timelines = new WeakMap<Run, Timeline>();

export function timelineOf(run: Run): Timeline {
  let timeline = timelines.get(run);
  if (timeline === undefined) {
    timeline = build(run);
    timelines.set(run, timeline);
  }
  return timeline;
}

/** Index of the first element for which `after` holds, in an ascending list. */
export function firstWhere(length: number, after: (i: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (after(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function build({ letters, letterPulses, length }: Run): Timeline {
  const lettersBefore = (instant: number) =>
    firstWhere(letters.length, (k) => letters[k]!.at >= instant);
  const pulsesBefore = (instant: number) => {
    const clamped = Math.min(Math.max(0, Math.floor(instant)), length);
    return clamped - lettersBefore(clamped);
  };
  const checkStart = letters.find(({ step }) => step === 2)?.at ?? null;
  return {
    length,
    eventAt(instant) {
      const index = lettersBefore(instant);
      if (letters[index]?.at === instant) return { kind: 'letter', index };
      return { kind: 'pulse', pulse: instant - index };
    },
    pulsesBefore,
    // Letters that say "after n pulses" come before pulse n.
    instantOfPulse: (pulse) => pulse + firstWhere(letters.length, (k) => letterPulses[k]! > pulse),
    stepStart: (step) => (step === 1 ? 0 : step === 2 ? checkStart : null),
    stepAt: (instant) => (checkStart !== null && instant >= checkStart ? 2 : 1),
  };
}
