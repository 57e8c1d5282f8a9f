import { describe, expect, test } from 'vitest';
import { anchor } from '../../core/anchors.ts';
import { decibelsToTransmittance } from '../../core/elementary/exponential.ts';
import type { RunConfig } from '../config.ts';
import { configFromDifferences } from '../config-parse.ts';
import { runConfig } from '../execute.ts';
import './full-light.ts';
import { planLinks } from './plan.ts';
import { openPulses, visitChunk } from './quantum.ts';

type Differences = Readonly<Record<string, unknown>>;

function configOf(differences: Differences): RunConfig {
  const parsed = configFromDifferences(differences);
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return parsed.config;
}

/** Within four standard errors of a share p of n. */
function expectShare(hits: number, n: number, p: number, what: string): void {
  const off = Math.abs(hits - n * p);
  const deviation = Math.sqrt(n * p * (1 - p));
  expect(off, `${what}: ${hits} of ${n}, expected ${p}`).toBeLessThanOrEqual(4 * deviation);
}

/** Pulses, clicks, results 1 and double clicks, by Alice's bit where bases agree; [2]: in other bases. */
function countsOf(config: RunConfig) {
  const cases = [0, 1, 2].map(() => ({ clicks: 0, ones: 0, doubles: 0 }));
  const [plan] = planLinks(config);
  const source = openPulses(plan!);
  for (let chunk = 0; chunk < source.chunks; chunk++) {
    visitChunk(source, chunk, {}, ({ columns, lanes }) => {
      for (let i = 0; i < lanes; i++) {
        const at = (column: Int32Array) => (column[i >>> 5]! >>> (i & 31)) & 1;
        if (at(columns.detected) === 0) continue;
        const equal = at(columns.sentBasis) === at(columns.askedBasis);
        const count = cases[equal ? at(columns.sentBit) : 2]!;
        count.clicks++;
        count.ones += at(columns.gotBit);
        count.doubles += at(columns.double);
      }
      return false;
    });
  }
  return cases;
}

/** Chances of a click, of result 1 and of a double click, from those of each detector's silence. */
function lawOf(silentZero: number, silentOne: number) {
  const double = (1 - silentZero) * (1 - silentOne);
  return {
    click: 1 - silentZero * silentOne,
    one: silentZero * (1 - silentOne) + double / 2,
    double,
  };
}

const SETTINGS = [
  // One lane a pulse; then listed, with and without dark counts.
  { 'exchange.photons': 600_000, 'channel.lossDb': 2 },
  { 'exchange.photons': 4_000_000, 'channel.lossDb': 12 },
  { 'exchange.photons': 600_000, 'channel.lossDb': 2, 'detector.darkCountProbability': 0.01 },
  { 'exchange.photons': 4_000_000, 'channel.lossDb': 12, 'detector.darkCountProbability': 0.01 },
];

describe.each(SETTINGS)('a weaker detector for result 1: %o', (setting) => {
  const e = 0.07;
  const base = { ...setting, 'channel.flipProbability': e };
  const arrives = decibelsToTransmittance(setting['channel.lossDb']);
  const dark = setting['detector.darkCountProbability'] ?? 0;

  function expectLaw(
    differences: Differences,
    silence: (zero: boolean | null) => readonly [number, number],
  ): void {
    const counts = countsOf(configOf({ ...base, ...differences }));
    counts.forEach(({ clicks, ones, doubles }, k) => {
      const [silentZero, silentOne] = silence(k === 2 ? null : k === 0);
      const law = lawOf(silentZero * (1 - dark), silentOne * (1 - dark));
      // A quarter of the pulses has equal bases and this bit, half of them other bases.
      const share = k === 2 ? 0.5 : 0.25;
      expectShare(clicks, setting['exchange.photons'], share * law.click, `clicks ${k}`);
      expectShare(ones, clicks, law.one / law.click, `ones ${k}`);
      expectShare(doubles, clicks, law.double / law.click, `doubles ${k}`);
    });
  }

  test.each([0, 0.2, 0.9])('weak pulses, ratio %d', (ratio) => {
    const x = 3 * arrives;
    expectLaw(
      {
        'exchange.source': 'weak-coherent',
        'exchange.meanPhotonNumber': 3,
        'detector.mismatch': ratio,
      },
      (zero) => {
        const toZero = zero === null ? 0.5 : zero ? 1 - e : e;
        return [Math.exp(-x * toZero), Math.exp(-ratio * x * (1 - toZero))];
      },
    );
  });

  test.each([0, 0.2, 0.9])('single photons, ratio %d', (ratio) => {
    const counts = countsOf(configOf({ ...base, 'detector.mismatch': ratio }));
    counts.forEach(({ clicks, ones }, k) => {
      const toZero = k === 2 ? 0.5 : k === 0 ? 1 - e : e;
      const seen = { zero: arrives * toZero, one: arrives * (1 - toZero) * ratio };
      const none = 1 - seen.zero - seen.one;
      const click = 1 - none * (1 - dark) ** 2;
      // The photon's own detector alone, or both, a coin; or no photon.
      const one = seen.one * (1 - dark / 2) + (seen.zero * dark) / 2 + none * dark * (1 - dark / 2);
      const share = k === 2 ? 0.5 : 0.25;
      expectShare(clicks, setting['exchange.photons'], share * click, `clicks ${k}`);
      expectShare(ones, clicks, one / click, `ones ${k}`);
    });
  });
});

test('who knows the devices guesses the stronger detector’s result, and is right as published', () => {
  const { inputs, expected } = anchor<{ r: number }, { p_guess: number }>('timeshift.0.2');
  for (const source of ['single', 'weak-coherent']) {
    const { counts, eve } = runConfig(
      configOf({
        'exchange.source': source,
        // Faint, so that a detector's chance to see its light is its efficiency.
        'exchange.meanPhotonNumber': 0.001,
        'exchange.photons': source === 'single' ? 200_000 : 100_000_000,
        'detector.mismatch': inputs.r,
        'amplification.method': 'none',
      }),
    ).receipt;
    expectShare(eve.siftedBitsGuessedRight, counts.sifted, expected.p_guess, source);
    expect(eve.siftedBitsKnown).toBe(0);
  }
});
