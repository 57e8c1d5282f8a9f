import { createCipheriv } from 'node:crypto';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchor } from '../anchors.ts';
import { bytesAt, openStream, runKey } from '../random/streams.ts';
import { add, bytesOf, elementOf, multiply } from './gf128.ts';
import { absorb, blocksOf, finish, openGhash } from './ghash.ts';

const point = fc.uint8Array({ minLength: 16, maxLength: 16 });
const text = fc.uint8Array({ maxLength: 200 });

function ghashOf(h: Uint8Array, bytes: Uint8Array): Uint8Array {
  const ghash = openGhash(h);
  absorb(ghash, bytes);
  return finish(ghash);
}

/** By the definition: fill with zeros, append the length, Horner with the plain product. */
function plainGhash(h: Uint8Array, bytes: Uint8Array): Uint8Array {
  const filled = new Uint8Array(16 * Math.ceil(bytes.length / 16) + 16);
  filled.set(bytes);
  new DataView(filled.buffer).setBigUint64(filled.length - 16, 8n * BigInt(bytes.length));
  let sum = new Uint32Array(4);
  for (let at = 0; at < filled.length; at += 16) {
    sum = multiply(add(sum, elementOf(filled.subarray(at, at + 16))), elementOf(h)).slice();
  }
  return bytesOf(sum);
}

describe('GHASH', () => {
  test('meets wc.ghash-otp, block count included', () => {
    const { inputs, expected } = anchor<
      { readonly H: string; readonly message_hex: string },
      { readonly ghash: string; readonly blocks: number }
    >('wc.ghash-otp');
    const message = hexToBytes(inputs.message_hex);
    expect(bytesToHex(ghashOf(hexToBytes(inputs.H), message))).toBe(expected.ghash);
    expect(blocksOf(message.length)).toBe(expected.blocks);
  });

  test('by the table equals the plain product', () => {
    fc.assert(
      fc.property(point, text, (h, bytes) => {
        expect(ghashOf(h, bytes)).toEqual(plainGhash(h, bytes));
      }),
      { numRuns: 300, seed: 1984 },
    );
  });

  test('is what another implementation of GMAC puts under its mask', () => {
    // GMAC is GHASH at the point E_K(0), exclusive-or E_K(nonce, 1): SP 800-38D, §7.1.
    const block = (key: Uint8Array, input: Uint8Array) => {
      const cipher = createCipheriv('aes-128-ecb', key, null);
      cipher.setAutoPadding(false);
      return new Uint8Array(cipher.update(input));
    };
    fc.assert(
      fc.property(point, text, (key, bytes) => {
        const nonce = new Uint8Array(12).fill(7);
        const gcm = createCipheriv('aes-128-gcm', key, nonce);
        gcm.setAAD(bytes);
        gcm.final();
        const mask = block(key, Uint8Array.of(...nonce, 0, 0, 0, 1));
        const underMask = gcm.getAuthTag().map((byte, i) => byte ^ mask[i]!);
        const hash = ghashOf(block(key, new Uint8Array(16)), bytes);
        expect(bytesToHex(hash)).toBe(bytesToHex(underMask));
      }),
      { numRuns: 100, seed: 1984 },
    );
  });

  test('does not depend on how the text is cut', () => {
    fc.assert(
      fc.property(
        point,
        fc.array(fc.uint8Array({ maxLength: 50 }), { maxLength: 12 }),
        (h, pieces) => {
          const ghash = openGhash(h);
          for (const piece of pieces) absorb(ghash, piece);
          const whole = Uint8Array.from(pieces.flatMap((piece) => [...piece]));
          expect(finish(ghash)).toEqual(ghashOf(h, whole));
        },
      ),
      { numRuns: 300, seed: 1984 },
    );
  });

  test('of a beginning does not disturb the rest', () => {
    fc.assert(
      fc.property(point, text, text, (h, beginning, rest) => {
        const ghash = openGhash(h);
        absorb(ghash, beginning);
        expect(finish(ghash)).toEqual(ghashOf(h, beginning));
        absorb(ghash, rest);
        expect(finish(ghash)).toEqual(ghashOf(h, Uint8Array.of(...beginning, ...rest)));
      }),
      { seed: 1984 },
    );
  });

  test('tells a text from the same text with zeros after it', () => {
    fc.assert(
      fc.property(point, text, fc.integer({ min: 1, max: 40 }), (h, bytes, zeros) => {
        fc.pre(h.some((byte) => byte !== 0));
        expect(ghashOf(h, Uint8Array.of(...bytes, ...new Uint8Array(zeros)))).not.toEqual(
          ghashOf(h, bytes),
        );
      }),
      { seed: 1984 },
    );
  });

  test('of a megabyte in uneven pieces equals that of the megabyte', () => {
    const coins = openStream(runKey(1984), 'test/megabyte');
    const megabyte = bytesAt(coins, 0, 1_000_003);
    const h = bytesAt(coins, 20_000, 16);
    const ghash = openGhash(h);
    for (let at = 0, piece = 1; at < megabyte.length; at += piece, piece = (piece * 3) % 4099) {
      absorb(ghash, megabyte.subarray(at, at + piece));
    }
    expect(finish(ghash)).toEqual(ghashOf(h, megabyte));
    expect(finish(ghash)).toEqual(plainGhash(h, megabyte));
  });
});

test('a text has a block for every 16 bytes begun and one for its length', () => {
  expect([0, 1, 16, 17, 2560].map(blocksOf)).toEqual([1, 2, 2, 3, 161]);
  expect(() => blocksOf(-1)).toThrow(RangeError);
  expect(() => blocksOf(0.5)).toThrow(RangeError);
});

test('a point that is not 16 bytes long is refused', () => {
  expect(() => openGhash(new Uint8Array(32))).toThrow(RangeError);
});
