/**
 * The pool of sealing key as one end holds it: a hash key, and for each direction a stream of bits with
 * a cursor that never goes back. What the ends earn together is appended to both, half to each stream.
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
  /** Bits used so far of each stream. */
  readonly cursor: Record<Party, number>;
}

const HASH_BITS = 256;
const MAC_KEY_BITS = 256;
const DIRECTIONS: readonly Party[] = ['alice', 'bob'];

/** Bits of a first key that become the hash and never a mask. */
function hashBitsOf({ method }: Authentication): number {
  return method === 'wegman-carter' ? HASH_BITS : 0;
}

/** A pool begun with the first key of a start-up; null if the key is too short for the hash. */
export function beginPool(key: Bits, authentication: Authentication, target: number): Pool | null {
  const hashBits = hashBitsOf(authentication);
  if (key.length <= hashBits) return null;
  const hash = new Uint8Array(hashBits / 8);
  for (let i = 0; i < hashBits; i++) {
    hash[i >>> 3] = hash[i >>> 3]! | (bitOf(key, i) << (7 - (i & 7)));
  }
  const pool: Pool = { hash, streams: { alice: [], bob: [] }, cursor: { alice: 0, bob: 0 } };
  append(pool, key, hashBits, Math.min(key.length - hashBits, target));
  return pool;
}

export function levelOf({ streams, cursor }: Pool): number {
  return DIRECTIONS.reduce((sum, way) => sum + Math.max(0, streams[way].length - cursor[way]), 0);
}

/** Tops the pool up to its target; what is over is the applications'. */
export function topUp(pool: Pool, key: Bits, target: number): void {
  append(pool, key, 0, Math.max(0, Math.min(key.length, target - levelOf(pool))));
}

function append({ streams }: Pool, key: Bits, from: number, count: number): void {
  const half = count >>> 1;
  for (let i = 0; i < half; i++) {
    streams.alice.push(bitOf(key, from + i));
    streams.bob.push(bitOf(key, from + half + i));
  }
}

export function copyOf({ hash, streams, cursor }: Pool): Pool {
  return {
    hash,
    streams: { alice: [...streams.alice], bob: [...streams.bob] },
    cursor: { ...cursor },
  };
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

/**
 * One round's sealing key. Wegman–Carter takes masks from the streams; HMAC and GMAC take a fresh key of
 * 256 bits, half from each stream; null when that is no longer there.
 */
export function roundKey(pool: Pool, authentication: Authentication): SealingKey | null {
  const { method, tagBits = 128 } = authentication;
  const { streams, cursor, hash } = pool;
  const start = { ...cursor };
  if (method === 'wegman-carter') {
    return {
      bits: levelOf(pool),
      upFront: 0,
      perSeal: tagBits,
      hash: hash.slice(0, 16),
      second: tagBits < 128 ? hash.slice(16, 32) : null,
      hmac: new Uint8Array(32),
      mask(way, n) {
        const from = start[way] + n * tagBits;
        return from + tagBits > streams[way].length ? null : packed(streams[way], from, tagBits);
      },
      masks: (way) => Math.max(0, Math.floor((streams[way].length - start[way]) / tagBits)),
    };
  }
  const half = MAC_KEY_BITS / 2;
  if (DIRECTIONS.some((way) => streams[way].length - cursor[way] < half)) return null;
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
): number {
  const other = as === 'alice' ? 'bob' : 'alice';
  const before = levelOf(pool);
  if (method === 'wegman-carter') {
    pool.cursor[as] += used.made * tagBits;
    pool.cursor[other] += used.checked * tagBits;
  } else if (used.made + used.checked > 0) {
    for (const way of DIRECTIONS) pool.cursor[way] += MAC_KEY_BITS / 2;
  }
  return before - levelOf(pool);
}

function packed(bits: readonly number[], from: number, count: number): Uint8Array {
  const out = new Uint8Array((count + 7) >>> 3);
  for (let i = 0; i < count; i++) {
    out[i >>> 3] = out[i >>> 3]! | (bits[from + i]! << (7 - (i & 7)));
  }
  return out;
}
