/**
 * The store of sealing key that a courier left at both ends, and how it is divided:
 *
 *   Wegman–Carter  128 bits choose the hash (and 128 more if tags are truncated); the rest is two
 *                  halves of one-time masks, one for each direction, numbered and never used twice
 *   HMAC           256 bits, once; nothing is spent on a letter
 *
 * Sources: Wegman & Carter, J. Comput. Syst. Sci. 22 (1981) 265; Portmann, IEEE Trans. Inf. Theory 60
 * (2014) 4383, on keeping the hash and renewing the mask.
 */
import { bytesAt, openStream, runKey } from '../../core/random/streams.ts';
import type { RunConfig, Seed } from '../config.ts';

export interface SealingKey {
  /** Bits both ends hold at the start. */
  readonly bits: number;
  /** Bits used up before the first seal. */
  readonly upFront: number;
  /** Bits one seal uses up. */
  readonly perSeal: number;
  readonly hash: Uint8Array;
  readonly second: Uint8Array | null;
  readonly hmac: Uint8Array;
  /** Mask number n of a direction, most significant bit first; null when that half is used up. */
  mask(direction: 'alice' | 'bob', n: number): Uint8Array | null;
}

const HASH_BITS = 128;
const HMAC_BITS = 256;

/** What of a configuration the store depends on. */
export interface SealingTerms {
  readonly seed: Seed;
  readonly authentication: Pick<
    RunConfig['authentication'],
    'method' | 'tagBits' | 'preSharedBits'
  >;
}

export function sealingKeyOf({ seed, authentication }: SealingTerms): SealingKey {
  const { method, tagBits, preSharedBits } = authentication;
  const store = bytesAt(
    openStream(runKey(seed), 'trust/pre-shared-key'),
    0,
    Math.ceil(preSharedBits / 8),
  );
  const truncated = tagBits < 128;
  const upFront = method === 'wegman-carter' ? HASH_BITS * (truncated ? 2 : 1) : HMAC_BITS;
  const half = Math.floor((preSharedBits - upFront) / 2);
  return {
    bits: preSharedBits,
    upFront: method === 'none' ? 0 : upFront,
    perSeal: method === 'wegman-carter' ? tagBits : 0,
    hash: store.slice(0, 16),
    second: truncated ? store.slice(16, 32) : null,
    hmac: store.slice(0, 32),
    mask(direction, n) {
      if ((n + 1) * tagBits > half) return null;
      const from = upFront + (direction === 'alice' ? 0 : half) + n * tagBits;
      return slice(store, from, tagBits);
    },
  };
}

function slice(bytes: Uint8Array, from: number, bits: number): Uint8Array {
  const out = new Uint8Array((bits + 7) >>> 3);
  for (let i = 0; i < bits; i++) {
    const at = from + i;
    const bit = (bytes[at >>> 3]! >>> (7 - (at & 7))) & 1;
    out[i >>> 3] = out[i >>> 3]! | (bit << (7 - (i & 7)));
  }
  return out;
}
