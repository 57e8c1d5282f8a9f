import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXACT_UP_TO } from '../../core/amplification/knowledge.ts';
import { shrink } from '../../core/amplification/toeplitz.ts';
import { type Bits, bitOf, popcount32 } from '../../core/bits/bits.ts';
import { questionPositions } from '../../core/reconciliation/log.ts';
import { decisionBody, letterBytes } from '../channels/letters.ts';
import { copiedSession } from './copied-session.ts';
import { lettersIn } from './read-letters.ts';
import { type Relations, relationsIn } from './relations.ts';

/** What each row comes to on these bits. */
function valuesOn({ rows, dense }: Relations, bits: Bits): number[] {
  return [
    ...rows.map((row) => row.reduce((sum, i) => sum ^ bitOf(bits, i), 0)),
    ...dense.map(
      (row) => row.words.reduce((sum, word, w) => sum ^ popcount32(word & bits.words[w]!), 0) & 1,
    ),
  ];
}

const said = ({ values }: Relations) =>
  Array.from({ length: values.length }, (_, r) => bitOf(values, r));

const session = fc.record({
  seed: fc.nat(1_000_000),
  'exchange.photons': fc.integer({ min: 1, max: 1500 }),
  'exchange.pulsesPerLetter': fc.constantFrom(97, 512),
  'channel.flipProbability': fc.constantFrom(0, 0.01, 0.04, 0.1),
  'estimation.abortAbove': fc.constant(0.5),
  'estimation.sampleFraction': fc.constantFrom(0, 0.25, 0.6),
  'authentication.sealing': fc.constantFrom('phase', 'letter'),
  'authentication.method': fc.constantFrom('none', 'hmac-sha-256'),
  'reconciliation.variant': fc.constantFrom('textbook', 'efficient'),
  'reconciliation.schedule': fc.constantFrom('sequential', 'parallel'),
  'reconciliation.subBlockReuse': fc.boolean(),
  'reconciliation.passes': fc.integer({ min: 1, max: 20 }),
  'amplification.method': fc.constantFrom('none', 'toeplitz'),
  'amplification.accounting': fc.constant('asymptotic'),
});

describe('from the bytes of the letters alone', () => {
  test('follow the very parities that were said, and they hold for the bits of Alice', () => {
    let keys = 0;
    let halves = 0;
    fc.assert(
      fc.property(session, (differences) => {
        const { link, recorded } = copiedSession(differences);
        const relations = relationsIn(recorded);
        expect(relations === null).toBe(link.reached !== 'key');
        if (relations === null) return;
        keys++;
        const { sender } = link.light!.key;
        const { reconciled, terms, seed } = link.correction!;
        const log = reconciled.log!;
        expect(relations.bits).toBe(sender.length);
        expect(relations.rows).toEqual(
          Array.from(log.parity, (_, q) => questionPositions(log, q, terms, seed, sender.length)),
        );
        halves += log.pass.filter((pass) => terms.variant === 'efficient' && pass > 2).length;
        expect(said(relations).slice(0, log.parity.length)).toEqual([...log.parity]);
        expect(said(relations)).toEqual(valuesOn(relations, sender));
        expect(relations.said).toBe(reconciled.leakedBits + 50);
        expect(relations.seed).toEqual(link.shrunk?.seed ?? null);
        const final = link.final!.sender;
        expect(relations.outputBits).toBe(final.length);
        if (relations.seed !== null) {
          expect(shrink(sender, relations.seed, relations.outputBits)).toEqual(final);
        }
      }),
      { seed: 1984, numRuns: 150 },
    );
    // The cases meant do occur.
    expect(keys).toBeGreaterThan(50);
    expect(halves).toBeGreaterThan(500);
  });

  test('follows the length of a key that was neither corrected nor shrunk', () => {
    const bare = { 'reconciliation.method': 'none', 'amplification.method': 'none' } as const;
    for (const lossy of [{}, { 'channel.lengthKm': 20 }, { 'channel.lengthKm': 120 }]) {
      const { link, recorded } = copiedSession({ 'exchange.photons': 3000, ...bare, ...lossy });
      const relations = relationsIn(recorded)!;
      const { length } = link.light!.key.sender;
      expect(relations).toMatchObject({ bits: length, outputBits: length, said: 0, seed: null });
      expect(relations.rows).toEqual([]);
    }
  });

  test('frames of a long key are told apart, and above the size for ranks only counted', () => {
    const { link, recorded } = copiedSession({
      'exchange.photons': 500_000,
      'channel.flipProbability': 0.01,
      'reconciliation.schedule': 'parallel',
    });
    const relations = relationsIn(recorded)!;
    expect(relations.bits).toBeGreaterThan(150_000);
    expect(relations.bits).toBeGreaterThan(EXACT_UP_TO);
    expect(relations).toMatchObject({ rows: [], dense: [] });
    expect(relations.said).toBe(link.correction!.reconciled.leakedBits + 50);
  });
});

describe('no key, no relations', () => {
  test.each([
    ['nobody recorded it', {}, () => 0],
    ['the last word is missing', {}, (letters: number) => letters - 1],
    ['too many errors', { 'channel.flipProbability': 0.2 }, (letters: number) => letters],
    ['nothing was left', { 'exchange.photons': 600 }, (letters: number) => letters],
  ])('%s', (_, differences, upTo) => {
    const { recorded } = copiedSession({ 'exchange.photons': 20_000, ...differences });
    expect(relationsIn(recorded.slice(0, upTo(recorded.length)))).toBeNull();
  });

  test('a key that was agreed on by letters alone', () => {
    const { link, recorded } = copiedSession({}, 'dh-toy');
    expect(link.reached).toBe('key');
    expect(recorded.length).toBeGreaterThan(0);
    expect(relationsIn(recorded)).toBeNull();
  });

  test('Bob found the test passed, and Alice has not said so yet', () => {
    const bare = { 'reconciliation.method': 'none', 'amplification.method': 'none' } as const;
    const { recorded } = copiedSession({ 'exchange.photons': 500, ...bare });
    expect(lettersIn(recorded.slice(-2))).toMatchObject([
      { kind: 'decision', claimedFrom: 'bob' },
      { kind: 'decision', claimedFrom: 'alice' },
    ]);
    expect(relationsIn(recorded)).not.toBeNull();
    expect(relationsIn(recorded.slice(0, -1))).toBeNull();
  });
});

test('a stop over the message comes too late to unmake the key', () => {
  const { recorded } = copiedSession({ 'exchange.photons': 20_000 });
  const [last] = lettersIn(recorded.slice(-1));
  const refused = (step: 4 | 5) => {
    const body = decisionBody({ go: false, reason: 'seal', tested: 0, errors: 0 });
    const bytes = letterBytes({ ...last!, step, sequence: last!.sequence + 1 }, body);
    return [...recorded, { bytes, tag: null }];
  };
  expect(relationsIn(refused(5))).toEqual(relationsIn(recorded));
  expect(relationsIn(refused(4))).toBeNull();
});
