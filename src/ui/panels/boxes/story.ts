/** What a run shows and how it ended, in words; of what this observer can tell, and no more. */
import type { SayWords, WordKey } from '../../../content/words/use-words.ts';
import type { BoxView, Noticed } from '../../../scenarios/knowledge/box-view.ts';

/** Headline, judged against the same run without Eve. */
export function titleOf(view: BoxView, noticed: Noticed): WordKey {
  if (view.alarm === 'rang') return 'boxes.title.alarm';
  if (view.detected === 0) return 'boxes.title.dark';
  if (view.ending === 'stopped-errors') return 'boxes.title.errors';
  if (noticed.errors === 'more') return 'boxes.title.more-errors';
  if (noticed.clicks !== 'as-usual') return 'boxes.title.clicks';
  if (noticed.strength !== null) return 'boxes.title.decoys';
  const key = view.ending === 'key' || view.ending === 'fooled';
  return key ? 'boxes.title.nothing' : 'boxes.title.short';
}

/** `eve`: she is at work in this run, which its ends cannot tell. */
export function endOf(say: SayWords, view: BoxView, eve: boolean): string {
  const { observer, ending, keyBits, errorRate, limit } = view;
  const own = observer === 'alice' || observer === 'bob';
  const bits = keyBits ?? 0;
  switch (ending) {
    case 'fooled':
      return say(observer === 'eve' ? 'boxes.end.fooled.eve' : 'boxes.end.fooled', { bits });
    case 'key':
      if (own) return say('boxes.end.key.own', { bits });
      return eve ? besideEve(say, view, bits) : withoutEve(say, view, bits);
    case 'stopped-errors':
      return say('boxes.end.errors', { rate: errorRate ?? 0, limit });
    case 'stopped-alarm':
      return say('boxes.end.alarm');
    case 'stopped-seal':
      return say('boxes.end.seal');
    case 'stopped-short':
      if (view.detected === 0) return say('boxes.end.dark');
      if (own) return say('boxes.end.short.own');
      if (eve) return say('boxes.end.short');
      return say('boxes.end.short.away', { decoys: view.strengths?.length === 1 ? 'no' : 'yes' });
    default:
      return ending satisfies never;
  }
}

function besideEve(say: SayWords, view: BoxView, bits: number): string {
  const { observer: who, keyKnown, keyKnownBy: by } = view;
  if (keyKnown) return say('boxes.end.key.known', { bits, known: keyKnown, by, who });
  const share = guessOf(view);
  if (share !== null) return say('boxes.end.key.guessed', { bits, share });
  return say('boxes.end.key.safe', { bits, who });
}

function withoutEve(say: SayWords, { keyKnown }: BoxView, bits: number): string {
  const away = say('boxes.end.key.away', { bits });
  if (!keyKnown) return away;
  return `${away} ${say('boxes.end.key.letters', { known: keyKnown })}`;
}

/** Standard errors by which a share of right guesses lies off what certain bits and coins give. */
const BEYOND_CHANCE = 4;

/** Share of kept bits her best guess has right, where it is better than what she is certain of explains. */
export function guessOf({ guessedRight, known, sifted }: BoxView): number | null {
  if (guessedRight === null || known === null || sifted === 0) return null;
  const coins = sifted - known;
  const luck = guessedRight - known - coins / 2;
  return luck > (BEYOND_CHANCE * Math.sqrt(coins)) / 2 ? guessedRight / sifted : null;
}
