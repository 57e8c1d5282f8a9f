/**
 * The same exchange when somebody uses an angle that BB84 does not: any prepared polarisation, any
 * measuring axis. Every probability is Malus' law, cos²(state − axis), turned into a threshold and
 * compared with the lane's own uniform number, so turning an axis moves outcomes smoothly.
 * Slower than exchange.ts and in agreement with it (tested) where both apply.
 */
import { cosSquaredDegrees } from '../elementary/angle.ts';
import { CHUNK_WORDS, fillDense, fillEvents, fillFair, thresholdOf } from '../random/events.ts';
import type { Stream } from '../random/streams.ts';
import type { Columns } from './columns.ts';
import { type ExchangeOdds, type ExchangeStreams, prepare, type TapBasis } from './exchange.ts';

/** Lanes that carry one polarisation, in degrees. */
interface Beam {
  readonly mask: Int32Array;
  readonly angle: number;
}

export type Prepared = 'random' | 'H' | 'V' | 'D' | 'A' | 'mixture-HV' | number;
export type Asked = 'random' | 'rectilinear' | 'diagonal' | number;

export const STATE_ANGLES = { H: 0, V: 90, D: 45, A: 135 } as const;

/** Polarisation of a bit in a basis, degrees: + {0°, 90°}, × {45°, 135°}. */
export function angleOf(bit: 0 | 1, basis: 0 | 1): number {
  return basis * 45 + bit * 90;
}

/** Chance of outcome 0 for a state meeting an analyser whose outcome 0 lies along `axis`. Born 1926; Malus. */
export function chanceOfZero(stateDegrees: number, axisDegrees: number): number {
  return cosSquaredDegrees(stateDegrees - axisDegrees);
}

const all = () => new Int32Array(CHUNK_WORDS).fill(-1);

/** Fills every column but the detection ones, for a chunk; see exchangePhotons. */
export function exchangeAngled(
  out: Columns,
  odds: ExchangeOdds,
  streams: ExchangeStreams,
  chunk: number,
  setting: { readonly prepared: Prepared; readonly asked: Asked },
): void {
  let beams = prepareBeams(out, odds, streams, chunk, setting.prepared);
  if (odds.tap === null || odds.tap.fraction === 0) out.tapActs.fill(0);
  else beams = tapBeams(out, { ...odds.tap, beams }, streams, chunk);
  askAxes(out, odds, streams, chunk, setting.asked);
  const axes = askedBeams(out, setting.asked);
  ones(out.gotBit, beams, axes, streams.receiverCoin, chunk);
  if (odds.flip === 0) return;
  const flip = new Int32Array(CHUNK_WORDS);
  fillEvents(flip, streams.flip, odds.flip, chunk);
  for (let w = 0; w < CHUNK_WORDS; w++) out.gotBit[w] = out.gotBit[w]! ^ flip[w]!;
}

function prepareBeams(
  out: Columns,
  odds: ExchangeOdds,
  streams: ExchangeStreams,
  chunk: number,
  prepared: Prepared,
): Beam[] {
  if (prepared === 'random') {
    prepare(out, odds, streams, chunk);
    return split([out.sentBit, out.sentBasis]).map((mask, i) => ({
      mask,
      angle: angleOf((i & 1) as 0 | 1, (i >> 1) as 0 | 1),
    }));
  }
  out.sentBasis.fill(prepared === 'D' || prepared === 'A' ? -1 : 0);
  if (prepared === 'mixture-HV') {
    fillFair(out.sentBit, streams.sentBit, chunk);
    return split([out.sentBit]).map((mask, i) => ({ mask, angle: angleOf(i as 0 | 1, 0) }));
  }
  out.sentBit.fill(prepared === 'V' || prepared === 'A' ? -1 : 0);
  const angle = typeof prepared === 'number' ? prepared : STATE_ANGLES[prepared];
  return [{ mask: all(), angle }];
}

// 'announced' never comes here: no basis is announced of states at other angles.
const TAP_AXES: Readonly<Record<Exclude<TapBasis, 'random'>, number>> = {
  announced: 0,
  rectilinear: 0,
  diagonal: 45,
  breidbart: 22.5,
};

function tapBeams(
  { tapActs, tapBasis, tapBit }: Columns,
  tap: { readonly fraction: number; readonly basis: TapBasis; readonly beams: readonly Beam[] },
  streams: ExchangeStreams,
  chunk: number,
): Beam[] {
  fillEvents(tapActs, streams.tapActs, tap.fraction, chunk);
  if (tap.basis === 'random') fillFair(tapBasis, streams.tapBasis, chunk);
  else tapBasis.fill(tap.basis === 'diagonal' ? -1 : 0);
  const axes: Beam[] =
    tap.basis === 'random'
      ? split([tapBasis]).map((mask, i) => ({ mask, angle: i * 45 }))
      : [{ mask: all(), angle: TAP_AXES[tap.basis] }];
  ones(tapBit, tap.beams, axes, streams.tapCoin, chunk);
  const passed = tap.beams.map(({ mask, angle }) => ({
    mask: mask.map((m, w) => m & ~tapActs[w]!),
    angle,
  }));
  const resent = axes.flatMap(({ mask, angle }) => [
    { mask: mask.map((m, w) => m & tapActs[w]! & ~tapBit[w]!), angle },
    { mask: mask.map((m, w) => m & tapActs[w]! & tapBit[w]!), angle: angle + 90 },
  ]);
  return [...passed, ...resent];
}

function askAxes(
  out: Columns,
  odds: ExchangeOdds,
  streams: ExchangeStreams,
  chunk: number,
  asked: Asked,
): void {
  if (asked !== 'random') {
    out.askedBasis.fill(asked === 'diagonal' ? -1 : 0);
    return;
  }
  fillEvents(out.askedBasis, streams.askedBasis, odds.rectilinear, chunk);
  for (let w = 0; w < CHUNK_WORDS; w++) out.askedBasis[w] = ~out.askedBasis[w]!;
}

function askedBeams({ askedBasis }: Columns, asked: Asked): Beam[] {
  if (asked === 'random') return split([askedBasis]).map((mask, i) => ({ mask, angle: i * 45 }));
  const angle = typeof asked === 'number' ? asked : asked === 'diagonal' ? 45 : 0;
  return [{ mask: all(), angle }];
}

/** The 2ᵏ masks of k columns' value combinations; column j is bit j of the index. */
function split(columns: readonly Int32Array[]): Int32Array[] {
  return Array.from({ length: 1 << columns.length }, (_, index) => {
    const mask = all();
    columns.forEach((column, j) => {
      for (let w = 0; w < CHUNK_WORDS; w++) {
        mask[w] = mask[w]! & (((index >> j) & 1) === 1 ? column[w]! : ~column[w]!);
      }
    });
    return mask;
  });
}

/** out: 1 where a beam meeting an axis gives outcome 1. One uniform number a lane serves every pair. */
function ones(
  out: Int32Array,
  beams: readonly Beam[],
  axes: readonly Beam[],
  stream: Stream,
  chunk: number,
): void {
  out.fill(0);
  const event = new Int32Array(CHUNK_WORDS);
  for (const beam of beams) {
    for (const axis of axes) {
      fillDense(event, stream, thresholdOf(1 - chanceOfZero(beam.angle, axis.angle)), chunk);
      for (let w = 0; w < CHUNK_WORDS; w++) {
        out[w] = out[w]! | (event[w]! & beam.mask[w]! & axis.mask[w]!);
      }
    }
  }
}
