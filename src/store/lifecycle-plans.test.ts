import { describe, expect, test } from 'vitest';
import type { RunConfig } from '../scenarios/config.ts';
import { configFromDifferences, DEFAULT_CONFIG } from '../scenarios/config-parse.ts';
import { runConfig } from '../scenarios/execute.ts';
import { runLifecycle } from '../scenarios/lifecycle/lifecycle.ts';
import { fullTrustKit } from '../scenarios/trust/full-kit.ts';
import {
  alsoIn,
  FIRST_SETUP,
  HISTORIES,
  lifeConfig,
  preparedFor,
  type Setup,
  sessionOf,
  within,
} from './lifecycle-plans.ts';

function checked(differences: Readonly<Record<string, unknown>>): RunConfig {
  const parsed = configFromDifferences(differences);
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return parsed.config;
}

function lived(setup: Setup, id: (typeof HISTORIES)[number]) {
  const parsed = lifeConfig(DEFAULT_CONFIG, setup, preparedFor(setup.rounds)[id]);
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return runLifecycle(parsed.config, { kit: fullTrustKit });
}

describe('the four prepared histories come out as they are told', () => {
  const small: Setup = { ...FIRST_SETUP, photons: 20_000, rounds: 20 };
  const keys = (id: (typeof HISTORIES)[number]) => lived(small, id).rounds.map(({ key }) => key);

  test('broken later: every key stays secret', () => {
    expect(new Set(keys('broken-later'))).toEqual(new Set(['secret']));
  });

  test('Eve at the start-up: every key is hers', () => {
    expect(new Set(keys('eve-at-start'))).toEqual(new Set(['known-to-eve']));
  });

  test('Eve too late: what was made before stays secret, nothing is made after', () => {
    expect(keys('eve-too-late')).toEqual([
      ...new Array(12).fill('secret'),
      ...new Array(9).fill('never-made'),
    ]);
  });

  test('a cut fibre: the pool runs down, and the start-up opens a second time', () => {
    const { rounds } = lived(small, 'jammed');
    const again = rounds.filter(({ round, sealedBy }) => round > 0 && sealedBy === 'anchor');
    expect(again).toHaveLength(1);
    expect(rounds[again[0]!.round - 1]!.pool).toBeLessThanOrEqual(small.reserveBits);
    expect(rounds.at(-1)).toMatchObject({ key: 'secret', sealedBy: 'pool' });
  });
});

test('prepared histories fit a life of any length', () => {
  for (const rounds of [1, 4, 7, 60, 400]) {
    for (const id of HISTORIES) {
      const setup = { ...FIRST_SETUP, rounds };
      expect(lifeConfig(DEFAULT_CONFIG, setup, preparedFor(rounds)[id]).ok).toBe(true);
    }
  }
  expect(within([{ round: 9, event: 'eve-leaves' }], 4)[0]?.round).toBe(4);
});

test('a life takes the line and the seal from the run on screen, and nothing of its Eve', () => {
  const run = checked({
    seed: 7,
    'channel.flipProbability': 0.02,
    'authentication.method': 'gmac',
    'authentication.broken': 'key-leaked',
    'eve.attack': 'intercept-resend',
  });
  const parsed = lifeConfig(run, FIRST_SETUP, preparedFor(20).jammed);
  expect(parsed.ok && parsed.config).toMatchObject({
    seed: 7,
    channel: { flipProbability: 0.02 },
    authentication: { method: 'gmac', trustAnchor: 'pki', broken: 'none' },
    eve: { attack: 'man-in-the-middle' },
  });
});

test.each(['ed25519', 'none'])('%s under a pre-shared key gives way to Wegman–Carter', (method) => {
  const run = checked({ 'authentication.method': method });
  const setup: Setup = { ...FIRST_SETUP, anchor: 'pre-shared-key' };
  const parsed = lifeConfig(run, setup, preparedFor(20)['broken-later']);
  expect(parsed.ok && parsed.config.authentication.method).toBe('wegman-carter');
});

test('a life that came as a configuration is executed exactly as it came', () => {
  const given = checked({
    scenario: 'lifecycle',
    seed: 'shared',
    'exchange.photons': 30_000,
    'exchange.pulsesPerLetter': 4096,
    'authentication.trustAnchor': 'pki',
    'authentication.broken': 'rogue-ca',
    'eve.forgesTo': 'bob',
    'lifecycle.rounds': 3,
    'lifecycle.events': [{ round: 1, event: 'eve-arrives' }],
    'lifecycle.onDry': 'stop',
  });
  const { lifecycle, exchange } = given;
  const setup: Setup = {
    anchor: 'pki',
    photons: exchange.photons,
    rounds: lifecycle.rounds,
    poolTarget: lifecycle.poolTarget,
    reserveBits: lifecycle.reserveBits,
  };
  const { events, onDry } = lifecycle;
  const parsed = lifeConfig(given, setup, { events, onDry, also: alsoIn(given) });
  expect(parsed.ok && parsed.config).toEqual(given);
});

describe('a round as a run of its own', () => {
  const small: Setup = { ...FIRST_SETUP, photons: 20_000, rounds: 3 };

  test.each(['eve-at-start', 'eve-too-late', 'jammed'] as const)('%s: the same end', (id) => {
    const life = lived(small, id);
    for (const { round, verdict, qber, earned } of life.rounds) {
      const { receipt } = runConfig(sessionOf(life, round), { kit: fullTrustKit });
      const key = receipt.keys.bob ?? receipt.keys.alice;
      expect({ verdict: receipt.verdict, qber: receipt.qber.estimated }).toEqual({ verdict, qber });
      expect(key?.bits ?? 0).toBe(earned);
    }
  });
});
