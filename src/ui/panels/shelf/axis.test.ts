import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axisPicture, LONGEST_YEARS, yearsAfterKey, yearsAt } from './axis.ts';

const years = fc.integer({ min: 1, max: LONGEST_YEARS });

test('what is readable while still secret is what lies between Q-day and the end of the need', () => {
  fc.assert(
    fc.property(years, years, (secrecy, qDay) => {
      const { exposed, says } = axisPicture({ secrecy, qDay }, true);
      expect(exposed).toBe(secrecy > qDay ? secrecy - qDay : 0);
      expect(says).toBe(secrecy > qDay ? 'still-secret' : 'nobody-minds');
      expect(axisPicture({ secrecy, qDay }, false)).toMatchObject({ exposed: 0, says: 'put-off' });
    }),
    { seed: 1984 },
  );
});

test('a handle dropped where a year is drawn stands at that year, and past the end is put off', () => {
  fc.assert(
    fc.property(years, (year) => {
      expect(yearsAt(axisPicture({ secrecy: year, qDay: 1 }, true).secrecy)).toBe(year);
    }),
    { seed: 1984 },
  );
  expect(yearsAt(1.03)).toBeNull();
  expect(yearsAt(-0.5)).toBe(1);
});

test('keys stay on the axis; only a handle that may goes one past its end', () => {
  const keys = ['ArrowRight', 'ArrowLeft', 'PageUp', 'PageDown', 'Home', 'End'];
  fc.assert(
    fc.property(fc.constantFrom(...keys), years, fc.boolean(), (key, from, past) => {
      const next = yearsAfterKey(key, from, past);
      expect(next).toBeGreaterThanOrEqual(1);
      expect(next).toBeLessThanOrEqual(LONGEST_YEARS + (past ? 1 : 0));
    }),
    { seed: 1984 },
  );
  expect(yearsAfterKey('End', 3, true)).toBe(LONGEST_YEARS + 1);
  expect(yearsAfterKey('x', 3, true)).toBeNull();
});
