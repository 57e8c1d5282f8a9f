/** What the arrow keys go through on the stage: actors, photons on their way, letters at rest. */
import type { SayWords } from '../../content/words/use-words.ts';
import type { ActorId } from '../../scenarios/actors.ts';
import type { KnowledgeView } from '../../scenarios/knowledge/view.ts';
import type { Rect, StageLayout } from './layouts/places.ts';
import { letterText, roundText } from './letter-text.ts';
import { describePhoton } from './narrate.ts';
import { lettersAtRest, type Posted } from './post.ts';
import { eveRole, isWorried } from './reading.ts';
import { type Leg, placeLeg } from './scene.ts';

export interface StageItem {
  readonly key: string;
  readonly text: string;
  readonly box: Rect;
  readonly pulse: number | null;
}

/** In the order of travel: Alice, her photons and letters, Eve, then Bob. */
export function stageItems(
  view: KnowledgeView,
  {
    legs,
    now,
    layout,
    say,
  }: { legs: readonly Leg[]; now: number; layout: StageLayout; say: SayWords },
): StageItem[] {
  const role = eveRole(view);
  const rest = lettersAtRest(view);
  const seesLetters = view.sight('letters') !== 'none';
  const items: StageItem[] = [actorItem('alice', view, layout, say)];
  for (const leg of legs) {
    const { x, y, opacity } = placeLeg(leg, now, layout);
    if (opacity === 0) continue;
    const r = layout.ringRadius + 4;
    const { pulse } = leg.flight;
    const { key, values } = describePhoton(view, pulse);
    items.push({
      key: `photon-${leg.key}`,
      text: say(key, values),
      box: { x: x - r, y: y - r, width: 2 * r, height: 2 * r },
      pulse,
    });
  }
  if (role !== 'absent') items.push(actorItem('eve', view, layout, say));
  for (const half of ['near', 'far'] as const) {
    const letter = rest[half];
    if (!letter || !seesLetters) continue;
    const { width, height } = layout.letter;
    const { x, y } = layout.rest[half];
    items.push({
      key: `letter-${half}`,
      text: letterSentence(letter, view.twoLinks, say),
      box: { x: x - width / 2, y: y - height / 2, width, height },
      pulse: null,
    });
  }
  items.push(actorItem('bob', view, layout, say));
  return items;
}

function actorItem(
  actor: ActorId,
  view: KnowledgeView,
  layout: StageLayout,
  say: SayWords,
): StageItem {
  const parts: string[] = [];
  if (actor === 'eve') {
    if (view.twoLinks) parts.push(say('stage.item.middle'));
  } else {
    const bits = view.pool(actor);
    if (bits !== null) parts.push(say('stage.item.pool', { bits }));
    if (isWorried(view, actor)) parts.push(say('stage.stops', { actor }));
  }
  return {
    key: actor,
    text: say('stage.item.actor', { actor, about: parts.join(' ') }).trim(),
    box: actor === 'eve' && view.twoLinks ? layout.eve.gateBox : layout[actor].box,
    pulse: null,
  };
}

const SEALS = {
  none: 'none',
  sealed: 'sealed',
  fits: 'fits',
  'fits-wrongly': 'wrongly',
  broken: 'broken',
} as const;

function letterSentence(letter: Posted, twoLinks: boolean, say: SayWords): string {
  const whole = { twoLinks: false, width: Number.POSITIVE_INFINITY, say } as const;
  const { title, about } =
    'spoken' in letter
      ? roundText(letter, { ...whole, counted: false })
      : letterText(letter, whole);
  const written = twoLinks || letter.writtenBy === 'eve' ? letter.writtenBy : 'claimed';
  return say('stage.item.letter', {
    from: letter.claimedFrom,
    written,
    what: about ? `${title}, ${about}` : title,
    seal: SEALS[letter.seal],
  });
}
