/**
 * What one mask used twice gives away: the secret point of the hash.
 *
 *   tag₁ + tag₂ = GHASH(text₁) + GHASH(text₂)      the mask has gone
 *
 * That is a polynomial in h with coefficients everyone knows, of degree at most the blocks of the longer
 * text, so h is one of its few roots; a third sealed text tells which. Any tag then gives its mask, and
 * who has both seals like an owner. The same for a GMAC nonce and for a Wegman–Carter mask, with whole
 * tags of 128 bits: a shorter one hides the rest of the hash.
 * Source: Joux, Authentication Failures in NIST version of GCM (2006, comment to NIST).
 */
import { bytesOf, elementOf } from './gf128.ts';
import { absorb, blocksOf, finish, lengthBlock, openGhash } from './ghash.ts';
import { rootsOf } from './polynomial.ts';

/** A text with its whole tag of 16 bytes. */
export interface SealedText {
  readonly text: Uint8Array;
  readonly tag: Uint8Array;
}

/**
 * Every secret point, 16 bytes, under which both tags had the same mask; the same text twice tells
 * nothing and gives none. Time grows with the square of the blocks from the first one that differs:
 * 64 take about a tenth of a second. RangeError for tags that are not 16 bytes.
 */
export function hashKeyCandidates(a: SealedText, b: SealedText): Uint8Array[] {
  const difference = new Int32Array(
    4 + 4 * Math.max(blocksOf(a.text.length), blocksOf(b.text.length)),
  );
  for (const { text, tag } of [a, b]) {
    addBlock(difference, 0, tag);
    addText(difference, text);
  }
  if (difference.every((word) => word === 0)) return [];
  return rootsOf(difference).map(bytesOf);
}

/** The mask under a tag, 16 bytes, for who knows the secret point. */
export function maskOf(h: Uint8Array, text: Uint8Array, tag: Uint8Array): Uint8Array {
  const ghash = openGhash(h);
  absorb(ghash, text);
  const hash = finish(ghash);
  if (tag.length !== hash.length)
    throw new RangeError(`"tag" expected 16 bytes, got ${tag.length}`);
  return hash.map((byte, i) => byte ^ tag[i]!);
}

/** Block j of n, counted from 0, meets h^(n − j); the last one holds the length. */
function addText(polynomial: Int32Array, text: Uint8Array): void {
  const blocks = blocksOf(text.length);
  for (let j = 0; j < blocks - 1; j++) {
    const block = new Uint8Array(16);
    block.set(text.subarray(16 * j, 16 * j + 16));
    addBlock(polynomial, blocks - j, block);
  }
  addBlock(polynomial, 1, lengthBlock(text.length));
}

function addBlock(polynomial: Int32Array, power: number, bytes: Uint8Array): void {
  elementOf(bytes).forEach((word, w) => {
    polynomial[4 * power + w]! ^= word;
  });
}
