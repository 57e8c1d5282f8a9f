import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchor } from '../anchors.ts';
import { popcount32 } from '../bits/bits.ts';
import { CHUNK_LANES, CHUNK_WORDS, thresholdOf } from '../random/events.ts';
import { openStream, runKey } from '../random/streams.ts';
import { type Columns, makeColumns } from './columns.ts';
import {
  BREIDBART_ERROR,
  detect,
  type ExchangeOdds,
  type ExchangeStreams,
  exchangePhotons,
  type TapBasis,
} from './exchange.ts';
import { singlePhotonClicks } from './formula.ts';

function streamsOf(seed: number | string): ExchangeStreams {
  const key = runKey(seed);
  const open = (label: string) => openStream(key, label);
  return {
    sentBit: open('a/bit'),
    sentBasis: open('a/basis'),
    tapActs: open('e/acts'),
    tapBasis: open('e/basis'),
    tapCoin: open('e/coin'),
    askedBasis: open('b/basis'),
    receiverCoin: open('b/coin'),
    arrival: open('line/arrival'),
    flip: open('line/flip'),
    darkZero: open('b/dark-0'),
    darkOne: open('b/dark-1'),
    double: open('b/double'),
  };
}

const streams = streamsOf(1984);

interface Setting {
  readonly bias?: number;
  readonly flip?: number;
  readonly arrival?: number;
  readonly dark?: number;
  readonly tap?: { readonly fraction: number; readonly basis: TapBasis };
}

function oddsOf({ bias = 0.5, flip = 0, arrival = 1, dark = 0, tap }: Setting): ExchangeOdds {
  return {
    rectilinear: thresholdOf(bias),
    flip: thresholdOf(flip),
    arrival: thresholdOf(arrival),
    dark: thresholdOf(dark),
    tap: tap ? { fraction: thresholdOf(tap.fraction), basis: tap.basis } : null,
  };
}

function lit(setting: Setting, chunk = 0, lanes = CHUNK_LANES): Columns {
  const columns = makeColumns();
  // Left-overs of an earlier run must not matter.
  for (const column of Object.values(columns) as Int32Array[]) column.fill(0x33333333);
  exchangePhotons(columns, oddsOf(setting), streams, chunk, (lanes + 31) >>> 5);
  detect(columns, oddsOf(setting), streams, chunk, lanes);
  return columns;
}

const bit = (column: Int32Array, i: number) => (column[i >>> 5]! >>> (i & 31)) & 1;

/** Lanes of n chunks for which `is` holds, by name. */
function count<Name extends string>(
  setting: Setting,
  chunks: number,
  masks: (c: Columns, w: number) => Readonly<Record<Name, number>>,
): Record<Name, number> {
  const sums: Record<string, number> = {};
  for (let chunk = 0; chunk < chunks; chunk++) {
    const columns = lit(setting, chunk);
    for (let w = 0; w < CHUNK_WORDS; w++) {
      for (const [name, mask] of Object.entries(masks(columns, w))) {
        sums[name] = (sums[name] ?? 0) + popcount32(mask as number);
      }
    }
  }
  return sums as Record<Name, number>;
}

/** Within four standard errors of a share p of n. */
function expectShare(hits: number, n: number, p: number, what: string): void {
  const error = Math.sqrt((p * (1 - p)) / n);
  expect(Math.abs(hits / n - p), `${what}: ${hits} of ${n}, expected ${p}`).toBeLessThanOrEqual(
    4 * error,
  );
}

describe('lane by lane', () => {
  test('equal bases give Bob Alice’s bit when nobody listens, others a coin', () => {
    const c = lit({});
    for (let i = 0; i < 4096; i++) {
      const agree = bit(c.sentBasis, i) === bit(c.askedBasis, i);
      if (agree) expect(bit(c.gotBit, i)).toBe(bit(c.sentBit, i));
      expect(bit(c.detected, i)).toBe(1);
      expect(bit(c.tapActs, i)).toBe(0);
    }
    const { same, other } = count({}, 4, ({ sentBit, gotBit, sentBasis, askedBasis }, w) => {
      const differ = sentBasis[w]! ^ askedBasis[w]!;
      return { other: differ, same: differ & ~(sentBit[w]! ^ gotBit[w]!) };
    });
    expectShare(same, other, 0.5, 'unequal bases');
  });

  test('who measures in the sender’s basis reads the bit and leaves it as it was', () => {
    for (const basis of ['random', 'rectilinear', 'diagonal'] as const) {
      const c = lit({ tap: { fraction: 0.7, basis } });
      for (let i = 0; i < 8192; i++) {
        const right = bit(c.tapBasis, i) === bit(c.sentBasis, i);
        const [sent, saw, got] = [bit(c.sentBit, i), bit(c.tapBit, i), bit(c.gotBit, i)];
        if (bit(c.tapActs, i) === 1 && right) expect(saw).toBe(sent);
        const carried = bit(c.tapActs, i) === 1 ? bit(c.tapBasis, i) : bit(c.sentBasis, i);
        // Whoever asks in the basis that is carried gets the bit that is carried.
        if (bit(c.askedBasis, i) === carried) {
          expect(got).toBe(bit(c.tapActs, i) === 1 ? saw : sent);
        }
        if (basis !== 'random') expect(bit(c.tapBasis, i)).toBe(basis === 'diagonal' ? 1 : 0);
      }
    }
  });

  test('a tap that never acts changes nothing, and pulses it leaves alone are as without it', () => {
    const plain = lit({ flip: 0.02 });
    for (const basis of ['random', 'rectilinear', 'diagonal', 'breidbart'] as const) {
      const never = lit({ flip: 0.02, tap: { fraction: 0, basis } });
      expect(never.gotBit).toEqual(plain.gotBit);
      const some = lit({ flip: 0.02, tap: { fraction: 0.4, basis } });
      for (const name of ['sentBit', 'sentBasis', 'askedBasis', 'detected'] as const) {
        expect(some[name]).toEqual(plain[name]);
      }
      for (let w = 0; w < CHUNK_WORDS; w++) {
        expect((some.gotBit[w]! ^ plain.gotBit[w]!) & ~some.tapActs[w]!).toBe(0);
      }
    }
  });

  test('flips turn the very bits that were there', () => {
    const without = lit({ tap: { fraction: 1, basis: 'random' } });
    const half = lit({ flip: 0.5, tap: { fraction: 1, basis: 'random' } });
    const certain = without.gotBit.map((word, w) => word ^ half.gotBit[w]!);
    const ones = certain.reduce((sum, word) => sum + popcount32(word), 0);
    expectShare(ones, CHUNK_LANES, 0.5, 'flips');
  });

  test('any number of lanes gives the first lanes of a full chunk, and no click beyond', () => {
    const bases = fc.constantFrom<TapBasis>('random', 'rectilinear', 'diagonal', 'breidbart');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: CHUNK_LANES }), bases, (lanes, basis) => {
        const setting = {
          bias: 0.7,
          flip: 0.1,
          arrival: 0.6,
          dark: 0.05,
          tap: { fraction: 0.8, basis },
        };
        const whole = lit(setting, 3);
        lit({ tap: { fraction: 0.3, basis: 'breidbart' } }, 9);
        const part = lit(setting, 3, lanes);
        for (const name of Object.keys(whole) as (keyof Columns)[]) {
          for (let w = 0; w < lanes >>> 5; w++) expect(part[name][w]).toBe(whole[name][w]);
          if ((lanes & 31) === 0) continue;
          const valid = 0xffffffff >>> (32 - (lanes & 31));
          const last = lanes >>> 5;
          expect(part[name][last]! & valid).toBe(whole[name][last]! & valid);
        }
        for (let i = lanes; i < CHUNK_LANES; i++) {
          if (bit(part.detected, i) === 1) throw new Error(`a click in lane ${i} of ${lanes}`);
        }
      }),
      { seed: 1984, numRuns: 25 },
    );
  });
});

describe('error rates under intercept–resend', () => {
  const listening = (setting: Setting) =>
    count(setting, 12, (c, w) => {
      const kept = ~(c.sentBasis[w]! ^ c.askedBasis[w]!) & c.detected[w]!;
      const wrong = kept & (c.sentBit[w]! ^ c.gotBit[w]!);
      const plus = ~c.sentBasis[w]!;
      const known = kept & c.tapActs[w]! & ~(c.tapBasis[w]! ^ c.sentBasis[w]!);
      const guessed = kept & c.tapActs[w]! & ~(c.tapBit[w]! ^ c.sentBit[w]!);
      return {
        kept,
        wrong,
        known,
        guessed,
        keptPlus: kept & plus,
        wrongPlus: wrong & plus,
        keptCross: kept & ~plus,
        wrongCross: wrong & ~plus,
      };
    });

  // n = 393,216 pulses a row; each share within four standard errors √(p(1−p)/n).
  test.each([
    ['f1.pz0.5.qz0.5', 'random'],
    ['f0.3.pz0.5.qz0.5', 'random'],
    ['f1.pz0.9.qz0.5', 'random'],
    ['f1.pz0.9.qz1', 'rectilinear'],
  ] as const)('meet ir.qber and ir.known %s, basis by basis', (id, basis) => {
    const { inputs, expected } = anchor<
      { readonly f: number; readonly pz: number },
      Readonly<Record<'qber' | 'qber_Z' | 'qber_X' | 'sifted_fraction', number>>
    >(`ir.qber.${id}`);
    const known = anchor<unknown, number>(`ir.known.${id}`).expected;
    const sums = listening({ bias: inputs.pz, tap: { fraction: inputs.f, basis } });
    expectShare(sums.kept, 12 * CHUNK_LANES, expected.sifted_fraction, 'sifted');
    expectShare(sums.wrong, sums.kept, expected.qber, 'pooled');
    expectShare(sums.wrongPlus, sums.keptPlus, expected.qber_Z, 'rectilinear');
    expectShare(sums.wrongCross, sums.keptCross, expected.qber_X, 'diagonal');
    expectShare(sums.known, sums.kept, known, 'known');
  });

  test('meet ir.breidbart: the basis midway guesses better and disturbs as much', () => {
    const { expected } = anchor<unknown, { readonly p_guess: number; readonly qber: number }>(
      'ir.breidbart',
    );
    const sums = listening({ tap: { fraction: 1, basis: 'breidbart' } });
    expectShare(sums.guessed, sums.kept, expected.p_guess, 'guessed');
    expectShare(sums.wrong, sums.kept, expected.qber, 'pooled');
    expectShare(sums.wrongPlus, sums.keptPlus, 0.25, 'rectilinear');
    expectShare(sums.wrongCross, sums.keptCross, 0.25, 'diagonal');
    expect(BREIDBART_ERROR / 2 ** 32).toBeCloseTo(1 - expected.p_guess, 9);
  });

  test('meet sift.asym.0.9', () => {
    const { expected } = anchor<unknown, { readonly sifted: number; readonly z_share: number }>(
      'sift.asym.0.9',
    );
    const sums = listening({ bias: 0.9 });
    expectShare(sums.kept, 12 * CHUNK_LANES, expected.sifted, 'sifted');
    expectShare(sums.keptPlus, sums.kept, expected.z_share, 'rectilinear share');
    expect(sums.wrong).toBe(0);
  });
});

describe('two detectors', () => {
  const clicks = (setting: Setting) =>
    count(setting, 16, (c, w) => {
      const agree = ~(c.sentBasis[w]! ^ c.askedBasis[w]!);
      const wrong = c.sentBit[w]! ^ c.gotBit[w]!;
      return {
        agree,
        click: c.detected[w]! & agree,
        error: c.detected[w]! & agree & wrong,
        double: c.double[w]! & agree,
        other: c.detected[w]! & ~agree,
        otherWrong: c.detected[w]! & ~agree & wrong,
        bothButDark: c.double[w]! & ~c.dark[w]!,
        doubleZero: c.double[w]! & ~c.gotBit[w]!,
        doubles: c.double[w]!,
        silentDouble: c.double[w]! & ~c.detected[w]!,
      };
    });

  // n ≈ 262,144 pulses in equal bases; four standard errors.
  test.each([
    [1, 0, 0],
    [0.5, 0.03, 0],
    [0.01, 0.01, 0.001],
    [0.1, 0.02, 0.01],
    [0, 0, 0.05],
    [0.9, 0, 0.1],
    [1, 0.5, 0.1],
  ])(
    'click, err and click twice as the closed form says: η %d, e %d, d %d',
    (arrival, flip, dark) => {
      const formula = singlePhotonClicks({
        transmittance: arrival,
        misalignment: flip,
        darkCountProbability: dark,
      });
      const sums = clicks({ arrival, flip, dark });
      expectShare(sums.click, sums.agree, formula.click, 'click');
      expectShare(sums.error, sums.agree, formula.error, 'error');
      expectShare(sums.double, sums.agree, formula.double, 'double');
      if (sums.other > 0) expectShare(sums.otherWrong, sums.other, 0.5, 'unequal bases');
      // A double click takes a dark count, is a click, and gives a fair coin.
      expect(sums.bothButDark).toBe(0);
      expect(sums.silentDouble).toBe(0);
      if (sums.doubles > 0) expectShare(sums.doubleZero, sums.doubles, 0.5, 'double clicks');
    },
  );

  test('more loss only takes clicks away, and dark counts only add them', () => {
    const bright = lit({ arrival: 0.8 });
    const dim = lit({ arrival: 0.3 });
    const dark = lit({ arrival: 0.3, dark: 0.01 });
    for (let w = 0; w < CHUNK_WORDS; w++) {
      expect(dim.detected[w]! & ~bright.detected[w]!).toBe(0);
      expect(dim.detected[w]! & ~dark.detected[w]!).toBe(0);
      // Where no dark count took part, the result is the photon's own.
      const photonOnly = dim.detected[w]! & ~dark.dark[w]!;
      expect((dim.gotBit[w]! ^ dark.gotBit[w]!) & photonOnly).toBe(0);
      // A dark click in the photon's own detector changes nothing, and is not counted as one.
      expect(dark.dark[w]! & dim.detected[w]! & ~dark.double[w]!).toBe(0);
      // Every click that the photons do not explain took one.
      expect(dark.detected[w]! & ~dim.detected[w]! & ~dark.dark[w]!).toBe(0);
    }
  });
});
