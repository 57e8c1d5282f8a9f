/**
 * Runs the light of a link in batches that stay in the fast caches, and finds any photon again.
 *
 *   by pulse      batch c is chunk c: 32,768 pulses, one lane each
 *   by detection  a list chunk of 2²⁰ pulses gives its detections; batches take 32,768 of them,
 *                 coins numbered by (chunk, ordinal)
 *
 * Columns are scratch: a visitor reads them before it returns. Where detectors have a dead time a
 * chunk begins as the one before has left them: the first visits go in order, later ones need not.
 */

import { exchangeAngled } from '../../core/optics/angled.ts';
import { type Columns, makeColumns } from '../../core/optics/columns.ts';
import { type Blind, silence } from '../../core/optics/dead-time.ts';
import { detect, exchangePhotons } from '../../core/optics/exchange.ts';
import { makeWeakColumns, type WeakColumns } from '../../core/optics/weak.ts';
import {
  CERTAIN,
  CHUNK_LANES,
  CHUNK_WORDS,
  fillEvents,
  fillFair,
} from '../../core/random/events.ts';
import type { PulseRange } from '../messages.ts';
import {
  acceptClicks,
  type ClickList,
  darkLanes,
  LIST_CHUNK,
  listClicks,
  openClicks,
  weakLanes,
} from './clicks.ts';
import { type Levels, openLevels, sentIn } from './levels.ts';
import type { LinkPlan } from './plan.ts';
import { blindLanes, fillWeaker, singlesLost, tamper } from './tampering.ts';
import { openUnequal, photonsMissed, type Unequal } from './unequal.ts';
import { clearUnseen, weakChunk } from './weak-chunk.ts';
import type { WeakSource } from './weak-source.ts';

export interface Batch {
  /** Pulses [from, to). */
  readonly from: number;
  readonly to: number;
  /** Lanes in use. */
  readonly lanes: number;
  /** null: lane i is pulse from + i. Else lane i is pulse base + positions[i]. */
  readonly positions: Uint32Array | null;
  readonly base: number;
  readonly columns: Columns;
  /** Every lane in use is a detection. */
  readonly allDetected: boolean;
  /** null: single photons. */
  readonly weak: WeakBatch | null;
  /** Bases agree and something was detected; zero in angled runs. */
  readonly sifted: Int32Array;
  /** The sample's choice, for every lane; only lanes that are sifted count. */
  readonly sampled: Int32Array;
  /** Eve's coin for bits she knows nothing about. */
  readonly guess: Int32Array;
  /** Which detector sees the pulse worse, 1 that of result 1; null: both are alike. */
  readonly weaker: Int32Array | null;
}

export interface WeakBatch {
  readonly columns: WeakColumns;
  /** Pulses of each strength, the signal first, in a range that lies within the batch's chunk. */
  sent(range: PulseRange): number[];
}

/** Return true to end the chunk here, with the batch left in scratch. */
export type Visit = (batch: Batch) => boolean | undefined;

export interface Wants {
  readonly sample?: boolean;
  readonly guess?: boolean;
}

interface Scratch {
  readonly columns: Columns;
  readonly sifted: Int32Array;
  readonly sampled: Int32Array;
  readonly guess: Int32Array;
  readonly clicks: ClickList;
  /** null: both detectors are alike. */
  readonly unequal: Unequal | null;
  readonly weak: (WeakBatch & { readonly source: WeakSource; readonly levels: Levels }) | null;
}

/** First pulse at which a detector is live again, as each chunk begins; [chunks] is after the last. */
export interface BlindStarts {
  readonly zero: Uint32Array;
  readonly one: Uint32Array;
}

export interface PulseSource {
  readonly plan: LinkPlan;
  /** null: no dead time. Filled by the visits. */
  readonly blind: BlindStarts | null;
  /** Pulses of one chunk of counters. */
  readonly pulsesPerChunk: number;
  readonly chunks: number;
  readonly scratch: Scratch;
}

/** `known`: of an earlier visit to all chunks, for visits out of order. */
export function openPulses(plan: LinkPlan, known: BlindStarts | null = null): PulseSource {
  const pulsesPerChunk = plan.listed ? LIST_CHUNK : CHUNK_LANES;
  const chunks = Math.ceil(plan.pulses / pulsesPerChunk);
  const column = () => new Int32Array(CHUNK_WORDS);
  const starts = () => new Uint32Array(chunks + 1);
  return {
    plan,
    pulsesPerChunk,
    chunks,
    blind: plan.deadTime && (known ?? { zero: starts(), one: starts() }),
    scratch: {
      columns: makeColumns(),
      sifted: column(),
      sampled: column(),
      guess: column(),
      clicks: openClicks(plan, plan.listed ? LIST_CHUNK : 0),
      unequal: openUnequal(plan),
      weak: plan.weak && openWeak(plan.weak, pulsesPerChunk / CHUNK_LANES, plan.pulses),
    },
  };
}

function openWeak(source: WeakSource, pieces: number, pulses: number): Scratch['weak'] {
  const levels = openLevels(source, pieces, pulses);
  return {
    source,
    levels,
    columns: makeWeakColumns(source.levels.length - 1),
    sent: (range) => sentIn(levels, range),
  };
}

/** Visits the batches of one chunk in order. */
export function visitChunk(source: PulseSource, chunk: number, wants: Wants, visit: Visit): void {
  if (source.plan.listed) visitListed(source, chunk, wants, visit);
  else visitDense(source, chunk, wants, visit);
}

function visitDense(source: PulseSource, chunk: number, wants: Wants, visit: Visit): void {
  const { plan, scratch } = source;
  const { columns, sifted, sampled, guess, weak, unequal } = scratch;
  const from = chunk * CHUNK_LANES;
  const to = Math.min(plan.pulses, from + CHUNK_LANES);
  const lanes = to - from;
  const words = (lanes + 31) >>> 5;
  if (plan.angled) exchangeAngled(columns, plan.odds, plan.streams, chunk, plan.angled);
  else exchangePhotons(columns, plan.odds, plan.streams, chunk, words);
  tamper(columns, plan.tampering, chunk, words);
  if (weak) weakChunk(columns, weak, plan, unequal, { chunk, lanes });
  else {
    const weaker = photonsMissed(plan, unequal, columns, chunk, words);
    const missed = singlesLost(columns, plan.tampering, weaker, chunk, words);
    const blind = blindLanes(columns, plan.tampering);
    detect(columns, plan.odds, plan.streams, chunk, lanes, missed, blind);
  }
  const place = { base: from, lanes, positions: null };
  if (weak && plan.odds.tap) clearUnseen(columns, weak.columns, weak.source, place);
  const blind = blindAt(source, chunk);
  if (plan.deadTime && blind) silence(columns, place, plan.deadTime, blind);
  keepBlind(source, chunk, blind);
  extras(plan, scratch, chunk, words, wants);
  const allDetected = plan.odds.arrival === CERTAIN && !weak && !thins(plan);
  visit({
    from,
    to,
    lanes,
    positions: null,
    base: from,
    columns,
    allDetected,
    weak,
    sifted,
    sampled,
    guess,
    weaker: unequal?.weaker ?? null,
  });
}

/** Not every photon that arrives counts. */
function thins({ deadTime, mismatch, tampering }: LinkPlan): boolean {
  const { blinding, blocks } = tampering;
  return deadTime !== null || mismatch !== null || blinding !== null || blocks !== null;
}

function remove(from: Int32Array, lanes: Int32Array, words: number): void {
  for (let w = 0; w < words; w++) from[w] = from[w]! & ~lanes[w]!;
}

function blindAt({ blind }: PulseSource, chunk: number): Blind | null {
  return blind && { zero: blind.zero[chunk]!, one: blind.one[chunk]! };
}

function keepBlind({ blind }: PulseSource, chunk: number, state: Blind | null): void {
  if (blind === null || state === null) return;
  blind.zero[chunk + 1] = state.zero;
  blind.one[chunk + 1] = state.one;
}

function extras(
  plan: LinkPlan,
  scratch: Scratch,
  chunk: number,
  words: number,
  wants: Wants,
): void {
  const { columns, sifted, sampled, guess, unequal } = scratch;
  const { sentBasis, askedBasis, detected } = columns;
  if (plan.angled) sifted.fill(0);
  else {
    // XNOR marks equal bases; detected is zero past the last lane, so the padding stays clean.
    for (let w = 0; w < words; w++) sifted[w] = ~(sentBasis[w]! ^ askedBasis[w]!) & detected[w]!;
    sifted.fill(0, words);
  }
  if (wants.sample) fillEvents(sampled, plan.sample, plan.sampleThreshold, chunk, words);
  if (!wants.guess) return;
  // Where Bob's own coin assigns the detectors, knowing them tells her nothing.
  if (unequal === null || plan.mismatch?.gate) fillFair(guess, plan.guess, chunk, words);
  // She knows the devices: the stronger detector's result is the better guess.
  else for (let w = 0; w < words; w++) guess[w] = ~unequal.weaker[w]!;
}

const LIST_BATCHES = LIST_CHUNK / CHUNK_LANES;
const lastWordMask = (lanes: number) => ((lanes & 31) === 0 ? -1 : (1 << (lanes & 31)) - 1);

function visitListed(source: PulseSource, chunk: number, wants: Wants, visit: Visit): void {
  const { plan, scratch } = source;
  const base = chunk * LIST_CHUNK;
  const end = Math.min(plan.pulses, base + LIST_CHUNK);
  const { clicks, weak, unequal } = scratch;
  const at = { chunk, lanes: end - base };
  const listed = listClicks(clicks, plan, at);
  const count = weak
    ? acceptClicks(clicks, weak.source, weak.levels, { ...at, count: listed })
    : listed;
  const blind = blindAt(source, chunk);
  const batches = Math.max(1, Math.ceil(count / CHUNK_LANES));
  let from = base;
  for (let b = 0; b < batches; b++) {
    const first = b * CHUNK_LANES;
    const lanes = Math.min(CHUNK_LANES, count - first);
    const positions = clicks.positions.subarray(first, first + lanes);
    const to = b === batches - 1 ? end : base + clicks.positions[first + lanes]!;
    const words = (lanes + 31) >>> 5;
    // A list chunk spans as many lane numbers as it has pulses, so ordinals never run out.
    const address = chunk * LIST_BATCHES + b;
    const { columns } = scratch;
    exchangePhotons(columns, plan.odds, plan.streams, address, words);
    tamper(columns, plan.tampering, address, words);
    columns.detected.fill(-1, 0, words);
    if (words > 0) columns.detected[words - 1] = lastWordMask(lanes);
    columns.detected.fill(0, words);
    const part = { first, lanes, address };
    const place = { base, lanes, positions };
    if (weak && clicks.dark) {
      weakLanes(columns, weak, clicks.dark, plan, unequal, part);
      if (plan.odds.tap) clearUnseen(columns, weak.columns, weak.source, place);
    } else {
      const weaker = photonsMissed(plan, unequal, columns, address, words);
      const missed = singlesLost(columns, plan.tampering, weaker, address, words);
      const blind = blindLanes(columns, plan.tampering);
      if (clicks.dark) darkLanes(columns, clicks.dark.kinds, plan, part, { missed, blind });
      else {
        columns.double.fill(0);
        columns.dark.fill(0);
        if (missed) remove(columns.detected, missed, words);
      }
    }
    if (plan.deadTime && blind) silence(columns, place, plan.deadTime, blind);
    extras(plan, scratch, address, words, wants);
    const { sifted, sampled, guess } = scratch;
    const batch = {
      from,
      to,
      lanes,
      positions,
      base,
      columns,
      allDetected: !thins(plan),
      weak,
      sifted,
      sampled,
      guess,
      weaker: unequal?.weaker ?? null,
    };
    if (visit(batch) === true) return;
    from = to;
  }
  keepBlind(source, chunk, blind);
}

/** Sent and tapped columns of pulses that were not detected, in a run numbered by detection. */
export function fillLost(plan: LinkPlan, columns: Columns, denseChunk: number): void {
  exchangePhotons(columns, plan.odds, plan.lostStreams, denseChunk);
  tamper(columns, plan.lostTampering, denseChunk, CHUNK_WORDS);
}

/** For the same pulses, which detector would have seen them worse. */
export function fillLostWeaker(plan: LinkPlan, weaker: Int32Array, denseChunk: number): void {
  weaker.fill(-1);
  fillWeaker(weaker, plan.lostTampering, plan.mismatch?.gate ?? null, denseChunk, CHUNK_WORDS);
}
