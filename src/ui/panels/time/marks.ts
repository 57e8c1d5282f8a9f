/** The vertical lines over a strip: what happened before which round. */
import type { SayWords } from '../../../content/words/use-words.ts';
import type { LifeView } from '../../../scenarios/knowledge/life-view.ts';
import { anchorCase } from './why.ts';

type LifeEvent = LifeView['events'][number];

export interface Mark {
  readonly round: number;
  /** Eve's doing is drawn in her colour, the ends' own in ink. */
  readonly tone: 'eve' | 'ink';
  readonly text: string;
}

const EVES: ReadonlySet<LifeEvent['event']> = new Set([
  'authentication-broken',
  'trust-anchor-broken',
  'endpoint-compromised',
  'eve-arrives',
  'jam-starts',
]);

export function toneOf(event: LifeEvent['event']): Mark['tone'] {
  return EVES.has(event) ? 'eve' : 'ink';
}

export function markText(
  say: SayWords,
  { event }: Pick<LifeEvent, 'event'>,
  anchor: LifeView['anchor'],
): string {
  return say(`time.mark.${event}`, { anchor: anchorCase(anchor) });
}

/**
 * The marks of one history, one for each round where something happened: its events, and where the
 * start-up's window opened again. `upTo`: rounds that have happened.
 */
export function marksOf(say: SayWords, { events, rounds, anchor }: LifeView, upTo: number): Mark[] {
  const again = rounds.filter(
    ({ round, sealedBy }) =>
      round > 0 && round <= upTo && sealedBy === 'anchor' && rounds[round - 1]?.sealedBy === 'pool',
  );
  const all = [
    ...events.map((event) => ({
      round: event.round,
      tone: toneOf(event.event),
      text: markText(say, event, anchor),
    })),
    ...again.map(({ round }) => ({
      round,
      tone: 'ink' as const,
      text: say('time.mark.start-again'),
    })),
  ];
  const at = [...new Set(all.map(({ round }) => round))].sort((one, other) => one - other);
  return at.map((round) => {
    const here = all.filter((mark) => mark.round === round);
    return {
      round,
      tone: here.some(({ tone }) => tone === 'eve') ? 'eve' : 'ink',
      text: here.map(({ text }) => text).join(', '),
    };
  });
}
