import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstDifference, tagDifference } from './difference.ts';

test('finds the sign that was turned', () => {
  expect(firstDifference('at 9.', 'at 8.')).toBe(3);
  expect(firstDifference('at 9', 'at 9.')).toBe(4);
  expect(firstDifference('same', 'same')).toBeNull();
});

test('adding tags: a mask on both is gone, and adding twice takes it back', () => {
  const tag = fc.stringMatching(/^[0-9a-f]{32}$/);
  fc.assert(
    fc.property(tag, tag, tag, (one, other, mask) => {
      const masked = (text: string) => tagDifference(text, mask);
      expect(tagDifference(masked(one), masked(other))).toBe(tagDifference(one, other));
      expect(masked(masked(one))).toBe(one);
    }),
    { seed: 4, numRuns: 50 },
  );
  expect(tagDifference('00ff', '0f0f')).toBe('0ff0');
});
