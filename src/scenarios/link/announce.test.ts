import { describe, expect, test } from 'vitest';
import type { RunConfig } from '../config.ts';
import { configFromDifferences } from '../config-parse.ts';
import { runConfig } from '../execute.ts';
import { factsOf } from '../knowledge/facts.ts';
import { knows } from '../knowledge/rules.ts';

type Differences = Readonly<Record<string, unknown>>;

function configOf(differences: Differences): RunConfig {
  const parsed = configFromDifferences(differences);
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return parsed.config;
}

const receiptOf = (differences: Differences) => runConfig(configOf(differences)).receipt;

describe('bases said too early', () => {
  const early = { 'exchange.announce': 'early' };

  test.each([
    {},
    { 'exchange.source': 'weak-coherent', 'exchange.photons': 100_000 },
    {
      'exchange.basisBias': 0.7,
      'channel.lossDb': 2,
      'authentication.sealing': 'letter',
      'authentication.method': 'none',
    },
  ])('give Eve every bit, without an error: %o', (differences) => {
    const intercepted = { ...differences, 'eve.attack': 'intercept-resend' };
    const naive = { ...intercepted, 'amplification.accounting': 'single-photons-assumed' };
    const receipt = receiptOf({ ...naive, ...early });
    expect(receipt.verdict).toBe('fooled');
    expect(receipt.qber.actual).toBe(0);
    expect(receipt.eve.siftedBitsKnown).toBe(receipt.counts.sifted);
    expect(receipt.keys.eve[0]!.sha256).toBe(receipt.keys.bob!.sha256);
    // Said in time, she leaves her mark.
    expect(receiptOf(naive).verdict).toBe('stopped-errors');
  });

  test('without Eve it is the same key', () => {
    expect(receiptOf(early).keys).toEqual(receiptOf({}).keys);
  });

  test('each letter of Alice is out before the pulses that it speaks of, and speaks of all', () => {
    const run = runConfig(configOf({ ...early, 'channel.lossDb': 3 }));
    const bases = run.letters.filter(({ kind }) => kind === 'bases');
    expect(bases.length).toBe(40);
    run.letters.forEach((letter, i) => {
      if (letter.kind !== 'bases') return;
      expect(run.letterPulses[i]).toBe(letter.range!.from);
      const all = letter.range!.to - letter.range!.from;
      expect(letter.content).toEqual({ kind: 'bases', announced: all });
    });
    const ats = run.letters.map(({ at }) => at);
    expect(ats).toEqual([...ats].sort((a, b) => a - b));
    expect(run.receipt.verdict).toBe('key');
  });

  test('an end learns of a pulse only after it has been measured', () => {
    const facts = factsOf(runConfig(configOf(early)));
    for (const actor of ['alice', 'bob'] as const) {
      const question = { actor, fact: 'kept', pulse: 100, link: 0 } as const;
      expect(knows(facts, { ...question, at: 50, pulsesSent: 49 })).toBeNull();
      expect(knows(facts, { ...question, at: 520, pulsesSent: 512 })).not.toBeNull();
    }
  });
});

describe('letters that Eve cannot read', () => {
  const hidden = { 'exchange.announce': 'hidden' };

  test.each([
    {},
    { 'eve.attack': 'intercept-resend', 'eve.fraction': 0.1 },
    { 'exchange.source': 'weak-coherent', 'channel.lossDb': 3, 'exchange.photons': 400_000 },
  ])('make the same key: %o', (differences) => {
    const open = receiptOf(differences);
    const closed = receiptOf({ ...differences, ...hidden });
    expect(closed.keys.alice).toEqual(open.keys.alice);
    expect([closed.verdict, closed.counts, closed.log]).toEqual([
      open.verdict,
      open.counts,
      open.log,
    ]);
    expect(closed.eve).toMatchObject({ siftedBitsKnown: 0, keyBitsKnown: 0 });
    expect(closed.eve.siftedBitsGuessedRight).toBe(open.eve.siftedBitsGuessedRight);
  });

  test('a stored photon is of no use without its basis', () => {
    const split = {
      ...hidden,
      'exchange.source': 'weak-coherent',
      'exchange.photons': 400_000,
      'channel.lossDb': 10,
      'eve.attack': 'photon-number-splitting',
      'amplification.accounting': 'single-photons-assumed',
    };
    const receipt = receiptOf(split);
    expect([receipt.verdict, receipt.eve.keyBitsKnown]).toEqual(['key', 0]);
  });

  test('she knows what she did and saw, and nothing that was said', () => {
    const run = runConfig(configOf({ ...hidden, 'eve.attack': 'intercept-resend' }));
    const facts = factsOf(run);
    const at = run.length;
    const pulsesSent = run.receipt.counts.sent;
    const ask = (fact: 'eve.saw' | 'alice.basis' | 'kept' | 'alice.bit' | 'detected') =>
      knows(facts, { actor: 'eve', fact, pulse: 3, link: 0, at, pulsesSent });
    expect(ask('eve.saw')).not.toBeNull();
    expect([ask('alice.basis'), ask('kept'), ask('alice.bit'), ask('detected')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
