/**
 * How often a test of so many bits lets Eve pass: by the binomial, and by sending photons. The tests
 * are cut one after another from the kept bits of one long exchange, in which every photon, basis and
 * coin is drawn as in a run.
 */
import { popcount32 } from '../../core/bits/bits.ts';
import { chanceTestMisses, expectedQber } from '../../core/estimation/detection.ts';
import '../channels/full-light.ts';
import { planLinks } from '../channels/plan.ts';
import { openPulses, visitChunk } from '../channels/quantum.ts';
import type { EveBasis, RunConfig, Seed } from '../config.ts';
import { configFromDifferences } from '../config-parse.ts';

/** A line on which Eve measures and resends, and the test that is to notice her. */
export interface MissedTest {
  readonly testedBits: number;
  /** Part of the photons she measures, 0…1. */
  readonly fraction: number;
  /** Error rate up to which the test passes. */
  readonly limit: number;
  /** Defaults: random bases of all three, a line without noise. */
  readonly basis?: EveBasis;
  readonly basisBias?: number;
  readonly flipProbability?: number;
}

/** Chance that the test shows no more errors than the limit allows. */
export function missChance(test: MissedTest): number {
  const { testedBits, fraction, limit, basis = 'random' } = test;
  const { basisBias = 0.5, flipProbability = 0 } = test;
  // Midway between the bases she is wrong as often as in a random one.
  const eveRectilinear = basis === 'rectilinear' ? 1 : basis === 'diagonal' ? 0 : 0.5;
  const { pooled } = expectedQber({ fraction, basisBias, eveRectilinear, flipProbability });
  return chanceTestMisses(testedBits, pooled, limit);
}

export interface TestTrial extends MissedTest {
  readonly seed: Seed;
  /** Number of the first test, so that trials may be continued; default 0. */
  readonly from?: number;
  readonly times: number;
}

export interface RepeatedTests {
  readonly times: number;
  /** Tests in which she stayed unnoticed. */
  readonly passed: number;
  /** Errors that each test showed. */
  readonly errors: Uint32Array;
}

/** More photons than any trial needs: chunks are drawn only as they are asked for. */
const PHOTONS = 1_000_000_000;

/** Executes the tests; about 60 million photons a second, two for each tested bit. */
export function repeatTests(trial: TestTrial): RepeatedTests {
  const { testedBits, limit, times } = trial;
  const errors = new Uint32Array(times);
  if (testedBits > 0 && times > 0) countErrors(trial, errors);
  // As a run judges: without a test nobody can object.
  const passed = errors.filter((count) => testedBits === 0 || count / testedBits <= limit).length;
  return { times, passed, errors };
}

function countErrors(trial: TestTrial, errors: Uint32Array): void {
  const { testedBits } = trial;
  const source = openPulses(planLinks(configOf(trial))[0]!);
  let test = 0;
  let left = testedBits;
  for (let chunk = 0; test < errors.length && chunk < source.chunks; chunk++) {
    visitChunk(source, chunk, {}, ({ columns: { sentBit, gotBit }, sifted, lanes }) => {
      const words = (lanes + 31) >>> 5;
      for (let w = 0; w < words && test < errors.length; w++) {
        const wrong = (sentBit[w]! ^ gotBit[w]!) & sifted[w]!;
        for (let kept = sifted[w]!; kept !== 0 && test < errors.length; ) {
          // All of the word, or its lowest bits as far as this test still needs some.
          const taken = popcount32(kept) <= left ? kept : lowest(kept, left);
          errors[test] = errors[test]! + popcount32(wrong & taken);
          left -= popcount32(taken);
          kept &= ~taken;
          if (left > 0) continue;
          test++;
          left = testedBits;
        }
      }
      return undefined;
    });
  }
}

function lowest(bits: number, count: number): number {
  let rest = bits;
  for (let i = 0; i < count; i++) rest &= rest - 1;
  return bits & ~rest;
}

function configOf(trial: TestTrial): RunConfig {
  const { seed, from = 0, fraction } = trial;
  const { basis = 'random', basisBias = 0.5, flipProbability = 0 } = trial;
  const parsed = configFromDifferences({
    seed: `${seed}/tests/${from}`,
    'exchange.photons': PHOTONS,
    'exchange.basisBias': basisBias,
    'channel.flipProbability': flipProbability,
    'eve.attack': 'intercept-resend',
    'eve.fraction': fraction,
    'eve.basis': basis,
  });
  if (!parsed.ok) throw new RangeError(parsed.problems[0]!.message);
  return parsed.config;
}
