/**
 * The running error rate at chosen counts of kept bits: each of the first 256, then every count
 * about 2 % further, so a run of any size is drawn with about a thousand points.
 */
import { popcount32 } from '../../core/bits/bits.ts';
import type { Batch } from '../channels/batch.ts';
import type { Trace } from '../run.ts';

interface Building {
  kept: number;
  errors: number;
  keptRectilinear: number;
  errorsRectilinear: number;
  target: number;
  readonly points: { [column in keyof Trace]: number[] };
  close(): Trace;
}

function nextTarget(kept: number): number {
  return kept < 256 ? kept + 1 : Math.floor(kept * 1.02) + 1;
}

export function openTrace(): Building {
  const points = {
    pulse: [] as number[],
    kept: [] as number[],
    errors: [] as number[],
    keptRectilinear: [] as number[],
    errorsRectilinear: [] as number[],
  };
  return {
    kept: 0,
    errors: 0,
    keptRectilinear: 0,
    errorsRectilinear: 0,
    target: 1,
    points,
    close: () => ({
      pulse: Uint32Array.from(points.pulse),
      kept: Uint32Array.from(points.kept),
      errors: Uint32Array.from(points.errors),
      keptRectilinear: Uint32Array.from(points.keptRectilinear),
      errorsRectilinear: Uint32Array.from(points.errorsRectilinear),
    }),
  };
}

export function traceBatch(trace: Building, batch: Batch): void {
  const { columns, sifted, lanes, positions, base } = batch;
  const { sentBit, gotBit, sentBasis } = columns;
  const words = (lanes + 31) >>> 5;
  for (let w = 0; w < words; w++) {
    const kept = sifted[w]!;
    if (kept === 0) continue;
    const wrong = (sentBit[w]! ^ gotBit[w]!) & kept;
    const plus = ~sentBasis[w]!;
    const keptHere = popcount32(kept);
    // Bit by bit only where a point falls into this word.
    for (let lane = 0; trace.kept + keptHere >= trace.target && lane < 32; lane++) {
      if (trace.kept + popcount32(kept & upTo(lane)) < trace.target) continue;
      const seen = upTo(lane);
      const i = w * 32 + lane;
      trace.points.pulse.push(base + (positions ? positions[i]! : i) + 1);
      trace.points.kept.push(trace.target);
      trace.points.errors.push(trace.errors + popcount32(wrong & seen));
      trace.points.keptRectilinear.push(trace.keptRectilinear + popcount32(kept & plus & seen));
      trace.points.errorsRectilinear.push(
        trace.errorsRectilinear + popcount32(wrong & plus & seen),
      );
      trace.target = nextTarget(trace.target);
    }
    trace.kept += keptHere;
    trace.errors += popcount32(wrong);
    trace.keptRectilinear += popcount32(kept & plus);
    trace.errorsRectilinear += popcount32(wrong & plus);
  }
}

/** Lanes 0…lane. */
function upTo(lane: number): number {
  return 0xffffffff >>> (31 - lane);
}
