import type { KnowledgeView, PulseFact } from '../../../scenarios/knowledge/view.ts';

/** One kept bit at both ends, as far as this observer knows them. */
export interface KeptPair {
  readonly pulse: number;
  readonly near: 0 | 1 | null;
  readonly far: 0 | 1 | null;
  readonly tested: boolean;
}

/** How far the picture looks for kept bits; a lossy line may hide them beyond that. */
const MOST_LOOKUPS = 20_000;

/** The first `count` kept bits from a pulse on; fewer where the run, or the patience, ends. */
export function keptPairs(
  view: KnowledgeView,
  link: 0 | 1,
  { from, count }: { readonly from: number; readonly count: number },
): readonly KeptPair[] {
  const pairs: KeptPair[] = [];
  const facts = endFacts(view, link);
  const end = Math.min(view.pulsesSent, from + MOST_LOOKUPS);
  for (let pulse = from; pulse < end && pairs.length < count; pulse++) {
    if (view.bit('kept', pulse, link) !== 1) continue;
    pairs.push({
      pulse,
      near: view.bit(facts.near, pulse, link),
      far: view.bit(facts.far, pulse, link),
      tested: view.bit('tested', pulse, link) === 1,
    });
  }
  return pairs;
}

/** With Eve in the middle she is one of the two ends of each link, if this observer can tell. */
function endFacts(view: KnowledgeView, link: 0 | 1): { near: PulseFact; far: PulseFact } {
  if (!view.twoLinks) return { near: 'alice.bit', far: 'bob.bit' };
  return link === 0
    ? { near: 'alice.bit', far: 'eve.saw' }
    : { near: 'eve.sends-bit', far: 'bob.bit' };
}

/**
 * How far the check has got: nothing said · Alice has named the sample and said her bits of it · Bob
 * has answered, so pairs can be compared · they have decided, or had nothing to compare.
 */
export type CheckStage = 'kept' | 'sample' | 'answered' | 'on' | 'stopped' | 'nothing';

export function checkStage(view: KnowledgeView, link: 0 | 1): CheckStage {
  let stage: CheckStage = 'kept';
  for (const letter of view.letters) {
    if (letter.step !== 2 || (view.twoLinks && letter.link !== link)) continue;
    const { content } = letter;
    if (content.kind === 'sample') stage = 'sample';
    if (content.kind === 'test-bits') stage = 'answered';
    if (content.kind === 'decision') {
      stage = content.go ? 'on' : content.reason === 'nothing-left' ? 'nothing' : 'stopped';
    }
  }
  return stage;
}
