/**
 * Receipts that every machine must give to the byte, one for each kind of run. After a change that is
 * meant to alter them: GOLDEN=write npx vitest run src/scenarios/golden.test.ts, and say why in the commit.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { configDifferences, configFromDifferences, parseConfig } from './config-parse.ts';
import { runScenario } from './scenario.ts';
import { fullTrustKit } from './trust/full-kit.ts';

const middle = { 'eve.attack': 'man-in-the-middle' } as const;

const RUNS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  none: {},
  'intercept-resend': { 'eve.attack': 'intercept-resend' },
  'man-in-the-middle-seals-off': { ...middle, 'authentication.method': 'none' },
  'man-in-the-middle-seals-on': middle,
  'man-in-the-middle-key-leaked': { ...middle, 'authentication.broken': 'key-leaked' },
  // Coins by detection, several list chunks, dark counts, flips, Eve on part of the pulses.
  lossy: {
    'exchange.photons': 3_000_000,
    'channel.lengthKm': 75,
    'channel.flipProbability': 0.01,
    'detector.efficiency': 0.8,
    'detector.darkCountProbability': 0.0001,
    'eve.attack': 'intercept-resend',
    'eve.fraction': 0.3,
    'authentication.method': 'hmac-sha-256',
  },
  // Weak pulses by detection: thinned arrivals, named strengths, dead time, unequal detectors.
  'weak-listed': {
    'exchange.photons': 3_000_000,
    'exchange.source': 'weak-coherent',
    'exchange.decoys': [
      { meanPhotonNumber: 0.1, probability: 0.2 },
      { meanPhotonNumber: 0, probability: 0.1 },
    ],
    'channel.lengthKm': 50,
    'channel.flipProbability': 0.01,
    'detector.darkCountProbability': 0.00001,
    'detector.deadTimePulses': 20,
    'detector.mismatch': 0.8,
    'amplification.method': 'none',
  },
  // Bright ones by pulse, with Eve on half of them.
  'weak-intercepted': {
    'exchange.source': 'weak-coherent',
    'exchange.meanPhotonNumber': 1.5,
    'exchange.decoys': [{ meanPhotonNumber: 0.3, probability: 0.3 }],
    'channel.flipProbability': 0.01,
    'detector.darkCountProbability': 0.001,
    'detector.deadTimePulses': 2,
    'detector.jointDeadTime': false,
    'eve.attack': 'intercept-resend',
    'eve.fraction': 0.5,
  },
  // Eve splits pulses in every way at once: part of the singles pass, part of the pulses are left alone.
  'photon-number-splitting': {
    'exchange.photons': 2_000_000,
    'exchange.source': 'weak-coherent',
    'exchange.decoys': [
      { meanPhotonNumber: 0.1, probability: 0.2 },
      { meanPhotonNumber: 0, probability: 0.1 },
    ],
    'channel.lossDb': 8,
    'channel.flipProbability': 0.01,
    'detector.darkCountProbability': 0.00001,
    'eve.attack': 'photon-number-splitting',
    'eve.fraction': 0.7,
    'amplification.accounting': 'asymptotic',
  },
  'detector-blinding': { 'channel.lossDb': 6, 'eve.attack': 'detector-blinding' },
  'detector-blinding-seen': {
    'channel.lossDb': 6,
    'devices.fixes': ['photocurrent-monitor'],
    'eve.attack': 'detector-blinding',
  },
  'time-shift': { 'detector.mismatch': 0.2, 'eve.attack': 'time-shift' },
  'trojan-horse': { 'devices.fixes': ['isolator'], 'eve.attack': 'trojan-horse' },
  'half-a-cut': { 'eve.attack': 'block', 'eve.fraction': 0.5 },
  'announced-early': { 'exchange.announce': 'early', 'eve.attack': 'intercept-resend' },
  // Several frames, both a pad and a seal on the envelope.
  'noisy-key-in-use': {
    'exchange.photons': 600_000,
    'channel.flipProbability': 0.03,
    'reconciliation.schedule': 'parallel',
    'use.cipher': 'one-time-pad',
  },
  'textbook-asymptotic': {
    'channel.flipProbability': 0.02,
    'reconciliation.variant': 'textbook',
    'amplification.accounting': 'asymptotic',
    'use.cipher': 'aes-256-gcm',
    'use.sealed': false,
  },
  'private-key-stolen-from-alice': {
    ...middle,
    'authentication.method': 'ml-dsa-65',
    'authentication.broken': 'private-key-stolen',
    'authentication.stolenFrom': 'alice',
  },
  'introducers-collude': {
    ...middle,
    'authentication.trustAnchor': 'web-of-trust',
    'authentication.broken': 'introducers-collude',
  },
  'nonce-reused': {
    ...middle,
    'authentication.method': 'gmac',
    'authentication.fault': 'nonce-reused',
  },
  lifecycle: {
    scenario: 'lifecycle',
    'authentication.method': 'ed25519',
    'lifecycle.rounds': 8,
    'lifecycle.events': [
      { round: 2, event: 'authentication-broken' },
      { round: 4, event: 'eve-arrives' },
      { round: 6, event: 'eve-leaves' },
    ],
  },
  'rndl-dh-toy': { scenario: 'rndl' },
  'rndl-x25519': { scenario: 'rndl', 'rndl.keyEstablishment': 'x25519' },
  'rndl-ml-kem-768': { scenario: 'rndl', 'rndl.keyEstablishment': 'ml-kem-768' },
  'rndl-qkd': { scenario: 'rndl', 'rndl.keyEstablishment': 'qkd' },
  'rndl-hybrid': { scenario: 'rndl', 'rndl.keyEstablishment': 'hybrid' },
  'rndl-everything-assumed': {
    scenario: 'rndl',
    'rndl.keyEstablishment': 'hybrid',
    'rndl.whatIf': ['ml-kem-broken', 'aes-256-broken', 'delivered-over-dh', 'device-read-out'],
    'devices.eraseKeys': false,
  },
  'rndl-pad': { scenario: 'rndl', 'rndl.keyEstablishment': 'qkd', 'rndl.cipher': 'one-time-pad' },
  'delivery-repeated': {
    scenario: 'delivery',
    'delivery.hop': 'tls-hybrid',
    'delivery.insiderRate': 0.1,
    'delivery.repeats': 10,
    'delivery.fault': 'already-delivered',
  },
  // Letters of nodes under seals, one of the nodes read out.
  'relay-read-out': {
    scenario: 'relay',
    'channel.lossDb': 3,
    'channel.flipProbability': 0.01,
    'exchange.photons': 100_000,
    'relay.nodes': 3,
    'relay.readOut': 2,
  },
  'relay-first-hop-fooled': { ...middle, scenario: 'relay', 'authentication.method': 'none' },
};

const fileOf = (name: string) => join(import.meta.dirname, 'golden', `${name}.json`);

describe.each(Object.entries(RUNS))('%s', (name, differences) => {
  const parsed = configFromDifferences(differences);
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  const text = `${JSON.stringify(runScenario(parsed.config, { kit: fullTrustKit }).receipt, null, 2)}\n`;
  if (process.env['GOLDEN'] === 'write') writeFileSync(fileOf(name), text);

  test('is executed to the byte as it was recorded', () => {
    expect(text).toBe(readFileSync(fileOf(name), 'utf8'));
  });

  test('is the run of the configuration it was recorded with', () => {
    const recorded = JSON.parse(readFileSync(fileOf(name), 'utf8')) as { readonly config: unknown };
    const again = parseConfig(recorded.config);
    expect(again.ok && configDifferences(again.config)).toEqual(differences);
  });
});
