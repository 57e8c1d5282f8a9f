import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CORNERS, dragged, keyedStep, peopleAt, WALL_RECTS, wallOf } from './geometry.ts';

const WALLS = ['same-box', 'rack', 'building', 'campus'] as const;

describe('a wall that is let go', () => {
  test('each preset is itself', () => {
    for (const wall of WALLS) expect(wallOf(WALL_RECTS[wall])).toBe(wall);
  });

  test.each([
    ['rack', 'top-right', 290, 30, 'building'],
    ['rack', 'top-left', 40, 300, 'same-box'],
    ['rack', 'top-left', -50, -50, 'campus'],
    ['same-box', 'top-right', 290, 200, 'rack'],
    ['building', 'top-right', 360, 20, 'campus'],
    ['building', 'bottom-left', 40, 499, 'building'],
    ['campus', 'top-left', 60, 150, 'rack'],
    ['campus', 'top-right', 200, 34, 'building'],
  ] as const)('%s, %s to (%i, %i) is %s', (wall, corner, x, y, expected) => {
    expect(wallOf(dragged(WALL_RECTS[wall], corner, x, y))).toBe(expected);
  });

  test('wherever it is dragged, the device stays inside', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...WALLS),
        fc.array(
          fc.tuple(
            fc.constantFrom(...CORNERS),
            fc.integer({ min: -2000, max: 2000 }),
            fc.integer({ min: -2000, max: 2000 }),
          ),
          { minLength: 1, maxLength: 6 },
        ),
        (wall, moves) => {
          let rect = WALL_RECTS[wall];
          for (const [corner, x, y] of moves) rect = dragged(rect, corner, x, y);
          return rect.left < 85 && rect.right > 245 && rect.top < 382 && rect.bottom > 458;
        },
      ),
      { seed: 5, numRuns: 300 },
    );
  });
});

test('an arrow away from the middle makes the wall larger, one towards it smaller', () => {
  expect(CORNERS.map((corner) => keyedStep('ArrowUp', corner))).toEqual([1, 1, -1, -1]);
  expect(CORNERS.map((corner) => keyedStep('ArrowLeft', corner))).toEqual([1, -1, 1, -1]);
  expect(keyedStep('Enter', 'top-left')).toBeNull();
});

test.each([
  ['same-box', 1],
  ['rack', 3],
  ['building', 12],
  ['campus', 40],
] as const)('%s: %i people stand inside the wall, apart, beside the boxes', (wall, count) => {
  const people = peopleAt(wall, count);
  const { left, top, right, bottom } = WALL_RECTS[wall];
  const inner = wall === 'same-box' ? 300 : 86;
  for (const [i, { x, y }] of people.entries()) {
    expect(x - 6).toBeGreaterThan(left);
    expect(x + 6).toBeLessThan(right);
    expect(y - 9).toBeGreaterThan(top);
    expect(y + 7).toBeLessThan(bottom);
    const besideBoxes = x + 6 < 85 || x - 6 > 245;
    const over = wall === 'rack' ? y + 7 < 268 : y + 7 < inner;
    expect(besideBoxes || over).toBe(true);
    for (const other of people.slice(i + 1)) {
      expect(Math.abs(other.x - x) >= 12 || Math.abs(other.y - y) >= 16).toBe(true);
    }
  }
});
