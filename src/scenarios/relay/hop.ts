/** One hop, executed; of its session only what the chain needs is kept. */
import type { Bits } from '../../core/bits/bits.ts';
import type { RunConfig } from '../config.ts';
import { runSession, type Session, type Surroundings } from '../execute.ts';
import type { Knowledge } from '../link/eve-knows.ts';
import type { TalkLink } from '../link/talk.ts';
import { part } from '../link/use.ts';
import type { Receipt, Verdict } from '../receipt.ts';
import { comparedOn } from '../receipt-of.ts';
import type { Compared } from '../receipt-sums.ts';
import { hopConfig } from './hop-config.ts';
import { type Line, lineOf } from './line.ts';

export interface Hop {
  readonly config: RunConfig;
  readonly receipt: Receipt;
  readonly compared: Compared;
  /** Of the session's longest letter under one seal. */
  readonly longestSealed: number;
  /** null unless its far end holds a key: then nothing can be handed on. */
  readonly held: Held | null;
  /** Why it is null; how the hop ended, otherwise. */
  readonly verdict: Verdict;
  /** Bits of its key once the seals have got back what they took. */
  readonly unused: number;
}

export interface Held {
  /** What is left at each end once the seals have got back what they took; null where Eve fooled the far end alone. */
  readonly near: Bits | null;
  readonly far: Bits;
  /** The same bits in Eve's hands; null: she holds no whole key of that end. */
  readonly eve: { readonly near: Bits | null; readonly far: Bits | null };
  readonly knownToEve: Knowledge;
  readonly line: Line;
}

export function executeHop(config: RunConfig, hop: number, surroundings: Surroundings): Hop {
  const own = hopConfig(config, hop);
  const session = runSession(own, surroundings);
  const { talk, run } = session;
  const held = heldIn(own, session);
  const stops = talk.links.flatMap(({ stop }) => stop ?? []).sort((a, b) => a.at - b.at);
  const near = session.keys.alice && unused(session.keys.alice, talk.links[0]!);
  return {
    config: own,
    receipt: run.receipt,
    compared: comparedOn(talk.links),
    longestSealed: talk.longestSealed,
    held,
    // Eve may have fooled the near end alone; the far one stopped.
    verdict: held === null ? (stops[0]?.verdict ?? run.receipt.verdict) : run.receipt.verdict,
    unused: (held?.far ?? near)?.length ?? 0,
  };
}

function heldIn(config: RunConfig, { talk, keys }: Session): Held | null {
  const first = talk.links[0]!;
  const last = talk.links.at(-1)!;
  if (keys.bob === null) return null;
  const hers = (end: 'alice' | 'bob', link: TalkLink) => {
    // With one link there is one key, and what she holds of it she holds of both ends.
    const held = keys.eve.find(({ sharedWith }) => first === last || sharedWith === end);
    return held ? unused(held.bits, link) : null;
  };
  return {
    near: keys.alice && unused(keys.alice, first),
    far: unused(keys.bob, last),
    eve: { near: hers('alice', first), far: hers('bob', last) },
    knownToEve: keys.knownToEve,
    line: lineOf(config, last),
  };
}

function unused(key: Bits, { use }: TalkLink): Bits {
  return part(key, use?.refilled ?? 0, key.length);
}
