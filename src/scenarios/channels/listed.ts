/** Batches of runs whose detections are listed, and the pulses between them. */
import type { Columns } from '../../core/optics/columns.ts';
import { silence } from '../../core/optics/dead-time.ts';
import { exchangePhotons } from '../../core/optics/exchange.ts';
import { CHUNK_LANES, CHUNK_WORDS } from '../../core/random/events.ts';
import {
  blindAt,
  extras,
  keepBlind,
  type PulseSource,
  thins,
  type Visit,
  type Wants,
} from './batch.ts';
import { acceptClicks, darkLanes, listClicks, weakLanes } from './clicks.ts';
import { LIST_CHUNK, type LinkPlan } from './link-plan.ts';
import { blindLanes, fillWeaker, singlesLost, tamper } from './tampering.ts';
import { photonsMissed } from './unequal.ts';
import { clearUnseen } from './weak-chunk.ts';

const LIST_BATCHES = LIST_CHUNK / CHUNK_LANES;
const lastWordMask = (lanes: number) => ((lanes & 31) === 0 ? -1 : (1 << (lanes & 31)) - 1);

export function visitListed(source: PulseSource, chunk: number, wants: Wants, visit: Visit): void {
  const { plan, scratch } = source;
  const base = chunk * LIST_CHUNK;
  const end = Math.min(plan.pulses, base + LIST_CHUNK);
  const { weak, unequal } = scratch;
  const clicks = scratch.clicks!;
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

function remove(from: Int32Array, lanes: Int32Array, words: number): void {
  for (let w = 0; w < words; w++) from[w] = from[w]! & ~lanes[w]!;
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
