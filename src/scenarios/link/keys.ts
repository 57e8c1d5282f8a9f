/** What each end holds when a run is over, and the verdict that follows from it. */
import type { Bits } from '../../core/bits/bits.ts';
import { differing } from '../protocols/bb84/judge.ts';
import type { Verdict } from '../receipt.ts';
import { type Knowledge, knowledgeOf } from './eve-knows.ts';
import type { Talk } from './talk.ts';

export interface KeysHeld {
  readonly alice: Bits | null;
  readonly bob: Bits | null;
  readonly eve: readonly { readonly sharedWith: 'alice' | 'bob'; readonly bits: Bits }[];
  /** Positions of the shorter key at which Alice's and Bob's keys differ; null without two keys. */
  readonly differing: number | null;
  readonly equal: boolean;
  /** Bits of the accepted key (Bob's, or Alice's if only she accepted one) that follow from all Eve holds. */
  readonly knownToEve: Knowledge;
}

const NONE: KeysHeld = {
  alice: null,
  bob: null,
  eve: [],
  differing: null,
  equal: false,
  knownToEve: { known: 0, by: 'rank' },
};

/** No key exists before every seal of its session has been checked and both ends have said "go on". */
export function keysOf({ links }: Talk, byBound = false): KeysHeld {
  const [near] = links;
  const far = links.at(-1);
  if (near === undefined || far === undefined) return NONE;
  if (near === far) {
    if (near.final === null) return NONE;
    const { sender: alice, receiver: bob } = near.final;
    // Equal unless nothing compared them: then the simulator says so, and nobody holds a key.
    if (!sameBits(alice, bob)) return NONE;
    // A key of letters, or one mixed from both, follows from nothing she holds.
    const knownToEve =
      near.agreed === null ? knowledgeOf(near, byBound) : ({ known: 0, by: 'rank' } as const);
    // A bound is no proof that she has it; then the number says what she might.
    const whole = alice.length > 0 && knownToEve.by === 'rank' && knownToEve.known === alice.length;
    const eve = whole ? [{ sharedWith: 'alice' as const, bits: alice }] : [];
    return { alice, bob, eve, differing: 0, equal: true, knownToEve };
  }
  // Each end accepts a key if the one it really talked to holds the same.
  const alice = near.final && sameBits(near.final.sender, near.final.receiver) ? near.final : null;
  const bob = far.final && sameBits(far.final.sender, far.final.receiver) ? far.final : null;
  if (alice === null && bob === null) return NONE;
  const apart = alice && bob ? differing(alice.sender, bob.receiver) : null;
  const accepted = (bob?.receiver ?? alice?.sender)!;
  return {
    alice: alice?.sender ?? null,
    bob: bob?.receiver ?? null,
    eve: [
      ...(alice ? [{ sharedWith: 'alice' as const, bits: alice.receiver }] : []),
      ...(bob ? [{ sharedWith: 'bob' as const, bits: bob.sender }] : []),
    ],
    differing: apart,
    equal: apart === 0 && alice?.sender.length === bob?.receiver.length,
    knownToEve: { known: accepted.length, by: 'rank' },
  };
}

function sameBits(a: Bits, b: Bits): boolean {
  return a.length === b.length && differing(a, b) === 0;
}

/** Computed from what was said and what is held, never from the switches. */
export function verdictOf({ links }: Talk, keys: KeysHeld): Verdict {
  if (keys.eve.length > 0) return 'fooled';
  const stops = links.flatMap(({ stop }) => stop ?? []).sort((a, b) => a.at - b.at);
  if (stops[0] !== undefined) return stops[0].verdict;
  if (keys.alice === null || keys.bob === null) return 'stopped-errors';
  return 'key';
}
