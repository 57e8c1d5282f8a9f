/** What became of a history, in sentences that its own rounds bear out. */
import type { WordKey } from '../../../content/words/use-words.ts';
import type { LifeView, RoundView } from '../../../scenarios/knowledge/life-view.ts';

export interface Sentence {
  readonly key: WordKey;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface Tally {
  readonly rounds: number;
  /** Keys that were made, whoever knows them. */
  readonly made: number;
  readonly secret: number;
  readonly known: number;
  readonly never: number;
  /** How often the start-up's window was open. */
  readonly starts: number;
  readonly spent: number;
  readonly earned: number;
}

/** Over rounds 0…upTo. Bits that the observer does not know count as none. */
export function tallyOf({ rounds }: LifeView, upTo: number): Tally {
  const past = rounds.filter(({ round }) => round <= upTo);
  const count = (...keys: readonly RoundView['key'][]) =>
    past.filter(({ key }) => keys.includes(key)).length;
  const sum = (of: (round: RoundView) => number | null) =>
    past.reduce((total, round) => total + (of(round) ?? 0), 0);
  const never = count('never-made');
  return {
    rounds: past.length,
    made: past.length - never,
    secret: count('secret'),
    known: count('known-to-eve'),
    never,
    starts: past.filter(({ sealedBy }) => sealedBy === 'anchor').length,
    spent: sum(({ spent }) => spent),
    earned: sum(({ earned }) => earned),
  };
}

/** One or two short sentences; the first says what the keys are worth. */
export function outcomeOf(view: LifeView, upTo: number): readonly Sentence[] {
  const tally = tallyOf(view, upTo);
  if (tally.rounds === 0) return [];
  return [worthOf(view, upTo, tally), ...moreOf(view, upTo, tally)];
}

function worthOf(
  { observer, rounds }: LifeView,
  upTo: number,
  { made, secret, known, never }: Tally,
): Sentence {
  if (observer === 'alice' || observer === 'bob') {
    return { key: 'time.out.own', values: { made, never } };
  }
  if (observer === 'eve') return { key: 'time.out.eve', values: { known, made } };
  if (known === 0 && never === 0) return { key: 'time.out.all-secret', values: { secret } };
  if (secret === 0 && never === 0) {
    const grown = rounds.some((round) => round.round <= upTo && growsFromHers(rounds, round));
    return { key: grown ? 'time.out.grown' : 'time.out.all-known', values: { known } };
  }
  return { key: 'time.out.mixed', values: { secret, known, never } };
}

function moreOf({ rounds }: LifeView, upTo: number, { starts }: Tally): readonly Sentence[] {
  const now = rounds[upTo];
  if (now?.inStep === false && now.eveActs === false) {
    return [{ key: 'time.out.out-of-step', values: {} }];
  }
  return starts > 1 ? [{ key: 'time.out.window-again', values: { starts } }] : [];
}

/** A key sealed, with Eve in the middle, from a pool that she held before: hers because an earlier one was. */
export function growsFromHers(
  rounds: readonly RoundView[],
  { round, key, eveActs }: RoundView,
): boolean {
  const before = rounds[round - 1];
  if (key !== 'known-to-eve' || !eveActs || before === undefined) return false;
  const { alice, bob } = before.pools;
  const sealedFromIt = rounds[round]?.sealedBy === 'pool';
  return sealedFromIt && before.key === 'known-to-eve' && (alice ?? bob)?.heldByEve === true;
}
