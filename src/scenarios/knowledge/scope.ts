/** Who asks, of which run, and when: what every part of a view is computed from. */
import type { Observer } from '../actors.ts';
import type { Instant, Run } from '../run.ts';
import { type Facts, ownLink } from './facts.ts';
import type { LinkReplay } from './replay.ts';

export interface Scope {
  readonly run: Run;
  readonly facts: Facts;
  readonly observer: Observer;
  readonly now: Instant;
  readonly pulsesSent: number;
}

export function linkOf({ links }: Facts, link: 0 | 1): LinkReplay {
  return links[Math.min(link, links.length - 1)]!;
}

/** The link that an answer is about: an end's own, whichever it asks for. */
export function linkAsked({ facts, observer }: Scope, link: 0 | 1): 0 | 1 {
  const last = (facts.links.length - 1) as 0 | 1;
  const there = Math.min(link, last) as 0 | 1;
  return observer === 'everyone' ? there : ownLink(facts, observer, there);
}
