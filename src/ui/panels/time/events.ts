/** What an editor does to a list of events. A list is never changed, always made anew. */
import type { LifeView } from '../../../scenarios/knowledge/life-view.ts';

export type LifeEvent = LifeView['events'][number];

/** In the order in which a menu offers them: in pairs, the attack first. */
export const EVENT_NAMES: readonly LifeEvent['event'][] = [
  'trust-anchor-broken',
  'authentication-broken',
  'eve-arrives',
  'eve-leaves',
  'jam-starts',
  'jam-stops',
  'endpoint-compromised',
  'endpoint-restored',
];

/** Most that an editor lets stand: more would not fit over a strip. */
export const MOST_EVENTS = 8;

/** Moves one event to another round, kept within 0…rounds. Its place in the list stays. */
export function moved(
  events: readonly LifeEvent[],
  index: number,
  round: number,
  rounds: number,
): readonly LifeEvent[] {
  const to = Math.min(rounds, Math.max(0, Math.round(round)));
  return events.map((event, i) => (i === index ? { ...event, round: to } : event));
}

export function without(events: readonly LifeEvent[], index: number): readonly LifeEvent[] {
  return events.filter((_, i) => i !== index);
}

export function withAdded(events: readonly LifeEvent[], event: LifeEvent): readonly LifeEvent[] {
  return [...events, event];
}
