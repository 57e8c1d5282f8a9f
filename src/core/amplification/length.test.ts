import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchor } from '../anchors.ts';
import { binaryEntropy } from '../elementary/entropy.ts';
import {
  asymptoticLength,
  type BasisEvidence,
  finiteKeyErrorLimit,
  finiteKeyLength,
  singleBasisDeviation,
  singleBasisLength,
} from './length.ts';

interface SingleBasis {
  readonly n: number;
  readonly k: number;
  readonly Q_tol: number;
  readonly leak: number;
  readonly eps_sec: number;
}

test.each(['tlgr.n4000.Q0.01', 'tlgr.n10000.Q0.01', 'tlgr.n100000.Q0.02', 'tlgr.n1000000.Q0.05'])(
  'one basis meets %s',
  (id) => {
    const { inputs, expected } = anchor<SingleBasis, { mu: number; ell: number }>(id);
    const { n, k, Q_tol, leak, eps_sec } = inputs;
    expect(Math.abs(singleBasisDeviation(n, k, eps_sec) / expected.mu - 1)).toBeLessThan(1e-9);
    expect(singleBasisLength({ keyBits: n, tested: k, limit: Q_tol }, leak, eps_sec)).toBe(
      expected.ell,
    );
  },
);

test.each(['pool.breakeven.m4.Q0.02', 'pool.breakeven.m8.Q0.02', 'pool.breakeven.m8.Q0.05'])(
  'the smallest block that pays for its own tags meets %s',
  (id) => {
    const { inputs, expected, tolerance } = anchor<{ messages: number; Q: number }, number>(id);
    const net = (sifted: number) => {
      const tested = Math.floor(sifted / 4);
      const keyBits = sifted - tested;
      const leaked = Math.ceil(1.16 * keyBits * binaryEntropy(inputs.Q));
      const made = singleBasisLength({ keyBits, tested, limit: inputs.Q }, leaked, 1e-10);
      return made - 128 * inputs.messages;
    };
    let smallest = 2 * expected;
    while (net(smallest - 1) >= 0) smallest--;
    expect(Math.abs(smallest - expected)).toBeLessThanOrEqual(tolerance.value!);
  },
);

const evidence: fc.Arbitrary<BasisEvidence> = fc
  .record({
    keyBits: fc.nat(200_000),
    tested: fc.nat(100_000),
    share: fc.double({ min: 0, max: 0.3, noNaN: true }),
  })
  .map(({ keyBits, tested, share }) => ({
    keyBits,
    tested,
    testErrors: Math.floor(share * tested),
  }));
const bases = fc.record({ rectilinear: evidence, diagonal: evidence });
const failure = fc.constantFrom(0.5, 1e-6, 1e-10, 2 ** -128);

describe('the budget of two bases', () => {
  test('adds up to the formula, rounded down once', () => {
    fc.assert(
      fc.property(bases, fc.nat(50_000), failure, (given, leaked, allowed) => {
        const budget = finiteKeyLength(given, leaked, allowed);
        const { rectilinear: plus, diagonal: cross } = given;
        const secret = (n: number, { tested: k, testErrors }: BasisEvidence) => {
          if (n === 0 || k === 0) return 0;
          const mu = Math.sqrt(
            ((n + k) / (n * k)) * ((k + 1) / k) * Math.log((4 * Math.SQRT2) / allowed),
          );
          return n * (1 - binaryEntropy(Math.min(0.5, testErrors / k + mu)));
        };
        const length =
          secret(plus.keyBits, cross) +
          secret(cross.keyBits, plus) -
          leaked -
          Math.log2(2 / (allowed * allowed * 1e-15));
        const sum =
          budget.inputBits - budget.phaseErrorBits - budget.leakedBits - budget.marginBits;
        // The reference rounds differently in the last places, which the floor may show as one bit.
        expect(Math.abs(sum - Math.floor(length))).toBeLessThanOrEqual(
          Math.abs(length - Math.round(length)) < 1e-6 ? 1 : 0,
        );
        expect(budget.outputBits).toBe(Math.max(0, sum));
        expect(budget.inputBits).toBe(plus.keyBits + cross.keyBits);
        expect(budget.phaseErrorBits).toBeGreaterThanOrEqual(0);
        expect(budget.phaseErrorBits).toBeLessThanOrEqual(budget.inputBits);
        expect(Number.isInteger(budget.phaseErrorBits) && Number.isInteger(budget.marginBits)).toBe(
          true,
        );
      }),
      { numRuns: 500, seed: 1984 },
    );
  });

  test('an error in one basis costs bits of the other, however good its own test was', () => {
    const good = { keyBits: 50_000, tested: 20_000, testErrors: 0 };
    const bad = { keyBits: 50_000, tested: 20_000, testErrors: 2_000 };
    const { rectilinear, diagonal } = finiteKeyLength(
      { rectilinear: good, diagonal: bad },
      0,
      1e-10,
    );
    expect(rectilinear.observed).toBe(0.1);
    expect(diagonal.observed).toBe(0);
    expect(rectilinear.bound!).toBeGreaterThan(diagonal.bound!);
  });

  test('a basis whose partner was not tested counts as known to Eve', () => {
    const alone = { keyBits: 60_000, tested: 20_000, testErrors: 0 };
    const untested = { keyBits: 5_000, tested: 0, testErrors: 0 };
    const budget = finiteKeyLength({ rectilinear: alone, diagonal: untested }, 0, 1e-10);
    expect(budget.rectilinear).toMatchObject({ observed: null, mu: null, bound: null });
    expect(budget.outputBits).toBeLessThan(5_000);
    expect(asymptoticLength({ rectilinear: alone, diagonal: untested }, 0).outputBits).toBe(5_000);
  });

  test('bias 0.8 with Eve always rectilinear leaves nothing, though the pooled rate looks fine', () => {
    // 100,000 photons: 64,000 and 4,000 sifted, a quarter tested, half of the diagonal ones wrong.
    const rectilinear = { keyBits: 48_000, tested: 16_000, testErrors: 0 };
    const diagonal = { keyBits: 3_000, tested: 1_000, testErrors: 500 };
    const leaked = Math.ceil(1.05 * 51_000 * binaryEntropy(500 / 17_000));
    expect(finiteKeyLength({ rectilinear, diagonal }, leaked, 1e-10).outputBits).toBe(0);
    expect(asymptoticLength({ rectilinear, diagonal }, leaked).outputBits).toBe(0);
    // What pooling would have handed out.
    const pooled = { keyBits: 51_000, tested: 17_000, limit: 500 / 17_000 };
    expect(singleBasisLength(pooled, leaked, 1e-10)).toBeGreaterThan(20_000);
  });

  test('four thousand noiseless photons give no key, five thousand do', () => {
    const photons = (sent: number) => {
      const basis = { keyBits: (sent / 4) * 0.75, tested: sent / 16, testErrors: 0 };
      return finiteKeyLength({ rectilinear: basis, diagonal: basis }, 0, 1e-10).outputBits;
    };
    expect(photons(4_000)).toBe(0);
    expect(photons(5_000)).toBeGreaterThan(0);
  });
});

test('the textbook length is Σ n·(1 − h(q of the other basis)) less the leak', () => {
  const rectilinear = { keyBits: 3_000, tested: 1_000, testErrors: 20 };
  const diagonal = { keyBits: 1_000, tested: 500, testErrors: 25 };
  const budget = asymptoticLength({ rectilinear, diagonal }, 700);
  const { expected: h2 } = anchor<unknown, number>('h2.0.02');
  const { expected: h5 } = anchor<unknown, number>('h2.0.05');
  expect(budget.outputBits).toBe(Math.floor(3_000 * (1 - h5) + 1_000 * (1 - h2) - 700));
  expect(budget.marginBits).toBe(0);
  expect(budget.rectilinear).toEqual({ keyBits: 3_000, observed: 0.05, mu: 0, bound: 0.05 });
});

describe('the error rate that a run of this size stands', () => {
  const sizes = (photons: number) => {
    const basis = { keyBits: (photons / 4) * 0.75, tested: photons / 16 };
    return { rectilinear: basis, diagonal: basis };
  };

  test('grows with the run towards the textbook limit', () => {
    // About 4 % at 20,000 photons, 7.3 % at 100,000, 9.5 % at a million; 10.7 % without end.
    expect(finiteKeyErrorLimit(sizes(4_000), 1e-10, 1.05)).toBe(0);
    expect(Math.abs(finiteKeyErrorLimit(sizes(20_000), 1e-10, 1.05) - 0.04)).toBeLessThan(0.005);
    expect(Math.abs(finiteKeyErrorLimit(sizes(100_000), 1e-10, 1.05) - 0.073)).toBeLessThan(0.002);
    expect(Math.abs(finiteKeyErrorLimit(sizes(1_000_000), 1e-10, 1.05) - 0.095)).toBeLessThan(
      0.001,
    );
  });

  test('is the edge: a key just below, none just above', () => {
    const basis = { keyBits: 75_000, tested: 25_000 };
    const edge = finiteKeyErrorLimit({ rectilinear: basis, diagonal: basis }, 1e-10, 1.05);
    const at = (rate: number) => {
      const seen = { ...basis, testErrors: rate * basis.tested };
      const leaked = Math.ceil(1.05 * 150_000 * binaryEntropy(rate));
      return finiteKeyLength({ rectilinear: seen, diagonal: seen }, leaked, 1e-10).outputBits;
    };
    expect(at(edge - 1e-5)).toBeGreaterThan(0);
    expect(at(edge + 1e-5)).toBe(0);
  });
});

test('counts that are none are refused', () => {
  const fine = { keyBits: 100, tested: 10, testErrors: 1 };
  const wrong = { keyBits: 100, tested: 10, testErrors: 11 };
  expect(() => finiteKeyLength({ rectilinear: fine, diagonal: wrong }, 0, 1e-10)).toThrow(
    'diagonal',
  );
  expect(() => finiteKeyLength({ rectilinear: fine, diagonal: fine }, -1, 1e-10)).toThrow(
    RangeError,
  );
  expect(() => finiteKeyLength({ rectilinear: fine, diagonal: fine }, 0, 0)).toThrow('failure');
});
