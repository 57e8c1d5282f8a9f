/**
 * The exchange of weak laser pulses, 32 at a time, on top of exchange.ts: there a pulse carries one
 * state, here several photons of that state may arrive, in one detector or in both.
 *
 *   photon   lanes with at least one arriving photon
 *   gotBit   the detector that has light; where both have, either
 *   lit      which detectors have light: gotBit's, and with the law's probability the other one too
 *
 * Every probability is its lane's own: it depends on the strength of the pulse, and on whether it is
 * measured in the basis it carries.
 */
import { CHUNK_WORDS, fillByState, fillFair, type LaneState } from '../random/events.ts';
import type { Stream } from '../random/streams.ts';
import type { Columns } from './columns.ts';

/** Lanes as in Columns; undefined beyond the last. */
export interface WeakColumns {
  /** [j]: the pulse is decoy j + 1 or a weaker one. */
  readonly dimmer: readonly Int32Array[];
  /** Photons came to this detector. */
  readonly litZero: Int32Array;
  readonly litOne: Int32Array;
  /** A bright faked state was sent in place of the pulse; zeros where nobody does such a thing. */
  readonly bright: Int32Array;
}

export function makeWeakColumns(decoys: number): WeakColumns {
  const column = () => new Int32Array(CHUNK_WORDS);
  return {
    dimmer: Array.from({ length: decoys }, column),
    litZero: column(),
    litOne: column(),
    bright: column(),
  };
}

/** WeakLaw as thresholds of random/events.ts. */
export interface WeakOdds {
  readonly arrival: number;
  readonly flip: number;
  readonly both: { readonly equalBases: number; readonly otherBases: number };
}

export interface WeakStreams {
  readonly arrival: Stream;
  readonly flip: Stream;
  /** Whether the other detector has light as well. */
  readonly second: Stream;
  readonly double: Stream;
}

// Scratch shared by all calls: safe because a call returns before another can start.
const scratch = Array.from({ length: 11 }, () => new Int32Array(CHUNK_WORDS));
const work = new Int32Array(CHUNK_WORDS);

/** Lanes of strength `level`: 0 the signal, j decoy j. */
export function lanesOfLevel(
  out: Int32Array,
  { dimmer }: WeakColumns,
  level: number,
  words: number,
): void {
  const least = dimmer[level - 1];
  const weaker = dimmer[level];
  for (let w = 0; w < words; w++) out[w] = (least?.[w] ?? -1) & ~(weaker?.[w] ?? 0);
}

/** Puts lane `lane` at strength `level`; the columns held zeros there. */
export function setLevel({ dimmer }: WeakColumns, lane: number, level: number): void {
  const w = lane >>> 5;
  for (let j = 0; j < level; j++) dimmer[j]![w] = dimmer[j]![w]! | (1 << (lane & 31));
}

/** out: lanes to which a photon comes, lane by lane. */
export function fillArrivals(
  out: Int32Array,
  weak: WeakColumns,
  odds: readonly WeakOdds[],
  streams: WeakStreams,
  chunk: number,
  words: number,
): void {
  const states = odds.map(({ arrival }, level) => {
    const lanes = scratch[level]!;
    lanesOfLevel(lanes, weak, level, words);
    return { lanes, threshold: arrival };
  });
  fillByState(out, streams.arrival, states, chunk, words);
}

/**
 * Fills litZero and litOne from where photons arrive, out of columns as exchangePhotons leaves them
 * without flips.
 */
export function lightDetectors(
  out: Columns,
  weak: WeakColumns,
  photon: Int32Array,
  odds: readonly WeakOdds[],
  streams: WeakStreams,
  chunk: number,
  words: number,
): void {
  const { sentBasis, tapActs, tapBasis, askedBasis, gotBit } = out;
  const { litZero, litOne } = weak;
  const otherBases = scratch[10]!;
  for (let w = 0; w < words; w++) {
    const sent = sentBasis[w]!;
    otherBases[w] = sent ^ (tapActs[w]! & (sent ^ tapBasis[w]!)) ^ askedBasis[w]!;
  }
  const flips: LaneState[] = [];
  const seconds: LaneState[] = [];
  odds.forEach(({ flip, both }, level) => {
    const equal = scratch[2 * level]!;
    const other = scratch[2 * level + 1]!;
    lanesOfLevel(other, weak, level, words);
    for (let w = 0; w < words; w++) {
      equal[w] = other[w]! & ~otherBases[w]! & photon[w]!;
      other[w] = other[w]! & otherBases[w]! & photon[w]!;
    }
    // In other bases the result is a coin already.
    flips.push({ lanes: equal, threshold: flip });
    seconds.push({ lanes: equal, threshold: both.equalBases });
    seconds.push({ lanes: other, threshold: both.otherBases });
  });
  fillByState(work, streams.flip, flips, chunk, words);
  for (let w = 0; w < words; w++) gotBit[w] = gotBit[w]! ^ work[w]!;
  fillByState(work, streams.second, seconds, chunk, words);
  for (let w = 0; w < words; w++) {
    const arrived = photon[w]!;
    const got = gotBit[w]!;
    const second = work[w]!;
    litZero[w] = arrived & (~got | second);
    litOne[w] = arrived & (got | second);
  }
}

/** Clicks beside those of the light, and light that makes none. */
export interface Otherwise {
  readonly dark: { readonly zero: Int32Array; readonly one: Int32Array } | null;
  /** Lanes in which the weaker detector misses its light, and which one that is. */
  readonly missed: { readonly lanes: Int32Array; readonly weaker: Int32Array } | null;
}

/** Light and dark clicks together: detected, double, dark and gotBit are the result. */
export function clickInTheLight(
  { detected, double, dark, gotBit }: Columns,
  { litZero, litOne }: WeakColumns,
  { dark: darkClicks, missed }: Otherwise,
  streams: WeakStreams,
  chunk: number,
  words: number,
): void {
  fillFair(work, streams.double, chunk, words);
  for (let w = 0; w < words; w++) {
    const darkZero = darkClicks?.zero[w] ?? 0;
    const darkOne = darkClicks?.one[w] ?? 0;
    const missing = missed?.lanes[w] ?? 0;
    const weaker = missed?.weaker[w] ?? 0;
    const lightZero = litZero[w]! & ~(missing & ~weaker);
    const lightOne = litOne[w]! & ~(missing & weaker);
    const zero = lightZero | darkZero;
    const one = lightOne | darkOne;
    const both = zero & one;
    dark[w] = (darkZero & ~lightZero) | (darkOne & ~lightOne);
    double[w] = both;
    detected[w] = zero | one;
    gotBit[w] = (both & work[w]!) | (~both & one);
  }
}
