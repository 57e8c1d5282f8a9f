/**
 * Photon-number splitting: Eve counts the photons of a pulse without touching their polarisation,
 * keeps one where there are several, and brings the rest to Bob over a line without loss. His detector
 * stays his. What she lets pass is chosen so that all intensities together click as often as before:
 *
 *   no photon        nothing to do
 *   one photon       passes with probability `single`, else it is blocked
 *   several          with probability `split` she keeps one, and then sends the rest on with
 *                    probability `forward`; else the pulse passes whole
 *
 * The more the honest line loses, the less she needs to let pass: first she splits more of the
 * multi-photon pulses, then she blocks the single photons, last she blocks what she has split.
 * Source: Brassard, Lütkenhaus, Mor & Sanders, PRL 85 (2000) 1330, doi:10.1103/PhysRevLett.85.1330.
 */
import { exp } from '../elementary/exponential.ts';
import type { WeakLaw } from './weak-law.ts';

/** Probabilities 0…1. */
export interface SplittingRule {
  /** Part of the pulses that she acts on at all; the others cross the honest line. */
  readonly fraction: number;
  readonly single: number;
  readonly split: number;
  readonly forward: number;
}

export interface SplitLine {
  /** Of the honest line, without detectors. */
  readonly transmittance: number;
  /** Of Bob's detectors. */
  readonly efficiency: number;
  /** Chance that an arriving photon goes to the wrong detector. */
  readonly misalignment: number;
}

/** Which of Bob's two detectors has light: that of the pulse's state, the other one, both, none. */
export type Pattern = 'none' | 'right' | 'wrong' | 'both';
export type Patterns = Readonly<Record<Pattern, number>>;

export const PATTERNS: readonly Pattern[] = ['none', 'right', 'wrong', 'both'];

interface Mix {
  readonly meanPhotonNumber: number;
  readonly probability: number;
}

/** Eve's rule for a source of several intensities, which she cannot tell apart. */
export function splittingRule(
  levels: readonly Mix[],
  { transmittance, efficiency }: SplitLine,
  fraction: number,
): SplittingRule {
  let honest = 0;
  let single = 0;
  let rest = 0;
  let whole = 0;
  for (const { meanPhotonNumber, probability } of levels) {
    photonNumbers(meanPhotonNumber, (n, chance) => {
      const weight = probability * chance;
      honest += weight * clicks(n, transmittance * efficiency);
      if (n === 1) single += weight * efficiency;
      if (n < 2) return;
      rest += weight * clicks(n - 1, efficiency);
      whole += weight * clicks(n, efficiency);
    });
  }
  if (rest >= honest) {
    return { fraction, single: 0, split: 1, forward: rest === 0 ? 0 : honest / rest };
  }
  if (rest + single >= honest) {
    return { fraction, single: part(honest - rest, single), split: 1, forward: 1 };
  }
  // Of perfect detectors the photon that she keeps takes no click: then whole and rest differ by rounding.
  const split = Math.max(0, part(single + whole - honest, whole - rest));
  return { fraction, single: 1, split, forward: 1 };
}

/** Of a pulse with n photons, whose state is read in its own basis or in the other one. */
interface OfNumber {
  /** Eve holds one of its photons, and Bob's detectors are as the pattern says. */
  readonly held: Patterns;
  readonly free: Patterns;
}

/** Probabilities of both for n photons; they add up to 1. */
function ofNumber(
  n: number,
  equalBases: boolean,
  { fraction, single, split, forward }: SplittingRule,
  { transmittance, efficiency, misalignment }: SplitLine,
): OfNumber {
  const astray = equalBases ? misalignment : 0.5;
  const held = { none: 0, right: 0, wrong: 0, both: 0 };
  const free = { none: 0, right: 0, wrong: 0, both: 0 };
  const add = (into: typeof held, weight: number, photons: number, each: number) => {
    if (weight === 0) return;
    const seen = patterns(photons, each, astray);
    for (const pattern of PATTERNS) into[pattern] += weight * seen[pattern];
  };
  add(free, 1 - fraction, n, transmittance * efficiency);
  if (n === 0) add(free, fraction, 0, 0);
  else if (n === 1) {
    add(free, fraction * single, 1, efficiency);
    add(free, fraction * (1 - single), 0, 0);
  } else {
    add(held, fraction * split * forward, n - 1, efficiency);
    add(held, fraction * split * (1 - forward), 0, 0);
    add(free, fraction * (1 - split), n, efficiency);
  }
  return { held, free };
}

export interface SplitLaw {
  readonly law: WeakLaw;
  /** That Eve holds a photon, given what Bob's detectors have; 0 where that cannot be. */
  readonly held: { readonly equalBases: Patterns; readonly otherBases: Patterns };
}

/** What pulses of one intensity do at Bob's detectors under this rule. */
export function splitLaw(meanPhotonNumber: number, rule: SplittingRule, line: SplitLine): SplitLaw {
  const equal = summed(meanPhotonNumber, true, rule, line);
  const other = summed(meanPhotonNumber, false, rule, line);
  const { right, wrong, both } = equal.all;
  const arrival = Math.min(1, right + wrong + both);
  const otherArrival = other.all.right + other.all.wrong + other.all.both;
  return {
    law: {
      arrival,
      flip: right + wrong === 0 ? line.misalignment : wrong / (right + wrong),
      both: {
        equalBases: part(both, arrival),
        otherBases: part(other.all.both, otherArrival),
      },
    },
    held: { equalBases: equal.held, otherBases: other.held },
  };
}

function summed(
  meanPhotonNumber: number,
  equalBases: boolean,
  rule: SplittingRule,
  line: SplitLine,
): { readonly all: Patterns; readonly held: Patterns } {
  const all = { none: 0, right: 0, wrong: 0, both: 0 };
  const held = { none: 0, right: 0, wrong: 0, both: 0 };
  photonNumbers(meanPhotonNumber, (n, chance) => {
    const one = ofNumber(n, equalBases, rule, line);
    for (const pattern of PATTERNS) {
      held[pattern] += chance * one.held[pattern];
      all[pattern] += chance * (one.held[pattern] + one.free[pattern]);
    }
  });
  for (const pattern of PATTERNS) held[pattern] = part(held[pattern], all[pattern]);
  return { all, held };
}

function part(some: number, all: number): number {
  return all === 0 ? 0 : Math.min(1, some / all);
}

/** Photon number of such a pulse by inversion, uniform 0…1, given what she holds and what Bob's detectors have. */
export function splitPhotons(
  meanPhotonNumber: number,
  seen: { readonly held: boolean; readonly equalBases: boolean; readonly pattern: Pattern },
  rule: SplittingRule,
  line: SplitLine,
  uniform: number,
): number {
  const weights: number[] = [];
  photonNumbers(meanPhotonNumber, (n, chance) => {
    const one = ofNumber(n, seen.equalBases, rule, line);
    weights.push(chance * (seen.held ? one.held : one.free)[seen.pattern]);
  });
  let left = uniform * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [n, weight] of weights.entries()) {
    if (left < weight) return n;
    left -= weight;
  }
  // Rounding of the sum: the likeliest number.
  return weights.indexOf(Math.max(...weights));
}

/** Poisson chances from 0 on, until those left out are below 10⁻¹⁸. */
function photonNumbers(mean: number, visit: (n: number, chance: number) => void): void {
  let chance = exp(-mean);
  for (let n = 0; n <= mean || chance > NEGLIGIBLE; n++) {
    visit(n, chance);
    chance *= mean / (n + 1);
  }
}

const NEGLIGIBLE = 1e-20;

function clicks(photons: number, each: number): number {
  return 1 - power(1 - each, photons);
}

function patterns(photons: number, each: number, astray: number): Patterns {
  if (photons === 0 || each === 0) return { none: 1, right: 0, wrong: 0, both: 0 };
  const right = each * (1 - astray);
  const wrong = each * astray;
  if (photons === 1) return { none: 1 - each, right, wrong, both: 0 };
  const none = power(1 - each, photons);
  const noRight = power(1 - right, photons);
  const noWrong = power(1 - wrong, photons);
  return {
    none,
    right: Math.max(0, noWrong - none),
    wrong: Math.max(0, noRight - none),
    both: Math.max(0, 1 - noRight - noWrong + none),
  };
}

function power(base: number, exponent: number): number {
  let product = 1;
  for (let i = 0; i < exponent; i++) product *= base;
  return product;
}
