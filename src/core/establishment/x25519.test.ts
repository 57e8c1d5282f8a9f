import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchor } from '../anchors.ts';
import { x25519Public, x25519Shared } from './x25519.ts';

const secret = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('X25519', () => {
  test.each(['x25519.1', 'x25519.dh'])('meets %s', (id) => {
    const { inputs, expected } = anchor<{ readonly scalar: string; readonly u: string }, string>(
      id,
    );
    const shared = x25519Shared(hexToBytes(inputs.scalar), hexToBytes(inputs.u));
    expect(bytesToHex(shared)).toBe(expected);
  });

  test('has Bob’s public value of RFC 7748, §6.1', () => {
    const { inputs } = anchor<{ readonly scalar: string }, string>('x25519.dh');
    expect(bytesToHex(x25519Public(hexToBytes(inputs.scalar)))).toBe(
      'de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f',
    );
  });

  test('gives both ends one secret', () => {
    fc.assert(
      fc.property(secret, secret, (a, b) => {
        expect(x25519Shared(a, x25519Public(b))).toEqual(x25519Shared(b, x25519Public(a)));
      }),
      { numRuns: 30, seed: 1984 },
    );
  });

  test('refuses other lengths, and points that give zero whatever the secret', () => {
    const mine = new Uint8Array(32).fill(7);
    expect(() => x25519Public(new Uint8Array(31))).toThrow('"secret" expected 32 bytes, got 31');
    expect(() => x25519Shared(new Uint8Array(33), mine)).toThrow('"secret"');
    expect(() => x25519Shared(mine, new Uint8Array(31))).toThrow('"theirs"');
    // The u of order 1, 2, 4, and one of the two of order 8.
    const smallOrder = [
      `${'00'.repeat(32)}`,
      `01${'00'.repeat(31)}`,
      `ec${'ff'.repeat(30)}7f`,
      'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
    ];
    for (const u of smallOrder) {
      expect(() => x25519Shared(mine, hexToBytes(u))).toThrow(RangeError);
    }
  });
});
