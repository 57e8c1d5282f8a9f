/**
 * Where letters are: at rest with the addressee, or sliding there while their event is under way.
 * Spaces: *instant* → share of the slide (0…1, eased) → stage units.
 */
import type { KnowledgeView, LetterView } from '../../scenarios/knowledge/view.ts';
import type { StageSpeed } from './flights.ts';
import type { Point, StageLayout } from './layouts/places.ts';
import { lastRound, type RoundCard } from './rounds.ts';

/** What lies on the line: a letter, or one half of a round trip of Correct. */
export type Posted = LetterView | RoundCard;

export type Half = 'near' | 'far';

/** Slots that a slide takes: 320 ms at one a second, the whole slot at ten; null: letters do not slide. */
const SLIDES: Readonly<Record<StageSpeed, number | null>> = {
  '1': 0.32,
  '10': 1,
  '1k': null,
  '1M': null,
};
/** Slots in which the seal is stamped: 180 ms at one a second. */
const STAMPS = 0.18;

/** The half of the line in which a letter comes to rest. With Eve in the middle each link has its half. */
export function halfOf(letter: Posted, twoLinks: boolean): Half {
  if (twoLinks) return letter.link === 0 ? 'near' : 'far';
  return letter.claimedFrom === 'alice' ? 'far' : 'near';
}

/**
 * The last letter in each half; on two links the last of either direction, else the last of each. The
 * letter that was refused stays: it is why the run ends, and what is said after it only says so.
 */
export function lettersAtRest(view: KnowledgeView): Readonly<Record<Half, Posted | null>> {
  const rest: Record<Half, Posted | null> = { near: null, far: null };
  const put = (posted: Posted) => {
    const half = halfOf(posted, view.twoLinks);
    if (rest[half]?.seal !== 'broken' || posted.seal === 'broken') rest[half] = posted;
  };
  view.letters.forEach(put);
  for (const link of view.twoLinks ? ([0, 1] as const) : ([0] as const)) {
    lastRound(view, link).forEach(put);
  }
  return rest;
}

/** The two ends of a letter's way. It starts behind its writer's panel. */
export function wayOf(
  letter: Posted,
  twoLinks: boolean,
  { hidden, rest }: StageLayout,
): { readonly from: Point; readonly to: Point } {
  const to = rest[halfOf(letter, twoLinks)];
  if (!twoLinks) return { from: letter.claimedFrom === 'alice' ? hidden.alice : hidden.bob, to };
  // On two links a letter stays within its half: it comes from Eve or goes to her.
  if (letter.link === 0) return { from: letter.to === 'alice' ? hidden.eveNear : hidden.alice, to };
  return { from: letter.to === 'bob' ? hidden.eveFar : hidden.bob, to };
}

export interface PlacedLetter extends Point {
  readonly opacity: number;
  /** Size of the seal: 1.15 when it is set on, then 1. */
  readonly stamp: number;
}

/** Where the letter that is under way is; null when it is not drawn, as at rest or at high speed. */
export function placeSliding(
  letter: Posted,
  {
    now,
    speed,
    twoLinks,
    layout,
  }: { now: number; speed: StageSpeed; twoLinks: boolean; layout: StageLayout },
): PlacedLetter | null {
  const slots = SLIDES[speed];
  const since = now - letter.at;
  if (slots === null || since <= 0) return null;
  const { from, to } = wayOf(letter, twoLinks, layout);
  const eased = 1 - (1 - Math.min(1, since / slots)) ** 3;
  return {
    x: from.x + (to.x - from.x) * eased,
    y: from.y + (to.y - from.y) * eased,
    opacity: Math.min(1, eased * 4),
    stamp: 1 + 0.15 * (1 - Math.min(1, since / STAMPS)),
  };
}

/** How much of the resting letter is still seen while its successor arrives. */
export function yieldingOpacity(arriving: PlacedLetter | null, rest: Point): number {
  if (!arriving) return 1;
  const away = Math.hypot(arriving.x - rest.x, arriving.y - rest.y);
  return Math.min(1, Math.max(0, (away - 40) / 80));
}
