/**
 * The light of one link, executed once: counters, the running error rate, and what each end holds
 * afterwards (report and bases letter by letter, tested bits, key bits).
 */
import {
  appendRange,
  appendWhere,
  type BitAppender,
  closeAppender,
  openAppender,
} from '../../core/bits/appender.ts';
import type { Bits } from '../../core/bits/bits.ts';
import { CHUNK_WORDS } from '../../core/random/events.ts';
import type { Batch, PulseSource } from '../channels/batch.ts';
import { certainLanes, lanesBefore } from '../channels/lanes.ts';
import '../channels/full-light.ts';
import { isBlindfold, isWatched, type LinkPlan } from '../channels/link-plan.ts';
import { openPulses, visitChunk } from '../channels/quantum.ts';
import type { IntensityCounts } from '../intensity-counts.ts';
import type { PulseRange } from '../messages.ts';
import type { ChunkCounts, Trace } from '../run.ts';
import { type ColumnDigest, digestBatch } from './digest.ts';
import {
  emptyTally,
  type Tally,
  tallyCertain,
  tallyExchange,
  tallyGuesses,
  tallyRectilinear,
  tallyResults,
  tallySample,
} from './tally.ts';
import { emptyLevels, tallyKept, tallySent } from './tally-levels.ts';
import { openTrace, traceBatch } from './trace.ts';

/** What both ends can say of one letter's pulses. */
export interface LetterMatter {
  readonly range: PulseRange;
  /** Offsets from range.from of the detected pulses, or, if most were detected, their bitmap. */
  readonly detected:
    | { readonly kind: 'all' }
    | { readonly kind: 'offsets'; readonly offsets: Uint32Array }
    | { readonly kind: 'bitmap'; readonly bits: Bits };
  readonly count: number;
  /** Of the detected pulses, in order. */
  readonly receiverBasis: Bits;
  readonly senderBasis: Bits;
  /** Sender's bases of all pulses, if she says them before anything is detected; else null. */
  readonly everyBasis: Bits | null;
  /** null where every pulse is alike: single photons, or a source without decoys. */
  readonly intensities: LetterIntensities | null;
}

export interface LetterIntensities {
  /** Pulses sent of each intensity, the signal first. */
  readonly sent: readonly number[];
  /** [j]: which of the detected pulses were decoy j + 1 or a weaker one. */
  readonly dimmer: readonly Bits[];
}

export interface Light {
  readonly plan: LinkPlan;
  readonly tally: Tally;
  /** The signal first, then the decoys; null for single photons. */
  readonly byIntensity: readonly IntensityCounts[] | null;
  readonly counts: ChunkCounts;
  readonly trace: Trace;
  readonly letters: readonly LetterMatter[];
  /** Sampled sifted bits of sender and receiver. */
  readonly tested: { readonly sender: Bits; readonly receiver: Bits };
  /** Sifted bits that were not sampled. */
  readonly key: {
    readonly sender: Bits;
    readonly receiver: Bits;
    /** Those that the light and the bases gave to Eve with certainty; null if none can be. */
    readonly certain: Bits | null;
  };
}

interface Building {
  range: PulseRange;
  readonly bitmap: BitAppender;
  offsets: number[];
  readonly receiverBasis: BitAppender;
  readonly senderBasis: BitAppender;
  readonly everyBasis: BitAppender | null;
  readonly sent: number[];
  readonly dimmer: readonly BitAppender[];
}

function emptyCounts({ pulsesPerChunk, chunks, blind }: PulseSource): ChunkCounts {
  const column = () => new Uint32Array(chunks);
  return {
    pulsesPerChunk,
    detected: column(),
    sifted: column(),
    errors: column(),
    siftedRectilinear: column(),
    errorsRectilinear: column(),
    siftedKnownToEve: column(),
    blind,
  };
}

/** Executes a link's light; `digest` takes the detected pulses' columns, `onProgress` the pulses done. */
export function shine(
  plan: LinkPlan,
  pulsesPerLetter: number,
  digest: ColumnDigest,
  onProgress: (pulsesDone: number) => void,
): Light {
  const source = openPulses(plan);
  const tally = emptyTally();
  const counts = emptyCounts(source);
  const trace = openTrace();
  const ends = { test: openPair(), key: openPair() };
  const letters: LetterMatter[] = [];
  const levels = plan.weak && emptyLevels(plan.weak);
  let letter = beginLetter(0, pulsesPerLetter, plan);
  const certain = openAppender();
  const midway = isBlindfold(plan);
  const tapped = isWatched(plan) && !midway;
  const mask = new Int32Array(CHUNK_WORDS);
  for (let chunk = 0; chunk < source.chunks; chunk++) {
    const before = { ...tally };
    visitChunk(source, chunk, { sample: true, guess: true }, (batch) => {
      tallyExchange(tally, batch);
      tallyRectilinear(tally, batch);
      tallyResults(tally, batch);
      tallyCertain(tally, batch, midway);
      tallyGuesses(tally, batch);
      tallySample(tally, batch);
      if (levels) {
        tallySent(levels, batch);
        tallyKept(levels, batch, batch.sampled);
      }
      traceBatch(trace, batch);
      digestBatch(digest, batch);
      split(ends, batch, mask);
      if (tapped) appendCertain(certain, batch, midway, mask);
      for (let from = batch.from; from < batch.to; ) {
        const to = Math.min(batch.to, letter.range.to);
        fillLetter(letter, batch, { from, to });
        from = to;
        if (to < letter.range.to) break;
        letters.push(endLetter(letter));
        letter = beginLetter(to, pulsesPerLetter, plan);
      }
    });
    counts.detected[chunk] = tally.detected - before.detected;
    counts.sifted[chunk] = tally.sifted - before.sifted;
    counts.errors[chunk] = tally.errors - before.errors;
    counts.siftedRectilinear[chunk] = tally.siftedRectilinear - before.siftedRectilinear;
    counts.errorsRectilinear[chunk] = tally.errorsRectilinear - before.errorsRectilinear;
    counts.siftedKnownToEve[chunk] = tally.knownToEve - before.knownToEve;
    onProgress(Math.min(plan.pulses, (chunk + 1) * source.pulsesPerChunk));
  }
  return {
    plan,
    tally,
    byIntensity: levels,
    counts,
    trace: trace.close(),
    letters,
    tested: {
      sender: closeAppender(ends.test.sender),
      receiver: closeAppender(ends.test.receiver),
    },
    key: {
      sender: closeAppender(ends.key.sender),
      receiver: closeAppender(ends.key.receiver),
      certain: tapped ? closeAppender(certain) : null,
    },
  };
}

function openPair(): { readonly sender: BitAppender; readonly receiver: BitAppender } {
  return { sender: openAppender(), receiver: openAppender() };
}

function split(
  ends: { readonly test: ReturnType<typeof openPair>; readonly key: ReturnType<typeof openPair> },
  { columns, sifted, sampled, lanes }: Batch,
  mask: Int32Array,
): void {
  const whole = { from: 0, to: lanes };
  for (const [pair, chosen] of [
    [ends.test, -1],
    [ends.key, 0],
  ] as const) {
    for (let w = 0; w < mask.length; w++) mask[w] = sifted[w]! & ~(sampled[w]! ^ chosen);
    appendWhere(pair.sender, columns.sentBit, mask, whole);
    appendWhere(pair.receiver, columns.gotBit, mask, whole);
  }
}

/** Which of this batch's key bits Eve is certain of. */
function appendCertain(into: BitAppender, batch: Batch, midway: boolean, mask: Int32Array): void {
  const { sifted, sampled, lanes } = batch;
  const words = (lanes + 31) >>> 5;
  const certain = new Int32Array(words);
  for (let w = 0; w < words; w++) {
    certain[w] = certainLanes(batch, w, midway);
    mask[w] = sifted[w]! & ~sampled[w]!;
  }
  appendWhere(into, certain, mask, { from: 0, to: lanes });
}

function beginLetter(
  from: number,
  pulsesPerLetter: number,
  { announce, pulses, weak }: LinkPlan,
): Building {
  const intensities = weak?.levels ?? [];
  return {
    range: { from, to: Math.min(pulses, from + pulsesPerLetter) },
    bitmap: openAppender(),
    offsets: [],
    receiverBasis: openAppender(),
    senderBasis: openAppender(),
    everyBasis: announce === 'early' ? openAppender() : null,
    sent: intensities.map(() => 0),
    dimmer: intensities.slice(1).map(() => openAppender()),
  };
}

/** Adds a batch's pulses [from, to) to the letter that speaks of them. */
function fillLetter(letter: Building, batch: Batch, { from, to }: PulseRange): void {
  const { columns, positions, base, weak } = batch;
  const { detected } = columns;
  const lanes =
    positions === null
      ? { from: from - batch.from, to: to - batch.from }
      : { from: lanesBefore(positions, from - base), to: lanesBefore(positions, to - base) };
  if (positions === null) appendRange(letter.bitmap, detected, lanes);
  else {
    for (let i = lanes.from; i < lanes.to; i++) {
      if (batch.allDetected || isSet(detected, i))
        letter.offsets.push(base + positions[i]! - letter.range.from);
    }
  }
  if (letter.everyBasis) appendRange(letter.everyBasis, columns.sentBasis, lanes);
  const columnsOf = [
    [letter.receiverBasis, columns.askedBasis],
    [letter.senderBasis, columns.sentBasis],
    ...letter.dimmer.map((into, j) => [into, weak!.columns.dimmer[j]!] as const),
  ] as const;
  for (const [into, column] of columnsOf) {
    if (batch.allDetected) appendRange(into, column, lanes);
    else appendWhere(into, column, detected, lanes);
  }
  if (letter.dimmer.length === 0) return;
  weak!.sent({ from, to }).forEach((sent, k) => {
    letter.sent[k] = letter.sent[k]! + sent;
  });
}

function isSet(column: Int32Array, i: number): boolean {
  return ((column[i >>> 5]! >>> (i & 31)) & 1) === 1;
}

/** The form of "detected" depends on the numbers alone, never on how they were computed. */
function endLetter(letter: Building): LetterMatter {
  const { range, bitmap, offsets, receiverBasis, senderBasis, everyBasis, sent, dimmer } = letter;
  const pulses = range.to - range.from;
  const count = receiverBasis.length;
  const bases = {
    receiverBasis: closeAppender(receiverBasis),
    senderBasis: closeAppender(senderBasis),
    everyBasis: everyBasis && closeAppender(everyBasis),
    intensities: dimmer.length === 0 ? null : { sent, dimmer: dimmer.map(closeAppender) },
  };
  if (count === pulses) return { range, detected: { kind: 'all' }, count, ...bases };
  const listed = bitmap.length === 0;
  if (count * 32 < pulses) {
    const list = listed ? Uint32Array.from(offsets) : offsetsOf(closeAppender(bitmap), count);
    return { range, detected: { kind: 'offsets', offsets: list }, count, ...bases };
  }
  const bits = listed ? bitmapOf(offsets, pulses) : closeAppender(bitmap);
  return { range, detected: { kind: 'bitmap', bits }, count, ...bases };
}

function offsetsOf(bits: Bits, count: number): Uint32Array {
  const list = new Uint32Array(count);
  let n = 0;
  for (let w = 0; w < bits.words.length; w++) {
    for (let open = bits.words[w]!; open !== 0; open &= open - 1) {
      list[n] = w * 32 + 31 - Math.clz32(open & -open);
      n++;
    }
  }
  return list;
}

function bitmapOf(offsets: readonly number[], pulses: number): Bits {
  const words = new Uint32Array((pulses + 31) >>> 5);
  for (const at of offsets) words[at >>> 5] = (words[at >>> 5]! | (1 << (at & 31))) >>> 0;
  return { length: pulses, words };
}
