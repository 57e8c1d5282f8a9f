import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { discreteLog } from '../../core/establishment/discrete-log.ts';
import { type ToyGroup, toyPublic } from '../../core/establishment/toy-group.ts';
import { bytesAt, openStream, runKey, utf8 } from '../../core/random/streams.ts';
import type { HopProtection } from '../config.ts';
import { fullTrustKit } from '../trust/full-kit.ts';
import { carry, type HopMeans, type HopPowers, hopBytes, kemOracle, openHop } from './hop.ts';

const coinsOf = (seed: number) => (label: string, length: number) =>
  bytesAt(openStream(runKey(seed), label), 0, length);

const means = (protection: HopProtection, seed = 1984): HopMeans => ({
  protection,
  groupBits: 32,
  coins: coinsOf(seed),
  kit: fullTrustKit,
});

const search = (group: ToyGroup, share: bigint) =>
  discreteLog(group, share, { coins: sha256(utf8('eve')) }).log;

const payload = utf8('{"keys":[{"key_ID":"7f3a","key":"kQ0xZw=="}]}');

describe('what a record yields', () => {
  const powersOf = (log: boolean, kem: boolean, seed = 1984): HopPowers => ({
    discreteLog: log ? search : null,
    mlKemSecret: kem ? kemOracle(means('tls-hybrid', seed)) : null,
  });

  test.each([
    ['none', false, false, true],
    ['tls-dh', false, false, false],
    ['tls-dh', false, true, false],
    ['tls-dh', true, false, true],
    ['tls-hybrid', false, false, false],
    ['tls-hybrid', true, false, false],
    ['tls-hybrid', false, true, false],
    ['tls-hybrid', true, true, true],
  ] as const)('%s, logarithm %s, ML-KEM %s: opens %s', (protection, log, kem, opens) => {
    const opened = openHop(carry(payload, means(protection)), powersOf(log, kem));
    expect(opened).toEqual(opens ? payload : null);
  });

  test('the searched logarithm is that of the recorded share, and another opens nothing', () => {
    const hop = carry(payload, means('tls-dh'));
    let asked = 0n;
    const wrong = openHop(hop, {
      discreteLog(group, share) {
        asked = share;
        const log = search(group, share);
        expect(toyPublic(group, log)).toBe(share);
        return log === 1n ? 2n : log - 1n;
      },
      mlKemSecret: null,
    });
    expect(asked).toBeGreaterThan(1n);
    expect(wrong).toBeNull();
  });

  test("another session's ML-KEM secret opens nothing, nor does a search that was given up", () => {
    const hop = carry(payload, means('tls-hybrid'));
    expect(openHop(hop, powersOf(true, true, 1985))).toBeNull();
    const { mlKemSecret } = powersOf(true, true);
    expect(openHop(hop, { discreteLog: () => null, mlKemSecret })).toBeNull();
  });

  test('any bit of the record that changed closes it', () => {
    const hop = carry(payload, means('tls-dh'));
    let log: bigint | null = null;
    const powers: HopPowers = {
      // Two hops with the same shares need one search.
      discreteLog(group, share) {
        log ??= search(group, share);
        return log;
      },
      mlKemSecret: null,
    };
    expect(openHop(hop, powers)).toEqual(payload);
    fc.assert(
      fc.property(fc.nat(8 * hop.record.length - 1), fc.nat(8 * 32 - 1), (inRecord, inRandom) => {
        const record = flipped(hop.record, inRecord);
        expect(openHop({ ...hop, record }, powers)).toBeNull();
        // The first 4 bytes of a hello are a length; the random ones follow.
        const hello = flipped(hop.hello, 32 + inRandom);
        expect(openHop({ ...hop, hello }, powers)).toBeNull();
      }),
      { numRuns: 60, seed: 1984 },
    );
  });

  test('a record cut short or mislabelled is closed, not an error', () => {
    const hop = carry(payload, means('tls-dh'));
    const powers = powersOf(true, true);
    expect(openHop({ ...hop, hello: hop.hello.slice(0, 7) }, powers)).toBeNull();
    expect(openHop({ ...hop, answer: new Uint8Array(0) }, powers)).toBeNull();
    expect(openHop({ ...hop, record: new Uint8Array(3) }, powers)).toBeNull();
    expect(openHop({ ...hop, protection: 'tls-hybrid' }, powers)).toBeNull();
  });
});

describe('what crosses', () => {
  test('holds the payload only on an unprotected hop', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 4, maxLength: 60 }),
        fc.constantFrom<HopProtection>('none', 'tls-dh', 'tls-hybrid'),
        fc.nat(1000),
        (said, protection, seed) => {
          const hop = carry(said, means(protection, seed));
          const line = Buffer.concat([hop.hello, hop.answer, hop.record]);
          expect(line.includes(Buffer.from(said))).toBe(protection === 'none');
          expect(hopBytes(hop)).toBe(line.length);
        },
      ),
      { numRuns: 40, seed: 1984 },
    );
  });

  test('is the same from the same coins, and has another key from others', () => {
    const one = carry(payload, means('tls-hybrid'));
    expect(carry(payload, means('tls-hybrid'))).toEqual(one);
    expect(carry(payload, means('tls-hybrid', 1985)).record).not.toEqual(one.record);
    // A hybrid hop is no DH hop with something beside it: the same shares give another key.
    expect(carry(payload, means('tls-dh')).record).not.toEqual(one.record);
  });

  test('is of the published sizes', () => {
    const [none, dh, hybrid] = (['none', 'tls-dh', 'tls-hybrid'] as const).map((protection) =>
      hopBytes(carry(payload, means(protection))),
    );
    expect(none).toBe(payload.length);
    // Two hellos of random bytes and a 4-byte share with their lengths, and the tag.
    expect(dh).toBe(payload.length + 2 * (4 + 32 + 4 + 4) + 16);
    // An ML-KEM-768 key there, a ciphertext back (FIPS 203, table 3).
    expect(hybrid).toBe(dh! + (4 + 1184) + (4 + 1088));
  });

  test('a hybrid hop without ML-KEM cannot be had', () => {
    expect(() => carry(payload, { ...means('tls-hybrid'), kit: null })).toThrow('kit');
    expect(
      openHop(carry(payload, { ...means('tls-dh'), kit: null }), {
        discreteLog: null,
        mlKemSecret: null,
      }),
    ).toBeNull();
  });
});

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  return bytes.map((byte, i) => (i === bit >>> 3 ? byte ^ (1 << (bit & 7)) : byte));
}
