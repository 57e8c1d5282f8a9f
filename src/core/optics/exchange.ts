/**
 * The exchange of single photons, 32 at a time: preparation, a measurement on the way, the line,
 * and the receiver's two threshold detectors. Bits decide; no lane knows another.
 *
 *   d = acts & (sentBasis ^ tapBasis)           measured on the way in the other basis
 *   carriedBit = sentBit ^ (d & coin)           a coin then, by the Born rule (cos² 45° = ½)
 *   carriedBasis = sentBasis ^ d
 *   gotBit = carriedBit ^ ((carriedBasis ^ askedBasis) & coin') ^ flip
 *
 * Sources: Bennett & Brassard 1984, doi:10.1016/j.tcs.2014.05.025 (states, sifting);
 * Bennett, Bessette, Brassard, Salvail, Smolin, J. Cryptology 5 (1992) 3 (intercept–resend, the basis
 * midway); Lütkenhaus, PRA 59 (1999) 3301 (a double click becomes a random bit).
 */
import { CHUNK_WORDS, fillDense, fillEvents, fillFair } from '../random/events.ts';
import type { Stream } from '../random/streams.ts';
import type { Columns } from './columns.ts';

/** 'announced': the sender's own, where that was said too early. */
export type TapBasis = 'random' | 'rectilinear' | 'diagonal' | 'breidbart' | 'announced';

/** Probabilities as thresholds of random/events.ts, 0…2³². */
export interface ExchangeOdds {
  /** The rectilinear basis, at sender and receiver alike. */
  readonly rectilinear: number;
  readonly flip: number;
  /** A photon reaches the receiver and clicks: line and detector together. */
  readonly arrival: number;
  /** Per detector and pulse. */
  readonly dark: number;
  /** null: nobody measures on the way. */
  readonly tap: { readonly fraction: number; readonly basis: TapBasis } | null;
}

export interface ExchangeStreams {
  readonly sentBit: Stream;
  readonly sentBasis: Stream;
  readonly tapActs: Stream;
  readonly tapBasis: Stream;
  readonly tapCoin: Stream;
  readonly askedBasis: Stream;
  readonly receiverCoin: Stream;
  readonly arrival: Stream;
  readonly flip: Stream;
  readonly darkZero: Stream;
  readonly darkOne: Stream;
  readonly double: Stream;
}

const HALF = 2147483648;

/** sin²(22.5°) = (1 − √½)/2: how often a measurement midway between two states of a bit misreads it. */
export const BREIDBART_ERROR = Math.round(((1 - Math.sqrt(0.5)) / 2) * 4294967296);

// Scratch shared by all calls: safe because a call returns before another can start.
const coin = new Int32Array(CHUNK_WORDS);
const secondCoin = new Int32Array(CHUNK_WORDS);
const flip = new Int32Array(CHUNK_WORDS);
const darkZero = new Int32Array(CHUNK_WORDS);
const darkOne = new Int32Array(CHUNK_WORDS);

/**
 * Fills sent, tap and asked columns and gotBit of chunk c, as if every photon arrived and no
 * detector clicked in the dark. `words` words are made, rounded up to 64.
 */
export function exchangePhotons(
  out: Columns,
  odds: ExchangeOdds,
  streams: ExchangeStreams,
  chunk: number,
  words = CHUNK_WORDS,
): void {
  prepare(out, odds, streams, chunk, words);
  fillBasis(out.askedBasis, streams.askedBasis, odds.rectilinear, chunk, words);
  if (odds.tap === null || odds.tap.fraction === 0) {
    out.tapActs.fill(0);
    measure(out, streams, chunk, words);
  } else if (odds.tap.basis === 'breidbart') {
    interceptMidway(out, odds.tap.fraction, streams, chunk, words);
  } else {
    intercept(out, odds.tap.fraction, odds.tap.basis, streams, chunk, words);
  }
  if (odds.flip === 0) return;
  fillEvents(flip, streams.flip, odds.flip, chunk, words);
  for (let w = 0; w < words; w++) out.gotBit[w] = out.gotBit[w]! ^ flip[w]!;
}

/** Sender's bits and bases alone; what an unwatched, undetected pulse still carried. */
export function prepare(
  out: Columns,
  odds: ExchangeOdds,
  streams: ExchangeStreams,
  chunk: number,
  words = CHUNK_WORDS,
): void {
  fillFair(out.sentBit, streams.sentBit, chunk, words);
  fillBasis(out.sentBasis, streams.sentBasis, odds.rectilinear, chunk, words);
}

/** Diagonal where the event "rectilinear" does not happen, so that more bias only turns bases one way. */
function fillBasis(
  out: Int32Array,
  stream: Stream,
  rectilinear: number,
  chunk: number,
  words: number,
): void {
  if (rectilinear === HALF) {
    // The event at ½ is the complement of the fair bit.
    fillFair(out, stream, chunk, words);
    return;
  }
  fillEvents(out, stream, rectilinear, chunk, words);
  for (let w = 0; w < words; w++) out[w] = ~out[w]!;
}

/** Measured on the way, sent on, measured again: one loop, so that what is carried is never stored. */
function intercept(
  out: Columns,
  fraction: number,
  basis: Exclude<TapBasis, 'breidbart'>,
  streams: ExchangeStreams,
  chunk: number,
  words: number,
): void {
  const { sentBit, sentBasis, tapActs, tapBasis, tapBit, askedBasis, gotBit } = out;
  fillEvents(tapActs, streams.tapActs, fraction, chunk, words);
  if (basis === 'random') fillFair(tapBasis, streams.tapBasis, chunk, words);
  else if (basis === 'announced') tapBasis.set(sentBasis);
  else tapBasis.fill(basis === 'rectilinear' ? 0 : -1);
  fillFair(coin, streams.tapCoin, chunk, words);
  fillFair(secondCoin, streams.receiverCoin, chunk, words);
  for (let w = 0; w < words; w++) {
    const sent = sentBasis[w]!;
    const disturbed = tapActs[w]! & (sent ^ tapBasis[w]!);
    const carriedBit = sentBit[w]! ^ (disturbed & coin[w]!);
    const carriedBasis = sent ^ disturbed;
    tapBit[w] = carriedBit;
    gotBit[w] = carriedBit ^ ((carriedBasis ^ askedBasis[w]!) & secondCoin[w]!);
  }
}

/** The basis at 22.5°: every state misread with sin² 22.5°, and the re-sent state misread again by the receiver. */
function interceptMidway(
  out: Columns,
  fraction: number,
  streams: ExchangeStreams,
  chunk: number,
  words: number,
): void {
  const { sentBit, tapActs, tapBasis, tapBit, gotBit } = out;
  fillEvents(tapActs, streams.tapActs, fraction, chunk, words);
  tapBasis.fill(0);
  measure(out, streams, chunk, words);
  fillDense(tapBit, streams.tapCoin, BREIDBART_ERROR, chunk, words);
  fillDense(coin, streams.receiverCoin, BREIDBART_ERROR, chunk, words);
  for (let w = 0; w < words; w++) {
    tapBit[w] = sentBit[w]! ^ tapBit[w]!;
    const acts = tapActs[w]!;
    gotBit[w] = (acts & (tapBit[w]! ^ coin[w]!)) | (~acts & gotBit[w]!);
  }
}

/** A photon that nobody touched meets the receiver's basis. */
function measure(
  { sentBit, sentBasis, askedBasis, gotBit }: Columns,
  streams: ExchangeStreams,
  chunk: number,
  words: number,
): void {
  fillFair(coin, streams.receiverCoin, chunk, words);
  for (let w = 0; w < words; w++) {
    gotBit[w] = sentBit[w]! ^ ((sentBasis[w]! ^ askedBasis[w]!) & coin[w]!);
  }
}

/**
 * Detection lane by lane: who clicked, double clicks to a coin. `lanes` lanes are real, the others
 * are marked undetected. `missed`: lanes whose photon its detector does not see, if there are any;
 * `blind`: lanes whose detectors cannot click in the dark.
 */
export function detect(
  out: Columns,
  odds: ExchangeOdds,
  streams: ExchangeStreams,
  chunk: number,
  lanes: number,
  missed: Int32Array | null = null,
  blind: Int32Array | null = null,
): void {
  const words = (lanes + 31) >>> 5;
  const { detected, double, dark } = out;
  fillEvents(detected, streams.arrival, odds.arrival, chunk, words);
  if (missed) for (let w = 0; w < words; w++) detected[w] = detected[w]! & ~missed[w]!;
  if (odds.dark === 0) {
    double.fill(0);
    dark.fill(0);
  } else {
    fillEvents(darkZero, streams.darkZero, odds.dark, chunk, words);
    fillEvents(darkOne, streams.darkOne, odds.dark, chunk, words);
    if (blind) {
      for (let w = 0; w < words; w++) {
        darkZero[w] = darkZero[w]! & ~blind[w]!;
        darkOne[w] = darkOne[w]! & ~blind[w]!;
      }
    }
    clickInTheDark(out, { photon: detected, zero: darkZero, one: darkOne }, streams, chunk, words);
  }
  if ((lanes & 31) !== 0)
    detected[words - 1] = detected[words - 1]! & (0xffffffff >>> (32 - (lanes & 31)));
  detected.fill(0, words);
}

/** Adds dark clicks to photon clicks: detected, double, dark and gotBit are the result. */
export function clickInTheDark(
  { detected, double, dark, gotBit }: Columns,
  clicks: { readonly photon: Int32Array; readonly zero: Int32Array; readonly one: Int32Array },
  streams: ExchangeStreams,
  chunk: number,
  words: number,
): void {
  fillFair(coin, streams.double, chunk, words);
  for (let w = 0; w < words; w++) {
    const photon = clicks.photon[w]!;
    const zero = clicks.zero[w]! | (photon & ~gotBit[w]!);
    const one = clicks.one[w]! | (photon & gotBit[w]!);
    const both = zero & one;
    dark[w] = (clicks.zero[w]! | clicks.one[w]!) & (~photon | both);
    double[w] = both;
    detected[w] = zero | one;
    gotBit[w] = (both & coin[w]!) | (~both & one);
  }
}
