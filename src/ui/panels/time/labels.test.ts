import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeLabels } from './labels.ts';

const WIDTH = 700;
const wish = fc.record({
  x: fc.integer({ min: 0, max: WIDTH }),
  width: fc.integer({ min: 20, max: 200 }),
});

test('texts of one lane never overlap, and stay inside', () => {
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 8 }), (wishes) => {
      const placed = placeLabels(wishes, WIDTH);
      const spans = placed.map(({ lane, x }, i) => ({ lane, from: x, to: x + wishes[i]!.width }));
      for (const [i, one] of spans.entries()) {
        expect(one.from).toBeGreaterThanOrEqual(0);
        expect(one.to).toBeLessThanOrEqual(WIDTH + 8);
        for (const other of spans.slice(i + 1)) {
          if (one.lane !== other.lane) continue;
          expect(one.to <= other.from || other.to <= one.from).toBe(true);
        }
      }
    }),
    { seed: 1984 },
  );
});

test('alone, a label stands to the right of its line; at the right edge, to the left', () => {
  expect(placeLabels([{ x: 100, width: 80 }], WIDTH)).toEqual([{ lane: 0, x: 107, side: 'right' }]);
  expect(placeLabels([{ x: 690, width: 80 }], WIDTH)).toEqual([{ lane: 0, x: 603, side: 'left' }]);
});

test('of two that are close, the earlier one goes up, so that its line meets no text', () => {
  const [early, late] = placeLabels(
    [
      { x: 100, width: 120 },
      { x: 140, width: 120 },
    ],
    WIDTH,
  );
  expect(early?.lane).toBe(1);
  expect(late?.lane).toBe(0);
});
