import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchor } from '../anchors.ts';
import {
  fromBytes,
  type GroupBits,
  toBytes,
  toyGroup,
  toyPublic,
  toySecret,
  toyShared,
} from './toy-group.ts';

const SIZES = [32, 40, 48, 56] as const satisfies readonly GroupBits[];

interface DhInputs {
  readonly p: string;
  readonly q: string;
  readonly g: string;
  readonly A: string;
  readonly B: string;
}

const coins = fc.uint8Array({ minLength: 64, maxLength: 64 });

describe.each(SIZES)('the group of %i bits', (bits) => {
  const group = toyGroup(bits);

  test(`meets dh.${bits}`, () => {
    const { inputs, expected } = anchor<
      DhInputs,
      { readonly a: string; readonly b: string; readonly shared: string }
    >(`dh.${bits}`);
    expect([group.p, group.q, group.g]).toEqual([inputs.p, inputs.q, inputs.g].map(BigInt));
    const [a, b] = [BigInt(expected.a), BigInt(expected.b)];
    expect(String(toyPublic(group, a))).toBe(inputs.A);
    expect(String(toyPublic(group, b))).toBe(inputs.B);
    expect(String(toyShared(group, a, BigInt(inputs.B)))).toBe(expected.shared);
    expect(String(toyShared(group, b, BigInt(inputs.A)))).toBe(expected.shared);
  });

  test('gives both ends one value, and bytes give it back', () => {
    fc.assert(
      fc.property(coins, coins, (ofAlice, ofBob) => {
        const [a, b] = [toySecret(group, ofAlice), toySecret(group, ofBob)];
        const shared = toyShared(group, a, toyPublic(group, b));
        expect(toyShared(group, b, toyPublic(group, a))).toBe(shared);
        const bytes = toBytes(group, shared);
        expect(bytes).toHaveLength(bits / 8);
        expect(fromBytes(group, bytes)).toBe(shared);
      }),
      { numRuns: 50, seed: 1984 },
    );
  });

  test('writes the highest byte first', () => {
    expect([...toBytes(group, 258n)]).toEqual([...new Array(bits / 8 - 2).fill(0), 1, 2]);
  });

  test('refuses values outside the group, and secrets that are none', () => {
    const secret = toySecret(group, new Uint8Array(64).fill(3));
    // A non-square, since g is one and −1 is none; then the two ends of the range, and 1.
    for (const theirs of [group.p - 4n, group.p - 1n, group.p, group.p + 4n, 0n, -4n, 1n]) {
      expect(() => toyShared(group, secret, theirs)).toThrow(RangeError);
    }
    for (const none of [0n, -1n, group.q]) {
      expect(() => toyPublic(group, none)).toThrow('"secret"');
      expect(() => toyShared(group, none, 4n)).toThrow('"secret"');
    }
    expect(() => toySecret(group, new Uint8Array(63))).toThrow('"coins" expected 64 bytes');
    expect(() => toBytes(group, group.p)).toThrow('"value"');
    expect(() => fromBytes(group, new Uint8Array(bits / 8).fill(255))).toThrow('"value"');
    expect(() => fromBytes(group, new Uint8Array(bits / 8 + 1))).toThrow('"bytes"');
  });
});

test('secrets are 1 … q − 1 at the ends of the coins', () => {
  const group = toyGroup(32);
  const written = (value: bigint) =>
    Uint8Array.from({ length: 64 }, (_, i) => Number((value >> BigInt(8 * (63 - i))) & 255n));
  expect(toySecret(group, written(0n))).toBe(1n);
  expect(toySecret(group, written(group.q - 2n))).toBe(group.q - 1n);
  expect(toySecret(group, written(group.q - 1n))).toBe(1n);
});

test('there is no group of another size', () => {
  expect(() => toyGroup(64 as GroupBits)).toThrow('"bits" expected 32, 40, 48 or 56, got 64');
});
