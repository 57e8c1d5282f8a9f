/**
 * What is drawn, as numbers: (view, instant, speed, layout) → glyphs in stage units. What a photon
 * looks like is exactly what the view says; only the position comes from the fraction of the
 * instant. Spaces: *instant* → share of the way (0…1) → stage units.
 */
import type { KnowledgeView, PhotonSight, Timeline } from '../../scenarios/knowledge/view.ts';
import { type Flight, flightOf, flightsAround, type Instant, type StageSpeed } from './flights.ts';
import { type Rect, type StageLayout, shareOfFlight } from './layouts/places.ts';
import { photonsBeyondEve } from './splitting.ts';

/** One ring and the part of the way on which it is seen. A photon that Eve replaces has two. */
export interface Leg {
  readonly key: string;
  readonly flight: Flight;
  readonly sight: Exclude<PhotonSight, { kind: 'absent' }>;
  /** Of a laser pulse, where this observer can tell how many it holds here; else null. */
  readonly photons: number | null;
  /** Shares of the way between which the ring appears, and vanishes. */
  readonly appear: readonly [number, number];
  readonly vanish: readonly [number, number];
  /** Shares between which it is behind Eve's panel, because she lets it pass. */
  readonly hidden: readonly [number, number] | null;
  /** Slots after landing in which the ring shrinks into the detector. */
  readonly sinks: number;
}

export interface PlacedRing {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly opacity: number;
}

/** Slots in which the ring shrinks into the detector: 160 ms at one a second, at ten a second none. */
const SINKS: Readonly<Record<StageSpeed, number>> = { '1': 0.16, '10': 0, '1k': 0, '1M': 0 };
/** Bob's grey ring is seen near its arrival only, from here to there. */
const NEAR_ARRIVAL: readonly [number, number] = [0.62, 0.72];
/** A lost photon dies out between these shares of the way. */
const LOSS: readonly [number, number] = [0.7, 0.86];
/** Shares of the way over which a ring comes out or goes in where no panel gives the measure. */
const EDGE = 0.025;

/** The rings that some moment between `at` and `at + 1` needs. */
export function legsAround(
  view: KnowledgeView,
  timeline: Timeline,
  { at, speed, layout }: { at: Instant; speed: StageSpeed; layout: StageLayout },
): Leg[] {
  const eveIn = shareOfFlight(layout, layout.flight.eveIn);
  const eveOut = shareOfFlight(layout, layout.flight.eveOut);
  const eveIsSeen = view.sight('eve.presence') === 'full';
  // A ring in an actor's hand is drawn as a tile; the one that flies grows out of it up to the panel's edge.
  const leavesAlice = comesOut(layout, 0, layout.alice.box);
  const leavesEve = comesOut(layout, eveOut, layout.eve.box);
  const behindEve = [
    shareOfFlight(layout, layout.eve.box),
    comesOut(layout, 0, layout.eve.box)[1],
  ] as const;
  const legs: Leg[] = [];
  for (const flight of flightsAround(timeline, at, speed)) {
    const { pulse } = flight;
    const { near, far, lost, weak } = view.photon(pulse);
    // Eve has counted when a pulse is done: one that is drawn before must not change on its way.
    const counted = speed === '1' || view.observer === 'everyone';
    const photons = counted ? (weak?.photons ?? null) : null;
    const beyond = counted ? photonsBeyondEve(view, pulse) : null;
    const end: readonly [number, number] = lost === true ? LOSS : [1, 1];
    const sinks = lost === true ? 0 : SINKS[speed];
    const leg = (part: string, rest: Omit<Leg, 'key' | 'flight' | 'hidden' | 'photons'>) =>
      legs.push({
        key: `${pulse}${part}`,
        flight,
        hidden: null,
        photons: part === 'f' ? beyond : photons,
        ...rest,
      });

    if (near.kind === 'state' && near.fades) {
      const third = shareOfFlight(layout, pointAlongFibre(layout, 1 / 3));
      leg('', { sight: near, appear: leavesAlice, vanish: [third * 0.55, third * 1.1], sinks: 0 });
      continue;
    }
    const replaced =
      eveIsSeen &&
      near.kind !== 'absent' &&
      far.kind !== 'absent' &&
      !(sameLook(near, far) && photons === beyond);
    if (replaced || near.kind === 'absent' || far.kind === 'absent') {
      if (near.kind !== 'absent') {
        leg('n', { sight: near, appear: leavesAlice, vanish: [eveIn - EDGE, eveIn], sinks: 0 });
      }
      if (far.kind !== 'absent') {
        leg('f', {
          sight: far,
          appear: eveIsSeen ? leavesEve : NEAR_ARRIVAL,
          vanish: end,
          sinks,
        });
      }
      continue;
    }
    const whole = { sight: far, photons, appear: leavesAlice, vanish: end, sinks };
    legs.push({ key: `${pulse}`, flight, hidden: eveIsSeen ? behindEve : null, ...whole });
  }
  return legs;
}

/** From a point of the way to the panel's edge, if that is further on. */
function comesOut(layout: StageLayout, from: number, box: Rect): readonly [number, number] {
  const { axis, flight } = layout;
  const edge = box[axis] + (axis === 'x' ? box.width : box.height);
  const share = shareOfFlight(layout, { ...flight.from, [axis]: edge });
  return [from, Math.max(from + EDGE, share)];
}

function sameLook(one: PhotonSight, other: PhotonSight): boolean {
  if (one.kind !== 'state' || other.kind !== 'state') return one.kind === other.kind;
  return one.maker === other.maker && one.angle === other.angle;
}

/** A point of the fibre between the two panels. */
function pointAlongFibre({ axis, alice, bob, flight }: StageLayout, share: number) {
  const length = axis === 'x' ? 'width' : 'height';
  const from = alice.box[axis] + alice.box[length];
  const to = bob.box[axis];
  return { ...flight.from, [axis]: from + (to - from) * share };
}

/** Where a ring is at a moment. Between two events, at rest, a landed photon is a record and no ring. */
export function placeLeg(leg: Leg, now: number, { flight: way }: StageLayout): PlacedRing {
  const { launch, land } = leg.flight;
  const share = (now - launch) / (land - launch);
  const along = Math.min(1, Math.max(0, share));
  const at = {
    x: way.from.x + (way.to.x - way.from.x) * along,
    y: way.from.y + (way.to.y - way.from.y) * along,
  };
  if (share >= 1) {
    const sunk = leg.sinks === 0 ? 1 : (now - land) / leg.sinks;
    if (sunk <= 0 || sunk >= 1) return { ...at, scale: 1, opacity: 0 };
    return { ...at, scale: 1 - 0.7 * sunk, opacity: 1 - sunk * sunk };
  }
  if (share < 0) return { ...at, scale: 1, opacity: 0 };
  const opacity =
    rise(along, leg.appear) * (1 - fall(along, leg.vanish)) * beside(along, leg.hidden);
  return { ...at, scale: 1, opacity };
}

/** 0 before the first share, 1 from the second on. */
function rise(share: number, [from, to]: readonly [number, number]): number {
  if (share >= to) return 1;
  return share <= from ? 0 : (share - from) / (to - from);
}

/** 0 up to the first share, 1 after the second. */
function fall(share: number, [from, to]: readonly [number, number]): number {
  if (share <= from) return 0;
  return share >= to ? 1 : (share - from) / (to - from);
}

/** 0 behind a panel, 1 beside it, with a soft edge. */
function beside(share: number, hidden: readonly [number, number] | null): number {
  if (!hidden) return 1;
  const away = Math.max(hidden[0] - share, share - hidden[1]);
  return Math.min(1, Math.max(0, away / EDGE + 0.5));
}

/** Slots before the detector at which the odds appear: 400 ms at one a second. */
const ODDS_BEFORE = 0.4;

/** Which photon each tile group speaks of; null before the first one. */
export interface TileSubjects {
  readonly alice: number | null;
  readonly eve: number | null;
  readonly bob: { readonly pulse: number; readonly phase: 'odds' | 'record' } | null;
}

/**
 * Each group belongs to the photon that is with that actor: the last one that left Alice, the last
 * that reached Eve, and at Bob the last record, or the photon whose odds he is about to meet.
 */
export function subjectsAt(
  view: KnowledgeView,
  timeline: Timeline,
  { now, speed, layout }: { now: number; speed: StageSpeed; layout: StageLayout },
): TileSubjects {
  const at = view.at;
  const last = view.pulsesSent > 0 ? view.pulsesSent - 1 : null;
  let alice = last;
  let eve = last;
  let bob: TileSubjects['bob'] = last === null ? null : { pulse: last, phase: 'record' };
  const eveIn = shareOfFlight(layout, layout.flight.eveIn);
  for (const { pulse, launch, land } of flightsAround(timeline, at, speed)) {
    if (pulse < view.pulsesSent) continue;
    if (now > launch) alice = pulse;
    if (now > launch && now >= launch + eveIn * (land - launch)) eve = pulse;
    if (speed === '1' && pulse === view.pulsesSent && now >= land - ODDS_BEFORE) {
      bob = { pulse, phase: 'odds' };
    }
  }
  // In the middle her two records of a photon come with its event; until then the last ones stay.
  if (view.twoLinks && eve !== null && view.bit('eve.acts', eve) === null) eve = last;
  return { alice, eve, bob };
}

/** Moments within an event at which some tile changes, so that React draws then and not every frame. */
export function tileChanges(
  timeline: Timeline,
  { at, speed, layout }: { at: Instant; speed: StageSpeed; layout: StageLayout },
): number[] {
  // At ten a second the next instant comes before an eye could tell.
  if (speed !== '1' || at >= timeline.length) return [];
  const event = timeline.eventAt(at);
  if (event.kind !== 'pulse') return [];
  const flight = flightOf(timeline, { event: at, pulse: event.pulse, speed });
  if (!flight) return [];
  const eveIn = shareOfFlight(layout, layout.flight.eveIn);
  return [
    flight.launch,
    flight.launch + eveIn * (flight.land - flight.launch),
    flight.land - ODDS_BEFORE,
  ];
}

export interface Scene {
  readonly rings: readonly (PlacedRing &
    Pick<Leg, 'key' | 'sight' | 'photons'> & { readonly pulse: number })[];
  readonly subjects: TileSubjects;
}

/** The whole picture of the light at a moment. */
export function sceneAt(
  view: KnowledgeView,
  timeline: Timeline,
  { now, speed, layout }: { now: number; speed: StageSpeed; layout: StageLayout },
): Scene {
  const rings = legsAround(view, timeline, { at: view.at, speed, layout })
    .map((leg) => ({
      key: leg.key,
      sight: leg.sight,
      photons: leg.photons,
      pulse: leg.flight.pulse,
      ...placeLeg(leg, now, layout),
    }))
    .filter(({ opacity }) => opacity > 0);
  return { rings, subjects: subjectsAt(view, timeline, { now, speed, layout }) };
}
