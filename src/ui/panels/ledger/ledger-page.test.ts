import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endAfter, pageFiltered, pageInTime, passes } from './ledger-page.ts';

const run = { pulses: 4000, columns: 12, end: null };

test('the page in time holds the photon last sent, and no photon to come', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4000 }), (sent) => {
      const { photons } = pageInTime({ ...run, sent });
      expect(photons).toHaveLength(12);
      expect(photons).toContain(sent - 1);
      for (const photon of photons) if (photon !== null) expect(photon).toBeLessThan(sent);
    }),
  );
});

test('columns keep their places for half a page, and half of it is always full', () => {
  expect(pageInTime({ ...run, sent: 12 }).photons[0]).toBe(0);
  expect(pageInTime({ ...run, sent: 13 }).photons[0]).toBe(6);
  expect(pageInTime({ ...run, sent: 18 }).photons[0]).toBe(6);
  expect(pageInTime({ ...run, sent: 19 }).photons[0]).toBe(12);
  for (let sent = 6; sent < 100; sent++) {
    const full = pageInTime({ ...run, sent }).photons.filter((photon) => photon !== null);
    expect(full.length).toBeGreaterThanOrEqual(6);
  }
});

test('a chosen page ends where it was asked to', () => {
  expect(pageInTime({ ...run, sent: 4000, end: 100 }).photons.at(-1)).toBe(99);
  expect(pageInTime({ ...run, sent: 4000, end: 3 }).photons[0]).toBe(0);
});

test('the last page of a run is full', () => {
  expect(pageInTime({ ...run, sent: 4000 }).photons).toEqual(
    Array.from({ length: 12 }, (_, i) => 3988 + i),
  );
});

test('a run smaller than a page shows only its own photons', () => {
  expect(pageInTime({ ...run, pulses: 5, sent: 5 }).photons).toEqual([0, 1, 2, 3, 4]);
  expect(pageInTime({ ...run, pulses: 5, sent: 0 }).photons).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});

test('a filter finds the last photons that pass, in order', () => {
  const page = pageFiltered({ end: 100, columns: 4, budget: 1000, wanted: (p) => p % 10 === 3 });
  expect(page).toEqual({ photons: [63, 73, 83, 93], searchedTo: null });
});

test('a search in a very long run is cut, and says where', () => {
  let asked = 0;
  const page = pageFiltered({
    end: 1e9,
    columns: 12,
    budget: 5000,
    wanted: () => {
      asked++;
      return false;
    },
  });
  expect(asked).toBe(5000);
  expect(page.photons.every((photon) => photon === null)).toBe(true);
  expect(page.searchedTo).toBe(1e9 - 5000);
});

test('a page that is not full keeps its places', () => {
  const page = pageFiltered({ end: 50, columns: 4, budget: 5000, wanted: (p) => p === 7 });
  expect(page.photons).toEqual([7, null, null, null]);
});

test('a search that reached the first photon was not cut', () => {
  const page = pageFiltered({ end: 50, columns: 12, budget: 5000, wanted: () => false });
  expect(page.searchedTo).toBeNull();
});

test('the next filtered page ends past the next photons that pass', () => {
  const wanted = (p: number) => p % 2 === 0;
  expect(endAfter({ from: 10, sent: 100, columns: 3, budget: 1000, wanted })).toBe(15);
  expect(endAfter({ from: 98, sent: 100, columns: 3, budget: 1000, wanted })).toBeNull();
  expect(endAfter({ from: 0, sent: 1e9, columns: 3, budget: 50, wanted: () => false })).toBe(50);
});

test('kept counts with or without the bits compared; different only when known', () => {
  expect(passes('kept', ['kept'])).toBe(true);
  expect(passes('kept', ['lost', 'not-kept'])).toBe(false);
  expect(passes('different', ['kept'])).toBe(false);
  expect(passes('different', ['kept-equal', 'kept-different'])).toBe(true);
  expect(passes('time', [null])).toBe(true);
});
