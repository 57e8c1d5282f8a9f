import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anchor } from '../anchors.ts';
import { popcount32 } from '../bits/bits.ts';
import { CHUNK_LANES, CHUNK_WORDS, fillEvents, fillFair, thresholdOf } from '../random/events.ts';
import { openStream, runKey } from '../random/streams.ts';
import { type Columns, makeColumns } from './columns.ts';
import { type Blind, silence } from './dead-time.ts';

const streams = ['click', 'bit', 'double', 'dark'].map((label) => openStream(runKey(1984), label));

/** Random clicks of one chunk. */
function clicks(chance: number, chunk = 0): Columns {
  const columns = makeColumns();
  const { detected, gotBit, double, dark } = columns;
  fillEvents(detected, streams[0]!, thresholdOf(chance), chunk);
  fillFair(gotBit, streams[1]!, chunk);
  fillEvents(double, streams[2]!, thresholdOf(0.2), chunk);
  fillEvents(dark, streams[3]!, thresholdOf(0.3), chunk);
  for (let w = 0; w < CHUNK_WORDS; w++) {
    double[w] = double[w]! & detected[w]!;
    dark[w] = dark[w]! & detected[w]!;
  }
  return columns;
}

const bit = (column: Int32Array, i: number) => (column[i >>> 5]! >>> (i & 31)) & 1;

test('registered clicks follow the renewal formula', () => {
  const { inputs, expected } = anchor<{ rate: number; dead_s: number }, number>('deadtime');
  // A clock of 100 MHz: 100 dead pulses, and a click in one pulse of a hundred.
  const clock = 1e8;
  const pulses = Math.round(inputs.dead_s * clock);
  const chunks = 100;
  const blind: Blind = { zero: 0, one: 0 };
  let registered = 0;
  for (let chunk = 0; chunk < chunks; chunk++) {
    const columns = clicks(inputs.rate / clock, chunk);
    const place = { base: chunk * CHUNK_LANES, lanes: CHUNK_LANES, positions: null };
    silence(columns, place, { pulses, joint: true }, blind);
    for (const word of columns.detected) registered += popcount32(word);
  }
  // A cycle lasts 100 + a geometric gap of mean and deviation 100: the count of n/200 cycles
  // scatters by half of its root.
  const n = chunks * CHUNK_LANES;
  const deviation = Math.sqrt(n / 200) / 2;
  expect(Math.abs(registered - (n * expected) / clock)).toBeLessThan(4 * deviation);
});

test('no detector clicks twice within its dead time, and without need nothing is taken away', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.001, max: 1, noNaN: true }),
      fc.integer({ min: 1, max: 90 }),
      fc.boolean(),
      fc.nat(50),
      (chance, pulses, joint, chunk) => {
        const before = clicks(chance, chunk);
        const after = clicks(chance, chunk);
        const place = { base: 0, lanes: CHUNK_LANES, positions: null };
        silence(after, place, { pulses, joint }, { zero: 0, one: 0 });
        const live = { zero: 0, one: 0 };
        for (let i = 0; i < 4000; i++) {
          if (bit(before.detected, i) === 0) continue;
          const two = bit(before.double, i) === 1;
          const got = bit(before.gotBit, i);
          const zero = (two || got === 0) && i >= live.zero;
          const one = (two || got === 1) && i >= live.one;
          expect(bit(after.detected, i)).toBe(zero || one ? 1 : 0);
          expect(bit(after.double, i)).toBe(zero && one ? 1 : 0);
          if (zero !== one) expect(bit(after.gotBit, i)).toBe(one ? 1 : 0);
          if (zero && one) expect(bit(after.gotBit, i)).toBe(got);
          if (!zero && !one) expect(bit(after.dark, i)).toBe(0);
          if (zero || (joint && one)) live.zero = i + pulses + 1;
          if (one || (joint && zero)) live.one = i + pulses + 1;
        }
      },
    ),
    { seed: 1984, numRuns: 60 },
  );
});

test('a list of clicks gives what its pulses give one by one, and a border changes nothing', () => {
  fc.assert(
    fc.property(
      fc.nat(50),
      fc.boolean(),
      fc.integer({ min: 1, max: 2000 }),
      (chunk, joint, cut) => {
        const dead = { pulses: 30, joint };
        const whole = clicks(0.05, chunk);
        const places = Array.from({ length: CHUNK_LANES }, (_, i) => i).filter(
          (i) => bit(whole.detected, i) === 1,
        );
        const listed = makeColumns();
        places.forEach((i, n) => {
          for (const name of ['detected', 'gotBit', 'double', 'dark'] as const) {
            listed[name][n >>> 5]! |= bit(whole[name], i) << (n & 31);
          }
        });
        silence(whole, { base: 0, lanes: CHUNK_LANES, positions: null }, dead, { zero: 0, one: 0 });
        const blind: Blind = { zero: 0, one: 0 };
        const border = Math.min(places.length, cut & ~31);
        for (const [from, to] of [
          [0, border],
          [border, places.length],
        ] as const) {
          const part = makeColumns();
          for (const name of ['detected', 'gotBit', 'double', 'dark'] as const) {
            part[name].set(listed[name].subarray(from / 32, (to + 31) >>> 5));
          }
          const positions = Uint32Array.from(places.slice(from, to));
          silence(part, { base: 0, lanes: to - from, positions }, dead, blind);
          for (let n = from; n < to; n++) {
            const i = places[n]!;
            expect(bit(part.detected, n - from)).toBe(bit(whole.detected, i));
            if (bit(whole.detected, i) === 0) continue;
            expect(bit(part.gotBit, n - from)).toBe(bit(whole.gotBit, i));
            expect(bit(part.double, n - from)).toBe(bit(whole.double, i));
          }
        }
      },
    ),
    { seed: 1984, numRuns: 30 },
  );
});
