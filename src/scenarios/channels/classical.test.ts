import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openStream, runKey } from '../../core/random/streams.ts';
import type { RunConfig } from '../config.ts';
import { configFromDifferences } from '../config-parse.ts';
import { runConfig } from '../execute.ts';
import { sealingKeyOf } from '../trust/pre-shared-key.ts';
import { type Desk, openDesk } from './classical.ts';
import { type Envelope, HEADER_BYTES, isExpected, letterBytes, sessionOf } from './letters.ts';

type Party = 'alice' | 'bob';
const METHODS = ['wegman-carter', 'hmac-sha-256'] as const;

function configOf(differences: Readonly<Record<string, unknown>>): RunConfig {
  const parsed = configFromDifferences(differences);
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return parsed.config;
}

function deskOf(config: RunConfig, as: Party, holdsKey = true): Desk {
  return openDesk({
    authentication: config.authentication,
    as,
    key: holdsKey ? sealingKeyOf(config) : null,
    guesses: holdsKey ? null : openStream(runKey(config.seed), `test/${as}`),
  });
}

function envelope(sequence: number, claimedFrom: Party = 'alice', seed = 1984): Envelope {
  const session = sessionOf(seed);
  return { kind: 'bases', claimedFrom, step: 1, session, sequence, range: { from: 0, to: 64 } };
}

const body = (text: number) => [Uint8Array.from({ length: 9 }, (_, i) => text + i)];

/** Alice writes these letters under one seal; `deliver` says what reaches Bob, who expects them in order. */
function post(
  method: (typeof METHODS)[number],
  letters: number,
  deliver: (written: readonly Uint8Array[]) => readonly Uint8Array[] = (written) => written,
  rest: { readonly tagBits?: number } = {},
) {
  const config = configOf({
    'authentication.method': method,
    'authentication.tagBits': rest.tagBits ?? 128,
  });
  const alice = deskOf(config, 'alice');
  const bob = deskOf(config, 'bob');
  const written = Array.from({ length: letters }, (_, i) => letterBytes(envelope(i), body(i)));
  for (const bytes of written) alice.write(bytes);
  const seal = alice.seal()!;
  deliver(written).forEach((bytes, i) => {
    bob.read(bytes, envelope(i));
  });
  return { alice, bob, seal, written };
}

describe.each(METHODS)('%s', (method) => {
  test('accepts honest letters, alone or many under one seal, at any length of tag', () => {
    for (const tagBits of [8, 13, 64, 127, 128]) {
      for (const letters of [1, 2, 7]) {
        const { bob, seal } = post(method, letters, undefined, { tagBits });
        const { result, expected } = bob.check(seal);
        expect(result).toBe('accepted');
        expect(expected).toEqual(seal.tag);
        expect(seal.coveredBytes).toBe(letters * (HEADER_BYTES + 9));
      }
    }
  });

  test('refuses a letter with any one bit flipped, header or body', () => {
    const { written } = post(method, 2);
    const bytes = written[0]!.length;
    for (let i = 0; i < bytes * 2; i++) {
      const { bob, seal } = post(method, 2, (letters) => {
        const altered = letters.map((letter) => letter.slice());
        altered[Math.floor(i / bytes)]![i % bytes]! ^= 1 << (i % 8);
        return altered;
      });
      expect(bob.check(seal).result, `byte ${i}`).toBe('rejected');
    }
  });

  test('refuses letters that were swapped, dropped, doubled, cut or lengthened', () => {
    const spoil: readonly ((letters: readonly Uint8Array[]) => readonly Uint8Array[])[] = [
      ([a, b, c]) => [b!, a!, c!],
      ([a, b]) => [a!, b!],
      ([, b, c]) => [b!, c!],
      ([a, b, c]) => [a!, b!, c!, c!],
      ([a, b, c]) => [a!, b!, c!.slice(0, -1)],
      ([a, b, c]) => [a!, b!, Uint8Array.of(...c!, 0)],
      ([a, b, c]) => [a!, b!, c!.slice(0, 5)],
      () => [],
    ];
    for (const [i, deliver] of spoil.entries()) {
      const { bob, seal } = post(method, 3, deliver);
      expect(bob.check(seal).result, `way ${i}`).toBe('rejected');
    }
  });

  test('refuses a tag with any bit flipped, cut, or from another letter', () => {
    fc.assert(
      fc.property(fc.nat(127), (i) => {
        const { bob, seal } = post(method, 1);
        const tag = seal.tag.slice();
        tag[i >> 3]! ^= 0x80 >> (i & 7);
        expect(bob.check({ ...seal, tag }).result).toBe('rejected');
      }),
      { seed: 1984, numRuns: 128 },
    );
    const { bob, seal } = post(method, 1);
    const { seal: other } = post(method, 2);
    expect(bob.check({ ...seal, tag: other.tag }).result).toBe('rejected');
    expect(post(method, 1).bob.check({ ...seal, tag: seal.tag.slice(0, 8) }).result).toBe(
      'rejected',
    );
  });

  test('refuses a letter sent again, sent back, or from another session', () => {
    const { alice, bob, seal, written } = post(method, 1);
    expect(bob.check(seal).result).toBe('accepted');
    // Again: the next letter was expected.
    bob.read(written[0]!, envelope(1));
    expect(bob.check(seal).result).toBe('rejected');
    // Back to her who wrote it: a letter of Bob's was expected.
    alice.read(written[0]!, envelope(0, 'bob'));
    expect(alice.check(seal).result).toBe('rejected');
    // Another session under the same key.
    const config = configOf({ 'authentication.method': method });
    const later = deskOf(config, 'bob');
    later.read(written[0]!, envelope(0, 'alice', 1985));
    expect(later.check(seal).result).toBe('rejected');
  });

  test('goes on after a refusal: the next honest letter is accepted', () => {
    const { alice, bob, seal } = post(method, 1, () => []);
    expect(bob.check(seal).result).toBe('rejected');
    const next = letterBytes(envelope(1), body(1));
    alice.write(next);
    bob.read(next, envelope(1));
    expect(bob.check(alice.seal()!).result).toBe('accepted');
  });

  test('is a guess without the key: 2⁻⁸ of 8-bit tags fit, over 20,000 letters', () => {
    const config = configOf({
      'authentication.method': method,
      'authentication.tagBits': 8,
      'authentication.preSharedBits': 1e6,
    });
    const eve = deskOf(config, 'alice', false);
    const bob = deskOf(config, 'bob');
    const n = 20_000;
    let passed = 0;
    for (let i = 0; i < n; i++) {
      const bytes = letterBytes(envelope(i), body(0));
      eve.write(bytes);
      bob.read(bytes, envelope(i));
      if (bob.check(eve.seal()!).result === 'accepted') passed++;
    }
    // 78 expected, standard error 8.8; we allow 4.
    expect(Math.abs(passed - n / 256)).toBeLessThan(4 * Math.sqrt(n / 256));
  });

  test('without the key cannot check either', () => {
    const config = configOf({ 'authentication.method': method });
    const eve = deskOf(config, 'bob', false);
    const { seal, written } = post(method, 1);
    eve.read(written[0]!, envelope(0));
    expect(eve.check(seal)).toEqual({ result: 'not-checked', expected: null });
  });
});

describe('one-time masks', () => {
  test('are refused under a wrong number, or none', () => {
    for (const maskNumber of [1, 7, null]) {
      const { bob, seal } = post('wegman-carter', 1);
      expect(seal.maskNumber).toBe(0);
      expect(bob.check({ ...seal, maskNumber }).result).toBe('rejected');
    }
    expect(post('hmac-sha-256', 1).seal.maskNumber).toBeNull();
  });

  test('are numbered without gaps or repeats in each direction, in every kind of run', () => {
    for (const attack of ['none', 'man-in-the-middle']) {
      for (const sealing of ['phase', 'letter']) {
        const { letters } = runConfig(
          configOf({
            'eve.attack': attack,
            'authentication.broken': 'key-leaked',
            'authentication.sealing': sealing,
            // Round trips have seals of their own; here every seal is on a letter of the list.
            'reconciliation.method': 'none',
            'authentication.preSharedBits': 100_000,
            'exchange.photons': 4000,
          }),
        );
        const seen = new Map<string, number[]>();
        for (const { link, claimedFrom, seal } of letters) {
          if (seal === null) continue;
          const direction = `${link} ${claimedFrom}`;
          seen.set(direction, [...(seen.get(direction) ?? []), seal.maskNumber!]);
        }
        expect(seen.size).toBe(attack === 'none' ? 2 : 4);
        for (const numbers of seen.values()) expect(numbers).toEqual(numbers.map((_, i) => i));
      }
    }
  });

  test('are two halves of the store, cut one after the other, none of it used for two things', () => {
    for (const [tagBits, preSharedBits] of [
      [128, 4096],
      [13, 1000],
      [8, 257],
      [127, 6001],
    ] as const) {
      const config = configOf({
        'authentication.tagBits': tagBits,
        'authentication.preSharedBits': preSharedBits,
      });
      const key = sealingKeyOf(config);
      const bits = (bytes: Uint8Array, count: number) =>
        Array.from({ length: count }, (_, i) => (bytes[i >> 3]! >> (7 - (i & 7))) & 1).join('');
      const masksOf = (direction: Party) => {
        const masks: string[] = [];
        for (let n = 0; ; n++) {
          const mask = key.mask(direction, n);
          if (mask === null) return masks;
          expect(mask).toHaveLength(Math.ceil(tagBits / 8));
          masks.push(bits(mask, tagBits));
        }
      };
      const [alice, bob] = [masksOf('alice'), masksOf('bob')];
      const half = Math.floor((preSharedBits - key.upFront) / 2);
      expect(alice).toHaveLength(Math.floor(half / tagBits));
      expect(bob).toHaveLength(alice.length);
      expect(key.upFront + half + bob.length * tagBits).toBeLessThanOrEqual(preSharedBits);
      const store = storeBits(config);
      expect(alice.join('')).toBe(store.slice(key.upFront, key.upFront + alice.length * tagBits));
      expect(bob.join('')).toBe(
        store.slice(key.upFront + half, key.upFront + half + bob.length * tagBits),
      );
      expect(bits(key.hash, 128)).toBe(store.slice(0, 128));
      if (key.second) expect(bits(key.second, 128)).toBe(store.slice(128, 256));
    }
  });
});

/** The store itself, read through the eight-bit masks of a longer store of the same seed. */
function storeBits(config: RunConfig): string {
  const longer = sealingKeyOf({
    ...config,
    authentication: { ...config.authentication, tagBits: 8, preSharedBits: 20_000 },
  });
  const bytes = [...longer.hash, ...longer.second!];
  for (let n = 0; ; n++) {
    const mask = longer.mask('alice', n);
    if (mask === null) break;
    bytes.push(mask[0]!);
  }
  return bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
}

test('a letter is the expected one if every byte of its header is, and no other', () => {
  const bytes = letterBytes(envelope(3), body(1));
  expect(bytes).toHaveLength(HEADER_BYTES + 9);
  expect(isExpected(bytes, envelope(3))).toBe(true);
  expect(isExpected(bytes, envelope(4))).toBe(false);
  expect(isExpected(bytes, envelope(3, 'bob'))).toBe(false);
  expect(isExpected(bytes, envelope(3, 'alice', 7))).toBe(false);
  expect(isExpected(bytes.slice(0, -1), envelope(3))).toBe(false);
  for (let i = 0; i < HEADER_BYTES; i++) {
    const altered = bytes.slice();
    altered[i]! ^= 1;
    expect(isExpected(altered, envelope(3))).toBe(false);
  }
});
