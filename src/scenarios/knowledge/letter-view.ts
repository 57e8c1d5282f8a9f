/** A letter as one observer sees it: who seems to have written it, and what its seal tells. */
import type { Observer } from '../actors.ts';
import type { Letter } from '../messages.ts';
import { hex } from '../receipt-of.ts';
import type { Run } from '../run.ts';
import { type Facts, truth } from './rules.ts';
import type { LetterView, SealSight } from './view.ts';

const MOST_SYMBOLS = 16;
/** How far the picture looks for pulses to show; a lossy line may hide them beyond that. */
const MOST_LOOKUPS = 4096;

/** For each letter the index of the one that carries the seal over it; null where none was made. */
function sealingLetters(letters: readonly Letter[]): readonly (number | null)[] {
  const sealedBy: (number | null)[] = letters.map(() => null);
  // From the end: the next seal of each link and direction, which covers the letters of its step.
  const next = new Map<string, number | null>();
  for (let k = letters.length - 1; k >= 0; k--) {
    const { link, claimedFrom, step, sealing, seal } = letters[k]!;
    if (sealing === 'none') continue;
    const direction = `${link} ${claimedFrom}`;
    if (sealing === 'own') next.set(direction, seal === null ? null : k);
    const closing = next.get(direction) ?? null;
    sealedBy[k] = closing !== null && letters[closing]!.step === step ? closing : null;
  }
  return sealedBy;
}

export function isVisible(letter: Letter, observer: Observer, run: Run): boolean {
  if (run.links.length === 1 || observer === 'everyone' || observer === 'eve') return true;
  return letter.link === (observer === 'alice' ? 0 : 1);
}

/** What stays the same of a run's letters, and the views already made of them. */
interface Post {
  readonly sealedBy: readonly (number | null)[];
  readonly views: Map<string, LetterView>;
}

const posts = new WeakMap<Facts, Post>();

function postOf(facts: Facts): Post {
  let post = posts.get(facts);
  if (post === undefined) {
    post = { sealedBy: sealingLetters(facts.run.letters), views: new Map() };
    posts.set(facts, post);
  }
  return post;
}

/** Time changes a letter only once, when its seal is checked; a run may have thousands of them. */
export function letterView(
  facts: Facts,
  index: number,
  observer: Observer,
  at: number,
): LetterView {
  const { sealedBy, views } = postOf(facts);
  const closing = sealedBy[index] ?? null;
  const checked = closing !== null && facts.run.letters[closing]!.at < at;
  const name = `${observer} ${index} ${checked}`;
  let view = views.get(name);
  if (view === undefined) {
    view = makeView(facts, { index, closing, observer, checked });
    views.set(name, view);
  }
  return view;
}

interface Sighting {
  readonly index: number;
  /** Index of the letter that carries the seal. */
  readonly closing: number | null;
  readonly observer: Observer;
  /** Whether the seal has been checked. */
  readonly checked: boolean;
}

function makeView(facts: Facts, { index, closing: by, observer, checked }: Sighting): LetterView {
  const { letters } = facts.run;
  const letter = letters[index]!;
  const seesMaker = observer === 'everyone' || observer === 'eve';
  const closing = by === null ? null : letters[by]!;
  const mayCompare = checked && (observer === 'everyone' || closing?.to === observer);
  let symbols: readonly (0 | 1)[] | undefined;
  return {
    index,
    at: letter.at,
    kind: letter.kind,
    step: letter.step,
    // Bob cannot tell that his letters come from a second link.
    link: seesMaker ? letter.link : 0,
    claimedFrom: letter.claimedFrom,
    writtenBy: seesMaker ? letter.writtenBy : letter.claimedFrom,
    to: seesMaker ? letter.to : letter.claimedFrom === 'alice' ? 'bob' : 'alice',
    range: letter.range,
    content: letter.content,
    get symbols() {
      symbols ??= symbolsOf(facts, letter);
      return symbols;
    },
    alphabet: alphabetOf(letter),
    seal: sealSight(letter, closing, observer, checked),
    tagHex: letter.seal && hex(letter.seal.tag),
    expectedTagHex: letter.seal?.expected && mayCompare ? hex(letter.seal.expected) : null,
  };
}

function sealSight(
  letter: Letter,
  closing: Letter | null,
  observer: Observer,
  checked: boolean,
): SealSight {
  // A writer whose sealing key has run out sends the letter bare.
  if (letter.sealing === 'none' || (letter.sealing === 'own' && letter.seal === null))
    return 'none';
  if (closing === null || !checked) return 'sealed';
  const seesResult = observer === 'everyone' || closing.to === observer;
  switch (closing.check) {
    case 'accepted': {
      const forged = closing.writtenBy === 'eve' && (observer === 'everyone' || observer === 'eve');
      // A go-on tells everybody, Eve included, that her own seal fitted.
      if (forged) return 'fits-wrongly';
      return seesResult ? 'fits' : 'sealed';
    }
    case 'rejected':
      return seesResult ? 'broken' : 'sealed';
    default:
      return 'sealed';
  }
}

function alphabetOf({ kind }: Letter): LetterView['alphabet'] {
  if (kind === 'detections' || kind === 'bases') return 'bases';
  return kind === 'decision' ? 'none' : 'bits';
}

function symbolsOf(facts: Facts, { kind, range, link, claimedFrom }: Letter): (0 | 1)[] {
  const symbols: (0 | 1)[] = [];
  if (kind === 'decision') return symbols;
  const test = kind === 'sample' || kind === 'test-bits';
  const from = range?.from ?? 0;
  const to = Math.min(range?.to ?? facts.links[link]!.plan.pulses, from + MOST_LOOKUPS);
  for (let pulse = from; pulse < to && symbols.length < MOST_SYMBOLS; pulse++) {
    if (truth(facts, test ? 'tested' : 'detected', pulse, link) !== 1) continue;
    const record = facts.links[link]!.record(pulse);
    const said =
      claimedFrom === 'alice'
        ? [record.sentBasis, record.sentBit]
        : [record.askedBasis, record.gotBit];
    symbols.push(said[test ? 1 : 0]!);
  }
  return symbols;
}
