import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bits } from '../../core/bits/bits.ts';
import { configFromDifferences } from '../config-parse.ts';
import { keyOf, noGlimpse, seeAll, seeSince } from './glimpse.ts';
import { beginPool, burn, catchUp, commonLevel, leftOf, levelOf, roundKey, topUp } from './pool.ts';

const PARTIES = ['alice', 'bob'] as const;

function authenticationOf(method: string, tagBits = 128) {
  const parsed = configFromDifferences({
    'authentication.method': method,
    'authentication.tagBits': tagBits,
  });
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return parsed.config.authentication;
}

/** Bits that no other stretch of some length repeats; from a counter, so no two keys are alike. */
function keyOfLength(length: number, salt: number): Bits {
  const words = Uint32Array.from({ length: (length + 31) >>> 5 }, (_, w) => {
    const mixed = Math.imul((w + 1) ^ Math.imul(salt + 1, 0x9e3779b1), 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  });
  return { length, words };
}

const wegmanCarter = authenticationOf('wegman-carter');

describe('a pool', () => {
  test('fills both directions to half of the target, whatever each has left', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 256, max: 5000 }),
        fc.nat(6000),
        fc.nat(20),
        fc.nat(20),
        fc.nat(4000),
        (target, first, most, mostChecked, later) => {
          const pool = beginPool(keyOfLength(first, 1), wegmanCarter, target);
          const key = roundKey(pool, wegmanCarter)!;
          const made = Math.min(most, key.masks('alice'));
          const checked = Math.min(mostChecked, key.masks('bob'));
          burn(pool, wegmanCarter, 'alice', { made, checked });
          const left = { alice: leftOf(pool, 'alice'), bob: leftOf(pool, 'bob') };
          const before = levelOf(pool);
          topUp(pool, keyOfLength(later, 2), target);
          const half = Math.floor(target / 2);
          expect(levelOf(pool)).toBe(Math.min(2 * half, before + later));
          for (const way of PARTIES) {
            expect(leftOf(pool, way)).toBeLessThanOrEqual(half);
            expect(leftOf(pool, way)).toBeGreaterThanOrEqual(left[way]);
          }
          // The emptier one comes first: they end level, unless the key was too short for that.
          const apart = Math.abs(leftOf(pool, 'alice') - leftOf(pool, 'bob'));
          expect(apart).toBeLessThanOrEqual(Math.max(1, Math.abs(left.alice - left.bob) - later));
        },
      ),
      { seed: 5, numRuns: 300 },
    );
  });

  test.each(['wegman-carter', 'hmac-sha-256', 'gmac'])(
    '%s: uses no bit twice, since each round goes on where the last one stopped',
    (method) => {
      const authentication = authenticationOf(method, method === 'wegman-carter' ? 40 : 128);
      const pool = beginPool(keyOfLength(3000, 3), authentication, 4000);
      const seen = new Set<string>();
      let rounds = 0;
      for (let made = 1; ; made = (made % 3) + 1) {
        const key = roundKey(pool, authentication);
        if (key === null) break;
        if (method === 'wegman-carter') {
          const masks = PARTIES.flatMap((way) =>
            Array.from({ length: way === 'alice' ? made : 2 }, (_, n) => key.mask(way, n)),
          );
          if (masks.includes(null)) break;
          for (const mask of masks) {
            expect(seen.has(mask!.join())).toBe(false);
            seen.add(mask!.join());
          }
          // The next number of this round is the first of the next one.
          const next = key.mask('alice', made);
          burn(pool, authentication, 'alice', { made, checked: 2 });
          if (next) expect(roundKey(pool, authentication)?.mask('alice', 0)).toEqual(next);
        } else {
          expect(seen.has(key.hmac.join())).toBe(false);
          seen.add(key.hmac.join());
          burn(pool, authentication, 'alice', { made, checked: 2 });
        }
        rounds++;
      }
      expect(rounds).toBeGreaterThan(5);
    },
  );

  test('in two hands has as many bits as neither has used', () => {
    const [alice, bob] = [0, 1].map(() => beginPool(keyOfLength(2000, 4), wegmanCarter, 2000));
    const full = commonLevel(alice!, bob!);
    burn(alice!, wegmanCarter, 'alice', { made: 3, checked: 0 });
    burn(bob!, wegmanCarter, 'bob', { made: 2, checked: 1 });
    // Alice is ahead in her own direction, Bob in his.
    expect(commonLevel(alice!, bob!)).toBe(full - 5 * 128);
    catchUp(alice!, bob!);
    expect([levelOf(alice!), levelOf(bob!)]).toEqual([full - 5 * 128, full - 5 * 128]);
  });
});

describe('what Eve holds of it', () => {
  const pool = beginPool(keyOfLength(1280, 6), wegmanCarter, 1024);
  const lengths = () => ({ alice: pool.streams.alice.length, bob: pool.streams.bob.length });

  test('gives her exactly the masks she saw, under the numbers that letters name', () => {
    const glimpse = noGlimpse();
    expect(keyOf(glimpse, pool, wegmanCarter)).toBeNull();
    seeAll(glimpse, pool);
    const had = lengths();
    burn(pool, wegmanCarter, 'alice', { made: 2, checked: 2 });
    topUp(pool, keyOfLength(512, 7), 1024); // honest, unseen
    const then = lengths();
    burn(pool, wegmanCarter, 'alice', { made: 1, checked: 1 });
    topUp(pool, keyOfLength(256, 8), 1024); // hers
    seeSince(glimpse, pool, then);
    const hers = keyOf(glimpse, pool, wegmanCarter)!;
    const theirs = roundKey(pool, wegmanCarter)!;
    for (const way of PARTIES) {
      for (let n = 0; n < theirs.masks(way); n++) {
        const from = pool.cursor[way] + 128 * n;
        const seen = from + 128 <= had[way] || from >= then[way];
        expect(hers.mask(way, n)).toEqual(seen ? theirs.mask(way, n) : null);
      }
    }
  });

  test('without the hash it is no key at all', () => {
    const glimpse = noGlimpse();
    seeSince(glimpse, pool, { alice: 0, bob: 0 });
    expect(keyOf(glimpse, pool, wegmanCarter)).toBeNull();
  });
});
