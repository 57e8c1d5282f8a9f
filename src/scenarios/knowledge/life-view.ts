/**
 * What each observer knows of a link's life. The ends see their own pool and whether a round gave them
 * a key; that Eve has it too, and what happens on the line, they do not see.
 */
import type { ActorId, Observer } from '../actors.ts';
import type { LifecycleEvent, RunConfig } from '../config.ts';
import type { Verdict } from '../receipt.ts';
import type { LifecycleRun, RoundRecord } from '../run.ts';

type End = 'alice' | 'bob';

/** `made`: an end cannot know whether it is secret. `not-hers`: Eve knows only that it was made. */
export type RoundKey = 'secret' | 'known-to-eve' | 'made' | 'not-hers' | 'never-made';

export interface PoolLevel {
  /** Level after the round. */
  readonly bits: number;
  readonly heldByEve: boolean;
}

export interface RoundView {
  readonly round: number;
  readonly sealedBy: 'anchor' | 'pool';
  /** The pool was at its reserve, and they had chosen to stop. */
  readonly idle: boolean;
  readonly key: RoundKey;
  readonly verdict: Verdict | 'no-key-for-me' | 'silence';
  readonly stoppedBy: ActorId | null;
  /** Bits; null: this observer does not know. */
  readonly spent: number | null;
  readonly earned: number | null;
  readonly pools: Readonly<Record<End, PoolLevel | null>>;
  /** False: the two ends would seal the next letter differently. Null: this observer cannot tell. */
  readonly inStep: boolean | null;
  readonly eveActs: boolean | null;
  readonly jammed: boolean | null;
  /** Error rate of the public test. */
  readonly qber: number | null;
}

export interface LifeView {
  readonly observer: Observer;
  readonly anchor: RunConfig['authentication']['trustAnchor'];
  readonly poolTarget: number;
  readonly reserveBits: number;
  readonly onDry: 'stop' | 'start-again';
  /** What one seal takes from the pool. */
  readonly sealBits: number;
  readonly rounds: readonly RoundView[];
  /** Those that this observer knows of. */
  readonly events: readonly LifecycleEvent[];
}

export function lifeSeenBy({ config, rounds }: LifecycleRun, observer: Observer): LifeView {
  const { lifecycle, authentication } = config;
  const see = (record: RoundRecord, before: RoundRecord | null): RoundView => {
    switch (observer) {
      case 'everyone':
        return asEveryone(record, config);
      case 'eve':
        return asEve(record, config);
      default:
        return asEnd(record, before, observer, config);
    }
  };
  return {
    observer,
    anchor: authentication.trustAnchor,
    poolTarget: lifecycle.poolTarget,
    reserveBits: lifecycle.reserveBits,
    onDry: lifecycle.onDry,
    sealBits: authentication.tagBits ?? SIGNED_ROUNDS_SEAL_BITS,
    rounds: rounds.map((record, i) => see(record, rounds[i - 1] ?? null)),
    events: observer === 'alice' || observer === 'bob' ? [] : lifecycle.events,
  };
}

/** Signatures give way to full tags once a pool is there. */
const SIGNED_ROUNDS_SEAL_BITS = 128;

function asEveryone(record: RoundRecord, config: RunConfig): RoundView {
  const { pools, eveHoldsPool } = record;
  return {
    ...whatWasPublic(record, config),
    key: record.key,
    verdict: record.verdict,
    stoppedBy: record.stoppedBy,
    spent: record.spent,
    earned: record.earned,
    pools: {
      alice: { bits: pools.alice, heldByEve: eveHoldsPool },
      bob: { bits: pools.bob, heldByEve: eveHoldsPool },
    },
    inStep: record.inStep,
    eveActs: record.eveActs,
    jammed: record.jammed,
  };
}

/**
 * She reads every letter: who stopped, and how many seals they took. Bits of a key or a pool she knows
 * only where they are hers.
 */
function asEve(record: RoundRecord, config: RunConfig): RoundView {
  const hers = record.key === 'known-to-eve';
  const held = record.eveHoldsPool;
  const level = (as: End) => (held ? { bits: record.pools[as], heldByEve: true } : null);
  return {
    ...whatWasPublic(record, config),
    key: hers ? 'known-to-eve' : record.key === 'secret' ? 'not-hers' : 'never-made',
    verdict: hers ? 'fooled' : 'no-key-for-me',
    stoppedBy: record.stoppedBy,
    spent: record.spent,
    earned: hers || record.key === 'never-made' ? record.earned : null,
    pools: { alice: level('alice'), bob: level('bob') },
    inStep: held ? record.inStep : null,
    eveActs: record.eveActs,
    jammed: record.jammed,
  };
}

function asEnd(
  record: RoundRecord,
  before: RoundRecord | null,
  own: End,
  config: RunConfig,
): RoundView {
  const other = own === 'alice' ? 'bob' : 'alice';
  const key = record.keys[own];
  const made = key !== null;
  // Whatever ends on Eve's other link is silence on this one.
  const behindEve =
    record.eveActs && config.eve.attack === 'man-in-the-middle' && record.stoppedBy !== own;
  const level = { bits: record.pools[own], heldByEve: false };
  return {
    ...whatWasPublic(record, config),
    key: made ? 'made' : 'never-made',
    verdict: made ? 'key' : verdictOfStop(record, behindEve),
    stoppedBy: made || behindEve ? null : record.stoppedBy === 'eve' ? other : record.stoppedBy,
    spent: ownSpending(record, before, own),
    earned: key ?? 0,
    pools: {
      alice: own === 'alice' ? level : null,
      bob: own === 'bob' ? level : null,
    },
    inStep: null,
    eveActs: null,
    jammed: null,
  };
}

function verdictOfStop({ verdict }: RoundRecord, behindEve: boolean): RoundView['verdict'] {
  // The other end was fooled; this one saw a seal that did not fit.
  if (verdict === 'fooled' || verdict === 'key') return 'stopped-seal';
  return behindEve ? 'silence' : verdict;
}

/** The record holds the larger bill; after a round without a key the levels tell each end's own. */
function ownSpending(record: RoundRecord, before: RoundRecord | null, own: End): number {
  if (record.sealedBy === 'anchor' || record.earned > 0 || before === null) return record.spent;
  return before.pools[own] - record.pools[own];
}

function whatWasPublic({ round, sealedBy, spent, earned, qber }: RoundRecord, config: RunConfig) {
  const sealed = config.authentication.method !== 'none';
  return {
    round,
    sealedBy,
    idle: sealed && sealedBy === 'pool' && spent === 0 && earned === 0,
    qber,
  };
}
