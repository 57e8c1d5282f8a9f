/** The event axis: pulses, letters and round trips of Correct in one order, found by bisection. */
import type { Step } from '../actors.ts';
import type { Instant, Run } from '../run.ts';
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

const STEPS: readonly Step[] = [5, 4, 3, 2];

function build(run: Run): Timeline {
  const { letters, letterPulses, length } = run;
  const corrections = run.links.flatMap(({ correction }, link) =>
    correction === null ? [] : [{ ...correction, link: link as 0 | 1 }],
  );
  const lettersBefore = (instant: number) =>
    firstWhere(letters.length, (k) => letters[k]!.at >= instant);
  // Round trips come in one piece a link.
  const roundsBefore = (instant: number) =>
    corrections.reduce(
      (sum, { at, rounds }) => sum + Math.min(rounds, Math.max(0, instant - at)),
      0,
    );
  const pulsesBefore = (instant: number) => {
    const clamped = Math.min(Math.max(0, Math.floor(instant)), length);
    return clamped - lettersBefore(clamped) - roundsBefore(clamped);
  };
  const starts: Readonly<Record<Step, Instant | null>> = {
    1: 0,
    2: firstOfStep(run, 2),
    3: firstOfStep(run, 3),
    4: firstOfStep(run, 4),
    5: startOfUse(run),
  };
  return {
    length,
    eventAt(instant) {
      const index = lettersBefore(instant);
      if (letters[index]?.at === instant) return { kind: 'letter', index };
      for (const { at, rounds, link } of corrections) {
        const round = instant - at;
        if (round >= 0 && round < rounds) return { kind: 'round', link, round };
      }
      return { kind: 'pulse', pulse: pulsesBefore(instant) };
    },
    pulsesBefore,
    // Letters that say "after n pulses" come before pulse n; round trips come after every pulse.
    instantOfPulse: (pulse) => pulse + firstWhere(letters.length, (k) => letterPulses[k]! > pulse),
    stepStart: (step) => starts[step],
    stepAt: (instant) =>
      STEPS.find((step) => {
        const start = starts[step];
        return start !== null && instant >= start;
      }) ?? 1,
  };
}

function firstOfStep({ letters }: Run, step: Step): Instant | null {
  return letters.find((letter) => letter.step === step)?.at ?? null;
}

/** From when a link's ends hold a final key, if they ever do: after its last letter of the steps before Use. */
export function keyFrom({ letters }: Run, link: number): Instant {
  return (letters.findLast((one) => one.step < 5 && one.link === link)?.at ?? -1) + 1;
}

function startOfUse({ links, letters }: Run): Instant | null {
  if (links.every(({ use }) => use === null)) return null;
  return (letters.findLast(({ step }) => step < 5)?.at ?? -1) + 1;
}
