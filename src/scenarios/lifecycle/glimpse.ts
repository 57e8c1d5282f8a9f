/**
 * What Eve holds of an end's pool: pieces that she read out of the box, or that a session of hers with
 * that end put there. Where masks have got to she knows anyway, since letters name them.
 */
import type { RunConfig } from '../config.ts';
import type { Party } from '../trust/contract.ts';
import type { SealingKey } from '../trust/pre-shared-key.ts';
import { DIRECTIONS, leastFor, type Pool, roundKey } from './pool.ts';

export interface Glimpse {
  hash: boolean;
  /** Ranges [from, to) of each stream that she holds, ascending. */
  readonly pieces: Readonly<Record<Party, [from: number, to: number][]>>;
}

export function noGlimpse(): Glimpse {
  return { hash: false, pieces: { alice: [], bob: [] } };
}

/** She holds all that the pool holds now. */
export function seeAll(glimpse: Glimpse, { streams, cursor }: Pool): void {
  glimpse.hash = true;
  for (const way of DIRECTIONS) add(glimpse, way, cursor[way], streams[way].length);
}

/** She holds what came to the pool after it was so long. */
export function seeSince(
  glimpse: Glimpse,
  { streams }: Pool,
  before: Readonly<Record<Party, number>>,
): void {
  for (const way of DIRECTIONS) add(glimpse, way, before[way], streams[way].length);
}

function add({ pieces }: Glimpse, way: Party, from: number, to: number): void {
  if (from >= to) return;
  const list = pieces[way];
  const last = list.at(-1);
  if (last === undefined || from > last[1]) list.push([from, to]);
  else {
    last[0] = Math.min(last[0], from);
    last[1] = Math.max(last[1], to);
  }
}

/** The sealing key she can make of it; null: none, she can only guess. */
export function keyOf(
  { hash, pieces }: Glimpse,
  pool: Pool,
  authentication: RunConfig['authentication'],
): SealingKey | null {
  if (authentication.method === 'wegman-carter' && !hash) return null;
  return roundKey(pool, authentication, (way, from, to) =>
    pieces[way].some((piece) => piece[0] <= from && to <= piece[1]),
  );
}

/** Whether she could make the next seal of either direction. */
export function holdsNext(
  glimpse: Glimpse,
  pool: Pool,
  authentication: RunConfig['authentication'],
): boolean {
  if (authentication.method === 'wegman-carter' && !glimpse.hash) return false;
  const least = leastFor(authentication);
  return DIRECTIONS.every((way) => {
    const from = pool.cursor[way];
    return glimpse.pieces[way].some((piece) => piece[0] <= from && from + least <= piece[1]);
  });
}
