import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anchor } from '../../../core/anchors.ts';
import { exposedYears } from './mosca.ts';

test('agrees with the published reading of the inequality', () => {
  const { inputs, expected } = anchor<
    { x: number; y: number; z: number },
    { exposed: boolean; exposure_years: number }
  >('mosca');
  const years = exposedYears({ secrecy: inputs.x, migration: inputs.y, qDay: inputs.z });
  expect(years).toBe(expected.exposure_years);
  expect(years > 0).toBe(expected.exposed);
});

test('a year more to Q-day takes a year of exposure away, until none is left', () => {
  const year = fc.integer({ min: 0, max: 50 });
  fc.assert(
    fc.property(year, year, year, (secrecy, migration, qDay) => {
      const now = exposedYears({ secrecy, migration, qDay });
      const later = exposedYears({ secrecy, migration, qDay: qDay + 1 });
      expect(later).toBe(Math.max(0, now - 1));
    }),
    { seed: 1984 },
  );
});
