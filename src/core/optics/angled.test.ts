import { describe, expect, test } from 'vitest';
import { popcount32 } from '../bits/bits.ts';
import { CHUNK_LANES, CHUNK_WORDS, thresholdOf } from '../random/events.ts';
import { openStream, runKey } from '../random/streams.ts';
import { type Asked, angleOf, chanceOfZero, exchangeAngled, type Prepared } from './angled.ts';
import { type Columns, makeColumns } from './columns.ts';
import type { ExchangeOdds, ExchangeStreams } from './exchange.ts';

const names = [
  'sentBit',
  'sentBasis',
  'tapActs',
  'tapBasis',
  'tapCoin',
  'askedBasis',
  'receiverCoin',
  'arrival',
  'flip',
  'darkZero',
  'darkOne',
  'double',
] as const;
const key = runKey(1984);
const streams = Object.fromEntries(
  names.map((name) => [name, openStream(key, name)]),
) as unknown as ExchangeStreams;

function sent(
  setting: { readonly prepared: Prepared; readonly asked: Asked },
  { tap = null, flip = 0 }: { tap?: ExchangeOdds['tap']; flip?: number } = {},
  chunk = 0,
): Columns {
  const odds = {
    rectilinear: thresholdOf(0.5),
    flip: thresholdOf(flip),
    arrival: 2 ** 32,
    dark: 0,
    tap,
  };
  const columns = makeColumns();
  exchangeAngled(columns, odds, streams, chunk, setting);
  return columns;
}

const ones = (column: Int32Array) => column.reduce((sum, word) => sum + popcount32(word), 0);

function expectShare(hits: number, n: number, p: number, what: string): void {
  const error = Math.sqrt((p * (1 - p)) / n);
  expect(Math.abs(hits / n - p), `${what}: ${hits} of ${n}, expected ${p}`).toBeLessThanOrEqual(
    4 * error,
  );
}

describe('a polarised photon and an analyser', () => {
  test('meet Malus’ law, cos², at every angle between them', () => {
    // n = 32,768 photons an angle; four standard errors.
    for (let state = -30; state <= 180; state += 15) {
      for (const axis of [0, 10, 22.5, 45, 77.7]) {
        const { gotBit } = sent({ prepared: state, asked: axis });
        const malus = Math.cos(((state - axis) * Math.PI) / 180) ** 2;
        expectShare(CHUNK_LANES - ones(gotBit), CHUNK_LANES, malus, `${state}° at ${axis}°`);
      }
    }
  });

  test('are certain along and across the axis', () => {
    for (const [prepared, asked, bit] of [
      ['H', 'rectilinear', 0],
      ['V', 'rectilinear', 1],
      ['D', 'diagonal', 0],
      ['A', 'diagonal', 1],
      [30, 30, 0],
      [120, 30, 1],
      [-60, 30, 1],
    ] as const) {
      const { gotBit } = sent({ prepared, asked });
      expect(ones(gotBit), `${prepared} at ${asked}`).toBe(bit * CHUNK_LANES);
    }
  });

  test('tell a mixture of H and V from a diagonal state only at 45°', () => {
    expectShare(
      ones(sent({ prepared: 'mixture-HV', asked: 'diagonal' }).gotBit),
      CHUNK_LANES,
      0.5,
      'mixture at 45°',
    );
    expect(ones(sent({ prepared: 'D', asked: 'diagonal' }).gotBit)).toBe(0);
    expectShare(ones(sent({ prepared: 'D', asked: 0 }).gotBit), CHUNK_LANES, 0.5, 'D at 0°');
  });

  test('give the same photon more or less often the same answer as the axis turns', () => {
    // One uniform number a lane: turning the axis away from the state only moves zeros to ones.
    let before = sent({ prepared: 'H', asked: 0 }).gotBit;
    for (let axis = 5; axis <= 90; axis += 5) {
      const now = sent({ prepared: 'H', asked: axis }).gotBit;
      expect(before.every((word, w) => (word & ~now[w]!) === 0)).toBe(true);
      before = now;
    }
  });

  test('are spoilt by flips as the line says', () => {
    const { gotBit } = sent({ prepared: 'H', asked: 0 }, { flip: 0.2 });
    expectShare(ones(gotBit), CHUNK_LANES, 0.2, 'flips');
  });

  test('angles of the four states', () => {
    expect([angleOf(0, 0), angleOf(1, 0), angleOf(0, 1), angleOf(1, 1)]).toEqual([0, 90, 45, 135]);
    expect(chanceOfZero(45, 0)).toBe(0.5);
    expect(chanceOfZero(90, 0)).toBe(0);
  });
});

test('the angled exchange and the plain one agree where both apply', () => {
  // Random states and bases with every kind of listener: error rate of equal bases and what the
  // listener reads, n ≈ 131,072 pulses, four standard errors of the expected share.
  const midway = Math.cos(Math.PI / 8) ** 2;
  for (const basis of ['random', 'rectilinear', 'diagonal', 'breidbart'] as const) {
    const sums = { agree: 0, wrong: 0, acts: 0, read: 0, plus: 0, wrongPlus: 0 };
    for (let chunk = 0; chunk < 4; chunk++) {
      const tap = { fraction: thresholdOf(0.5), basis };
      const c = sent({ prepared: 'random', asked: 'random' }, { tap }, chunk);
      for (let w = 0; w < CHUNK_WORDS; w++) {
        const agree = ~(c.sentBasis[w]! ^ c.askedBasis[w]!);
        const wrong = agree & (c.sentBit[w]! ^ c.gotBit[w]!);
        sums.agree += popcount32(agree);
        sums.wrong += popcount32(wrong);
        sums.plus += popcount32(agree & ~c.sentBasis[w]!);
        sums.wrongPlus += popcount32(wrong & ~c.sentBasis[w]!);
        sums.acts += popcount32(c.tapActs[w]!);
        sums.read += popcount32(c.tapActs[w]! & ~(c.tapBit[w]! ^ c.sentBit[w]!));
      }
    }
    expectShare(sums.wrong, sums.agree, 0.125, `${basis}: errors`);
    const plus = basis === 'rectilinear' ? 0 : basis === 'diagonal' ? 0.25 : 0.125;
    expectShare(sums.wrongPlus, sums.plus, plus, `${basis}: errors in +`);
    expectShare(sums.read, sums.acts, basis === 'breidbart' ? midway : 0.75, `${basis}: read`);
  }
});
