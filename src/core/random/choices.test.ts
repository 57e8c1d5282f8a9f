import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choiceAt, choicesBefore, drawChoices, fillChoices, openChoices } from './choices.ts';
import { CERTAIN, CHUNK_LANES, thresholdOf } from './events.ts';
import { openStream, runKey } from './streams.ts';

const stream = openStream(runKey(1984), 'alice/intensity');

function drawn(thresholds: readonly number[], chunk = 0, lanes = CHUNK_LANES) {
  const choices = openChoices(stream, thresholds);
  drawChoices(choices, chunk, lanes);
  return choices;
}

const all = (choices: ReturnType<typeof drawn>, lanes = CHUNK_LANES) =>
  Array.from({ length: lanes }, (_, lane) => choiceAt(choices, lane));

const thresholds = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: CERTAIN }),
      fc.integer({ min: 0, max: 16 }).map((n) => n * 2 ** 28),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((list) => list.sort((a, b) => b - a));

test('every lane looked up alone adds up to the chunk’s counts, and to the counts before any lane', () => {
  fc.assert(
    fc.property(
      thresholds,
      fc.nat(1000),
      fc.integer({ min: 1, max: 3000 }),
      (given, chunk, lanes) => {
        const choices = drawn(given, chunk, lanes);
        const counts = new Int32Array(given.length + 1);
        const further = given.map(() => new Int32Array(100).fill(0x33333333));
        fillChoices(choices, further, lanes);
        const inColumns = Array.from(
          { length: lanes },
          (_, i) => further.filter((column) => ((column[i >>> 5]! >>> (i & 31)) & 1) === 1).length,
        );
        expect(inColumns).toEqual(all(choices, lanes));
        all(choices, lanes).forEach((choice, lane) => {
          if (lane % 97 === 0) expect(choicesBefore(choices, lane)).toEqual(counts);
          counts[choice] = counts[choice]! + 1;
        });
        expect(choices.counts).toEqual(counts);
        expect(choicesBefore(choices, lanes)).toEqual(counts);
      },
    ),
    { seed: 1984, numRuns: 60 },
  );
});

test('a shorter chunk is the beginning of a longer one', () => {
  const given = [thresholdOf(0.3), thresholdOf(0.1)];
  expect(all(drawn(given, 3, 1000), 1000)).toEqual(all(drawn(given, 3), 1000));
});

test('a larger threshold only moves lanes to a further choice', () => {
  fc.assert(
    fc.property(thresholds, thresholds, (one, other) => {
      const d = Math.min(one.length, other.length);
      const low = one.slice(0, d).map((t, j) => Math.min(t, other[j]!));
      const high = one.slice(0, d).map((t, j) => Math.max(t, other[j]!));
      const below = all(drawn(low, 5, 2000), 2000);
      all(drawn(high, 5, 2000), 2000).forEach((choice, lane) => {
        expect(choice).toBeGreaterThanOrEqual(below[lane]!);
      });
    }),
    { seed: 1984, numRuns: 60 },
  );
});

test('each choice is taken with its probability', () => {
  // 64 chunks of 32,768 lanes: a share p is known to √(p(1 − p)/2,097,152); four of those.
  for (const shares of [
    [0.8, 0.1, 0.1],
    [0.4, 0.4, 0.2],
    [0.5, 0.25, 0.125, 0.0625, 0.0625],
    [0.999, 0.001],
  ]) {
    const tails = shares.map((_, i) => shares.slice(i).reduce((sum, p) => sum + p, 0));
    const choices = openChoices(stream, tails.slice(1).map(thresholdOf));
    const counts = shares.map(() => 0);
    for (let chunk = 0; chunk < 64; chunk++) {
      drawChoices(choices, chunk, CHUNK_LANES);
      shares.forEach((_, i) => {
        counts[i] = counts[i]! + choices.counts[i]!;
      });
    }
    const n = 64 * CHUNK_LANES;
    shares.forEach((p, i) => {
      expect(Math.abs(counts[i]! / n - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / n));
    });
  }
});

test('lanes choose independently: neighbours, and lanes a word apart, agree as often as chance says', () => {
  const choices = drawn([thresholdOf(0.4)], 7);
  const column = all(choices);
  for (const apart of [1, 2, 32, 64, 128]) {
    const pairs = CHUNK_LANES - apart;
    const both = column.filter(
      (choice, i) => i >= apart && choice === 1 && column[i - apart] === 1,
    ).length;
    // Standard error of the share of pairs, overlap of neighbours included: below √(0.3/n).
    expect(Math.abs(both / pairs - 0.16)).toBeLessThan(4 * Math.sqrt(0.3 / pairs));
  }
});

test('thresholds at the ends settle every lane', () => {
  expect(new Set(all(drawn([CERTAIN, 0]), 500))).toEqual(new Set([1]));
  expect(new Set(all(drawn([0]), 500))).toEqual(new Set([0]));
});
