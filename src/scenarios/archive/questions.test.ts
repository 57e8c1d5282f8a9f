import { describe, expect, test } from 'vitest';
import { reconcile } from '../../core/reconciliation/cascade.ts';
import { askedBytes, isOpening, questionPositions } from '../../core/reconciliation/log.ts';
import { EFFICIENT, planted, seedOf, TEXTBOOK } from '../../core/reconciliation/planted.ts';
import { askedPositions, openedPositions } from './questions.ts';

const BITS = 160_001;

describe('a key of several frames', () => {
  test.each([
    ['textbook', { ...TEXTBOOK, errorRate: 0.002, schedule: 'parallel' }],
    ['efficient', { ...EFFICIENT, errorRate: 0.002, schedule: 'parallel' }],
  ] as const)('%s: each round is about the bits that it was about', (_, terms) => {
    const seed = seedOf(7);
    const pair = planted(BITS, 320, 'archive');
    const log = reconcile({ ...pair, terms, seed, keepLog: true }).log!;
    expect(log.frame.at(-1)).toBe(1);
    const opening = { terms, bits: BITS, seed: seed.slice() };
    let pass = 0;
    for (let r = 0; r < log.opening.length; r++) {
      const told = isOpening(log, r)
        ? openedPositions(pass++, opening)
        : askedPositions(askedBytes(log, r), opening);
      const first = log.roundStart[r]!;
      expect(told.length).toBe(log.roundStart[r + 1]! - first);

      const unlike = told.findIndex((positions, i) => {
        const wanted = questionPositions(log, first + i, terms, seed, BITS);
        return positions.length !== wanted.length || positions.some((at, p) => at !== wanted[p]);
      });
      expect(unlike).toBe(-1);
    }
    expect(pass).toBe(terms.passes);
  });

  test('questions cut off, about blocks that are not, or after the last pass are refused', () => {
    const opening = { terms: { ...EFFICIENT, errorRate: 0.05 }, bits: 500, seed: seedOf(1) };
    expect(askedPositions(Uint8Array.of(0, 0, 3, 96, 16), opening)).toEqual([
      Uint32Array.from({ length: 16 }, (_, i) => 96 + i),
    ]);
    expect(() => askedPositions(Uint8Array.of(0, 0, 3, 96), opening)).toThrow(RangeError);
    expect(() => askedPositions(Uint8Array.of(0, 0, 99, 96, 16), opening)).toThrow(RangeError);
    expect(() => openedPositions(14, opening)).toThrow(RangeError);
  });
});
