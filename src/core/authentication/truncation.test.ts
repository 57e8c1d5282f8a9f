/**
 * Why a short Wegman–Carter tag needs a second secret.
 *
 * Without it the tag is the beginning of the hash itself. Alter a letter only in the blocks that
 * meet h², h⁴, … h¹²⁸: the hash then changes by c₁h² + c₂h⁴ + … + c₇h¹²⁸, and since squaring is linear
 * that is a linear map of the 128 bits of h. Choosing the 7·128 bits of c₁ … c₇ so that six bits of
 * the change are zero for *every* h takes 6·128 linear conditions, so a choice exists, and the two
 * tag bits left over are zero for one h in four.
 * Source: Ferguson, Authentication Weaknesses in GCM (2005), comment to NIST.
 */
import { expect, test } from 'vitest';
import { bytesAt, openStream, runKey } from '../random/streams.ts';
import { tagsEqual } from './compare.ts';
import { bytesOf, elementOf, square, timesX } from './gf128.ts';
import { absorb, finish, openGhash } from './ghash.ts';
import { wegmanCarterTag } from './wegman-carter.ts';

const POWERS = 7; // h^(2^1) … h^(2^7)
const QUIET_BITS = 6;
const TAG_BITS = 8;
const BLOCKS = 159; // and the length block: 160
/** The field's one: multiplying by it leaves the second secret out. */
const ONE = Uint8Array.of(128, ...new Uint8Array(15));

/** One condition for each quiet bit and each bit of h; 896 unknown bits in 28 words. */
function conditions(): Uint32Array[] {
  const rows = Array.from({ length: QUIET_BITS * 128 }, () => new Uint32Array(POWERS * 4));
  let basis = elementOf(ONE); // x^a, the a-th bit of h
  for (let a = 0; a < 128; a++) {
    let power = basis;
    for (let i = 0; i < POWERS; i++) {
      power = square(power);
      let product = power;
      for (let b = 0; b < 128; b++) {
        const unknown = i * 128 + b;
        for (let bit = 0; bit < QUIET_BITS; bit++) {
          if ((product[0]! >>> (31 - bit)) & 1) {
            rows[bit * 128 + a]![unknown >> 5]! |= 1 << (31 - (unknown & 31));
          }
        }
        product = timesX(product);
      }
    }
    basis = timesX(basis);
  }
  return rows;
}

/** Bits that meet every condition, not all zero: Gauss–Jordan, then one free unknown set to 1. */
function solution(rows: Uint32Array[]): Uint32Array {
  const at = (row: Uint32Array, unknown: number) =>
    (row[unknown >> 5]! >>> (31 - (unknown & 31))) & 1;
  const pivots: number[] = [];
  let free = -1;
  for (let unknown = 0; unknown < POWERS * 128; unknown++) {
    const rank = pivots.length;
    const found = rows.findIndex((row, i) => i >= rank && at(row, unknown) === 1);
    if (found < 0) {
      free = free < 0 ? unknown : free;
      continue;
    }
    const pivot = rows[found]!;
    rows[found] = rows[rank]!;
    rows[rank] = pivot;
    rows.forEach((row, i) => {
      if (i !== rank && at(row, unknown)) {
        for (let w = 0; w < row.length; w++) row[w]! ^= pivot[w]!;
      }
    });
    pivots.push(unknown);
  }
  const bits = new Uint32Array(POWERS * 4);
  const set = (unknown: number) => {
    bits[unknown >> 5]! |= 1 << (31 - (unknown & 31));
  };
  set(free);
  pivots.forEach((unknown, rank) => {
    if (at(rows[rank]!, free)) set(unknown);
  });
  return bits;
}

/** The letter with c₁ … c₇ added to the blocks that meet h², h⁴, … h¹²⁸. */
function altered(letter: Uint8Array, coefficients: Uint32Array): Uint8Array {
  const forged = letter.slice();
  for (let i = 0; i < POWERS; i++) {
    const change = bytesOf(coefficients.slice(4 * i, 4 * i + 4));
    const from = 16 * (BLOCKS + 1 - (2 << i)); // block b, counted from 0, meets h^(BLOCKS + 1 − b)
    for (let j = 0; j < 16; j++) forged[from + j]! ^= change[j]!;
  }
  return forged;
}

test('an altered letter keeps its 8-bit tag for one key in four, and with the second secret for one in 256', () => {
  const coins = openStream(runKey(1984), 'test/truncation');
  const letter = bytesAt(coins, 0, 16 * BLOCKS);
  const forged = altered(letter, solution(conditions()));
  expect(forged).not.toEqual(letter);

  const KEYS = 4000;
  let withoutSecond = 0;
  let withSecond = 0;
  for (let k = 0; k < KEYS; k++) {
    const secrets = bytesAt(coins, 1000 + k, 33);
    const h = secrets.slice(0, 16);
    const mask = secrets.slice(32);
    const hashes = [letter, forged].map((text) => {
      const ghash = openGhash(h);
      absorb(ghash, text);
      return finish(ghash);
    });
    const keeps = (second: Uint8Array) => {
      const key = { h, second, tagBits: TAG_BITS };
      const [genuine, other] = hashes.map((hash) => wegmanCarterTag(hash, key, mask));
      return tagsEqual(genuine!, other!, TAG_BITS);
    };
    if (keeps(ONE)) withoutSecond++;
    if (keeps(secrets.slice(16, 32))) withSecond++;
  }
  // Standard errors √(p(1−p)/4000): 0.0068 at 1/4 and 0.00099 at 1/256; we allow 4.
  expect(Math.abs(withoutSecond / KEYS - 1 / 4)).toBeLessThan(4 * 0.0068);
  expect(Math.abs(withSecond / KEYS - 1 / 256)).toBeLessThan(4 * 0.00099);
});
