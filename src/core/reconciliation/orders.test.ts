import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawWords, halve, publicCoins, shuffle } from './orders.ts';
import { seedOf } from './planted.ts';

function shuffled(seed: number, length: number, frame = 0, pass = 1): Uint32Array {
  const order = new Uint32Array(length);
  const draws = new Int32Array(drawWords(length));
  shuffle(order, { length, frame, pass }, publicCoins(seedOf(seed)), draws);
  return order;
}

function halved(seed: number, length: number, frame = 0, pass = 3): Int32Array {
  const mask = new Int32Array(2 + ((length + 31) >>> 5));
  const draws = new Int32Array(drawWords(length));
  halve(mask, 1, { length, frame, pass }, publicCoins(seedOf(seed)), draws);
  return mask;
}

test('a shuffle holds every position once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), fc.nat(), (length, seed) => {
      const order = [...shuffled(seed, length)].sort((a, b) => a - b);
      expect(order).toEqual(Array.from({ length }, (_, i) => i));
    }),
    { seed: 1984, numRuns: 60 },
  );
});

test('all shuffles of four positions are equally likely', () => {
  // 7,200 seeds, 24 shuffles: 300 each, standard error √(300·23/24) = 17; the farthest of 24 within 4.5.
  const counts = new Map<string, number>();
  for (let seed = 0; seed < 7200; seed++) {
    const name = shuffled(seed, 4).join();
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  expect(counts.size).toBe(24);
  for (const count of counts.values()) expect(Math.abs(count - 300)).toBeLessThan(4.5 * 17);
});

test('frames and passes have shuffles and halves of their own', () => {
  const all = [
    [0, 1],
    [0, 2],
    [1, 1],
    [7, 19],
  ] as const;
  expect(new Set(all.map(([frame, pass]) => shuffled(1, 50, frame, pass).join())).size).toBe(4);
  expect(new Set(all.map(([frame, pass]) => halved(1, 500, frame, pass).join())).size).toBe(4);
  expect(new Set([1, 2].map((seed) => halved(seed, 500).join())).size).toBe(2);
});

test('half of the positions are in each half, and none beyond the frame', () => {
  // 1,000 seeds of 40 fair bits: standard error of the ones √(40,000/4) = 100.
  let ones = 0;
  let strays = 0;
  for (let seed = 0; seed < 1000; seed++) {
    const mask = halved(seed, 40);
    for (let i = 0; i < 96; i++) {
      const bit = (mask[i >>> 5]! >>> i) & 1;
      if (i < 32 || i >= 72) strays += bit;
      ones += bit;
    }
  }
  expect(strays).toBe(0);
  expect(Math.abs(ones - 20_000)).toBeLessThan(4 * 100);
});
