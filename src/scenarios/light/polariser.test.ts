import { describe, expect, test } from 'vitest';
import { firePhotons, polariserOdds } from './polariser.ts';

const STATES = ['H', 'V', 'D', 'A', 'mixture-HV', 10, 22.5, -30] as const;
const QUESTIONS = ['rectilinear', 'diagonal', 0, 22.5, 60, 200] as const;

describe('photons fired at a polariser', () => {
  test('meet the odds, for every pair of state and question', () => {
    // n = 4,000 photons a pair, four standard errors.
    for (const prepare of STATES) {
      for (const measure of QUESTIONS) {
        const { zero, one } = polariserOdds(prepare, measure);
        expect(zero + one).toBeCloseTo(1, 12);
        const n = 4000;
        const { zeros, ones } = firePhotons({ seed: 1984, prepare, measure, from: 0, count: n });
        expect(zeros + ones).toBe(n);
        const error = Math.sqrt((zero * one) / n);
        expect(Math.abs(zeros / n - zero), `${prepare} at ${measure}`).toBeLessThanOrEqual(
          4 * error + 1e-9,
        );
      }
    }
  });

  test('one by one give what a volley gives, also across a chunk', () => {
    const volley = { seed: 'a seed', prepare: 'D', measure: 30 } as const;
    const from = 32_760;
    let ones = 0;
    for (let i = 0; i < 20; i++) {
      const shot = firePhotons({ ...volley, from: from + i, count: 1 });
      expect(shot.ones + shot.zeros).toBe(1);
      expect(shot.last).toBe(shot.ones);
      ones += shot.ones;
      expect(firePhotons({ ...volley, from, count: i + 1 })).toMatchObject({
        ones,
        last: shot.last,
      });
    }
    expect(ones).toBeGreaterThan(0);
  });

  test('a diagonal state is certain at 45° and a mixture is not: no list of H and V is one', () => {
    expect(polariserOdds('D', 'diagonal')).toEqual({ zero: 1, one: 0 });
    expect(polariserOdds('mixture-HV', 'diagonal')).toEqual({ zero: 0.5, one: 0.5 });
  });
});
