import { expect, test } from 'vitest';
import type { KnowledgeView, LetterView, PulseFact } from '../../../scenarios/knowledge/view.ts';
import { checkStage, keptPairs } from './kept-pairs.ts';

/** Odd pulses are kept; every fourth kept one is tested; Bob's bit is not known. */
function viewAs(given: Partial<KnowledgeView>): KnowledgeView {
  const facts: Partial<Record<PulseFact, (pulse: number) => 0 | 1 | null>> = {
    kept: (pulse) => (pulse % 2) as 0 | 1,
    tested: (pulse) => (pulse % 8 === 1 ? 1 : 0),
    'alice.bit': (pulse) => (pulse % 3 === 0 ? 1 : 0),
    'eve.saw': () => 1,
  };
  const bit: KnowledgeView['bit'] = (fact, pulse) => facts[fact]?.(pulse) ?? null;
  return { pulsesSent: 40, twoLinks: false, bit, letters: [], ...given } as KnowledgeView;
}

test('kept bits come in order from a pulse on, with what this observer knows of them', () => {
  const pairs = keptPairs(viewAs({}), 0, { from: 4, count: 3 });
  expect(pairs).toEqual([
    { pulse: 5, near: 0, far: null, tested: false },
    { pulse: 7, near: 0, far: null, tested: false },
    { pulse: 9, near: 1, far: null, tested: true },
  ]);
});

test('there are no more than have been sent', () => {
  expect(keptPairs(viewAs({}), 0, { from: 35, count: 16 })).toHaveLength(3);
});

test('with Eve in the middle the far end of Alice’s link is hers', () => {
  expect(keptPairs(viewAs({ twoLinks: true }), 0, { from: 0, count: 1 })[0]?.far).toBe(1);
});

const letter = (content: LetterView['content'], link: 0 | 1 = 0) =>
  ({ step: 2, link, content }) as LetterView;
const sample = letter({ kind: 'sample', seed: new Uint8Array(0), bits: 4 });
const decision = (go: boolean, link: 0 | 1) =>
  letter({ kind: 'decision', go, tested: 4, errors: 0, reason: go ? 'fine' : 'errors' }, link);

test('the letters say how far the check is', () => {
  expect(checkStage(viewAs({}), 0)).toBe('kept');
  expect(checkStage(viewAs({ letters: [sample] }), 0)).toBe('sample');
  const answer = letter({ kind: 'test-bits', bits: 4 });
  expect(checkStage(viewAs({ letters: [sample, answer] }), 0)).toBe('answered');
  expect(checkStage(viewAs({ letters: [sample, answer, decision(true, 0)] }), 0)).toBe('on');
});

test('no bits to compare is a reason of its own', () => {
  const content = { kind: 'decision', go: false, tested: 0, errors: 0, reason: 'nothing-left' };
  const letters = [letter(content as LetterView['content'])];
  expect(checkStage(viewAs({ letters }), 0)).toBe('nothing');
});

test('each of Eve’s two links decides for itself', () => {
  const letters = [decision(false, 0), decision(true, 1)];
  expect(checkStage(viewAs({ letters, twoLinks: true }), 0)).toBe('stopped');
  expect(checkStage(viewAs({ letters, twoLinks: true }), 1)).toBe('on');
});
