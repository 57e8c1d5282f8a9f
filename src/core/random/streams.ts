/**
 * Coins with addresses. A stream belongs to one actor and one purpose; word w of plane p of a stream
 * never depends on what was asked before, so any photon can be recomputed alone and two runs that
 * differ by one switch share every other coin. For simulation only, never for real secrets.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { type BlockAddress, chachaBlock, fillBlock, fillSuperblocks } from './chacha.ts';

export interface Stream {
  /** 8 words. */
  readonly key: Int32Array;
  readonly id: number;
  readonly label: string;
}

export function utf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    let c = character.codePointAt(0)!;
    // A lone surrogate cannot be written in UTF-8; like every encoder, put U+FFFD in its place.
    if (c >= 0xd800 && c <= 0xdfff) c = 0xfffd;
    if (c < 0x80) bytes.push(c);
    else if (c < 0x800) bytes.push(0xc0 | (c >> 6), 0x80 | (c & 63));
    else if (c < 0x10000) bytes.push(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
    else {
      bytes.push(
        0xf0 | (c >> 18),
        0x80 | ((c >> 12) & 63),
        0x80 | ((c >> 6) & 63),
        0x80 | (c & 63),
      );
    }
  }
  return Uint8Array.from(bytes);
}

function words(digest: Uint8Array): Int32Array {
  const out = new Int32Array(8);
  for (let i = 0; i < 8; i++) {
    const at = i * 4;
    out[i] =
      digest[at]! | (digest[at + 1]! << 8) | (digest[at + 2]! << 16) | (digest[at + 3]! << 24);
  }
  return out;
}

/** The 256-bit key of a run: SHA-256 of the seed under a fixed prefix. */
export function runKey(seed: number | string): Int32Array {
  return words(sha256(utf8(`light-and-letters/1/${seed}`)));
}

/** A key made of public bytes, e.g. the seed that names a test sample. */
export function publicKeyOf(purpose: string, bytes: Uint8Array): Int32Array {
  return words(
    sha256
      .create()
      .update(utf8(`light-and-letters/1/${purpose}/`))
      .update(bytes)
      .digest(),
  );
}

export function openStream(key: Int32Array, label: string): Stream {
  return { key, id: words(sha256(utf8(label)))[0]!, label };
}

function address({ key, id }: Stream, plane: number): BlockAddress {
  return { key, stream: id, plane };
}

/** Words [64·first, 64·first + words) of a plane; `words` a multiple of 64. */
export function fillPlane(
  out: Int32Array,
  stream: Stream,
  plane: number,
  first: number,
  words = out.length,
): void {
  fillSuperblocks(out, address(stream, plane), first, words);
}

/** The 16 words that belong to one block number of a plane, in block order. */
export function fillBlockOf(out: Int32Array, stream: Stream, plane: number, block: number): void {
  fillBlock(out, address(stream, plane), block);
}

/** Word w of a plane, in the interleaved order of fillPlane. */
export function wordAt(stream: Stream, plane: number, w: number): number {
  const within = w % 64;
  const block = Math.floor(w / 64) * 4 + (within & 3);
  return chachaBlock(address(stream, plane), block)[within >>> 2]!;
}

/** A fair bit: bit i of plane 0. */
export function bitAt(stream: Stream, i: number): 0 | 1 {
  return ((wordAt(stream, 0, Math.floor(i / 32)) >>> (i % 32)) & 1) as 0 | 1;
}

/** `length` bytes of plane 0 from byte `at`·4·16 on, i.e. block by block; for keys, seeds and guesses. */
export function bytesAt(stream: Stream, block: number, length: number): Uint8Array {
  const out = new Uint8Array(length);
  for (let b = 0; b * 64 < length; b++) {
    const s = chachaBlock(address(stream, 0), block + b);
    for (let i = 0; i < 64 && b * 64 + i < length; i++) {
      out[b * 64 + i] = s[i >>> 2]! >>> ((i & 3) * 8);
    }
  }
  return out;
}

/** Number of blocks that bytesAt uses for this length. */
export function blocksFor(length: number): number {
  return (length + 63) >>> 6;
}
