/**
 * What Eve does to pulses and boxes besides measuring states: she cuts pulses off, makes blinded
 * detectors click, chooses the moment of arrival, or reads the sender's settings. Each coin of hers has
 * the address of the pulse's own.
 */
import type { Columns } from '../../core/optics/columns.ts';
import { lanesOfLevel, type WeakColumns } from '../../core/optics/weak.ts';
import {
  CHUNK_WORDS,
  fillByState,
  fillEvents,
  fillFair,
  type LaneState,
  thresholdOf,
} from '../../core/random/events.ts';
import type { Stream } from '../../core/random/streams.ts';

/** An event of some of the pulses; the threshold is that of random/events.ts. */
export interface PulseCoin {
  readonly stream: Stream;
  readonly threshold: number;
}

/**
 * Bob's detectors in bright light. `arrival`: that a pulse of each strength is listed at all; `faked`
 * and `honest`: which part of those she sends a faked state for, or leaves to the line. One entry for
 * single photons.
 */
export interface Blinding {
  readonly levels: readonly {
    readonly arrival: number;
    readonly faked: number;
    readonly honest: number;
  }[];
  /** That she sends a faked state where she got a result. */
  readonly sends: number;
  readonly stream: Stream;
}

export interface Tampering {
  readonly blinding: Blinding | null;
  readonly blocks: PulseCoin | null;
  /** Pulses that are shifted, and to which side: the coin is the detector that sees them worse. */
  readonly shift: { readonly acts: PulseCoin; readonly side: Stream } | null;
  /** Pulses whose setting the light from the sender's box tells. */
  readonly reads: PulseCoin | null;
}

/** Strengths of pulses as the honest line brings them. */
interface Strength {
  readonly probability: number;
  /** That the pulse is not empty as it leaves its sender. */
  readonly any: number;
  /** That light of it clicks. */
  readonly arrival: number;
}

/**
 * Faked states are thinned to the click rate of the honest line, dark counts included; if even all of
 * them are fewer, the rate falls. `matching`: chance that Bob asks in Eve's basis.
 */
export function blindingOf(
  strengths: readonly Strength[],
  { dark, matching }: { readonly dark: number; readonly matching: number },
  stream: Stream,
): Blinding {
  let honest = 0;
  let most = 0;
  for (const { probability, any, arrival } of strengths) {
    honest += probability * (1 - (1 - arrival) * (1 - dark) * (1 - dark));
    most += probability * any * matching;
  }
  const sends = most === 0 ? 1 : Math.min(1, honest / most);
  const levels = strengths.map(({ any, arrival }) => {
    const listed = Math.max(sends * any, arrival);
    const part = (chance: number) => thresholdOf(listed === 0 ? 0 : chance / listed);
    return { arrival: listed, faked: part(sends * any), honest: part(arrival) };
  });
  return { levels, sends, stream };
}

// Scratch shared by all calls: safe because a call returns before another can start.
const survive = new Int32Array(CHUNK_WORDS);
const removed = new Int32Array(CHUNK_WORDS);
const coin = new Int32Array(CHUNK_WORDS);
const pool = Array.from({ length: 10 }, () => new Int32Array(CHUNK_WORDS));

/** Blocked pulses, and settings read from the box: columns that exchangePhotons leaves alone. */
export function tamper(columns: Columns, tampering: Tampering, chunk: number, words: number): void {
  const { blocks, reads } = tampering;
  const { blocked, sentBit, sentBasis, tapActs, tapBasis, tapBit } = columns;
  if (blocks) fillEvents(blocked, blocks.stream, blocks.threshold, chunk, words);
  if (reads === null) return;
  fillEvents(tapActs, reads.stream, reads.threshold, chunk, words);
  tapBasis.set(sentBasis);
  tapBit.set(sentBit);
}

/** The detector that sees a pulse worse, lane by lane: that of result 1, unless somebody tosses a coin for it. */
export function fillWeaker(
  weaker: Int32Array,
  { shift }: Tampering,
  gate: Stream | null,
  chunk: number,
  words: number,
): void {
  if (gate !== null) fillFair(weaker, gate, chunk, words);
  if (shift === null) return;
  fillFair(weaker, shift.side, chunk, words);
  fillEvents(coin, shift.acts.stream, shift.acts.threshold, chunk, words);
  for (let w = 0; w < words; w++) weaker[w] = weaker[w]! | ~coin[w]!;
}

/** Lanes whose single photon makes no click; `missed`: those that a weaker detector misses already. */
export function singlesLost(
  columns: Columns,
  { blinding, blocks }: Tampering,
  missed: Int32Array | null,
  chunk: number,
  words: number,
): Int32Array | null {
  if (blinding === null && blocks === null) return missed;
  const { blocked, tapActs, tapBasis, tapBit, askedBasis, gotBit } = columns;
  for (let w = 0; w < words; w++) removed[w] = (missed?.[w] ?? 0) | (blocks ? blocked[w]! : 0);
  if (blinding === null) return removed;
  fillSurviving(columns, blinding, null, chunk, words);
  for (let w = 0; w < words; w++) {
    const acts = tapActs[w]!;
    const lost = (acts & (askedBasis[w]! ^ tapBasis[w]!)) | (~acts & removed[w]!);
    removed[w] = lost | ~survive[w]!;
    gotBit[w] = (acts & tapBit[w]!) | (~acts & gotBit[w]!);
  }
  return removed;
}

/** The same for weak pulses: takes the light from Bob's detectors, or puts it where Eve wants a click. */
export function tamperWithLight(
  columns: Columns,
  weak: WeakColumns,
  { blinding, blocks }: Tampering,
  chunk: number,
  words: number,
): void {
  const { blocked, tapActs, tapBasis, tapBit, askedBasis } = columns;
  const { litZero, litOne, bright } = weak;
  if (blocks) {
    for (let w = 0; w < words; w++) {
      litZero[w] = litZero[w]! & ~blocked[w]!;
      litOne[w] = litOne[w]! & ~blocked[w]!;
    }
  }
  if (blinding === null) return;
  fillSurviving(columns, blinding, weak, chunk, words);
  for (let w = 0; w < words; w++) {
    const left = survive[w]!;
    const honest = ~tapActs[w]! & left;
    const photon = litZero[w]! | litOne[w]!;
    const sent = tapActs[w]! & left & photon;
    const forced = sent & ~(askedBasis[w]! ^ tapBasis[w]!);
    bright[w] = sent;
    litZero[w] = (litZero[w]! & honest) | (forced & ~tapBit[w]!);
    litOne[w] = (litOne[w]! & honest) | (forced & tapBit[w]!);
  }
}

function fillSurviving(
  { tapActs }: Columns,
  { levels, stream }: Blinding,
  weak: WeakColumns | null,
  chunk: number,
  words: number,
): void {
  const states: LaneState[] = [];
  levels.forEach(({ faked, honest }, k) => {
    const acting = pool[2 * k]!;
    const others = pool[2 * k + 1]!;
    if (weak) lanesOfLevel(others, weak, k, words);
    else others.fill(-1);
    for (let w = 0; w < words; w++) {
      acting[w] = others[w]! & tapActs[w]!;
      others[w] = others[w]! & ~tapActs[w]!;
    }
    states.push({ lanes: acting, threshold: faked }, { lanes: others, threshold: honest });
  });
  fillByState(survive, stream, states, chunk, words);
}

/** Lanes whose detectors are blinded, so that they do not click in the dark; null if none can be. */
export function blindLanes({ tapActs }: Columns, { blinding }: Tampering): Int32Array | null {
  return blinding === null ? null : tapActs;
}
