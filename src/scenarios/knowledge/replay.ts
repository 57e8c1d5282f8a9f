/**
 * Any photon of a finished run, recomputed from its address. Nothing is stored per photon: a chunk is
 * executed again when it is asked for, and the last few stay warm.
 */
import { onesBefore } from '../../core/bits/bits.ts';
import { type Columns, makeColumns } from '../../core/optics/columns.ts';
import { CHUNK_LANES, CHUNK_WORDS } from '../../core/random/events.ts';
import type { Batch, PulseSource } from '../channels/batch.ts';
import { certainLanes, lanesBefore } from '../channels/lanes.ts';
import { fullLight } from '../channels/light-kit.ts';
import { isBlindfold, type LinkPlan } from '../channels/link-plan.ts';
import { planLinks } from '../channels/plan.ts';
import { openPulses, visitChunk } from '../channels/quantum.ts';
import type { Arrived, WeakSource } from '../channels/weak-source.ts';
import type { ChunkCounts, Run } from '../run.ts';

/** Everything about one pulse of one link; bases 0 rectilinear, 1 diagonal. */
export interface PulseRecord {
  readonly sentBit: 0 | 1;
  readonly sentBasis: 0 | 1;
  readonly tapActs: boolean;
  readonly tapBasis: 0 | 1;
  readonly tapBit: 0 | 1;
  /** Result whose detector sees the pulse better than the other's; null: both are alike. */
  readonly favours: 0 | 1 | null;
  /** Somebody let nothing of it pass. */
  readonly blocked: boolean;
  readonly askedBasis: 0 | 1;
  readonly gotBit: 0 | 1;
  readonly detected: boolean;
  readonly double: boolean;
  readonly dark: boolean;
  readonly kept: boolean;
  readonly sampled: boolean;
  /** Somebody on the way holds the sender's bit with certainty, once bases are public. */
  readonly certain: boolean;
  /** 0 the signal, j decoy j. */
  readonly intensity: number;
  /** Photons in the pulse as its maker sent it; with single photons always 1. */
  readonly photons: number;
}

export interface Totals {
  readonly detected: number;
  readonly kept: number;
  readonly errors: number;
  readonly known: number;
}

export interface LinkReplay {
  /** `plan.pulses`: those that this link really carried. */
  readonly plan: LinkPlan;
  /** Of a pulse below `plan.pulses`. */
  record(pulse: number): PulseRecord;
  /** Counts over pulses [0, pulses); no more than there are. */
  totals(pulses: number): Totals;
}

const WARM = 3;

const replays = new WeakMap<Run, readonly LinkReplay[]>();

export function replayOf(run: Run): readonly LinkReplay[] {
  let links = replays.get(run);
  if (links === undefined) {
    links = planLinks(run.config).map((plan, i) => {
      // A link that stopped in the middle of the exchange carried fewer photons than were asked for.
      const { pulses, counts } = run.links[i]!;
      return openLinkReplay({ ...plan, pulses }, counts);
    });
    replays.set(run, links);
  }
  return links;
}

interface Warm {
  readonly source: PulseSource;
  batch: Batch | null;
  /** Counts of the batches before it in its chunk. */
  before: Totals;
}

const NOTHING: Totals = { detected: 0, kept: 0, errors: 0, known: 0 };

function openLinkReplay(plan: LinkPlan, counts: ChunkCounts): LinkReplay {
  const warm: Warm[] = [];
  const lost: { columns: Columns; weaker: Int32Array; chunk: number } = {
    columns: makeColumns(),
    weaker: new Int32Array(CHUNK_WORDS),
    chunk: -1,
  };
  const before = prefixes(counts);
  const midway = isBlindfold(plan);
  const levels = plan.weak && fullLight().openLevels(plan.weak, 1, plan.pulses);

  function warmOf(pulse: number): Warm & { readonly batch: Batch } {
    const at = warm.findIndex(
      ({ batch }) => batch !== null && pulse >= batch.from && pulse < batch.to,
    );
    let entry = at >= 0 ? warm.splice(at, 1)[0]! : undefined;
    if (entry === undefined) {
      entry =
        warm.length < WARM
          ? { source: openPulses(plan, counts.blind), batch: null, before: NOTHING }
          : warm.pop()!;
      const held = entry;
      held.batch = null;
      const sum = { ...NOTHING };
      const chunk = Math.floor(pulse / held.source.pulsesPerChunk);
      visitChunk(held.source, chunk, { sample: true }, (batch) => {
        if (pulse < batch.to) {
          held.batch = batch;
          return true;
        }
        addBatch(sum, batch, batch.to, midway);
        return false;
      });
      held.before = sum;
    }
    warm.unshift(entry);
    return entry as Warm & { readonly batch: Batch };
  }

  function lostColumns(pulse: number): Columns {
    const chunk = Math.floor(pulse / CHUNK_LANES);
    if (lost.chunk !== chunk) {
      fullLight().fillLost(plan, lost.columns, chunk);
      if (plan.mismatch) fullLight().fillLostWeaker(plan, lost.weaker, chunk);
      lost.chunk = chunk;
    }
    return lost.columns;
  }

  function lostRecord(pulse: number): PulseRecord {
    const lane = pulse % CHUNK_LANES;
    const record = read(lostColumns(pulse), lane, null, midway);
    if (plan.mismatch === null) return record;
    const favours = ((lost.weaker[lane >>> 5]! >>> (lane & 31)) & 1) === 1 ? 0 : 1;
    return { ...record, favours };
  }

  return {
    plan,
    record(pulse) {
      const { batch } = warmOf(pulse);
      const lane = laneOf(batch, pulse);
      const record = lane === null ? lostRecord(pulse) : read(batch.columns, lane, batch, midway);
      if (plan.weak === null || levels === null) return record;
      const level = fullLight().levelAt(levels, pulse);
      const { blinding, reads } = plan.tampering;
      const stays = reads !== null;
      if (record.blocked) {
        return {
          ...record,
          intensity: level,
          photons: fullLight().anyPhotons(plan.weak, level, pulse),
        };
      }
      if (blinding !== null && record.tapActs) {
        const { bright } = batch.weak!.columns;
        const sent = lane !== null && ((bright[lane >>> 5]! >>> (lane & 31)) & 1) === 1;
        return blinded(record, plan.weak, { pulse, level, sends: sent ? null : blinding.sends });
      }
      if (lane !== null) {
        return withPhotons(record, plan.weak, { pulse, level, ...litAt(batch, lane) }, stays);
      }
      const { sentBasis, sentBit } = record;
      const stored = { tapActs: true, tapBasis: sentBasis, tapBit: sentBit };
      const seen = fullLight().holdsOfLost(plan.weak, level, pulse)
        ? { ...record, ...stored }
        : record;
      return withPhotons(seen, plan.weak, { pulse, level, ...DARK }, stays);
    },
    totals(asked) {
      const pulses = Math.min(asked, plan.pulses);
      if (pulses <= 0) return NOTHING;
      const chunk = Math.min(counts.detected.length, Math.floor(pulses / counts.pulsesPerChunk));
      const sum = { ...before(chunk) };
      if (chunk * counts.pulsesPerChunk >= pulses) return sum;
      const last = warmOf(pulses - 1);
      add(sum, last.before);
      addBatch(sum, last.batch, pulses, midway);
      return sum;
    },
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function add(sum: Mutable<Totals>, more: Totals): void {
  sum.detected += more.detected;
  sum.kept += more.kept;
  sum.errors += more.errors;
  sum.known += more.known;
}

/** Adds a batch's pulses below `pulses`. */
function addBatch(sum: Mutable<Totals>, batch: Batch, pulses: number, midway: boolean): void {
  const lanes = batch.positions
    ? lanesBefore(batch.positions, pulses - batch.base)
    : pulses - batch.from;
  const { columns, sifted } = batch;
  const words = (lanes + 31) >>> 5;
  const wrong = new Int32Array(words);
  const known = new Int32Array(words);
  for (let w = 0; w < words; w++) {
    wrong[w] = (columns.sentBit[w]! ^ columns.gotBit[w]!) & sifted[w]!;
    known[w] = certainLanes(batch, w, midway);
  }
  sum.detected += onesBefore(columns.detected, lanes);
  sum.kept += onesBefore(sifted, lanes);
  sum.errors += onesBefore(wrong, lanes);
  sum.known += onesBefore(known, lanes);
}

function prefixes(counts: ChunkCounts): (chunk: number) => Totals {
  const sums = (column: Uint32Array) => {
    const out = new Float64Array(column.length + 1);
    for (let i = 0; i < column.length; i++) out[i + 1] = out[i]! + column[i]!;
    return out;
  };
  const detected = sums(counts.detected);
  const kept = sums(counts.sifted);
  const errors = sums(counts.errors);
  const known = sums(counts.siftedKnownToEve);
  return (chunk) => ({
    detected: detected[chunk]!,
    kept: kept[chunk]!,
    errors: errors[chunk]!,
    known: known[chunk]!,
  });
}

function laneOf({ positions, base, from }: Batch, pulse: number): number | null {
  if (positions === null) return pulse - from;
  const lane = lanesBefore(positions, pulse - base);
  return positions[lane] === pulse - base ? lane : null;
}

function read(columns: Columns, lane: number, batch: Batch | null, midway: boolean): PulseRecord {
  const w = lane >>> 5;
  const at = (column: Int32Array) => ((column[w]! >>> (lane & 31)) & 1) as 0 | 1;
  return {
    sentBit: at(columns.sentBit),
    sentBasis: at(columns.sentBasis),
    tapActs: at(columns.tapActs) === 1,
    tapBasis: at(columns.tapBasis),
    tapBit: at(columns.tapBit),
    favours: batch === null || batch.weaker === null ? null : at(batch.weaker) === 1 ? 0 : 1,
    blocked: at(columns.blocked) === 1,
    askedBasis: at(columns.askedBasis),
    gotBit: at(columns.gotBit),
    detected: batch !== null && at(columns.detected) === 1,
    double: batch !== null && at(columns.double) === 1,
    dark: batch !== null && at(columns.dark) === 1,
    kept: batch !== null && at(batch.sifted) === 1,
    sampled: batch !== null && at(batch.sampled) === 1,
    certain: batch !== null && ((certainLanes(batch, w, midway) >>> (lane & 31)) & 1) === 1,
    intensity: 0,
    photons: 1,
  };
}

const DARK = { litZero: false, litOne: false };

/** Which detectors photons came to, whatever those made of it. */
function litAt({ weak }: Batch, lane: number): Pick<Arrived, 'litZero' | 'litOne'> {
  const at = (column: Int32Array) => ((column[lane >>> 5]! >>> (lane & 31)) & 1) === 1;
  return weak ? { litZero: at(weak.columns.litZero), litOne: at(weak.columns.litOne) } : DARK;
}

/** A weak pulse in front of blinded detectors: empty ones give Eve no result, and she sends none. */
function blinded(
  record: PulseRecord,
  source: WeakSource,
  {
    pulse,
    level,
    sends,
  }: { readonly pulse: number; readonly level: number; readonly sends: number | null },
): PulseRecord {
  const photons = fullLight().measuredPhotons(source, level, pulse, sends);
  return { ...record, intensity: level, photons, tapActs: photons > 0 };
}

/**
 * The record of a weak pulse: who measures an empty one on the way has measured nothing. `stays`: what
 * Eve has does not come from the pulse.
 */
function withPhotons(
  record: PulseRecord,
  source: WeakSource,
  at: Omit<Arrived, 'right' | 'held'>,
  stays: boolean,
): PulseRecord {
  const { sentBit, sentBasis, askedBasis, tapActs, tapBasis, tapBit } = record;
  const held = source.splitting !== null && tapActs;
  const carried =
    tapActs && !held ? { basis: tapBasis, bit: tapBit } : { basis: sentBasis, bit: sentBit };
  const right = carried.basis === askedBasis ? carried.bit : null;
  const photons = fullLight().photonNumber(source, { ...at, right, held });
  return { ...record, intensity: at.level, photons, tapActs: tapActs && (stays || photons > 0) };
}
