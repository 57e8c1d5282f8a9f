/**
 * When a photon is on its way. Spaces: *instant* (fractional, event k is under way between k and
 * k + 1) → share of the way, 0…1.
 *
 * Every photon meets Bob's detector exactly at its event + 1, at constant speed. At 1/s it crosses
 * within its own slot. At 10/s it takes three slots for each half of the way, so that three are in
 * view in each half. Nothing overtakes a letter: a photon that follows a letter starts after it, so
 * the first ones of a block are quicker, each half a slot slower than the one before.
 */
import type { KnowledgeView, Timeline } from '../../scenarios/knowledge/view.ts';

/** A count of events that have happened. */
export type Instant = KnowledgeView['at'];

/** Events a second. */
export type StageSpeed = '1' | '10' | '1k' | '1M';

/** Slots a photon needs in the middle of a block; null where no photon is drawn singly. */
const SLOTS: Readonly<Record<StageSpeed, number | null>> = {
  '1': 0.9,
  '10': 6,
  '1k': null,
  '1M': null,
};

/** After this many photons of a block, all take the full time. */
const RAMP = 20;

export interface Flight {
  readonly pulse: number;
  readonly launch: number;
  readonly land: number;
}

/** Whether photons are drawn one by one at this speed. */
export function drawnSingly(speed: StageSpeed): boolean {
  return SLOTS[speed] !== null;
}

/** How many photons come directly before this event, counted up to RAMP. */
function photonsBefore(timeline: Timeline, event: Instant): number {
  let count = 0;
  while (
    count < RAMP &&
    event - count > 0 &&
    timeline.eventAt(event - count - 1).kind === 'pulse'
  ) {
    count++;
  }
  return count;
}

/** The flight of the photon that is event `event`. */
export function flightOf(
  timeline: Timeline,
  { event, pulse, speed }: { event: Instant; pulse: number; speed: StageSpeed },
): Flight | null {
  const slots = SLOTS[speed];
  if (slots === null) return null;
  const taken = slots <= 1 ? slots : Math.min(slots, 1 + photonsBefore(timeline, event) / 4);
  return { pulse, launch: event + 1 - taken, land: event + 1 };
}

/**
 * Photons that are on their way at some moment between `at` and `at + 1`, and the one that has just
 * landed, in order of sending. The list ends at the next letter.
 */
export function flightsAround(timeline: Timeline, at: Instant, speed: StageSpeed): Flight[] {
  const slots = SLOTS[speed];
  if (slots === null) return [];
  const flights: Flight[] = [];
  for (let event = Math.max(0, at - 1); event < timeline.length; event++) {
    const happening = timeline.eventAt(event);
    if (happening.kind !== 'pulse') {
      if (event >= at) break;
      continue;
    }
    const flight = flightOf(timeline, { event, pulse: happening.pulse, speed })!;
    if (flight.launch >= at + 1) break;
    flights.push(flight);
  }
  return flights;
}
