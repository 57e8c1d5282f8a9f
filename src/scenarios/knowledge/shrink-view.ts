/** Shrink as one observer sees it: the length, the matrix, and the bits before and after. */
import { bitOfProduct, reversed, windowOf } from '../../core/amplification/words.ts';
import type { LinkSummary } from '../run.ts';
import { keyBitsOf, SHOWN_BITS } from './key-bits.ts';
import { linkAsked, type Scope } from './scope.ts';
import type { ShrinkView } from './steps-view.ts';

export function shrinkView(scope: Scope, asked: 0 | 1): ShrinkView | null {
  const { run, now } = scope;
  const link = linkAsked(scope, asked);
  const summary = run.links[link]!;
  const { shrink } = summary;
  const letter = run.letters.find((one) => one.link === link && one.step === 4);
  if (shrink === null || letter === undefined || now < letter.at) return null;
  const { budget, accounting } = shrink;
  const { inputBits, outputBits } = budget;
  const end = endOf(scope, link);
  const key = keyBitsOf(scope, link)!;
  const said = letter.kind === 'shrink' && letter.at < now;
  const isIndex = (i: number, end: number) => Number.isInteger(i) && i >= 0 && i < end;
  const shownBits = Math.min(inputBits, SHOWN_BITS);
  return {
    from: letter.at,
    accounting,
    budget,
    failure: run.config.amplification.failure,
    inputBits,
    outputBits,
    shownBits,
    entry(output, input) {
      if (!said || !isIndex(output, outputBits) || !isIndex(input, inputBits)) return null;
      return entryOf(summary, output, input);
    },
    input: (position) => key.bit(end, position),
    output(position) {
      if (!said || !isIndex(position, outputBits) || !mayKnowKey(scope, link)) return null;
      return outputBit(summary, end, position);
    },
    eveKnows: key.eveKnows,
  };
}

/** Whose bits are shown: an end's own; to the viewer, and to Eve on a line of theirs, Alice's. */
function endOf({ run, observer }: Scope, link: 0 | 1): 'alice' | 'bob' {
  return run.links[link]!.ends[1] === observer ? 'bob' : 'alice';
}

function mayKnowKey({ run, observer }: Scope, link: 0 | 1): boolean {
  if (observer === 'everyone') return true;
  if ((run.links[link]!.ends as readonly string[]).includes(observer)) return true;
  return observer === 'eve' && run.receipt.keys.eve.length > 0;
}

/** Entry of [I | T′], where T′ is constant along its diagonals; null where its seed bit is not kept. */
function entryOf({ shrink }: LinkSummary, output: number, input: number): 0 | 1 | null {
  const { seed, budget } = shrink!;
  if (input < budget.outputBits) return input === output ? 1 : 0;
  const at = budget.inputBits - 1 + output - input;
  return at < SHOWN_BITS ? bitAt(seed, at) : null;
}

function bitAt(words: Uint32Array, at: number): 0 | 1 {
  return ((words[at >>> 5]! >>> (at & 31)) & 1) as 0 | 1;
}

type Product = (position: number) => 0 | 1 | null;
const products = new WeakMap<LinkSummary, { readonly alice: Product; readonly bob: Product }>();

function outputBit(link: LinkSummary, end: 'alice' | 'bob', position: number): 0 | 1 | null {
  let product = products.get(link);
  if (product === undefined) {
    product = productsOf(link);
    products.set(link, product);
  }
  return product[end](position);
}

/** Each end's key; of an input too long to be kept whole, its first bits as the run noted them. */
function productsOf({ shrink, material, correction, keyPreview }: LinkSummary) {
  const { seed, input, budget } = shrink!;
  const { inputBits, outputBits } = budget;
  if (inputBits > SHOWN_BITS) {
    const noted = (bytes: Uint8Array | undefined) => (i: number) =>
      bytes === undefined || i >= bytes.length * 8
        ? null
        : (((bytes[i >>> 3]! >>> (i & 7)) & 1) as 0 | 1);
    return { alice: noted(keyPreview?.near), bob: noted(keyPreview?.far) };
  }
  const publicSeed = { length: inputBits - 1, words: seed };
  // Bit by bit as they are asked for: a screen shows few of them.
  const product = (words: Uint32Array): Product => {
    const rest = windowOf({ length: inputBits, words }, outputBits, inputBits - outputBits);
    const backwards = reversed(rest);
    return (i) => (bitAt(words, i) ^ bitOfProduct(backwards, publicSeed, i)) as 0 | 1;
  };
  const alice = product(input);
  return { alice, bob: correction?.verified === true ? alice : product(material!.far) };
}
