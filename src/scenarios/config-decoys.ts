import type { ConfigProblem, DecoyConfig } from './config.ts';
import type { FieldRule } from './config-fields.ts';
import { shown } from './config-problems.ts';

type DecoysRule = Extract<FieldRule, { readonly kind: 'decoys' }>;

const SHAPE = 'a list of {"meanPhotonNumber":…,"probability":…}';

/** What is wrong with one decoy list by itself; null if nothing is. How decoys fit together is for contradictions. */
export function decoysProblem(
  path: string,
  { most, maxMeanPhotonNumber }: DecoysRule,
  value: unknown,
): ConfigProblem | null {
  if (!Array.isArray(value)) {
    return { code: 'config/wrong-type', path, message: `got ${shown(value)}, allowed: ${SHAPE}` };
  }
  if (value.length > most) {
    const message = `got ${value.length} decoys, allowed at most ${most}`;
    return { code: 'config/out-of-range', path, message };
  }
  for (const [i, decoy] of value.entries()) {
    const problem = decoyProblem(`${path}/${i}`, decoy, maxMeanPhotonNumber);
    if (problem) return problem;
  }
  return null;
}

function decoyProblem(path: string, decoy: unknown, maxMean: number): ConfigProblem | null {
  if (typeof decoy !== 'object' || decoy === null || Array.isArray(decoy)) {
    return { code: 'config/wrong-type', path, message: `got ${shown(decoy)}, allowed: ${SHAPE}` };
  }
  const stranger = Object.keys(decoy).find(
    (name) => name !== 'meanPhotonNumber' && name !== 'probability',
  );
  if (stranger !== undefined) {
    return {
      code: 'config/unknown-field',
      path: `${path}/${stranger.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      message: 'a decoy has the fields meanPhotonNumber and probability',
    };
  }
  const { meanPhotonNumber, probability } = decoy as Readonly<Record<string, unknown>>;
  return (
    numberProblem(`${path}/meanPhotonNumber`, meanPhotonNumber, {
      allowed: `0…${maxMean}`,
      fits: (mean) => mean >= 0 && mean <= maxMean,
    }) ??
    numberProblem(`${path}/probability`, probability, {
      allowed: 'above 0 and below 1',
      fits: (chance) => chance >= SMALLEST_PROBABILITY && chance < 1,
    })
  );
}

/** Below this a probability would round to never: coins know multiples of 2⁻³². */
export const SMALLEST_PROBABILITY = 2 ** -32;

function numberProblem(
  path: string,
  value: unknown,
  { allowed, fits }: { readonly allowed: string; readonly fits: (value: number) => boolean },
): ConfigProblem | null {
  if (typeof value !== 'number') {
    return {
      code: 'config/wrong-type',
      path,
      message: `got ${shown(value)}, allowed: a number ${allowed}`,
    };
  }
  if (Number.isFinite(value) && fits(value)) return null;
  return { code: 'config/out-of-range', path, message: `got ${value}, allowed ${allowed}` };
}

/** The same list with its fields in one order, so that two ways to write it are one configuration. */
export function plainDecoys(decoys: readonly DecoyConfig[]): DecoyConfig[] {
  return decoys.map(({ meanPhotonNumber, probability }) => ({ meanPhotonNumber, probability }));
}
