/** Where every pulse is a lane: what single photons on an honest line do not need. */
import { silence } from '../../core/optics/dead-time.ts';
import { detect } from '../../core/optics/exchange.ts';
import { makeWeakColumns } from '../../core/optics/weak.ts';
import { CHUNK_LANES } from '../../core/random/events.ts';
import { blindAt, keepBlind, type PulseSource, type Scratch } from './batch.ts';
import { openClicks } from './clicks.ts';
import { openLevels, sentIn } from './levels.ts';
import { LIST_CHUNK, type LinkPlan } from './link-plan.ts';
import { blindLanes, singlesLost, tamper } from './tampering.ts';
import { openUnequal, photonsMissed } from './unequal.ts';
import { clearUnseen, weakChunk } from './weak-chunk.ts';
import type { WeakSource } from './weak-source.ts';

export function openScratch(
  plan: LinkPlan,
  pulsesPerChunk: number,
): Pick<Scratch, 'clicks' | 'unequal' | 'weak'> {
  return {
    clicks: plan.listed ? openClicks(plan, LIST_CHUNK) : null,
    unequal: openUnequal(plan),
    weak: plan.weak && openWeak(plan.weak, pulsesPerChunk / CHUNK_LANES, plan.pulses),
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

/** From columns as the exchange leaves them to detections, whatever the source and the detectors are. */
export function detectAll(source: PulseSource, chunk: number, lanes: number): void {
  const { plan, scratch } = source;
  const { columns, weak, unequal } = scratch;
  const words = (lanes + 31) >>> 5;
  tamper(columns, plan.tampering, chunk, words);
  if (weak) weakChunk(columns, weak, plan, unequal, { chunk, lanes });
  else {
    const weaker = photonsMissed(plan, unequal, columns, chunk, words);
    const missed = singlesLost(columns, plan.tampering, weaker, chunk, words);
    const blind = blindLanes(columns, plan.tampering);
    detect(columns, plan.odds, plan.streams, chunk, lanes, missed, blind);
  }
  const place = { base: chunk * CHUNK_LANES, lanes, positions: null };
  if (weak && plan.odds.tap) clearUnseen(columns, weak.columns, weak.source, place);
  const blind = blindAt(source, chunk);
  if (plan.deadTime && blind) silence(columns, place, plan.deadTime, blind);
  keepBlind(source, chunk, blind);
}
