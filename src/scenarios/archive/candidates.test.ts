import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXACT_UP_TO } from '../../core/amplification/knowledge.ts';
import type { KnownBits } from '../../core/amplification/solve.ts';
import { rowOf } from '../../core/amplification/toeplitz.ts';
import { type Bits, bitOf, bytesOf, zeros } from '../../core/bits/bits.ts';
import { differing } from '../protocols/bb84/judge.ts';
import { bestGuess, candidateKeys, keysThatFit } from './candidates.ts';
import { copiedSession } from './copied-session.ts';
import { type Relations, relationsIn } from './relations.ts';

function bitsOf(list: readonly number[]): Bits {
  const bits = zeros(list.length);
  list.forEach((bit, i) => {
    bits.words[i >>> 5] = (bits.words[i >>> 5]! | (bit << (i & 31))) >>> 0;
  });
  return bits;
}

const column = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 1 }), { minLength: length, maxLength: length }).map(bitsOf);

const sumOf = (row: Bits, x: Bits) =>
  Array.from({ length: row.length }, (_, i) => bitOf(row, i) & bitOf(x, i)).reduce(
    (a, b) => a ^ b,
    0,
  );

function rowsOf({ rows, dense, bits }: Relations): Bits[] {
  const marked = (row: Uint32Array) =>
    bitsOf(Array.from({ length: bits }, (_, i) => (row.includes(i) ? 1 : 0)));
  return [...rows.map(marked), ...dense];
}

/** Small enough to try every input: a key, what was said of it, and what Eve measured. */
const small = fc.integer({ min: 1, max: 10 }).chain((n) =>
  fc
    .record({
      x: column(n),
      rows: fc.array(
        fc.uniqueArray(fc.nat(n - 1)).map((row) => Uint32Array.from(row)),
        {
          maxLength: 4,
        },
      ),
      dense: fc.array(column(n), { maxLength: 2 }),
      seed: fc.option(column(n - 1), { freq: 6 }),
      length: fc.integer({ min: 0, max: n }),
      part: fc.tuple(fc.nat(n), fc.nat(n)),
      certain: fc.option(column(n)),
      coins: fc.uint8Array({ minLength: 32, maxLength: 32 }),
    })
    .map(({ x, rows, dense, seed, length, part: [a, b], certain, coins }) => {
      const outputBits = seed === null ? n : length;
      const said = rows.length + dense.length;
      const blank = { bits: n, rows, dense, values: zeros(0), said, seed, outputBits };
      const relations: Relations = {
        ...blank,
        values: bitsOf(rowsOf(blank).map((row) => sumOf(row, x))),
      };
      const notebook: KnownBits | null = certain && { certain, values: x };
      const from = Math.min(a, b, outputBits);
      const to = Math.min(outputBits, Math.max(a, b));
      return { x, relations, notebook, coins, from, to };
    }),
);

/** Bits [from, to) of the key that an input gives, by the rows of the matrix. */
function keyOf({ bits, seed, outputBits }: Relations, x: Bits, from: number, to: number): string {
  const key = Array.from({ length: to - from }, (_, i) =>
    seed === null
      ? bitOf(x, from + i)
      : sumOf(rowOf(seed, from + i, { inputBits: bits, outputBits }), x),
  );
  return hex(bytesOf(bitsOf(key)));
}

const hex = (bytes: Uint8Array) =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

describe('what fits', () => {
  test('is what trying every input finds', () => {
    fc.assert(
      fc.property(small, ({ x, relations, notebook, coins, from, to }) => {
        const rows = rowsOf(relations);
        const possible = new Set<string>();
        for (let input = 0; input < 1 << relations.bits; input++) {
          const tried = { length: relations.bits, words: Uint32Array.of(input) };
          const wrong = notebook === null ? 0 : (input ^ x.words[0]!) & notebook.certain.words[0]!;
          if (wrong !== 0) continue;
          if (rows.some((row, r) => sumOf(row, tried) !== bitOf(relations.values, r))) continue;
          possible.add(keyOf(relations, tried, from, to));
        }
        const { log2, by } = candidateKeys(relations, notebook?.certain ?? null, from, to);
        expect({ keys: 2 ** log2, by }).toEqual({ keys: possible.size, by: 'rank' });
        const fit = keysThatFit(relations, notebook, from, to);
        expect(fit!.map(hex)).toEqual([...possible].sort());
        const guess = hex(bestGuess(relations, notebook, coins, from, to));
        expect(possible).toContain(guess);
        if (log2 === 0) expect(guess).toBe(keyOf(relations, x, from, to));
        if (log2 > 0) expect(keysThatFit(relations, notebook, from, to, log2 - 1)).toBeNull();
      }),
      { seed: 1984, numRuns: 400 },
    );
  });

  test('a notebook that contradicts the letters: no key fits, and the guess is by the notes', () => {
    const relations: Relations = {
      bits: 3,
      rows: [Uint32Array.of(0, 1)],
      dense: [],
      values: bitsOf([1]),
      said: 1,
      seed: null,
      outputBits: 3,
    };
    const notebook = { certain: bitsOf([1, 1, 0]), values: bitsOf([1, 1, 0]) };
    expect(keysThatFit(relations, notebook, 0, 3)).toBeNull();
    const [byte] = bestGuess(relations, notebook, new Uint8Array(32), 0, 3);
    expect(byte! & 0xc0).toBe(0xc0);
    for (const [from, to] of [
      [-1, 2],
      [2, 1],
      [0, 4],
    ] as const) {
      expect(() => candidateKeys(relations, null, from, to)).toThrow(RangeError);
      expect(() => bestGuess(relations, null, new Uint8Array(32), from, to)).toThrow(RangeError);
    }
  });
});

test('also above the size for ranks, who measured every bit has the key', () => {
  const n = EXACT_UP_TO + 40;
  const some = (step: number, bits: number) =>
    bitsOf(Array.from({ length: bits }, (_, i) => ((i * i * step) >>> 4) & 1));
  const relations: Relations = {
    bits: n,
    rows: [],
    dense: [],
    values: zeros(0),
    said: 70,
    seed: some(3, n - 1),
    outputBits: 30,
  };
  const notebook = { certain: bitsOf(new Array<number>(n).fill(1)), values: some(5, n) };
  expect(candidateKeys(relations, notebook.certain, 4, 30)).toEqual({ log2: 0, by: 'rank' });
  expect(hex(bestGuess(relations, notebook, new Uint8Array(32), 4, 30))).toBe(
    keyOf(relations, notebook.values, 4, 30),
  );
  // Where nothing was said, and nothing shrunk, what she lacks need not be bounded.
  const bare: Relations = { ...relations, said: 0, seed: null, outputBits: n };
  const third = bitsOf(Array.from({ length: n }, (_, i) => (i % 3 === 0 ? 1 : 0)));
  expect(candidateKeys(bare, third, 100, 190)).toEqual({ log2: 60, by: 'rank' });
});

/** Part of the bits that agree, over many tosses of her coins. */
function agreement(
  relations: Relations,
  key: Uint8Array,
  { from, to, tosses }: { readonly from: number; readonly to: number; readonly tosses: number },
): number {
  let same = 0;
  for (let toss = 0; toss < tosses; toss++) {
    const guess = bestGuess(relations, null, new Uint8Array(32).fill(toss), from, to);
    for (let i = 0; i < to - from; i++) {
      same += 1 - (((guess[i >>> 3]! ^ key[i >>> 3]!) >>> (7 - (i & 7))) & 1);
    }
  }
  return same / (tosses * (to - from));
}

describe('a whole recorded session', () => {
  test('leaves every key of the length possible, and her guess as good as a coin', () => {
    const { link, recorded } = copiedSession({
      'exchange.photons': 20_000,
      'channel.flipProbability': 0.02,
    });
    const relations = relationsIn(recorded)!;
    const [from, to, tosses] = [64, 64 + 256, 40];
    expect(relations.outputBits).toBeGreaterThan(to);
    const all = relations.outputBits;
    expect(candidateKeys(relations, null, 0, all)).toEqual({ log2: all, by: 'rank' });
    expect(candidateKeys(relations, null, from, to)).toEqual({ log2: to - from, by: 'rank' });
    expect(keysThatFit(relations, null, from, to)).toBeNull();
    const whole = bytesOf(link.final!.sender);
    const same = agreement(relations, whole.subarray(from / 8, to / 8), { from, to, tosses });
    const error = Math.sqrt(0.25 / ((to - from) * tosses));
    expect(Math.abs(same - 0.5)).toBeLessThan(4 * error);
  });

  test('above the size for ranks: as many by the bound, and a coin', () => {
    const { link, recorded } = copiedSession({ 'exchange.photons': 80_000 });
    const relations = relationsIn(recorded)!;
    expect(relations.bits).toBeGreaterThan(EXACT_UP_TO);
    expect(candidateKeys(relations, null, 0, 256)).toEqual({ log2: 256, by: 'bound' });
    expect(keysThatFit(relations, null, 0, 8)).toBeNull();
    const key = bytesOf(link.final!.sender).subarray(0, 32);
    const same = agreement(relations, key, { from: 0, to: 256, tosses: 5 });
    expect(Math.abs(same - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / (256 * 5)));
  });
});

describe('Eve measured every photon, and nobody minded', () => {
  const listened = {
    'exchange.photons': 4000,
    'eve.attack': 'intercept-resend',
    'eve.fraction': 1,
    'estimation.abortAbove': 0.5,
    'amplification.method': 'none',
  } as const;
  const notesOf = ({ link }: ReturnType<typeof copiedSession>): KnownBits => {
    const { certain, sender } = link.light!.key;
    // What she measured in the basis of the sender is what was sent.
    return { certain: certain!, values: sender };
  };

  test('with errors corrected aloud she computes the key, and guesses none of it', () => {
    const copied = copiedSession(listened);
    const { link, recorded } = copied;
    const relations = relationsIn(recorded)!;
    const notebook = notesOf(copied);
    const { length } = link.final!.sender;
    const { log2 } = candidateKeys(relations, notebook.certain, 0, length);
    expect(log2).toBe(0);
    expect(bestGuess(relations, notebook, new Uint8Array(32), 0, length)).toEqual(
      bytesOf(link.final!.sender),
    );
    expect(keysThatFit(relations, notebook, 0, length)).toEqual([bytesOf(link.final!.sender)]);
    // The letters alone do not give it away.
    expect(candidateKeys(relations, null, 0, length).log2).toBeGreaterThan(0);
  });

  test('without a word on errors she has what she measured, and coins for the rest', () => {
    const copied = copiedSession({ ...listened, 'reconciliation.method': 'none' });
    const { link, recorded } = copied;
    const relations = relationsIn(recorded)!;
    const notebook = notesOf(copied);
    const { length } = link.final!.sender;
    const certain = Array.from({ length }, (_, i) => bitOf(notebook.certain, i));
    const unknown = certain.filter((bit) => bit === 0).length;
    expect(Math.abs(unknown / length - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / length));
    expect(candidateKeys(relations, notebook.certain, 0, length)).toEqual({
      log2: unknown,
      by: 'rank',
    });
    const packed = bestGuess(relations, notebook, new Uint8Array(32), 0, length);
    const guess = bitsOf(
      Array.from({ length }, (_, i) => (packed[i >>> 3]! >>> (7 - (i & 7))) & 1),
    );
    const wrong = differing(guess, link.final!.sender);
    expect(Math.abs(wrong - unknown / 2)).toBeLessThan(4 * Math.sqrt(unknown / 4));
    certain.forEach((bit, i) => {
      if (bit === 1) expect(bitOf(guess, i)).toBe(bitOf(link.final!.sender, i));
    });
  });
});
