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

/** Index of the letter that carries the seal over letter `index`; null when none was made. */
export function sealingLetter(letters: readonly Letter[], index: number): number | null {
  const letter = letters[index]!;
  if (letter.sealing === 'none') return null;
  for (let k = index; k < letters.length; k++) {
    const next = letters[k]!;
    if (next.link !== letter.link || next.claimedFrom !== letter.claimedFrom) continue;
    if (next.step !== letter.step) return null;
    if (next.seal !== null) return k;
    if (next.sealing === 'own') return null;
  }
  return null;
}

export function isVisible(letter: Letter, observer: Observer, run: Run): boolean {
  if (run.links.length === 1 || observer === 'everyone' || observer === 'eve') return true;
  return letter.link === (observer === 'alice' ? 0 : 1);
}

export function letterView(
  facts: Facts,
  index: number,
  observer: Observer,
  at: number,
): LetterView {
  const { run } = facts;
  const letter = run.letters[index]!;
  const seesMaker = observer === 'everyone' || observer === 'eve';
  const sealedBy = sealingLetter(run.letters, index);
  const closing = sealedBy === null ? null : run.letters[sealedBy]!;
  const checked = closing !== null && closing.at < at;
  const mayCompare = checked && (observer === 'everyone' || closing.to === observer);
  let symbols: readonly (0 | 1)[] | undefined;
  return {
    index,
    at: letter.at,
    kind: letter.kind,
    step: letter.step,
    link: letter.link,
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
  if (letter.sealing === 'none') return 'none';
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
