import { expect, test } from 'vitest';
import { say } from '../../../content/words/use-words.ts';
import { configFromDifferences } from '../../../scenarios/config-parse.ts';
import type { KnowledgeView, LetterView } from '../../../scenarios/knowledge/view.ts';
import type { Run } from '../../../scenarios/run.ts';
import {
  comparisonOf,
  endLooks,
  noKeyOf,
  remainingInUse,
  repeatInSlices,
  sealPrice,
  toyOf,
} from './steps-of-run.ts';

const view = (given: Partial<KnowledgeView>) =>
  ({ twoLinks: false, letters: [], ...given }) as KnowledgeView;

test('with Eve in the middle she is one end of each link, for who can tell', () => {
  const ends = (twoLinks: boolean, link: 0 | 1) => {
    const { near, far } = endLooks(say, view({ twoLinks }), link);
    return [near.tone, far.tone];
  };
  expect(ends(false, 0)).toEqual(['alice', 'bob']);
  expect(ends(true, 0)).toEqual(['alice', 'eve']);
  expect(ends(true, 1)).toEqual(['eve', 'bob']);
});

test('the hash is that of the link on show', () => {
  const letter = (link: 0 | 1, hash: number) =>
    ({
      link,
      seal: 'fits',
      content: {
        kind: 'verification',
        bits: 9,
        seed: new Uint8Array(0),
        hash: Uint8Array.of(hash),
      },
    }) as Partial<LetterView> as LetterView;
  const letters = [letter(0, 1), letter(1, 2)];
  const both = view({ twoLinks: true, letters });
  expect(comparisonOf(both, { verified: true }, 1)?.hash[0]).toBe(2);
  expect(comparisonOf(view({}), { verified: null }, 0)).toBeNull();
});

test('only masks used once cost key bits by the letter', () => {
  const price = (differences: Record<string, unknown>) => {
    const parsed = configFromDifferences(differences);
    if (!parsed.ok) throw new TypeError(parsed.problems[0]?.message);
    return sealPrice(parsed.config);
  };
  expect(price({})).toEqual({ perSeal: 128, onEach: false });
  expect(price({ 'authentication.method': 'hmac-sha-256' }).perSeal).toBe(0);
  expect(price({ 'authentication.method': 'none' }).perSeal).toBeNull();
  expect(price({ 'authentication.sealing': 'letter' }).onEach).toBe(true);
});

test('tests in slices are as many as were asked for, and pass as often as they should', async () => {
  // 100 bits at 25 % errors and a limit of 25 %: P[X ≤ 25] for X ~ B(100, ¼) is 0.5535.
  const test = { testedBits: 100, fraction: 1, limit: 0.25 };
  const { times, passed } = await repeatInSlices(test, { seed: 1984, times: 400 });
  expect(times).toBe(400);
  // Standard error √(400·0.5535·0.4465) = 9.9; we allow 4.
  expect(Math.abs(passed - 400 * 0.5535)).toBeLessThan(4 * 9.9);
});

test('the toy stays level up to what Eve misses, and not beyond', () => {
  const { missing } = toyOf(1984, 1);
  const level = (length: number) => toyOf(1984, length).flat;
  expect(level(1)).toBe(true);
  expect(level(missing + 1)).toBe(false);
  expect(toyOf(1984, missing + 1).counts).toHaveLength(2 ** (missing + 1));
});

test('what Eve can compute of a key in use is for the viewer alone, with the reason', () => {
  const run = (amplification: { method: string; accounting: string }) =>
    ({
      config: { amplification },
      receipt: {
        eve: { keyBitsKnown: 50, keyBitsKnownBy: 'rank' },
        reconciliation: { verificationBits: 50 },
      },
    }) as unknown as Run;
  const short = run({ method: 'toeplitz', accounting: 'asymptotic' });
  const whole = run({ method: 'none', accounting: 'finite-key' });
  const why = (of: Run) => remainingInUse(view({ observer: 'everyone' }), of)?.why;
  expect([why(short), why(whole)]).toEqual(['asymptotic', 'not-shrunk']);
  for (const observer of ['alice', 'bob', 'eve'] as const) {
    expect(remainingInUse(view({ observer }), short)).toBeNull();
  }
});

test('no key is said only by who knows that the run stopped', () => {
  const stopped = (verdict: 'stopped-errors' | 'stopped-seal') =>
    noKeyOf({ verdict: { kind: 'verdict', verdict, stoppedBy: 'bob', step: 3 } });
  expect([stopped('stopped-errors'), stopped('stopped-seal')]).toEqual(['differ', 'stopped']);
  expect(noKeyOf({ verdict: null })).toBeNull();
  expect(noKeyOf({ verdict: { kind: 'no-key-for-me', wentOn: true } })).toBeNull();
  expect(noKeyOf({ verdict: { kind: 'no-key-for-me', wentOn: false } })).toBe('stopped');
});
