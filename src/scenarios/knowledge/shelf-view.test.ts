import { describe, expect, test } from 'vitest';
import { OBSERVERS } from '../actors.ts';
import type { RunConfig } from '../config.ts';
import { configFromDifferences } from '../config-parse.ts';
import { runRndl } from '../rndl/rndl.ts';
import { fullTrustKit } from '../trust/full-kit.ts';
import { shelfSeenBy } from './shelf-view.ts';

function recorded(differences: Record<string, unknown>) {
  const parsed = configFromDifferences({ scenario: 'rndl', 'rndl.groupBits': 32, ...differences });
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  return runRndl(parsed.config, { kit: fullTrustKit });
}
const means = (name: RunConfig['rndl']['keyEstablishment']) => ({ 'rndl.keyEstablishment': name });
const UNSEALED_MIDDLE = {
  'eve.attack': 'man-in-the-middle',
  'authentication.method': 'none',
} as const;

describe('of an opened envelope', () => {
  const run = recorded(means('dh-toy'));
  test('Eve and the viewer have shelf, bench, key and text', () => {
    for (const observer of ['eve', 'everyone'] as const) {
      const view = shelfSeenBy(run, observer);
      expect(view.result).toMatchObject({ opened: true, how: 'discrete-log' });
      expect(view.result?.foundKey).toEqual(run.key?.alice);
      expect(view.result?.plaintext).toBe(run.config.rndl.message);
      expect(view.recorded).toBe(view.shelf?.reduce((sum, { bytes }) => sum + bytes, 0));
      expect(view.message).toBe(run.config.rndl.message);
    }
  });
  test('the ends know of no shelf, and that all went well', () => {
    for (const observer of ['alice', 'bob'] as const) {
      const view = shelfSeenBy(run, observer);
      expect(view).toMatchObject({ shelf: null, recorded: null, bench: null, result: null });
      expect(view.session).toBe('key');
      expect(view.message).toBe(run.config.rndl.message);
    }
  });
});

describe('of one that stays closed', () => {
  const run = recorded(means('qkd'));
  test('Eve has no text, no key, and cannot say how near her guess is', () => {
    const view = shelfSeenBy(run, 'eve');
    expect(view.message).toBeNull();
    expect(view.session).toBe('no-key-for-me');
    expect(view.result).toMatchObject({ plaintext: null, foundKey: null, agreement: null });
    expect(view.result?.doors).toEqual({ key: 'not-recorded', cipher: 'no-method' });
  });
  test('the viewer sees the guess against the key: about half, as coins have', () => {
    const { agreement } = shelfSeenBy(run, 'everyone').result!;
    // 256 fair coins: standard error √256 / 2 = 8; we allow 4.
    expect(agreement?.of).toBe(256);
    expect(Math.abs(agreement!.right - 128)).toBeLessThanOrEqual(32);
  });
  test('light went by, and no heap on the shelf is light', () => {
    const view = shelfSeenBy(run, 'eve');
    expect(view.pulses).toBe(run.config.exchange.photons);
    expect(view.shelf?.map(({ kind }) => kind)).toEqual(['letters', 'seals', 'envelope']);
  });
});

describe('with Eve in the middle and no seals', () => {
  const run = recorded({ ...means('dh-toy'), ...UNSEALED_MIDDLE });
  test('both ends hold a key and think it is theirs alone; she knows better', () => {
    expect(OBSERVERS.map((observer) => shelfSeenBy(run, observer).session).sort()).toEqual(
      ['fooled', 'fooled', 'key', 'key'].sort(),
    );
    expect(shelfSeenBy(run, 'eve').result?.how).toBe('held-session');
  });
  test('the share in Bob’s name is hers, and Alice takes it for his', () => {
    const second = (observer: 'alice' | 'eve' | 'everyone') =>
      shelfSeenBy(run, observer).crossed.find(({ kind }) => kind === 'shares')?.first[1]?.by;
    expect([second('alice'), second('eve'), second('everyone')]).toEqual(['bob', 'eve', 'eve']);
  });
  test('of Alice’s line Bob has seen nothing', () => {
    expect(shelfSeenBy(run, 'bob').crossed.flatMap(({ first }) => first)).toEqual([]);
  });
});

test('a message too long for its pad is not sent, and nobody has read it', () => {
  const run = recorded({
    ...means('qkd'),
    'rndl.cipher': 'one-time-pad',
    'rndl.message': 'x'.repeat(4096),
  });
  for (const observer of OBSERVERS) {
    expect(shelfSeenBy(run, observer)).toMatchObject({
      sent: false,
      message: null,
      session: 'stopped-short',
    });
  }
});

test('before Q-day she tries nothing on the group she could break', () => {
  const { bench, result } = shelfSeenBy(
    recorded({ ...means('dh-toy'), 'rndl.qDay': false }),
    'eve',
  );
  expect(bench?.attempts.some(({ found }) => found)).toBe(false);
  expect(bench?.attempts.every(({ steps }) => steps === null)).toBe(true);
  expect(result?.doors.key).toBe('no-method');
});
