/**
 * Sealing key and how it is divided:
 *
 *   Wegman–Carter  128 bits choose the hash (and 128 more if tags are truncated); the rest is two
 *                  halves of one-time masks, one for each direction, numbered and never used twice
 *   GMAC           256 bits, once: an AES key, whose nonces are direction and number
 *   HMAC           256 bits, once; nothing is spent on a letter
 *
 * The store is what a courier left at both ends, or what a signed ML-KEM exchange gave them.
 * Sources: Wegman & Carter, J. Comput. Syst. Sci. 22 (1981) 265; Portmann, IEEE Trans. Inf. Theory 60
 * (2014) 4383, on keeping the hash and renewing the mask; NIST SP 800-38D on nonces.
 */
import { fingerprintOf } from '../../core/authentication/fingerprint.ts';
import { openGmac } from '../../core/authentication/gmac.ts';
import type { Bits } from '../../core/bits/bits.ts';
import { bitOf } from '../../core/bits/bits.ts';
import { bytesAt, openStream, runKey } from '../../core/random/streams.ts';
import type { RunConfig, Seed } from '../config.ts';
import { sealingCost } from './sealing-cost.ts';

/** A key as one end holds it. Masks are asked by number, so nothing in it advances. */
export interface SealingKey {
  /** Of the store it was cut from, for two people to compare; null where there is no such store. */
  readonly fingerprint: string | null;
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
  /** How many masks that half has; Infinity where they do not run out. */
  masks(direction: 'alice' | 'bob'): number;
}

/** What of a configuration the store depends on. */
export interface SealingTerms {
  readonly seed: Seed;
  readonly authentication: Pick<
    RunConfig['authentication'],
    'method' | 'tagBits' | 'preSharedBits'
  > & { readonly fault?: RunConfig['authentication']['fault'] };
}

/** The store that a courier left at both ends. */
export function sealingKeyOf({ seed, authentication }: SealingTerms): SealingKey {
  const bytes = Math.ceil(authentication.preSharedBits / 8);
  const store = bytesAt(openStream(runKey(seed), 'trust/pre-shared-key'), 0, bytes);
  return sealingKeyFrom(store, authentication);
}

/** The same division of a store that came another way. */
export function sealingKeyFrom(
  store: Uint8Array,
  { method, tagBits = 128, preSharedBits, fault }: SealingTerms['authentication'],
): SealingKey {
  const truncated = tagBits < 128;
  const { upFront, perSeal } = sealingCost({ method, tagBits });
  const half = Math.floor((preSharedBits - upFront) / 2);
  const hash = store.slice(0, 16);
  const shared = {
    fingerprint: fingerprintOf(store),
    bits: preSharedBits,
    upFront,
    hmac: store.slice(0, 32),
  };
  if (method === 'gmac') {
    const gmac = openGmac(store.slice(0, 32));
    return {
      ...shared,
      perSeal: 0,
      hash: gmac.h,
      second: null,
      mask: (direction, n) => gmac.mask(nonceOf(direction, fault === 'nonce-reused' ? 0 : n)),
      masks: () => Number.POSITIVE_INFINITY,
    };
  }
  return {
    ...shared,
    perSeal,
    hash,
    second: truncated ? store.slice(16, 32) : null,
    mask(direction, number) {
      const n = fault === 'mask-reused' ? 0 : number;
      if ((n + 1) * tagBits > half) return null;
      const from = upFront + (direction === 'alice' ? 0 : half) + n * tagBits;
      return slice(store, from, tagBits);
    },
    masks: () => (fault === 'mask-reused' ? Number.POSITIVE_INFINITY : Math.floor(half / tagBits)),
  };
}

/** 12 bytes: the writer, then the number of the seal in that direction. */
function nonceOf(direction: 'alice' | 'bob', n: number): Uint8Array {
  const nonce = new Uint8Array(12);
  nonce[0] = direction === 'alice' ? 1 : 2;
  for (let i = 0; i < 4; i++) nonce[8 + i] = n >>> (24 - 8 * i);
  return nonce;
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

/** A key whose masks go on with bits of a fresh key: half for each direction, once the first are used up. */
export function refilled(key: SealingKey, fresh: Bits): SealingKey {
  const { perSeal } = key;
  if (perSeal === 0) return key;
  const half = Math.floor(fresh.length / 2);
  return {
    ...key,
    bits: key.bits + fresh.length,
    masks: (direction) => key.masks(direction) + Math.floor(half / perSeal),
    mask(direction, n) {
      const first = key.mask(direction, n);
      if (first !== null) return first;
      const from = (n - key.masks(direction)) * perSeal;
      if (from + perSeal > half) return null;
      const offset = (direction === 'alice' ? 0 : half) + from;
      const out = new Uint8Array((perSeal + 7) >>> 3);
      for (let i = 0; i < perSeal; i++) {
        const at = i >>> 3;
        out[at] = out[at]! | (bitOf(fresh, offset + i) << (7 - (i & 7)));
      }
      return out;
    },
  };
}
