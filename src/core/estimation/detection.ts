/**
 * What a listener does to the sifted key, and the chance that a test notices her.
 *
 * Intercept and resend: Eve measures a fraction of the pulses and sends on what she saw. Her basis
 * is wrong in some of them; there Bob's bit is a coin, so half of those bits are errors.
 *   rectilinear, diagonal   error rate of the sifted bits of one basis
 *   pooled                  error rate of all sifted bits; with biased bases it can hide her
 * Sources: Bennett & Brassard 1984, doi:10.1016/j.tcs.2014.05.025; Bennett, Bessette, Brassard,
 * Salvail & Smolin, J. Cryptology 5 (1992) 3, doi:10.1007/BF00191318; for biased bases Lo, Chau &
 * Ardehali, J. Cryptology 18 (2005) 133, doi:10.1007/s00145-004-0142-y.
 */
import { binomialAtMost } from '../elementary/binomial.ts';
import { chanceOfAtLeastOne } from '../elementary/chance.ts';

export interface Listening {
  /** Part of the pulses Eve measures and resends. */
  readonly fraction: number;
  /** Probability that Alice, and Bob, choose the rectilinear basis. */
  readonly basisBias: number;
  /** Probability that Eve measures in the rectilinear basis. */
  readonly eveRectilinear: number;
  /** Chance that Bob's bit is wrong although bases agree and nobody listens. */
  readonly flipProbability: number;
}

export interface ExpectedQber {
  readonly pooled: number;
  readonly rectilinear: number;
  readonly diagonal: number;
  /** Part of the detected pulses that both measured in one basis. */
  readonly siftedFraction: number;
  /** Part of the sifted bits that Eve measured in the right basis: she knows Alice's bit. */
  readonly knownFraction: number;
}

/**
 * Error rates, sifted part and Eve's part to be expected; all 0…1.
 * RangeError unless every input is a probability (flipProbability at most ½).
 */
export function expectedQber(listening: Listening): ExpectedQber {
  const { fraction, basisBias, eveRectilinear, flipProbability } = listening;
  expectProbability('fraction', fraction);
  expectProbability('basisBias', basisBias);
  expectProbability('eveRectilinear', eveRectilinear);
  expectProbability('flipProbability', flipProbability, 0.5);

  const bothRectilinear = basisBias * basisBias;
  const bothDiagonal = (1 - basisBias) * (1 - basisBias);
  const siftedFraction = bothRectilinear + bothDiagonal;
  const wrongInRectilinear = fraction * (1 - eveRectilinear);
  const wrongInDiagonal = fraction * eveRectilinear;
  const wrong =
    (bothRectilinear * wrongInRectilinear + bothDiagonal * wrongInDiagonal) / siftedFraction;
  const known = bothRectilinear * eveRectilinear + bothDiagonal * (1 - eveRectilinear);
  // An error and a flip cancel: Q(1 − e) + (1 − Q)e.
  const withFlips = (qber: number) => qber * (1 - 2 * flipProbability) + flipProbability;
  return {
    pooled: withFlips(wrong / 2),
    rectilinear: withFlips(wrongInRectilinear / 2),
    diagonal: withFlips(wrongInDiagonal / 2),
    siftedFraction,
    knownFraction: (fraction * known) / siftedFraction,
  };
}

/**
 * Probability that comparing `testedBits` sifted bits shows at least one error when Eve, unbiased,
 * measures `interceptedFraction` of the pulses: 1 − (1 − f/4)^k. It holds on a line without noise
 * only; with noise one error is no proof, and `chanceTestMisses` is the question to ask.
 * RangeError unless testedBits is a whole number and interceptedFraction 0…1.
 */
export function chanceOfNotice(testedBits: number, interceptedFraction: number): number {
  expectProbability('interceptedFraction', interceptedFraction);
  return chanceOfAtLeastOne({ chance: interceptedFraction / 4, attempts: testedBits });
}

/**
 * Probability that a test of `testedBits` independent bits lets a line of this error rate pass:
 * P[errors/testedBits ≤ abortAbove], compared exactly as a run compares its estimate. 1 if nothing is
 * tested. RangeError unless testedBits is a whole number and the rates are 0…1.
 */
export function chanceTestMisses(
  testedBits: number,
  errorRate: number,
  abortAbove: number,
): number {
  expectProbability('errorRate', errorRate);
  expectProbability('abortAbove', abortAbove);
  if (testedBits === 0) return 1;
  const successes = mostErrorsAllowed(testedBits, abortAbove);
  return binomialAtMost({ successes, trials: testedBits, chance: errorRate });
}

/** The largest m with m/testedBits ≤ abortAbove as numbers, where 0.29·100 is below 29. */
function mostErrorsAllowed(testedBits: number, abortAbove: number): number {
  const rough = Math.floor(abortAbove * testedBits);
  if (rough < testedBits && (rough + 1) / testedBits <= abortAbove) return rough + 1;
  return rough / testedBits <= abortAbove ? rough : rough - 1;
}

function expectProbability(name: string, value: number, most = 1): void {
  if (!(value >= 0 && value <= most)) {
    throw new RangeError(`"${name}" expected a probability 0…${most}, got ${value}`);
  }
}
