/** A letter as one observer sees it: who seems to have written it, and what its seal tells. */
import { hex } from '../../core/bits/hex.ts';
import type { Observer } from '../actors.ts';
import type { Letter } from '../messages.ts';
import type { Run } from '../run.ts';
import { signs } from '../sealing-traits.ts';
import { type Facts, truth } from './facts.ts';
import { writtenCiphertext } from './use-view.ts';
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
  if (observer === 'eve' && run.config.exchange.announce === 'hidden') return false;
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
  const content = contentSeen(facts, letter, observer);
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
    content,
    get symbols() {
      symbols ??= symbolsOf(facts, letter);
      return symbols;
    },
    alphabet: ALPHABETS[letter.kind],
    bytes: bytesOfContent(content).slice(0, MOST_SYMBOLS),
    seal: sealSight(facts, { letter, closing, observer, checked }),
    tagHex: letter.seal && hex(letter.seal.tag),
    expectedTagHex: letter.seal?.expected && mayCompare ? hex(letter.seal.expected) : null,
  };
}

interface SealSighting extends Pick<Sighting, 'observer' | 'checked'> {
  readonly letter: Letter;
  readonly closing: Letter | null;
}

function sealSight(
  { run }: Facts,
  { letter, closing, observer, checked }: SealSighting,
): SealSight {
  // A writer whose sealing key has run out sends the letter bare.
  if (letter.sealing === 'none' || (letter.sealing === 'own' && letter.seal === null))
    return 'none';
  if (closing === null || !checked) return 'sealed';
  // Anyone can check a signature.
  const open = observer === 'eve' && isSigned(run, closing);
  const seesResult = observer === 'everyone' || closing.to === observer || open;
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

/** Introductions and the key exchange after them are signed even where letters are sealed by a shared key. */
function isSigned({ config }: Run, { kind }: Letter): boolean {
  if (signs(config)) return true;
  return kind === 'introduction' || kind === 'kem-key' || kind === 'kem-ciphertext';
}

const ALPHABETS: Readonly<Record<Letter['kind'], LetterView['alphabet']>> = {
  introduction: 'none',
  'kem-key': 'none',
  'kem-ciphertext': 'none',
  greeting: 'none',
  detections: 'bases',
  bases: 'bases',
  sample: 'bits',
  'test-bits': 'bits',
  decision: 'none',
  'correct-terms': 'bytes',
  verification: 'bytes',
  shrink: 'bits',
  envelope: 'bytes',
  share: 'bytes',
  'capsule-key': 'none',
  capsule: 'none',
};

const NO_BYTES = new Uint8Array(0);

function bytesOfContent(content: Letter['content']): Uint8Array {
  switch (content.kind) {
    case 'correct-terms':
      return content.seed;
    case 'verification':
      return content.hash;
    case 'envelope':
      return content.ciphertext;
    default:
      return NO_BYTES;
  }
}

/** An end cannot see that Eve changed an envelope on the way: Alice knows what she wrote, Bob what came. */
function contentSeen(
  { run }: Facts,
  { content, link }: Letter,
  observer: Observer,
): Letter['content'] {
  if (content.kind !== 'envelope' || observer === 'everyone' || observer === 'eve') return content;
  const written = observer === 'alice' ? writtenCiphertext(run, link) : null;
  return { ...content, altered: false, ciphertext: written ?? content.ciphertext };
}

function symbolsOf(facts: Facts, { kind, range, link, claimedFrom }: Letter): (0 | 1)[] {
  if (kind === 'shrink') return firstSeedBits(facts, link);
  const symbols: (0 | 1)[] = [];
  const test = kind === 'sample' || kind === 'test-bits';
  if (!test && kind !== 'detections' && kind !== 'bases') return symbols;
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

/** The matrix is as long as its seed; these are its first bits. */
function firstSeedBits({ run }: Facts, link: 0 | 1): (0 | 1)[] {
  const { shrink, material } = run.links[link]!;
  if (shrink === null || material === null) return [];
  const count = Math.max(0, Math.min(MOST_SYMBOLS, material.bits - 1));
  return Array.from({ length: count }, (_, i) => ((shrink.seed[0]! >>> i) & 1) as 0 | 1);
}
