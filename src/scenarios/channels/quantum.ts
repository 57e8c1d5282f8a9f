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
import { makeColumns } from '../../core/optics/columns.ts';
import { detect, exchangePhotons } from '../../core/optics/exchange.ts';
import { CERTAIN, CHUNK_LANES, CHUNK_WORDS } from '../../core/random/events.ts';
import {
  type BlindStarts,
  extras,
  type PulseSource,
  thins,
  type Visit,
  type Wants,
} from './batch.ts';
import { fullLight } from './light-kit.ts';
import { LIST_CHUNK, type LinkPlan } from './link-plan.ts';

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
      ...(isPlain(plan) ? PLAIN : fullLight().openScratch(plan, pulsesPerChunk)),
    },
  };
}

const PLAIN = { clicks: null, unequal: null, weak: null } as const;

/** Single photons, each a lane, on a line and in detectors that are as they should be. */
function isPlain(plan: LinkPlan): boolean {
  return !plan.listed && plan.weak === null && plan.tampering.reads === null && !thins(plan);
}

/** Visits the batches of one chunk in order. */
export function visitChunk(source: PulseSource, chunk: number, wants: Wants, visit: Visit): void {
  if (source.plan.listed) fullLight().visitListed(source, chunk, wants, visit);
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
  if (isPlain(plan)) detect(columns, plan.odds, plan.streams, chunk, lanes, null, null);
  else fullLight().detectAll(source, chunk, lanes);
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
