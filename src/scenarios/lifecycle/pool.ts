/**
 * The pool of sealing key as one end holds it: a hash key, and for each direction a stream of bits with
 * a cursor that never goes back. What the ends earn together is appended to both, so that both streams
 * come to half of the target: the directions use up different amounts.
 * Sources: Portmann, IEEE Trans. Inf. Theory 60 (2014) 4383 (the hash is kept, masks are not).
 */
import { type Bits, bitOf } from '../../core/bits/bits.ts';
import type { RunConfig } from '../config.ts';
import type { Party } from '../trust/contract.ts';
import { type SealingKey, sealingKeyFrom } from '../trust/pre-shared-key.ts';

type Authentication = RunConfig['authentication'];

export interface Pool {
  /** 128 bits for the hash, and 128 for the second element; only of Wegman–Carter. */
  readonly hash: Uint8Array;
  readonly streams: Readonly<Record<Party, number[]>>;
  /** Bits used so far of each stream; public, since letters name their masks. */
  readonly cursor: Record<Party, number>;
}

const HASH_BITS = 256;
const MAC_KEY_BITS = 256;
export const DIRECTIONS: readonly Party[] = ['alice', 'bob'];

/** Bits of a first key that become the hash and never a mask. */
function hashBitsOf({ method }: Authentication): number {
  return method === 'wegman-carter' ? HASH_BITS : 0;
}

/** A pool begun with the first key of a start-up; without one, or with one too short for the hash, it is empty. */
export function beginPool(key: Bits | null, authentication: Authentication, target: number): Pool {
  const hashBits = hashBitsOf(authentication);
  const hash = new Uint8Array(HASH_BITS / 8);
  const pool: Pool = { hash, streams: { alice: [], bob: [] }, cursor: { alice: 0, bob: 0 } };
  if (key === null || key.length <= hashBits) return pool;
  for (let i = 0; i < hashBits; i++) {
    hash[i >>> 3] = hash[i >>> 3]! | (bitOf(key, i) << (7 - (i & 7)));
  }
  topUp(pool, key, target, hashBits);
  return pool;
}

/** Bits of one direction that are left. */
export function leftOf({ streams, cursor }: Pool, way: Party): number {
  return Math.max(0, streams[way].length - cursor[way]);
}

export function levelOf(pool: Pool): number {
  return leftOf(pool, 'alice') + leftOf(pool, 'bob');
}

/** Bits that neither end has used. */
export function commonLevel(one: Pool, other: Pool): number {
  return DIRECTIONS.reduce((sum, way) => {
    const length = Math.min(one.streams[way].length, other.streams[way].length);
    return sum + Math.max(0, length - Math.max(one.cursor[way], other.cursor[way]));
  }, 0);
}

/** Tops both directions up to half of the target, the emptier one first; what is over is the applications'. */
export function topUp(pool: Pool, key: Bits, target: number, from = 0): void {
  const { streams } = pool;
  const left = { alice: leftOf(pool, 'alice'), bob: leftOf(pool, 'bob') };
  const wanted = 2 * Math.floor(target / 2) - left.alice - left.bob;
  const count = Math.max(0, Math.min(key.length - from, wanted));
  const level = Math.ceil((count + left.bob - left.alice) / 2);
  const toAlice = Math.min(count, Math.max(0, level));
  for (let i = 0; i < count; i++) {
    streams[i < toAlice ? 'alice' : 'bob'].push(bitOf(key, from + i));
  }
}

/** Masks are named by number, so an end that is behind skips forward and burns what it skipped. */
export function catchUp(one: Pool, other: Pool): void {
  for (const way of DIRECTIONS) {
    const furthest = Math.max(one.cursor[way], other.cursor[way]);
    one.cursor[way] = furthest;
    other.cursor[way] = furthest;
  }
}

/** Whether two ends would seal the next letter alike, in both directions. */
export function inStep(one: Pool, other: Pool): boolean {
  if (!one.hash.every((byte, i) => byte === other.hash[i])) return false;
  return DIRECTIONS.every((way) => {
    const from = Math.max(one.cursor[way], other.cursor[way]);
    const [mine, theirs] = [one.streams[way], other.streams[way]];
    if (mine.length !== theirs.length) return false;
    for (let i = from; i < mine.length; i++) if (mine[i] !== theirs[i]) return false;
    return true;
  });
}

/** Bits of each direction without which no seal can be made. */
export function leastFor({ method, tagBits = 128 }: Authentication): number {
  return method === 'wegman-carter' ? tagBits : MAC_KEY_BITS / 2;
}

/**
 * One round's sealing key. Wegman–Carter takes masks from the streams; HMAC and GMAC take a fresh key of
 * 256 bits, half from each stream. `holds`: whether somebody holds a piece of a stream; a mask that she
 * does not hold is null, and so is a whole key.
 */
export function roundKey(
  pool: Pool,
  authentication: Authentication,
  holds: (way: Party, from: number, to: number) => boolean = () => true,
): SealingKey | null {
  const { method, tagBits = 128 } = authentication;
  const { streams, cursor, hash } = pool;
  const start = { ...cursor };
  if (method === 'wegman-carter') {
    return {
      fingerprint: null,
      bits: levelOf(pool),
      upFront: 0,
      perSeal: tagBits,
      hash: hash.slice(0, 16),
      second: tagBits < 128 ? hash.slice(16, 32) : null,
      hmac: new Uint8Array(32),
      mask(way, n) {
        const from = start[way] + n * tagBits;
        const to = from + tagBits;
        if (to > streams[way].length || !holds(way, from, to)) return null;
        return packed(streams[way], from, tagBits);
      },
      masks: (way) => Math.floor(Math.max(0, streams[way].length - start[way]) / tagBits),
    };
  }
  const half = MAC_KEY_BITS / 2;
  if (DIRECTIONS.some((way) => leftOf(pool, way) < half)) return null;
  if (DIRECTIONS.some((way) => !holds(way, start[way], start[way] + half))) return null;
  const store = new Uint8Array(32);
  store.set(packed(streams.alice, start.alice, half), 0);
  store.set(packed(streams.bob, start.bob, half), 16);
  return sealingKeyFrom(store, { ...authentication, preSharedBits: MAC_KEY_BITS, fault: 'none' });
}

/** Burns what an end used in a round. */
export function burn(
  pool: Pool,
  { method, tagBits = 128 }: Authentication,
  as: Party,
  used: { readonly made: number; readonly checked: number },
): void {
  const other = as === 'alice' ? 'bob' : 'alice';
  if (method === 'wegman-carter') {
    pool.cursor[as] += used.made * tagBits;
    pool.cursor[other] += used.checked * tagBits;
  } else if (used.made + used.checked > 0) {
    for (const way of DIRECTIONS) pool.cursor[way] += MAC_KEY_BITS / 2;
  }
}

function packed(bits: readonly number[], from: number, count: number): Uint8Array {
  const out = new Uint8Array((count + 7) >>> 3);
  for (let i = 0; i < count; i++) {
    out[i >>> 3] = out[i >>> 3]! | (bits[from + i]! << (7 - (i & 7)));
  }
  return out;
}
