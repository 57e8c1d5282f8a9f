/** What the panels of steps 2 to 5 need of a run beside their own views. */
import type { SayWords } from '../../../content/words/use-words.ts';
import type { RunConfig } from '../../../scenarios/config.ts';
import type { CorrectionView } from '../../../scenarios/knowledge/steps-view.ts';
import type { KnowledgeView } from '../../../scenarios/knowledge/view.ts';

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
export function sealPrice({ authentication }: RunConfig): { readonly perSeal: number | null } {
  const { method, tagBits = 128 } = authentication;
  if (method === 'none') return { perSeal: null };
  return { perSeal: method === 'wegman-carter' ? tagBits : 0 };
}
