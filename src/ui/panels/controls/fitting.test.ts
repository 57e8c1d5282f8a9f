import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AuthenticationMethod, EveAttack, RunConfig } from '../../../scenarios/config.ts';
import { fields } from '../../../scenarios/config-fields.ts';
import { configFromDifferences, DEFAULT_CONFIG } from '../../../scenarios/config-parse.ts';
import { withChanges } from '../../../store/run.ts';
import { fitting, methodChange, possible, standing } from './fitting.ts';

const METHODS: readonly AuthenticationMethod[] = [
  'none',
  'wegman-carter',
  'hmac-sha-256',
  'gmac',
  'ed25519',
  'ml-dsa-65',
];

function configOf(differences: Record<string, unknown>): RunConfig {
  const parsed = configFromDifferences(differences);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  return parsed.config;
}

function changed(config: RunConfig, values: Readonly<Record<string, unknown>>): RunConfig {
  const parsed = withChanges(config, values);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  return parsed.config;
}

test('a signature needs somebody who vouches for a key: certificates come along', () => {
  const config = changed(DEFAULT_CONFIG, methodChange(DEFAULT_CONFIG, 'ed25519'));
  expect(config.authentication).toMatchObject({ method: 'ed25519', trustAnchor: 'pki' });
  expect(config.authentication.tagBits).toBeUndefined();
});

test('back from a signature, they know each other as before', () => {
  const signed = configOf({ 'authentication.method': 'ed25519' });
  const sealed = changed(signed, methodChange(signed, 'wegman-carter'));
  expect(sealed.authentication).toMatchObject({ method: 'wegman-carter', trustAnchor: 'pki' });
});

test('a tag too long for the next method takes that method’s own length', () => {
  const long = configOf({
    'authentication.method': 'hmac-sha-256',
    'authentication.tagBits': 256,
  });
  expect(changed(long, methodChange(long, 'gmac')).authentication.tagBits).toBe(128);
});

test('a short tag stays short where it may', () => {
  const short = configOf({ 'authentication.tagBits': 16 });
  expect(methodChange(short, 'gmac')).toEqual({ 'authentication.method': 'gmac' });
});

test('another anchor drops the break that only the old one had', () => {
  const leaked = configOf({ 'authentication.broken': 'key-leaked' });
  const values = fitting(leaked, { 'authentication.trustAnchor': 'pki' });
  expect(changed(leaked, values).authentication).toMatchObject({
    trustAnchor: 'pki',
    broken: 'none',
  });
});

test('what the viewer asked for is never taken back: the checker says why not', () => {
  const signed = configOf({ 'authentication.method': 'ed25519' });
  const values = fitting(signed, { 'authentication.trustAnchor': 'pre-shared-key' });
  const parsed = withChanges(signed, values);
  expect(parsed.ok || parsed.problems[0]).toMatchObject({ path: '/authentication/trustAnchor' });
});

test('only breaks of the anchor at hand are offered', () => {
  const breaks = ['none', 'key-leaked', 'rogue-ca', 'introducers-collude'] as const;
  expect(possible(DEFAULT_CONFIG, 'authentication.broken', breaks)).toEqual(['none', 'key-leaked']);
  const web = configOf({ 'authentication.trustAnchor': 'web-of-trust' });
  expect(possible(web, 'authentication.broken', breaks)).toEqual(['none', 'introducers-collude']);
});

test('any walk through the methods and anchors is a configuration at every step', () => {
  const move = fc.oneof(
    fc.constantFrom(...METHODS).map((method) => ({ method })),
    fc
      .record({
        path: fc.constantFrom('trustAnchor', 'broken', 'fault'),
        value: fc.constantFrom(
          'pki',
          'web-of-trust',
          'pre-shared-key',
          'private-key-stolen',
          'key-leaked',
          'mask-reused',
          'nonce-reused',
          'unpinned',
          'none',
        ),
      })
      .map(({ path, value }) => ({ values: { [`authentication.${path}`]: value } })),
  );
  fc.assert(
    fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
      let config = DEFAULT_CONFIG;
      for (const step of moves) {
        if ('method' in step) {
          // A choice of method is never refused.
          config = changed(config, methodChange(config, step.method));
          expect(config.authentication.method).toBe(step.method);
        } else {
          const parsed = withChanges(config, fitting(config, step.values));
          if (parsed.ok) config = parsed.config;
        }
      }
    }),
    { seed: 4, numRuns: 150 },
  );
});

const ATTACKS = fields['eve.attack']!.kind === 'choice' ? fields['eve.attack'].values : [];

test('an attack takes along what it cannot stand beside', () => {
  const breidbart = configOf({ 'eve.attack': 'intercept-resend', 'eve.basis': 'breidbart' });
  const blinding = fitting(breidbart, { 'eve.attack': 'detector-blinding' });
  expect(changed(breidbart, blinding).eve).toMatchObject({
    attack: 'detector-blinding',
    basis: 'random',
  });
  const unequal = configOf({ 'exchange.source': 'weak-coherent', 'detector.mismatch': 0.3 });
  const splitting = fitting(unequal, { 'eve.attack': 'photon-number-splitting' });
  expect(changed(unequal, splitting).detector.mismatch).toBe(1);
});

test('attacks are offered that stand, and no others', () => {
  const offered = (config: RunConfig) => standing(config, ATTACKS as EveAttack[]);
  expect(offered(DEFAULT_CONFIG)).toEqual(ATTACKS);
  const polariser = configOf({ 'exchange.prepare': 'D' });
  expect(offered(polariser)).not.toContain('photon-number-splitting');
  expect(offered(polariser)).toContain('intercept-resend');
});

test('every choice of source and attack, one after the other, is a configuration', () => {
  const step = fc.oneof(
    fc.constantFrom('single', 'weak-coherent').map((source) => ({ 'exchange.source': source })),
    fc.constantFrom(...ATTACKS).map((attack) => ({ 'eve.attack': attack })),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 6 }), fc.boolean(), (steps, unequal) => {
      let config = configOf({
        'eve.attack': 'intercept-resend',
        'eve.basis': 'breidbart',
        ...(unequal ? { 'detector.mismatch': 0.5 } : {}),
      });
      for (const values of steps) config = changed(config, fitting(config, values));
    }),
    { seed: 6, numRuns: 60 },
  );
});
