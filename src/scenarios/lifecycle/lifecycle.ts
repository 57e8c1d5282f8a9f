/**
 * Many sessions in a row. The start-up (round 0) is sealed by the trust anchor; every later round is
 * sealed from a pool that earlier rounds filled. Each round is a session really executed, with light of
 * its own; nothing here decides an outcome.
 * Sources: Stebila, Mosca & Lütkenhaus, QuantumComm 2009; Müller-Quade & Renner, New J. Phys. 11 (2009).
 */
import { bytesAt, openStream, runKey } from '../../core/random/streams.ts';
import type { ActorId } from '../actors.ts';
import type { RunConfig } from '../config.ts';
import { runSession, type Session, type Surroundings } from '../execute.ts';
import type { Sealing } from '../link/sealing.ts';
import type { Verdict } from '../receipt.ts';
import { openReceiptOf } from '../receipt-of.ts';
import type { LifecycleRun, RoundRecord } from '../run.ts';
import type { Party } from '../trust/contract.ts';
import type { SealingKey } from '../trust/pre-shared-key.ts';
import {
  beginPool,
  burn,
  catchUp,
  copyOf,
  inStep,
  levelOf,
  type Pool,
  roundKey,
  topUp,
} from './pool.ts';
import { type Circumstances, circumstancesAt, fromPool, roundConfig } from './round.ts';

interface State {
  pools: Record<Party, Pool> | null;
  /** What Eve holds of each end's pool. */
  eve: Record<Party, Pool | null>;
  /** Start-ups so far. */
  starts: number;
}

export function runLifecycle(config: RunConfig, surroundings: Surroundings = {}): LifecycleRun {
  const state: State = { pools: null, eve: { alice: null, bob: null }, starts: 0 };
  const rounds: RoundRecord[] = [];
  const totals = openReceiptOf(config);
  const { lifecycle, exchange } = config;
  const pulses = (lifecycle.rounds + 1) * exchange.photons;
  for (let round = 0; round <= lifecycle.rounds; round++) {
    const now = circumstancesAt(config, round);
    if (now.readOut) readOut(state);
    const started = needsStart(state, config);
    if (started && round > 0 && lifecycle.onDry === 'stop') {
      rounds.push(idleRound(round, state, now));
      continue;
    }
    const session = executeRound({ config, round, now, state, started, surroundings });
    rounds.push(settle({ config, round, now, state, started, session }));
    totals.add(session.run.receipt);
    surroundings.onProgress?.({ pulsesDone: (round + 1) * exchange.photons, pulses, step: 5 });
  }
  const pool = rounds.at(-1)?.pool ?? 0;
  return { config, rounds, receipt: totals.close(rounds.map(receiptRound), pool) };
}

function receiptRound({ round, verdict, key, sealedBy, spent, earned, pool }: RoundRecord) {
  return { round, verdict, key, sealedBy, spent, earned, pool };
}

function needsStart({ pools }: State, { lifecycle, authentication }: RunConfig): boolean {
  if (pools === null) return true;
  if (authentication.method === 'none') return false;
  return Math.min(levelOf(pools.alice), levelOf(pools.bob)) <= lifecycle.reserveBits;
}

interface Round {
  readonly config: RunConfig;
  readonly round: number;
  readonly now: Circumstances;
  readonly state: State;
  readonly started: boolean;
}

function executeRound({
  config,
  round,
  now,
  state,
  started,
  surroundings,
}: Round & { readonly surroundings: Surroundings }): Session {
  const session = roundConfig(config, round, started ? 'anchor' : 'pool');
  const { kit = null } = surroundings;
  if (started) {
    state.starts++;
    state.pools = null;
    state.eve = { alice: null, bob: null };
    return runSession(session, { kit, byBound: true });
  }
  const pools = state.pools!;
  if (!now.eve) catchUp(pools.alice, pools.bob);
  return runSession(session, { kit, byBound: true, sealing: poolSealing(session, state) });
}

function poolSealing({ seed, authentication }: RunConfig, { pools, eve }: State): Sealing {
  const own = (as: Party) => pools && roundKey(pools[as], authentication);
  const keys = { alice: own('alice'), bob: own('bob') };
  return {
    keyFor(link, as, actor) {
      if (actor !== 'eve') return keys[as] ?? dry(authentication);
      // On her link with Alice she uses what she holds of Alice's pool, and likewise with Bob.
      const held = eve[link === 0 ? 'alice' : 'bob'];
      const key = held && roundKey(held, authentication);
      return key && guessing(key, seed, as);
    },
  };
}

/** An end whose pool no longer gives a key: it can neither seal nor check. */
function dry(authentication: RunConfig['authentication']): SealingKey {
  return {
    bits: 0,
    upFront: 0,
    perSeal: authentication.tagBits ?? 128,
    hash: new Uint8Array(16),
    second: new Uint8Array(16),
    hmac: new Uint8Array(32),
    mask: () => null,
    masks: () => 0,
  };
}

/** Where what she holds ends, Eve guesses masks. */
function guessing(key: SealingKey, seed: RunConfig['seed'], as: Party): SealingKey {
  const coins = openStream(runKey(seed), `eve.as-${as}/guessed-mask`);
  const length = Math.ceil(key.perSeal / 8);
  return {
    ...key,
    mask: (way, n) => key.mask(way, n) ?? bytesAt(coins, n, length),
    masks: () => Number.POSITIVE_INFINITY,
  };
}

/** What the round leaves behind: pools, what Eve holds of them, and the entry of the record. */
function settle({
  config,
  round,
  now,
  state,
  started,
  session,
}: Round & { readonly session: Session }) {
  const { run, talk, keys } = session;
  const { authentication } = run.config;
  const target = config.lifecycle.poolTarget;
  const near = talk.links[0]!;
  const far = talk.links.at(-1)!;
  const accepted = { alice: keys.alice, bob: keys.bob };
  const earned = (keys.alice ?? keys.bob)?.length ?? 0;
  let spent = run.receipt.seals.keyBitsSpent;
  if (started) {
    const begun = (as: Party) => {
      const key = accepted[as];
      return key && beginPool(key, fromPool(config.authentication), target);
    };
    const alice = begun('alice');
    const bob = begun('bob');
    // An end without a first key has an empty pool, and waits for another start.
    const empty: Pool = {
      hash: new Uint8Array(32),
      streams: { alice: [], bob: [] },
      cursor: { alice: 0, bob: 0 },
    };
    state.pools =
      alice || bob ? { alice: alice ?? copyOf(empty), bob: bob ?? copyOf(empty) } : null;
  } else if (state.pools) {
    const { pools } = state;
    const burnt = {
      alice: burn(pools.alice, authentication, 'alice', near.ends.alice.main.used),
      bob: burn(pools.bob, authentication, 'bob', far.ends.bob.main.used),
    };
    spent = Math.max(burnt.alice, burnt.bob);
    burnEve(state, session);
    if (accepted.alice) topUp(pools.alice, accepted.alice, target);
    if (accepted.bob) topUp(pools.bob, accepted.bob, target);
  }
  const known = keys.eve.length > 0;
  if (known && state.pools) {
    for (const { sharedWith } of keys.eve) state.eve[sharedWith] = copyOf(state.pools[sharedWith]);
  }
  if (now.readOut) readOut(state);
  const madeKey = earned > 0;
  const exposed = known || (madeKey && now.readOut);
  const verdict: Verdict = exposed ? 'fooled' : run.receipt.verdict;
  return record(round, state, now, {
    verdict,
    key: !madeKey ? 'never-made' : exposed ? 'known-to-eve' : 'secret',
    sealedBy: started ? 'anchor' : 'pool',
    spent,
    earned,
    qber: run.receipt.qber.estimated,
    stoppedBy: run.stop?.by ?? null,
  });
}

/** Eve's copies move on with the ends she spoke to. */
function burnEve({ eve }: State, { talk, run }: Session): void {
  if (talk.links.length === 1) return;
  const { authentication } = run.config;
  const ways = [
    ['alice', talk.links[0]!.ends.alice],
    ['bob', talk.links.at(-1)!.ends.bob],
  ] as const;
  for (const [as, end] of ways) {
    const held = eve[as];
    if (held) burn(held, authentication, as, end.main.used);
  }
}

/** All that the boxes hold now. */
function readOut(state: State): void {
  if (!state.pools) return;
  state.eve = { alice: copyOf(state.pools.alice), bob: copyOf(state.pools.bob) };
}

type Outcome = Pick<
  RoundRecord,
  'verdict' | 'key' | 'sealedBy' | 'spent' | 'earned' | 'qber' | 'stoppedBy'
>;

function record(round: number, state: State, now: Circumstances, outcome: Outcome): RoundRecord {
  const { pools, eve } = state;
  const levels = {
    alice: pools ? levelOf(pools.alice) : 0,
    bob: pools ? levelOf(pools.bob) : 0,
  };
  return {
    round,
    ...outcome,
    pool: Math.min(levels.alice, levels.bob),
    pools: levels,
    inStep: pools === null || inStep(pools.alice, pools.bob),
    eveHoldsPool: eve.alice !== null || eve.bob !== null,
    eveActs: now.eve,
    jammed: now.jammed,
  };
}

/** The pool is dry and the ends do not start again. */
function idleRound(round: number, state: State, now: Circumstances): RoundRecord {
  return record(round, state, now, {
    verdict: 'stopped-short',
    key: 'never-made',
    sealedBy: 'pool',
    spent: 0,
    earned: 0,
    qber: null,
    stoppedBy: 'alice' satisfies ActorId,
  });
}
