/** What cannot stand beside an attack on light or boxes, or beside letters said too early or hidden. */
import type { ConfigProblem, DecoyConfig } from './config.ts';
import { contradiction } from './config-problems.ts';

type Values = Readonly<Record<string, unknown>>;

export function attackProblems(values: Values): ConfigProblem[] {
  const attack = values['eve.attack'] as string;
  const problems: ConfigProblem[] = [];
  if (attack === 'detector-blinding' && values['eve.basis'] === 'breidbart') {
    const message = `got breidbart with ${attack}, whose faked states belong to a basis of Bob's; allowed: random, rectilinear, diagonal`;
    problems.push(contradiction('eve.basis', message));
  }
  const mismatch = values['detector.mismatch'];
  const weak = values['exchange.source'] === 'weak-coherent';
  if (attack === 'photon-number-splitting' && weak && mismatch !== 1) {
    const message = `got ${mismatch} with ${attack} of weak pulses, allowed there: 1`;
    problems.push(contradiction('detector.mismatch', message));
  }
  if (!TRICKS.has(attack)) return problems;
  for (const path of ['exchange.prepare', 'exchange.measure']) {
    if (values[path] === 'random') continue;
    const message = `got ${values[path]} with ${attack}, allowed with random only`;
    problems.push(contradiction(path, message));
  }
  return problems;
}

/** Pulses of which Alice may say every basis beforehand. */
const MOST_ANNOUNCED_EARLY = 1_000_000;

export function announceProblems(values: Values): ConfigProblem[] {
  const path = 'exchange.announce';
  const announce = values[path] as string;
  if (announce === 'after') return [];
  if (values['scenario'] !== 'link') {
    return [contradiction(path, `got ${announce} in ${values['scenario']}, allowed in link only`)];
  }
  if (values['eve.attack'] === 'man-in-the-middle') {
    const message = `got ${announce} with man-in-the-middle, who writes those letters; allowed: after`;
    return [contradiction(path, message)];
  }
  if (announce === 'hidden') return [];
  const problems: ConfigProblem[] = [];
  if (values['exchange.prepare'] !== 'random' || values['exchange.measure'] !== 'random') {
    const message = 'got early without random bases to announce; allowed there: after';
    problems.push(contradiction(path, message));
  }
  if ((values['exchange.photons'] as number) > MOST_ANNOUNCED_EARLY) {
    const message = `got early with ${values['exchange.photons']} photons, allowed up to ${MOST_ANNOUNCED_EARLY}`;
    problems.push(contradiction(path, message));
  }
  const decoys = values['exchange.decoys'] as readonly DecoyConfig[];
  if (values['exchange.source'] === 'weak-coherent' && decoys.length > 0) {
    const message =
      'got early with decoys, whose strengths are said after the report; allowed: after';
    problems.push(contradiction(path, message));
  }
  return problems;
}

/** Attacks on boxes and lines, which the polariser's experiment does not have. */
const TRICKS: ReadonlySet<string> = new Set([
  'photon-number-splitting',
  'detector-blinding',
  'trojan-horse',
  'time-shift',
  'block',
]);
