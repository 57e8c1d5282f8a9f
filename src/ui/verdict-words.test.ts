import { expect, test } from 'vitest';
import { say } from '../content/words/use-words.ts';
import type { Observer } from '../scenarios/actors.ts';
import { configFromDifferences } from '../scenarios/config-parse.ts';
import { runConfig } from '../scenarios/execute.ts';
import { viewOf } from '../scenarios/knowledge/view-of.ts';
import { fullTrustKit } from '../scenarios/trust/full-kit.ts';
import { verdictWords } from './verdict-words.ts';

function runWith(differences: Record<string, unknown>) {
  const parsed = configFromDifferences(differences);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return runConfig(parsed.config, { kit: fullTrustKit });
}

function said(run: ReturnType<typeof runWith>, observer: Observer = 'everyone'): string {
  return verdictWords(viewOf(run, observer, run.length), say);
}

test('a key is said with its length, and each end speaks for itself', () => {
  const run = runWith({});
  const bits = run.receipt.keys.alice!.bits.toLocaleString('en');
  expect(said(run)).toBe(`Alice and Bob hold the same key: ${bits} bits.`);
  expect(said(run, 'bob')).toBe(`Bob holds a key of ${bits} bits. Every check went well.`);
  expect(said(run, 'eve')).toBe('No key for Eve. Alice and Bob go on.');
});

test('too short a run says what became of its bits', () => {
  expect(said(runWith({ 'exchange.photons': 2000 }))).toBe(
    'Take away all that Eve may know, and no bit is left. Alice stops at step 4.',
  );
});

test('errors: too many in the test, left without Correct', () => {
  expect(said(runWith({ 'eve.attack': 'intercept-resend' }))).toMatch(/^Too many bits differ\./);
  expect(
    said(runWith({ 'channel.flipProbability': 0.03, 'reconciliation.method': 'none' })),
  ).toMatch(/^Some bits still differ, and Correct is switched off\./);
});

test('a pool that runs dry is not a key too short', () => {
  expect(
    said(runWith({ 'authentication.preSharedBits': 512, 'authentication.sealing': 'letter' })),
  ).toMatch(/^The sealing key is used up\./);
});

test('one stolen key: Eve holds one end’s key, the robbed end stops; neither end hears of her', () => {
  const run = runWith({
    'eve.attack': 'man-in-the-middle',
    'authentication.method': 'ed25519',
    'authentication.broken': 'private-key-stolen',
    'authentication.stolenFrom': 'alice',
  });
  expect(said(run)).toBe('Eve holds Bob’s key. Alice stops.');
  expect(said(run, 'bob')).toMatch(/^Bob holds a key of/);
  expect(said(run, 'alice')).toMatch(/Alice stops at step 1\.$/);
  expect(said(run, 'alice') + said(run, 'bob')).not.toMatch(/\bEve\b/);
});

test('a stranger at the other end is called one', () => {
  const run = runWith({ 'eve.attack': 'man-in-the-middle', 'authentication.method': 'ed25519' });
  expect(said(run, 'alice')).toMatch(/^The other end cannot prove who it is\./);
});

test('both ends fooled, and a listener who knows every bit', () => {
  const off = { 'authentication.method': 'none' };
  expect(said(runWith({ ...off, 'eve.attack': 'man-in-the-middle' }))).toBe(
    'Eve holds what they call their key.',
  );
  const run = runWith({
    'exchange.basisBias': 1,
    'eve.attack': 'intercept-resend',
    'eve.basis': 'rectilinear',
    'amplification.method': 'none',
  });
  expect(run.receipt.verdict).toBe('fooled');
  expect(said(run)).toBe('Eve knows every bit of their key.');
});
