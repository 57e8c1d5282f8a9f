import { expect, test } from 'vitest';
import type { ShrinkView } from '../../../scenarios/knowledge/steps-view.ts';
import { moreLightHelps } from './advice.ts';

/** 1,000 bits at an error rate, with parities at 1.1 of the Shannon limit. */
function budgetAt(observed: number, entropy: number) {
  const basis = { keyBits: 500, observed, bound: 0.5 };
  return {
    inputBits: 1000,
    leakedBits: Math.round(1100 * entropy),
    rectilinear: basis,
    diagonal: basis,
  } as unknown as ShrinkView['budget'];
}

test('past about 11 % errors no number of photons leaves a key', () => {
  // h(0.02) = 0.1414, h(0.11) = 0.4999: 2.1 · h must stay below 1.
  expect(moreLightHelps(budgetAt(0.02, 0.1414))).toBe(true);
  expect(moreLightHelps(budgetAt(0.11, 0.4999))).toBe(false);
});
