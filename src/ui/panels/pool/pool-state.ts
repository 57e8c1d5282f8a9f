/** What can be said of the pools after a round, from the rounds themselves. */
import type { LifeView, RoundView } from '../../../scenarios/knowledge/life-view.ts';

export type PoolState =
  | 'unknown'
  | 'out-of-step'
  | 'eves'
  | 'read'
  | 'empty'
  | 'reserve'
  | 'low'
  | 'falling'
  | 'filling'
  | 'full';

/** The lower of the levels that this observer knows, bits; null if it knows none. */
export function levelOf({ pools: { alice, bob } }: RoundView): number | null {
  const known = [alice, bob].flatMap((pool) => (pool === null ? [] : [pool.bits]));
  return known.length === 0 ? null : Math.min(...known);
}

/**
 * Bits that seals took and that the rounds earned, all rounds together; null if the observer does not
 * know one of them: a part of the rounds has another share than all.
 */
export function seenShare(
  rounds: readonly Pick<RoundView, 'spent' | 'earned'>[],
): { readonly spent: number; readonly earned: number } | null {
  let total = { spent: 0, earned: 0 };
  for (const { spent, earned } of rounds) {
    if (spent === null || earned === null) return null;
    total = { spent: total.spent + spent, earned: total.earned + earned };
  }
  return total;
}

export function poolState(
  { rounds, poolTarget, reserveBits }: Pick<LifeView, 'rounds' | 'poolTarget' | 'reserveBits'>,
  at: number,
): PoolState {
  const now = rounds[at]!;
  const level = levelOf(now);
  if (level === null) return 'unknown';
  const { alice, bob } = now.pools;
  if (now.inStep === false && now.eveActs === false) return 'out-of-step';
  if ((alice ?? bob)?.heldByEve) return now.eveActs ? 'eves' : 'read';
  if (level === 0) return 'empty';
  if (level <= reserveBits) return 'reserve';
  const before = rounds[at - 1];
  const change = before === undefined ? null : level - (levelOf(before) ?? level);
  if (change !== null && change < 0) {
    return level <= reserveBits + (poolTarget - reserveBits) * LOW ? 'low' : 'falling';
  }
  // Bits come in pairs, one for each direction: an odd target is never met exactly.
  return level >= poolTarget - 1 ? 'full' : 'filling';
}

/** Part of what lies above the reserve from which on the pool is called low. */
const LOW = 1 / 3;

export type Forecast =
  | { readonly kind: 'dry'; readonly attempts: number }
  | { readonly kind: 'dry-now' }
  | { readonly kind: 'steady' }
  | { readonly kind: 'unknown' };

/** How many more attempts like the last one bring the pool down to its reserve. */
export function forecastOf(
  { rounds, reserveBits }: Pick<LifeView, 'rounds' | 'reserveBits'>,
  at: number,
): Forecast {
  const before = rounds[at - 1];
  const level = levelOf(rounds[at]!);
  if (level === null) return { kind: 'unknown' };
  if (level <= reserveBits) return { kind: 'dry-now' };
  const fall = before === undefined ? 0 : (levelOf(before) ?? level) - level;
  if (fall <= 0) return { kind: 'steady' };
  return { kind: 'dry', attempts: Math.ceil((level - reserveBits) / fall) };
}
