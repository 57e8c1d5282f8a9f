/** What the panels of steps 2 to 5 need of a run beside their own views. */
import type { SayWords } from '../../../content/words/use-words.ts';
import type { RunConfig, Seed } from '../../../scenarios/config.ts';
import type { CorrectionView, ShrinkView } from '../../../scenarios/knowledge/steps-view.ts';
import type { KnowledgeView } from '../../../scenarios/knowledge/view.ts';
import type { Run } from '../../../scenarios/run.ts';
import { type MissedTest, repeatTests } from '../../../scenarios/shrinking/repeat-tests.ts';
import { toyKeys } from '../../../scenarios/shrinking/toy-keys.ts';

/** Names and colours of a link's two ends, as far as this observer can tell who they are. */
export function endLooks(say: SayWords, view: KnowledgeView, link: 0 | 1) {
  const alice = { name: say('stage.alice'), tone: 'alice' } as const;
  const bob = { name: say('stage.bob'), tone: 'bob' } as const;
  const eve = { name: say('stage.eve'), tone: 'eve' } as const;
  if (!view.twoLinks) return { near: alice, far: bob };
  return link === 0 ? { near: alice, far: eve } : { near: eve, far: bob };
}

/** The comparison of hashes that ends Correct; null before Alice's letter. */
export function comparisonOf(
  view: KnowledgeView,
  { verified }: Pick<CorrectionView, 'verified'>,
  link: 0 | 1,
) {
  for (const letter of view.letters) {
    const { content, seal } = letter;
    if (content.kind !== 'verification' || (view.twoLinks && letter.link !== link)) continue;
    return { hash: content.hash, equal: verified, seal };
  }
  return null;
}

/** Key bits that one seal uses up: masks are used once, everything else stays. */
export function sealPrice({ authentication }: RunConfig) {
  const { method, tagBits = 128, sealing } = authentication;
  const onEach = sealing === 'letter';
  if (method === 'none') return { perSeal: null, onEach };
  return { perSeal: method === 'wegman-carter' ? tagBits : 0, onEach };
}

/** Bits compared between two breaths of the page. */
const SLICE_BITS = 2_000_000;

/** Draws a test many times, on photons of its own, without holding the page up. */
export async function repeatInSlices(
  test: MissedTest,
  { seed, times }: { readonly seed: Seed; readonly times: number },
): Promise<{ times: number; passed: number }> {
  const slice = Math.max(1, Math.floor(SLICE_BITS / Math.max(1, test.testedBits)));
  let passed = 0;
  for (let from = 0; from < times; from += slice) {
    const trial = { ...test, seed, from, times: Math.min(slice, times - from) };
    passed += repeatTests(trial).passed;
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return { times, passed };
}

/** The toy key of Shrink: 18 bits, six that Eve saw and four parities she heard. */
const TOY = { unknownBits: 12, knownBits: 6, parities: 4 };

export const TOY_LENGTHS = { start: 6, longest: 12 } as const;

export function toyOf(seed: Seed, length: number) {
  const toy = toyKeys({ ...TOY, seed, length });
  return { ...toy, inputBits: TOY.unknownBits + TOY.knownBits };
}

/** What Eve can compute of the final key: the viewer sees it with the matrix, she once it is in use. */
export function remainingOf(view: KnowledgeView, shrink: ShrinkView, { receipt }: Run) {
  const { observer } = view;
  if (receipt.keys.alice === null && receipt.keys.bob === null) return null;
  const open = shrink.outputBits > 0 && shrink.entry(0, shrink.inputBits - 1) !== null;
  const shown = observer === 'everyone' ? open : observer === 'eve' && view.use() !== null;
  if (!shown) return null;
  const { keyBitsKnown: known, keyBitsKnownBy: by } = receipt.eve;
  return { known, by };
}

/** The same beside a key in use, for the viewer; with Eve at an end of it there is nothing to count. */
export function remainingInUse(view: KnowledgeView, { config, receipt }: Run) {
  if (view.observer !== 'everyone' || view.twoLinks) return null;
  const { keyBitsKnown: known, keyBitsKnownBy: by } = receipt.eve;
  const { method, accounting } = config.amplification;
  const why =
    method === 'none'
      ? ('not-shrunk' as const)
      : accounting !== 'finite-key'
        ? ('asymptotic' as const)
        : null;
  return { known, by, why, hashBits: receipt.reconciliation?.verificationBits ?? 0 };
}

/** Why this observer knows that no key came of Shrink; null where they do not, or where one did. */
export function noKeyOf({ verdict }: Pick<KnowledgeView, 'verdict'>): 'differ' | 'stopped' | null {
  if (verdict?.kind === 'no-key-for-me') return verdict.wentOn ? null : 'stopped';
  if (verdict?.kind !== 'verdict' || !verdict.verdict.startsWith('stopped')) return null;
  return verdict.verdict === 'stopped-errors' ? 'differ' : 'stopped';
}
