/**
 * What a line and Bob's detectors make of a pulse, bases matched: three models from the literature.
 *
 *   transmittance η          chance that one of Alice's photons clicks, fibre times detector, 0…1
 *   mean photon number       of a coherent pulse; its photons are Poisson, and Bob's Poisson(η·mean)
 *   gain                     chance of a click per pulse
 *   error                    chance of a click whose bit is wrong, per pulse; error/gain is a QBER
 *
 * They differ in order η·Y0 or less; a model that a published curve was drawn with is the one to
 * compare with it. A run of the simulator is to be compared with `thresholdLine`.
 */
import { chanceOfAny } from '../elementary/chance.ts';

/** Per pulse, 0…1. */
export interface Yield {
  readonly gain: number;
  readonly error: number;
}

export interface Line {
  /** A coherent pulse; RangeError unless its mean photon number is 0 or more. */
  readonly pulse: (meanPhotonNumber: number) => Yield;
  readonly vacuum: Yield;
  /** Exactly one photon: Y1, and Y1·e1. */
  readonly single: Yield;
}

/**
 * Two threshold detectors, each with its own dark counts; a double click becomes a random bit.
 * Exact for photons that go astray one by one, as the simulator's do.
 * Source: Lütkenhaus, PRA 59 (1999) 3301, doi:10.1103/PhysRevA.59.3301.
 */
export function thresholdLine(of: {
  readonly transmittance: number;
  /** Chance that an arriving photon goes to the wrong detector. */
  readonly misalignment: number;
  /** Per detector and pulse. */
  readonly darkCountProbability: number;
}): Line {
  const { transmittance, misalignment, darkCountProbability: dark } = of;
  expectProbability('transmittance', transmittance);
  expectProbability('misalignment', misalignment);
  expectProbability('darkCountProbability', dark);
  const lost = 1 - transmittance;
  const single = {
    gain: transmittance + lost * dark * (2 - dark),
    // The photon alone in the wrong detector; the photon and a dark click; no photon.
    error:
      transmittance * misalignment * (1 - dark) +
      (transmittance * dark) / 2 +
      lost * dark * (1 - dark / 2),
  };
  const pulse = (mean: number) => {
    expectMean(mean);
    const arriving = transmittance * mean;
    const right = either(dark, chanceOfAny(arriving * (1 - misalignment)));
    const wrong = either(dark, chanceOfAny(arriving * misalignment));
    return { gain: either(right, wrong), error: wrong * (1 - right) + (right * wrong) / 2 };
  };
  return { pulse, vacuum: pulse(0), single };
}

/** Error rate of a click without light. */
const BACKGROUND_ERROR = 0.5;

/**
 * Background added to the light: Q = Y0 + 1 − e^(−ημ), Y1 = Y0 + η, no term for both at once.
 * `background` is Y0, the chance of a click without light in either of the two detectors.
 * Source: Ma, Qi, Zhao & Lo, PRA 72 (2005) 012326, doi:10.1103/PhysRevA.72.012326, Eqs. (8)–(11).
 */
export function backgroundLine(of: {
  readonly transmittance: number;
  readonly misalignment: number;
  readonly background: number;
}): Line {
  expectProbability('transmittance', of.transmittance);
  expectProbability('misalignment', of.misalignment);
  expectProbability('background', of.background);
  const dark = { gain: of.background, error: BACKGROUND_ERROR * of.background };
  const lit = (chance: number) => ({
    gain: dark.gain + chance,
    error: dark.error + of.misalignment * chance,
  });
  const pulse = (mean: number) => {
    expectMean(mean);
    return lit(chanceOfAny(of.transmittance * mean));
  };
  return { pulse, vacuum: dark, single: lit(of.transmittance) };
}

/**
 * As `backgroundLine`, with afterpulses: every click is followed by another in `afterpulse` of all
 * cases, whose bit is random. `darkCountProbability` is per detector.
 *   D = 1 − (1 − 2·dark)·e^(−ημ),  Q = D(1 + afterpulse),
 *   error = dark + misalignment·(1 − e^(−ημ)) + afterpulse·D/2
 * Source: Lim, Curty, Walenta, Xu & Zbinden, PRA 89 (2014) 022307, doi:10.1103/PhysRevA.89.022307.
 * Its error probability is printed with the fibre's transmittance in place of η; only η gives the
 * rates that the paper reports.
 */
export function afterpulsingLine(of: {
  readonly transmittance: number;
  readonly misalignment: number;
  readonly darkCountProbability: number;
  readonly afterpulse: number;
}): Line {
  expectProbability('transmittance', of.transmittance);
  expectProbability('misalignment', of.misalignment);
  expectProbability('darkCountProbability', of.darkCountProbability);
  expectProbability('afterpulse', of.afterpulse);
  const from = (lit: number) => {
    const detected = either(2 * of.darkCountProbability, lit);
    return {
      gain: detected * (1 + of.afterpulse),
      error: of.darkCountProbability + of.misalignment * lit + (of.afterpulse * detected) / 2,
    };
  };
  const pulse = (mean: number) => {
    expectMean(mean);
    return from(chanceOfAny(of.transmittance * mean));
  };
  return { pulse, vacuum: pulse(0), single: from(of.transmittance) };
}

/** Chance of at least one of two independent events; a sum, so that small chances keep their digits. */
function either(a: number, b: number): number {
  return a + (1 - a) * b;
}

function expectMean(mean: number): void {
  if (!(mean >= 0 && mean < Infinity)) {
    throw new RangeError(`"meanPhotonNumber" expected 0 or more, got ${mean}`);
  }
}

function expectProbability(name: string, value: number): void {
  if (!(value >= 0 && value <= 1)) {
    throw new RangeError(`"${name}" expected a probability 0…1, got ${value}`);
  }
}
