import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { onesBefore } from '../bits/bits.ts';
import {
  CHUNK_LANES,
  CHUNK_WORDS,
  fillByState,
  fillDense,
  fillEvents,
  fillFair,
  listEvents,
  thresholdOf,
} from './events.ts';
import { gapOf, gapTable } from './gaps.ts';
import { bitAt, openStream, runKey, wordAt } from './streams.ts';

const key = runKey(1984);
const stream = openStream(key, 'test/events');
const CERTAIN = 2 ** 32;

function column(fill: (out: Int32Array) => void): Int32Array {
  const out = new Int32Array(CHUNK_WORDS).fill(0x5a5a5a5a); // whatever was there before
  fill(out);
  return out;
}

describe('a threshold', () => {
  test('is the nearest multiple of 2⁻³²', () => {
    expect(thresholdOf(0)).toBe(0);
    expect(thresholdOf(1)).toBe(CERTAIN);
    expect(thresholdOf(0.5)).toBe(2 ** 31);
    expect(thresholdOf(2 ** -33)).toBe(1);
    expect(thresholdOf(1e-11)).toBe(0);
    for (const wrong of [-1e-9, 1.0000001, Number.NaN]) {
      expect(() => thresholdOf(wrong)).toThrow(RangeError);
    }
  });
});

describe('events by state', () => {
  test('are dense events of the lane’s own threshold, and none elsewhere', () => {
    const threshold = fc.oneof(
      fc.integer({ min: 0, max: CERTAIN }),
      fc.constantFrom(0, CERTAIN, 1, 2 ** 31, 2 ** 24, CERTAIN - 1),
    );
    fc.assert(
      fc.property(
        fc.array(threshold, { minLength: 1, maxLength: 4 }),
        fc.nat(99),
        (given, chunk) => {
          // State j is lane mod 5 = j; the fifth of the lanes that is left over has none.
          const states = given.map((t, j) => ({
            threshold: t,
            lanes: column((out) => {
              out.fill(0);
              for (let i = j; i < CHUNK_LANES; i += 5)
                out[i >>> 5] = out[i >>> 5]! | (1 << (i & 31));
            }),
          }));
          const own = column((out) => fillByState(out, stream, states, chunk));
          const expected = new Int32Array(CHUNK_WORDS);
          for (const { threshold: t, lanes } of states) {
            const dense = column((out) => fillDense(out, stream, t, chunk));
            for (let w = 0; w < CHUNK_WORDS; w++)
              expected[w] = expected[w]! | (dense[w]! & lanes[w]!);
          }
          expect(own).toEqual(expected);
        },
      ),
      { seed: 1984, numRuns: 30 },
    );
  });
});

describe('a column of events', () => {
  test('happens at its rate, dense or sparse', () => {
    // Eight chunks, n = 262,144 lanes, p from 2⁻³¹ to 1 − 2⁻³¹: four standard errors √(np(1−p)),
    // and half an event, since a count is a whole number.
    const chances = [
      2 ** -31,
      1e-6,
      1e-4,
      9.9e-4,
      1.1e-3,
      0.01,
      0.0599,
      0.0601,
      0.1,
      1 / 3,
      0.5,
      0.6789,
      0.9,
      0.9399,
      0.9401,
      0.99,
      0.9999,
      1 - 2 ** -31,
    ];
    for (const chance of chances) {
      const t = thresholdOf(chance);
      let ones = 0;
      for (let chunk = 0; chunk < 8; chunk++) {
        ones += onesBefore(
          column((out) => fillEvents(out, stream, t, chunk)),
          CHUNK_LANES,
        );
      }
      const n = 8 * CHUNK_LANES;
      const error = Math.sqrt(n * chance * (1 - chance));
      expect(Math.abs(ones - n * chance), `chance ${chance}`).toBeLessThan(4 * error + 0.5);
    }
  });

  test('never happens at 0 and always at 1', () => {
    expect(column((out) => fillEvents(out, stream, 0, 3)).every((w) => w === 0)).toBe(true);
    expect(column((out) => fillEvents(out, stream, CERTAIN, 3)).every((w) => w === -1)).toBe(true);
    expect(column((out) => fillDense(out, stream, 0, 3)).every((w) => w === 0)).toBe(true);
    expect(column((out) => fillDense(out, stream, CERTAIN, 3)).every((w) => w === -1)).toBe(true);
  });

  test('at one half is the complement of the fair bits, which are plane 0', () => {
    const fair = column((out) => fillFair(out, stream, 5));
    const half = column((out) => fillEvents(out, stream, 2 ** 31, 5));
    expect(half).toEqual(fair.map((w) => ~w));
    for (const lane of [0, 1, 31, 32, 4711, CHUNK_LANES - 1]) {
      const bit = (fair[lane >>> 5]! >>> (lane & 31)) & 1;
      expect(bitAt(stream, 5 * CHUNK_LANES + lane)).toBe(bit);
    }
  });

  test('in the dense range compares each lane’s own number with the threshold', () => {
    // The number: bit k from the top is the lane's bit in plane k for k < 8, and then the bits of
    // one word of plane 8, which is addressed in block order.
    const chunk = 2;
    fc.assert(
      fc.property(
        fc.oneof(
          fc.integer({ min: Math.ceil(0.06 * CERTAIN), max: Math.floor(0.94 * CERTAIN) }),
          fc.integer({ min: 16, max: 240 }).map((eighth) => eighth * 2 ** 24),
        ),
        fc.array(fc.nat(CHUNK_LANES - 1), { minLength: 20, maxLength: 20 }),
        (t, lanes) => {
          const out = column((to) => fillEvents(to, stream, t, chunk));
          for (const lane of lanes) {
            const i = chunk * CHUNK_LANES + lane;
            let top = 0;
            for (let k = 0; k < 8; k++) {
              top = top * 2 + ((wordAt(stream, k, Math.floor(i / 32)) >>> (i % 32)) & 1);
            }
            const block = Math.floor(i / 16);
            const within = (block & 3) + 4 * (i % 16) + Math.floor(block / 4) * 64;
            const rest = wordAt(stream, 8, within) >>> 0;
            const happens = top * 2 ** 24 + rest / 2 ** 8 < t;
            expect((out[lane >>> 5]! >>> (lane & 31)) & 1).toBe(happens ? 1 : 0);
          }
        },
      ),
      { seed: 1984, numRuns: 60 },
    );
  });

  test('in the dense range only gains events when the chance grows', () => {
    const dense = fc.integer({ min: Math.ceil(0.06 * CERTAIN), max: Math.floor(0.94 * CERTAIN) });
    fc.assert(
      fc.property(dense, dense, (one, other) => {
        const less = column((out) => fillEvents(out, stream, Math.min(one, other), 1));
        const more = column((out) => fillEvents(out, stream, Math.max(one, other), 1));
        expect(less.every((w, i) => (w & ~more[i]!) === 0)).toBe(true);
      }),
      { seed: 1984, numRuns: 40 },
    );
  });

  test('is the same whether a few words of a chunk are asked for or all', () => {
    const any = fc.integer({ min: 1, max: CERTAIN - 1 });
    fc.assert(
      fc.property(any, fc.integer({ min: 1, max: CHUNK_WORDS }), (t, words) => {
        for (const fill of [fillEvents, fillDense]) {
          const whole = column((out) => fill(out, stream, t, 4));
          // Something else in between, so that left-over scratch cannot help.
          fillDense(new Int32Array(CHUNK_WORDS), openStream(key, 'test/other'), 123_456_789, 0);
          const part = column((out) => fill(out, stream, t, 4, words));
          expect(part.subarray(0, words)).toEqual(whole.subarray(0, words));
        }
      }),
      { seed: 1984, numRuns: 60 },
    );
  });
});

describe('a list of events', () => {
  test('is the walk over its gaps, one draw at a time', () => {
    const rate = fc.oneof(
      fc.integer({ min: 1, max: 5_000_000 }),
      fc.integer({ min: 1, max: CERTAIN / 4 }),
    );
    fc.assert(
      fc.property(rate, fc.nat(3), fc.integer({ min: 1, max: 3000 }), (t, chunk, lanes) => {
        const out = new Uint32Array(lanes);
        const count = listEvents(out, stream, t, { chunk, lanes });
        const table = gapTable(t);
        const expected: number[] = [];
        let at = 0;
        for (let draw = 0; ; draw++) {
          const gap = gapOf(table, wordAt(stream, 16, chunk * 2 ** 20 + draw));
          at += gap;
          if (at >= lanes) break;
          if (gap === table.misses) continue;
          expected.push(at);
          at++;
        }
        expect([...out.subarray(0, count)]).toEqual(expected);
      }),
      { seed: 1984, numRuns: 40 },
    );
    expect(listEvents(new Uint32Array(8), stream, 0, { chunk: 0, lanes: 8 })).toBe(0);
  });

  test('has as many events as its chance says', () => {
    // n = 2²⁰ lanes; four standard errors.
    const lanes = 1 << 20;
    const out = new Uint32Array(lanes);
    for (const chance of [1e-7, 1e-5, 1e-3, 0.01, 0.1, 0.2499]) {
      const count = listEvents(out, stream, thresholdOf(chance), { chunk: 2, lanes });
      const error = Math.sqrt(lanes * chance * (1 - chance));
      expect(Math.abs(count - lanes * chance), `chance ${chance}`).toBeLessThan(4 * error + 0.5);
    }
  });

  test('and a sparse column walk their gaps from an address of their own in every chunk', () => {
    const t = thresholdOf(0.02);
    const table = gapTable(t);
    for (const chunk of [0, 1, 2, 77]) {
      const expected = new Int32Array(CHUNK_WORDS);
      let at = 0;
      for (let draw = 0; ; draw++) {
        // A chunk owns as many draws as it has lanes, so no two chunks share one.
        const gap = gapOf(table, wordAt(stream, 16, chunk * CHUNK_LANES + draw));
        at += gap;
        if (at >= CHUNK_LANES) break;
        if (gap === table.misses) continue;
        expected[at >>> 5]! |= 1 << (at & 31);
        at++;
      }
      expect(column((out) => fillEvents(out, stream, t, chunk))).toEqual(expected);
      const rare = column((out) => fillEvents(out, stream, CERTAIN - t, chunk));
      expect(rare).toEqual(expected.map((word) => ~word));
    }
  });

  test('and a sparse column hold the same events in the first chunk, since both walk one plane', () => {
    const t = thresholdOf(0.01);
    const out = new Uint32Array(CHUNK_LANES);
    const count = listEvents(out, stream, t, { chunk: 0, lanes: CHUNK_LANES });
    const bits = column((to) => fillEvents(to, stream, t, 0));
    expect(onesBefore(bits, CHUNK_LANES)).toBe(count);
    for (const at of out.subarray(0, count)) expect((bits[at >>> 5]! >>> (at & 31)) & 1).toBe(1);
  });
});
