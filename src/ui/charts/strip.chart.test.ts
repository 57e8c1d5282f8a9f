import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brackets, density, stripLayout } from './strip.chart.ts';

test('64 bits a row on a wide page, 16 on a phone', () => {
  expect(stripLayout({ width: 880 }).columns).toBe(64);
  expect(stripLayout({ width: 640 }).columns).toBe(48);
  expect(stripLayout({ width: 300 }).columns).toBe(24);
  expect(stripLayout({ width: 300, most: 16 }).columns).toBe(16);
});

test('a row never runs over its width, and cells never touch', () => {
  fc.assert(
    fc.property(fc.integer({ min: 200, max: 2000 }), (width) => {
      const { columns, pitch, size } = stripLayout({ width });
      expect(columns * pitch).toBeLessThanOrEqual(width);
      expect(size).toBeLessThan(pitch);
    }),
    { seed: 4 },
  );
});

test('brackets stand under their own bits and leave a gap', () => {
  const layout = stripLayout({ width: 880 });
  const [first, second] = brackets(layout, [8, 16]);
  expect(first?.to).toBeLessThan(second?.from ?? 0);
  expect(second?.to).toBeLessThan(24 * layout.pitch);
  expect(first?.middle).toBeCloseTo(((first?.from ?? 0) + (first?.to ?? 0)) / 2, 9);
});

test('a density counts every position once, ends included', () => {
  expect(density([0, 1, 49, 50, 99], 100, 2)).toEqual([3, 2]);
  const all = fc
    .integer({ min: 1, max: 500 })
    .chain((bits) =>
      fc.tuple(
        fc.constant(bits),
        fc.array(fc.integer({ min: 0, max: bits - 1 })),
        fc.integer({ min: 1, max: 90 }),
      ),
    );
  fc.assert(
    fc.property(all, ([bits, positions, bins]) => {
      const counts = density(positions, bits, bins);
      expect(counts).toHaveLength(bins);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(positions.length);
    }),
    { seed: 4 },
  );
});
