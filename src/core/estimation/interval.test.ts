import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchor } from '../anchors.ts';
import { binomialAtLeast, binomialAtMost, binomialDensity } from '../elementary/binomial.ts';
import { clopperPearsonInterval, type Interval, wilsonInterval } from './interval.ts';

interface Sample {
  readonly m: number;
  readonly n: number;
  readonly confidence: number;
}
interface Ends {
  readonly clopper_pearson: readonly [number, number];
  readonly wilson: readonly [number, number];
}

const sample = fc
  .integer({ min: 1, max: 2000 })
  .chain((trials) =>
    fc.record({ trials: fc.constant(trials), errors: fc.integer({ min: 0, max: trials }) }),
  );
const level = fc.constantFrom(0.5, 0.9, 0.95, 0.99, 0.999);
const methods = [wilsonInterval, clopperPearsonInterval];

function expectEnds({ low, high }: Interval, [wantedLow, wantedHigh]: readonly [number, number]) {
  expect(Math.abs(low - wantedLow)).toBeLessThanOrEqual(1e-12 * wantedLow);
  expect(Math.abs(high - wantedHigh)).toBeLessThanOrEqual(1e-12 * wantedHigh);
}

test.each(['stat.qber.3of100.0.95', 'stat.qber.0of50.0.95', 'stat.qber.25of1000.0.99'])(
  'both intervals meet %s',
  (id) => {
    const { inputs, expected } = anchor<Sample, Ends>(id);
    const { m, n, confidence } = inputs;
    expectEnds(wilsonInterval(m, n, confidence), expected.wilson);
    expectEnds(clopperPearsonInterval(m, n, confidence), expected.clopper_pearson);
  },
);

test('the level is 0.95 unless another is asked for, and the method is named', () => {
  expect(wilsonInterval(3, 100)).toEqual(wilsonInterval(3, 100, 0.95));
  expect(wilsonInterval(3, 100)).toMatchObject({ method: 'wilson', level: 0.95 });
  expect(clopperPearsonInterval(3, 100)).toMatchObject({ method: 'clopper-pearson', level: 0.95 });
});

describe('either interval', () => {
  test('holds the rate that was seen, inside 0…1', () => {
    fc.assert(
      fc.property(sample, level, ({ errors, trials }, asked) => {
        for (const interval of methods) {
          const { low, high } = interval(errors, trials, asked);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(low).toBeLessThanOrEqual(errors / trials);
          expect(high).toBeGreaterThanOrEqual(errors / trials);
          expect(high).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 300, seed: 1984 },
    );
  });

  test('mirrors itself when right and wrong bits change places', () => {
    fc.assert(
      fc.property(sample, level, ({ errors, trials }, asked) => {
        for (const interval of methods) {
          const { low, high } = interval(errors, trials, asked);
          const mirrored = interval(trials - errors, trials, asked);
          expect(mirrored.low).toBeCloseTo(1 - high, 12);
          expect(mirrored.high).toBeCloseTo(1 - low, 12);
        }
      }),
      { numRuns: 300, seed: 1984 },
    );
  });

  test('is 0…1 when nothing was compared', () => {
    for (const interval of methods) expect(interval(0, 0)).toMatchObject({ low: 0, high: 1 });
  });

  test('reaches 0 when no bit was wrong and 1 when every bit was', () => {
    for (const interval of methods) {
      expect(interval(0, 50).low).toBe(0);
      expect(interval(0, 50).high).toBeGreaterThan(0.07);
      expect(interval(50, 50).high).toBe(1);
      expect(interval(50, 50).low).toBeLessThan(0.93);
    }
  });

  test('narrows as more bits are compared', () => {
    for (const interval of methods) {
      const widths = [100, 1000, 10_000, 1e8].map((trials) => {
        const { low, high } = interval(trials / 50, trials);
        return high - low;
      });
      expect(widths).toEqual([...widths].sort((a, b) => b - a));
    }
  });

  test('refuses what is no sample', () => {
    for (const interval of methods) {
      expect(() => interval(-1, 10)).toThrow(RangeError);
      expect(() => interval(11, 10)).toThrow(RangeError);
      expect(() => interval(1.5, 10)).toThrow(RangeError);
      expect(() => interval(1, 10.5)).toThrow(RangeError);
      expect(() => interval(1, 10, 1)).toThrow(RangeError);
      expect(() => interval(1, 10, 0)).toThrow(RangeError);
    }
  });
});

test('the ends of Clopper and Pearson leave exactly half of the doubt outside on each side', () => {
  fc.assert(
    fc.property(sample, level, ({ errors, trials }, asked) => {
      const { low, high } = clopperPearsonInterval(errors, trials, asked);
      const tail = (1 - asked) / 2;
      if (errors > 0) {
        const above = binomialAtLeast({ successes: errors, trials, chance: low });
        expect(Math.abs(above / tail - 1)).toBeLessThan(1e-9);
      }
      if (errors < trials) {
        const below = binomialAtMost({ successes: errors, trials, chance: high });
        expect(Math.abs(below / tail - 1)).toBeLessThan(1e-9);
      }
    }),
    { numRuns: 300, seed: 1984 },
  );
});

test('Clopper and Pearson hold the true rate at least as often as they say; Wilson need not', () => {
  // Exact coverage at 50 trials, over a grid of true rates: sum of the outcomes that hold the rate.
  const trials = 50;
  const coverage = (interval: typeof wilsonInterval, rate: number) => {
    let covered = 0;
    for (let errors = 0; errors <= trials; errors++) {
      const { low, high } = interval(errors, trials);
      const held = low <= rate && rate <= high;
      if (held) covered += binomialDensity({ successes: errors, trials, chance: rate });
    }
    return covered;
  };
  const rates = Array.from({ length: 99 }, (_, i) => (i + 1) / 100);
  const least = (interval: typeof wilsonInterval) =>
    Math.min(...rates.map((rate) => coverage(interval, rate)));
  expect(least(clopperPearsonInterval)).toBeGreaterThanOrEqual(0.95);
  expect(least(wilsonInterval)).toBeGreaterThan(0.9);
  expect(least(wilsonInterval)).toBeLessThan(0.95);
});
