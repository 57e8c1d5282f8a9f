/**
 * Many sessions in a row. The start-up (round 0) is sealed by the trust anchor; every later round is
 * sealed from a pool that earlier rounds filled. Each round is a session really executed, with light of
 * its own; nothing here decides an outcome.
 * Sources: Stebila, Mosca & Lütkenhaus, QuantumComm 2009; Müller-Quade & Renner, New J. Phys. 11 (2009).
 */
import type { ActorId } from '../actors.ts';
import type { RunConfig } from '../config.ts';
import { runSession, type Session, type Surroundings } from '../execute.ts';
import type { Sealing } from '../link/sealing.ts';
import type { Verdict } from '../receipt.ts';
import type { LifecycleRun, RoundRecord } from '../run.ts';
import type { Party, PublicKeyAnchor, Registered, TrustTerms } from '../trust/contract.ts';
import type { TrustKit } from '../trust/kit.ts';
import { type Glimpse, holdsNext, keyOf, noGlimpse, seeAll, seeSince } from './glimpse.ts';
import {
  beginPool,
  burn,
  catchUp,
  commonLevel,
  DIRECTIONS,
  inStep,
  leastFor,
  leftOf,
  levelOf,
  type Pool,
  roundKey,
  topUp,
} from './pool.ts';
import { openReceipt } from './receipt.ts';
import { type Circumstances, circumstancesAt, fromPool, roundConfig } from './round.ts';

interface State {
  pools: Record<Party, Pool> | null;
  /** What Eve holds of each end's pool. */
  eve: Record<Party, Glimpse>;
}

export function runLifecycle(config: RunConfig, surroundings: Surroundings = {}): LifecycleRun {
  const state: State = { pools: null, eve: nothing() };
  const rounds: RoundRecord[] = [];
  const totals = openReceipt(config);
  const { lifecycle, exchange } = config;
  const pulses = (lifecycle.rounds + 1) * exchange.photons;
  const kit = surroundings.kit ? registeredOnce(surroundings.kit, config) : null;
  for (let round = 0; round <= lifecycle.rounds; round++) {
    const now = circumstancesAt(config, round);
    if (now.readOut) readOut(state);
    if (!now.eve && state.pools) catchUp(state.pools.alice, state.pools.bob);
    const started = needsStart(state, config);
    if (started && round > 0 && lifecycle.onDry === 'stop') {
      rounds.push(idleRound(round, state, config, now));
      totals.idle();
      continue;
    }
    const { pools } = state;
    const discarded = started && pools ? Math.max(levelOf(pools.alice), levelOf(pools.bob)) : 0;
    const session = executeRound({ config, round, state, started, kit });
    rounds.push(settle({ config, round, now, state, started, session }));
    totals.add(session.run.receipt, { discarded, readOut: now.readOut });
    surroundings.onProgress?.({ pulsesDone: (round + 1) * exchange.photons, pulses, step: 5 });
  }
  const pool = rounds.at(-1)?.pool ?? 0;
  return { config, rounds, receipt: totals.close(rounds.map(receiptRound), pool) };
}

function receiptRound({ round, verdict, key, sealedBy, spent, earned, pool }: RoundRecord) {
  return { round, verdict, key, sealedBy, spent, earned, pool };
}

function nothing(): State['eve'] {
  return { alice: noGlimpse(), bob: noGlimpse() };
}

function levelBetween({ alice, bob }: Record<Party, Pool>): number {
  return commonLevel(alice, bob);
}

/** Nothing to seal with is dry, however much the other direction has left. */
function needsStart({ pools }: State, { lifecycle, authentication }: RunConfig): boolean {
  if (pools === null) return true;
  if (authentication.method === 'none') return false;
  const ends = [pools.alice, pools.bob];
  if (Math.min(...ends.map(levelOf)) <= lifecycle.reserveBits) return true;
  const least = leastFor(fromPool(authentication));
  return ends.some((pool) => DIRECTIONS.some((way) => leftOf(pool, way) < least));
}

interface Round {
  readonly config: RunConfig;
  readonly round: number;
  readonly now: Circumstances;
  readonly state: State;
  readonly started: boolean;
}

/** Who is who stays so: a link that starts again shows the certificates or endorsements it had. */
function registeredOnce(kit: TrustKit, { seed }: RunConfig): TrustKit {
  const once = (anchor: PublicKeyAnchor): PublicKeyAnchor => {
    const made = new Map<TrustTerms['broken'], Registered>();
    return {
      register(terms) {
        const known = made.get(terms.broken) ?? anchor.register({ ...terms, seed });
        made.set(terms.broken, known);
        return known;
      },
    };
  };
  const { pki, 'web-of-trust': web } = kit.anchors;
  return { ...kit, anchors: { pki: once(pki), 'web-of-trust': once(web) } };
}

function executeRound({
  config,
  round,
  state,
  started,
  kit,
}: Omit<Round, 'now'> & { readonly kit: TrustKit | null }): Session {
  const session = roundConfig(config, round, started ? 'anchor' : 'pool');
  if (started) {
    state.pools = null;
    state.eve = nothing();
    return runSession(session, { kit, byBound: true });
  }
  return runSession(session, { kit, byBound: true, sealing: poolSealing(session, state) });
}

function poolSealing({ authentication }: RunConfig, { pools, eve }: State): Sealing {
  return {
    keyFor(link, as, actor) {
      if (pools === null) return null;
      if (actor !== 'eve') return roundKey(pools[as], authentication);
      // On her link with Alice she uses what she holds of Alice's pool, and likewise with Bob.
      const other = link === 0 ? 'alice' : 'bob';
      return keyOf(eve[other], pools[other], authentication);
    },
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
  const earned = (keys.bob ?? keys.alice)?.length ?? 0;
  const known = keys.eve.length > 0;
  const hers = (as: Party) =>
    known && (near === far || keys.eve.some(({ sharedWith }) => sharedWith === as));
  let spent = run.receipt.seals.keyBitsSpent;
  if (started) {
    const begun = (as: Party) => beginPool(keys[as], fromPool(config.authentication), target);
    // An end without a first key has an empty pool, and waits for another start.
    state.pools = { alice: begun('alice'), bob: begun('bob') };
    for (const as of DIRECTIONS) if (hers(as)) seeAll(state.eve[as], state.pools[as]);
  } else if (state.pools) {
    const { pools } = state;
    const before = levelBetween(pools);
    burn(pools.alice, authentication, 'alice', near.ends.alice.main.used);
    burn(pools.bob, authentication, 'bob', far.ends.bob.main.used);
    spent = before - levelBetween(pools);
    for (const as of DIRECTIONS) {
      const key = keys[as];
      if (key === null) continue;
      const { alice, bob } = pools[as].streams;
      const lengths = { alice: alice.length, bob: bob.length };
      topUp(pools[as], key, target);
      if (hers(as)) seeSince(state.eve[as], pools[as], lengths);
    }
  }
  if (now.readOut) readOut(state);
  const madeKey = earned > 0;
  const exposed = known || (madeKey && now.readOut);
  const verdict: Verdict = exposed ? 'fooled' : run.receipt.verdict;
  return record(round, state, config, now, {
    verdict,
    key: !madeKey ? 'never-made' : exposed ? 'known-to-eve' : 'secret',
    sealedBy: started ? 'anchor' : 'pool',
    spent,
    earned,
    keys: { alice: keys.alice?.length ?? null, bob: keys.bob?.length ?? null },
    qber: run.receipt.qber.estimated,
    stoppedBy: run.stop?.by ?? null,
  });
}

/** All that the boxes hold now. */
function readOut({ pools, eve }: State): void {
  if (!pools) return;
  for (const as of DIRECTIONS) seeAll(eve[as], pools[as]);
}

type Outcome = Pick<
  RoundRecord,
  'verdict' | 'key' | 'keys' | 'sealedBy' | 'spent' | 'earned' | 'qber' | 'stoppedBy'
>;

function record(
  round: number,
  { pools, eve }: State,
  { authentication }: RunConfig,
  now: Circumstances,
  outcome: Outcome,
): RoundRecord {
  return {
    round,
    ...outcome,
    pool: pools ? levelBetween(pools) : 0,
    pools: { alice: pools ? levelOf(pools.alice) : 0, bob: pools ? levelOf(pools.bob) : 0 },
    inStep: pools === null || inStep(pools.alice, pools.bob),
    eveHoldsPool:
      pools !== null &&
      DIRECTIONS.some((as) => holdsNext(eve[as], pools[as], fromPool(authentication))),
    eveActs: now.eve,
    jammed: now.jammed,
  };
}

/** The pool is dry and the ends do not start again. */
function idleRound(
  round: number,
  state: State,
  config: RunConfig,
  now: Circumstances,
): RoundRecord {
  return record(round, state, config, now, {
    verdict: 'stopped-short',
    key: 'never-made',
    sealedBy: 'pool',
    spent: 0,
    earned: 0,
    keys: { alice: null, bob: null },
    qber: null,
    stoppedBy: 'alice' satisfies ActorId,
  });
}
