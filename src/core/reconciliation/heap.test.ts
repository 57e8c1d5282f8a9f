import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openHeap, pop, push } from './heap.ts';

test('gives back the smallest of what is in it, however full it is', () => {
  const steps = fc.array(fc.option(fc.nat(50), { nil: 'pop' as const, freq: 3 }), {
    maxLength: 3000,
    size: 'max',
  });
  fc.assert(
    fc.property(steps, (taken) => {
      const heap = openHeap();
      const inside: number[] = [];
      const [given, wanted]: [number[], number[]] = [[], []];
      for (const step of taken) {
        if (step !== 'pop') {
          push(heap, step);
          inside.push(step);
        } else if (inside.length > 0) {
          inside.sort((a, b) => b - a);
          wanted.push(inside.pop()!);
          given.push(pop(heap));
        }
      }
      expect(given).toEqual(wanted);
      expect(heap.size).toBe(inside.length);
    }),
    { seed: 1984, numRuns: 30 },
  );
});
