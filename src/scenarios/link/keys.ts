/** What each end holds when a run is over, and the verdict that follows from it. */
import type { Bits } from '../../core/bits/bits.ts';
import { differing } from '../protocols/bb84/judge.ts';
import type { Verdict } from '../receipt.ts';
import type { Talk } from './talk.ts';

export interface KeysHeld {
  readonly alice: Bits | null;
  readonly bob: Bits | null;
  readonly eve: readonly { readonly sharedWith: 'alice' | 'bob'; readonly bits: Bits }[];
  /** Positions of the shorter key at which Alice's and Bob's keys differ; null without two keys. */
  readonly differing: number | null;
  readonly equal: boolean;
  /** Bits of the accepted key that follow from all Eve holds. */
  readonly knownToEve: number;
}

const NONE: KeysHeld = {
  alice: null,
  bob: null,
  eve: [],
  differing: null,
  equal: false,
  knownToEve: 0,
};

/** No key exists before every seal of the run has been checked and every end has said "go on". */
export function keysOf({ links, stop }: Talk): KeysHeld {
  const [near] = links;
  const far = links.at(-1);
  if (stop !== null || near === undefined || far === undefined) return NONE;
  const alice = near.light.key.sender;
  const bob = far.light.key.receiver;
  const apart = differing(alice, bob);
  const equal = alice.length === bob.length && apart === 0;
  if (links.length === 1) {
    if (!equal) return NONE;
    const knownToEve = near.light.keyBitsCertain;
    const eve = knownToEve === alice.length ? [{ sharedWith: 'alice' as const, bits: alice }] : [];
    return { alice, bob, eve, differing: apart, equal, knownToEve };
  }
  // Each end accepts a key if the one it really talked to holds the same.
  const withAlice = sameBits(near.light.key.receiver, alice);
  const withBob = sameBits(far.light.key.sender, bob);
  if (!withAlice && !withBob) return NONE;
  return {
    alice: withAlice ? alice : null,
    bob: withBob ? bob : null,
    eve: [
      ...(withAlice ? [{ sharedWith: 'alice' as const, bits: alice }] : []),
      ...(withBob ? [{ sharedWith: 'bob' as const, bits: bob }] : []),
    ],
    differing: withAlice && withBob ? apart : null,
    equal: withAlice && withBob && equal,
    knownToEve: withAlice ? alice.length : bob.length,
  };
}

function sameBits(a: Bits, b: Bits): boolean {
  return a.length === b.length && differing(a, b) === 0;
}

/** Computed from what was said and what is held, never from the switches. */
export function verdictOf({ stop }: Talk, keys: KeysHeld): Verdict {
  if (stop !== null) return stop.verdict;
  if (keys.eve.length > 0) return 'fooled';
  if (keys.alice === null || keys.bob === null) return 'stopped-errors';
  return 'key';
}
