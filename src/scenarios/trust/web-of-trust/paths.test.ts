import fc from 'fast-check';
import { expect, test } from 'vitest';
import { THRESHOLD } from './graph.ts';
import { disjointWays, MOST_STEPS } from './paths.ts';

const arrowsOf = (...lines: readonly string[]) =>
  lines.map((line) => ({ from: line[0]!, to: line[1]! }));

test('two introducers of whom the reader trusts both are enough', () => {
  const question = { trusted: ['1', '2'], arrows: arrowsOf('1S', '2S', '3S'), subject: 'S' };
  expect(disjointWays(question)).toEqual([['1'], ['2']]);
});

test('introducers whom nobody trusts count for nothing, however many', () => {
  const question = { trusted: ['1'], arrows: arrowsOf('3S', '4S', '5S', '34', '45'), subject: 'S' };
  expect(disjointWays(question)).toEqual([]);
});

test('two ways through one introducer count once, even if the short ways hide the long ones', () => {
  const shared = { trusted: ['1', '2'], arrows: arrowsOf('13', '23', '3S'), subject: 'S' };
  expect(disjointWays(shared)).toHaveLength(1);
  // The shortest way 1–2 would block both; 1–3 and 4–2 do not meet.
  const crossed = {
    trusted: ['1', '4'],
    arrows: arrowsOf('12', '13', '42', '2S', '3S'),
    subject: 'S',
  };
  expect(disjointWays(crossed)).toEqual([
    ['1', '3'],
    ['4', '2'],
  ]);
});

test('nobody vouches for herself, not even if the reader trusts her', () => {
  expect(disjointWays({ trusted: ['S'], arrows: arrowsOf('SS'), subject: 'S' })).toEqual([]);
  expect(disjointWays({ trusted: ['1'], arrows: arrowsOf('1S', 'SS'), subject: 'S' })).toEqual([
    ['1'],
  ]);
});

test('a way has at most five steps, the reader’s own included', () => {
  const chain = arrowsOf('12', '23', '34', '4S');
  expect(disjointWays({ trusted: ['1'], arrows: chain, subject: 'S' })).toHaveLength(1);
  const longer = arrowsOf('12', '23', '34', '45', '5S');
  expect(disjointWays({ trusted: ['1'], arrows: longer, subject: 'S' })).toEqual([]);
});

test('ways begin with trust, follow arrows, share nothing and are enough if any are', () => {
  const key = fc.constantFrom('1', '2', '3', '4', 'S');
  const arrow = fc.record({ from: key, to: key });
  const question = fc.record({
    trusted: fc.uniqueArray(fc.constantFrom('1', '2', '3', '4'), { maxLength: 3 }),
    arrows: fc.array(arrow, { maxLength: 10 }),
    subject: fc.constant('S'),
  });
  fc.assert(
    fc.property(question, (asked) => {
      const ways = disjointWays(asked);
      const used = ways.flat();
      expect(new Set(used).size).toBe(used.length);
      expect(ways.length).toBeLessThanOrEqual(THRESHOLD);
      for (const way of ways) {
        expect(way.length).toBeLessThan(MOST_STEPS);
        expect(asked.trusted).toContain(way[0]);
        for (const [n, from] of way.entries()) {
          expect(asked.arrows).toContainEqual({ from, to: way[n + 1] ?? 'S' });
        }
      }
      // Menger: fewer than two ways, and one introducer less leaves none (or there was none at all).
      if (ways.length < 2) {
        const cuts = ['1', '2', '3', '4'].some((gone) => {
          const arrows = asked.arrows.filter(({ from, to }) => from !== gone && to !== gone);
          const trusted = asked.trusted.filter((one) => one !== gone);
          return disjointWays({ trusted, arrows, subject: 'S' }).length === 0;
        });
        expect(cuts).toBe(true);
      }
    }),
    { numRuns: 500, seed: 1984 },
  );
});
