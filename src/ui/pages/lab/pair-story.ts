/**
 * What the verdict column says of one of the two runs. Every sentence and figure is chosen by the
 * run's own receipt; a sentence that the run does not bear out is not said.
 */
import type { WordKey } from '../../../content/words/use-words.ts';
import type { ActorId } from '../../../scenarios/actors.ts';
import type { KnowledgeView } from '../../../scenarios/knowledge/view.ts';
import type { Receipt } from '../../../scenarios/receipt.ts';
import { formatCount, formatOdds, formatPercent } from '../../format.ts';

type Values = Readonly<Record<string, string | number>>;

export interface Sentence {
  readonly key: WordKey;
  readonly values: Values;
}

export interface StoryFigure {
  readonly label: WordKey;
  /** A figure as text, or words where there is none. */
  readonly value: string | Sentence;
  readonly more: Sentence | null;
}

export interface Story {
  readonly eyebrow: Sentence;
  readonly title: Sentence;
  readonly figures: readonly StoryFigure[];
  readonly why: Sentence | null;
}

/** Where a run stopped, if it did. */
export type StopOfRun = {
  readonly step: number;
  readonly by: ActorId;
  readonly letter: number | null;
} | null;

const plain = (key: WordKey, values: Values = {}): Sentence => ({ key, values });
const figure = (label: WordKey, value: string | Sentence, more: Sentence | null = null) => ({
  label,
  value,
  more,
});

/** The story as the viewer tells it, and Eve: she runs both links, so she knows all of this too. */
export function storyOfAll(receipt: Receipt, stop: StopOfRun): Story {
  const { verdict } = receipt;
  return {
    eyebrow: eyebrowOf(receipt, stop),
    title: plain(`pair.verdict.${verdict}`, {
      by: stop?.by ?? 'nobody',
      keys: receipt.keys.eve.length,
    }),
    figures: figuresOf(receipt),
    why: whyOf(receipt),
  };
}

function eyebrowOf({ verdict, keys }: Receipt, stop: StopOfRun): Sentence {
  if (verdict === 'fooled' && keys.eve.length === 1) return plain('pair.one-stopped');
  if (!stop) return plain(verdict === 'stopped-short' ? 'pair.ended' : 'pair.finished');
  return stop.letter === null
    ? plain('pair.at-step', { step: stop.step })
    : plain('pair.at-letter', { n: stop.letter + 1 });
}

function figuresOf({ qber, keys, eve, seals, config }: Receipt): StoryFigure[] {
  const [near, far] = qber.links ?? [qber, qber];
  const rate = (estimated: number | null | undefined) =>
    estimated == null ? plain('pair.not-reached') : formatPercent(estimated);
  const reached = near?.estimated != null || far?.estimated != null;
  const made = (keys.alice?.bits ?? 0) + (keys.bob?.bits ?? 0);
  return [
    ...(reached
      ? [
          figure('pair.qber-alice', rate(near?.estimated)),
          figure('pair.qber-bob', rate(far?.estimated)),
        ]
      : [figure('pair.error-rate', plain('pair.not-reached'))]),
    ...(made === 0
      ? [
          figure('pair.key-bits', formatCount(0)),
          figure('pair.eve-knows', formatCount(eve.keyBitsKnown)),
        ]
      : [
          figure(
            'pair.eve-knows',
            plain('pair.of', { part: formatCount(heldByEve(keys)), all: formatCount(made) }),
          ),
        ]),
    ...sharedOf(keys),
    // Who holds the key does not guess.
    ...(isWhole(config) ? oddsOf(seals) : []),
  ];
}

/** Nothing is broken or misused; a copied public key breaks nothing. */
function isWhole({ authentication: { broken, fault } }: Receipt['config']): boolean {
  return (broken === 'none' || broken === 'public-key-copied') && fault === 'none';
}

/** A bound holds for any forger; other seals have only the best attack that anyone knows. */
function oddsOf({ kind, forgeryOdds }: Receipt['seals']): StoryFigure[] {
  if (kind === 'none') return [];
  const odds = formatOdds(forgeryOdds);
  return [
    kind === 'bound'
      ? figure('pair.odds', plain('pair.odds.bound', { odds }), plain('pair.odds.bound-more'))
      : figure('pair.odds', odds, plain('pair.odds.best-known-more')),
  ];
}

/** Bits of both keys that Eve holds whole: her key with an end has the digest of that end's own. */
function heldByEve(keys: Receipt['keys']): number {
  return keys.eve.reduce((sum, hers) => {
    const theirs = keys[hers.sharedWith];
    return theirs?.sha256 === hers.sha256 ? sum + hers.bits : sum;
  }, 0);
}

function sharedOf({ alice, bob, agreement }: Receipt['keys']): StoryFigure[] {
  if (!alice || !bob || agreement === null) return [];
  const all = Math.min(alice.bits, bob.bits);
  return [
    figure(
      'pair.shared',
      plain('pair.of', { part: formatCount(Math.round(agreement * all)), all: formatCount(all) }),
      plain('pair.shared-expected', { n: Math.round(all / 2) }),
    ),
  ];
}

function whyOf({ verdict, config, seals, keys }: Receipt): Sentence | null {
  // With part of the trust lost she might have owned one end; then it is not said.
  if (verdict === 'stopped-seal') return isWhole(config) ? plain('pair.why.stopped-seal') : null;
  if (verdict !== 'fooled') return null;
  if (seals.checked === 0) return keys.alice && keys.bob ? plain('pair.why.fooled') : null;
  const { broken, fault } = config.authentication;
  if (keys.eve.length === 1) return plain('pair.why.one-sided');
  if (broken === 'key-leaked') return plain('pair.why.leaked');
  if (broken !== 'none') return plain('pair.why.broken');
  // Every seal fitted although Eve wrote it: she had learned the key, or had luck.
  return plain(fault === 'none' ? 'pair.why.passed' : 'pair.why.misused');
}

/** What Alice or Bob alone can say, from the view. */
export function storyOfEnd(view: KnowledgeView, actor: 'alice' | 'bob'): Story {
  const test = view.test();
  const { verdict } = view;
  const key = view.key(actor);
  return {
    eyebrow: plain('pair.seen-as', { who: actor }),
    title: plain(ownTitle(verdict)),
    figures: [
      figure('pair.own-test', test ? formatPercent(test.rate) : plain('pair.not-reached')),
      figure('pair.own-bits', formatCount(key?.bits ?? 0)),
    ],
    why: null,
  };
}

function ownTitle(verdict: KnowledgeView['verdict']): WordKey {
  if (verdict === null) return 'pair.watching-title';
  if (verdict.kind === 'silence') return 'pair.own.silence';
  if (verdict.kind === 'no-key-for-me') return 'pair.own.stopped';
  return verdict.verdict === 'key' ? 'pair.own.key' : 'pair.own.stopped';
}
