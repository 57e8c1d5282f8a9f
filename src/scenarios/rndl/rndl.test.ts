import { describe, expect, test } from 'vitest';
import { parseConfig } from '../config-parse.ts';
import type { Receipt } from '../receipt.ts';
import { runScenario } from '../scenario.ts';
import { fullTrustKit } from '../trust/full-kit.ts';
import { runRndl } from './rndl.ts';

const MEANS = ['dh-toy', 'x25519', 'ml-kem-768', 'qkd', 'hybrid'] as const;
const MESSAGE = 'The account number is 4471 9023. Call me on Tuesday.';

function configOf(input: Readonly<Record<string, unknown>>) {
  const parsed = parseConfig({ scenario: 'rndl', ...input });
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return parsed.config;
}

function receipt(
  rndl: Readonly<Record<string, unknown>>,
  more: Readonly<Record<string, unknown>> = {},
): Receipt {
  return runRndl(configOf({ rndl, ...more }), { kit: fullTrustKit }).receipt;
}

const NO_SEALS = { authentication: { method: 'none' } };
const MIDDLEMAN = { eve: { attack: 'man-in-the-middle' } };

describe('a recording at Q-day', () => {
  test.each([
    ['dh-toy', true, 'found', 'no-method', 'discrete-log', 0],
    ['x25519', true, 'found', 'no-method', 'discrete-log-oracle', 0],
    ['ml-kem-768', false, 'no-method', 'no-method', null, 0],
    ['qkd', false, 'not-recorded', 'no-method', null, 256],
    ['hybrid', false, 'not-recorded', 'no-method', null, 256],
  ] as const)(
    '%s under AES: opened %s',
    (keyEstablishment, opened, key, cipher, how, candidates) => {
      const { verdict, rndl, use } = receipt({ keyEstablishment });
      expect(verdict).toBe('key');
      expect(use).toEqual({ accepted: true, altered: false, bytes: MESSAGE.length + 16 });
      expect(rndl).toMatchObject({
        opened,
        doors: { key, cipher },
        how,
        candidateKeys: candidates,
      });
      expect(rndl?.plaintext).toBe(opened ? MESSAGE : null);
    },
  );

  test('that does not come opens nothing', () => {
    for (const keyEstablishment of MEANS) {
      const { rndl } = receipt({ keyEstablishment, qDay: false });
      expect(rndl).toMatchObject({ opened: false, how: null, plaintext: null });
    }
  });

  test('of a pad made of light holds nothing twice', () => {
    const { rndl, keyLedger } = receipt({ keyEstablishment: 'qkd', cipher: 'one-time-pad' });
    expect(rndl?.doors).toEqual({ key: 'not-recorded', cipher: 'not-recorded' });
    expect(rndl?.candidateKeys).toBe(8 * MESSAGE.length);
    expect(keyLedger.spentOnMessages).toBe(8 * MESSAGE.length);
  });

  test('of a pad longer than the key sends nothing', () => {
    const message = 'x'.repeat(1000);
    const { verdict, rndl, use, messages } = receipt({
      keyEstablishment: 'qkd',
      cipher: 'one-time-pad',
      message,
    });
    expect(verdict).toBe('stopped-short');
    expect(use).toBeNull();
    expect(rndl).toMatchObject({ opened: false, candidateKeys: null, guessAgreement: null });
    expect(rndl?.recorded).toBeGreaterThan(messages.number * 32);
  });

  test('has every byte of letters and seals, and of the hop', () => {
    const config = configOf({ rndl: { keyEstablishment: 'qkd', whatIf: ['delivered-over-dh'] } });
    const { shelf, receipt } = runRndl(config);
    const heap = (kind: string) => shelf.find((item) => item.kind === kind)?.bytes ?? 0;
    expect(receipt.rndl!.recorded).toBe(receipt.messages.bytes + heap('hop'));
    expect(heap('seals')).toBe(16 * receipt.seals.made);
  });
});

describe('a guess', () => {
  test('has half of the bits where the recording says nothing, all where it was opened', () => {
    let agreeing = 0;
    const runs = 40;
    for (let seed = 0; seed < runs; seed++) {
      agreeing += receipt({ keyEstablishment: 'ml-kem-768' }, { seed }).rndl!.guessAgreement!;
      agreeing += receipt({ keyEstablishment: 'qkd' }, { seed }).rndl!.guessAgreement!;
    }
    // 80 guesses of 256 bits: a standard error of 0.5 ÷ √20480 = 0.0035.
    expect(Math.abs(agreeing / (2 * runs) - 0.5)).toBeLessThan(4 * 0.0035);
    expect(receipt({ keyEstablishment: 'dh-toy' }).rndl!.guessAgreement).toBe(1);
  });
});

describe('what if', () => {
  const tried = (keyEstablishment: string, ...whatIf: string[]) =>
    receipt({ keyEstablishment, whatIf }).rndl!;

  test('ML-KEM falls: its own envelope opens, the hybrid stays closed for the light', () => {
    expect(tried('ml-kem-768', 'ml-kem-broken')).toMatchObject({
      opened: true,
      how: 'ml-kem-oracle',
      doors: { key: 'found', cipher: 'no-method' },
    });
    expect(tried('hybrid', 'ml-kem-broken')).toMatchObject({
      opened: false,
      doors: { key: 'not-recorded' },
      candidateKeys: 256,
    });
    expect(tried('qkd', 'ml-kem-broken').opened).toBe(false);
  });

  test('AES falls: every AES envelope opens by its other door, a pad does not', () => {
    for (const means of MEANS) {
      const { opened, doors, plaintext } = tried(means, 'aes-256-broken');
      expect([means, opened, doors.cipher, plaintext]).toEqual([means, true, 'found', MESSAGE]);
    }
    const pad = receipt({
      keyEstablishment: 'qkd',
      cipher: 'one-time-pad',
      whatIf: ['aes-256-broken', 'ml-kem-broken'],
    });
    expect(pad.rndl!.opened).toBe(false);
  });

  test('the key left the site over DH: at Q-day every way opens, before it none', () => {
    for (const keyEstablishment of MEANS) {
      const whatIf = ['delivered-over-dh'];
      expect(receipt({ keyEstablishment, whatIf }).rndl!.opened).toBe(true);
      expect(receipt({ keyEstablishment, whatIf, qDay: false }).rndl!.opened).toBe(false);
    }
    expect(tried('qkd', 'delivered-over-dh')).toMatchObject({
      how: 'delivery-hop',
      // What was recorded of the key establishment itself still says nothing.
      candidateKeys: 256,
    });
  });

  test('the device is read out: kept keys open, erased ones do not, and all five ways are alike', () => {
    const read = (keyEstablishment: string, eraseKeys: boolean) =>
      receipt(
        { keyEstablishment, qDay: false, whatIf: ['device-read-out'] },
        { devices: { eraseKeys } },
      );
    for (const means of MEANS) {
      const kept = read(means, false);
      expect(kept.rndl).toMatchObject({ opened: true, how: 'device-read-out' });
      expect(kept.readOut).toMatchObject({ stored: 256, erased: 0, inUse: 0, future: 256 });
      const erased = read(means, true);
      expect(erased.rndl!.opened).toBe(false);
      expect(erased.readOut).toMatchObject({ stored: 0, erased: 256, inUse: 0, future: 256 });
    }
    expect(receipt({}).readOut).toBeNull();
  });
});

test('a hybrid opens when both of its secrets are hers: ML-KEM broken, and all of the light measured', () => {
  const careless = {
    exchange: { photons: 6000 },
    eve: { attack: 'intercept-resend' },
    estimation: { abortAbove: 0.5 },
    amplification: { method: 'none' },
  };
  const one = receipt({ keyEstablishment: 'hybrid' }, careless).rndl!;
  expect(one).toMatchObject({ opened: false, candidateKeys: 0, doors: { key: 'no-method' } });
  const both = receipt({ keyEstablishment: 'hybrid', whatIf: ['ml-kem-broken'] }, careless).rndl!;
  expect(both).toMatchObject({ opened: true, how: 'ml-kem-oracle', plaintext: MESSAGE });
});

describe('Eve in the middle today', () => {
  test.each(MEANS)('%s without seals: fooled, and she reads along', (keyEstablishment) => {
    const { verdict, keys, rndl } = receipt(
      { keyEstablishment, qDay: false },
      { ...NO_SEALS, ...MIDDLEMAN },
    );
    expect(verdict).toBe('fooled');
    expect(keys.eve.map(({ sharedWith }) => sharedWith)).toEqual(['alice', 'bob']);
    expect(keys.eve[0]!.sha256).toBe(keys.alice!.sha256);
    expect(keys.eve[1]!.sha256).toBe(keys.bob!.sha256);
    expect(keys.alice!.sha256).not.toBe(keys.bob!.sha256);
    expect(rndl).toMatchObject({
      opened: true,
      how: 'held-session',
      plaintext: MESSAGE,
      candidateKeys: 0,
    });
  });

  test.each(MEANS)('%s with seals: stopped, and nothing was sent', (keyEstablishment) => {
    const { verdict, keys, rndl, seals } = receipt({ keyEstablishment }, MIDDLEMAN);
    expect(verdict).toBe('stopped-seal');
    expect(seals.failed).toBeGreaterThan(0);
    expect([keys.alice, keys.bob]).toEqual([null, null]);
    expect(rndl).toMatchObject({ opened: false, candidateKeys: null });
  });

  test.each(MEANS)('%s under a stolen private key: fooled with seals on', (keyEstablishment) => {
    const { verdict } = receipt(
      { keyEstablishment },
      { ...MIDDLEMAN, authentication: { method: 'ed25519', broken: 'private-key-stolen' } },
    );
    expect(verdict).toBe('fooled');
  });

  test('a switch changes one thing: honest photons, letters and keys stay', () => {
    const one = receipt({ keyEstablishment: 'qkd' });
    const other = receipt({ keyEstablishment: 'qkd', whatIf: ['ml-kem-broken'], qDay: false });
    expect(other.keys).toEqual(one.keys);
    expect(other.log).toEqual(one.log);
  });
});

test('one-time pad with a 256-bit secret is refused', () => {
  for (const keyEstablishment of MEANS.filter((means) => means !== 'qkd')) {
    const parsed = parseConfig({ rndl: { keyEstablishment, cipher: 'one-time-pad' } });
    expect(parsed).toMatchObject({
      ok: false,
      problems: [{ code: 'config/contradiction', path: '/rndl/cipher' }],
    });
  }
});

test('a receipt is the same bytes again, searches included', () => {
  for (const keyEstablishment of MEANS) {
    const config = configOf({ seed: 'again', rndl: { keyEstablishment } });
    const text = () => JSON.stringify(runScenario(config, { kit: fullTrustKit }).receipt);
    expect(text()).toBe(text());
  }
});
