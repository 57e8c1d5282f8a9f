import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchor } from '../anchors.ts';
import { discreteLog, expectedSteps } from './discrete-log.ts';
import { power, toyGroup, toyPublic, toySecret, toyShared } from './toy-group.ts';

const coins = (i: number) => Uint8Array.of(i, i >> 8, ...new Uint8Array(30));
const small = toyGroup(32);

interface Dh {
  readonly inputs: { readonly A: string; readonly B: string };
  readonly expected: { readonly a: string; readonly b: string; readonly shared: string };
}

const dh = (bits: number): Dh => anchor<Dh['inputs'], Dh['expected']>(`dh.${bits}`);

describe('the break', () => {
  test.each([32, 40, 48] as const)('finds both secrets of dh.%i, and the shared value', (bits) => {
    const group = toyGroup(bits);
    const { inputs, expected } = dh(bits);
    const a = discreteLog(group, BigInt(inputs.A), { coins: coins(1) });
    const b = discreteLog(group, BigInt(inputs.B), { coins: coins(2) });
    expect([a.log, b.log].map(String)).toEqual([expected.a, expected.b]);
    expect(String(toyShared(group, a.log, BigInt(inputs.B)))).toBe(expected.shared);
  });

  test('finds the secret of dh.56', () => {
    const { inputs, expected } = dh(56);
    const { log } = discreteLog(toyGroup(56), BigInt(inputs.A), { coins: coins(1) });
    expect(String(log)).toBe(expected.a);
  });

  test('finds whatever secret there is', () => {
    const some = fc.uint8Array({ minLength: 64, maxLength: 64 });
    fc.assert(
      fc.property(some, fc.nat(65_535), (ofAlice, i) => {
        const secret = toySecret(small, ofAlice);
        expect(discreteLog(small, toyPublic(small, secret), { coins: coins(i) }).log).toBe(secret);
      }),
      { numRuns: 100, seed: 1984 },
    );
  });

  test.each([0n, 1n, small.q - 1n])('finds the power %i', (exponent) => {
    const target = power({ base: small.g, exponent, modulus: small.p });
    expect(discreteLog(small, target, { coins: coins(3) }).log).toBe(exponent);
  });

  test('goes the same way with the same coins, and another with others', () => {
    const target = toyPublic(small, 123_456_789n);
    const searches = [4, 4, 5].map((i) => discreteLog(small, target, { coins: coins(i) }));
    expect(searches[1]).toEqual(searches[0]);
    expect(searches[2]!.steps).not.toBe(searches[0]!.steps);
  });

  test('refuses what is not in the group, and other than 32 bytes of coins', () => {
    for (const target of [0n, small.p, small.p - 1n, small.p - 4n, -4n]) {
      expect(() => discreteLog(small, target, { coins: coins(6) })).toThrow('"target"');
    }
    expect(() => discreteLog(small, 4n, { coins: new Uint8Array(31) })).toThrow('"coins"');
  });
});

describe('its cost', () => {
  test('is near √(πq/2) on average', () => {
    // Steps until two of many meet are Rayleigh distributed: standard deviation 0.523 of the mean.
    const n = 400;
    let steps = 0;
    for (let i = 0; i < n; i++) {
      const secret = toySecret(small, new Uint8Array(64).fill(i).fill(i >> 8, 32));
      steps += discreteLog(small, toyPublic(small, secret), { coins: coins(i) }).steps;
    }
    expect(Math.abs(steps / n / expectedSteps(small) - 1)).toBeLessThan((4 * 0.523) / Math.sqrt(n));
    expect(expectedSteps(small) / Math.sqrt((Math.PI * Number(small.q)) / 2)).toBeCloseTo(1, 1);
  });

  test('grows sixteenfold with every 8 bits', () => {
    for (const [fewer, more] of [
      [32, 40],
      [40, 48],
      [48, 56],
    ] as const) {
      const ratio = expectedSteps(toyGroup(more)) / expectedSteps(toyGroup(fewer));
      expect(Math.abs(ratio / 16 - 1)).toBeLessThan(0.05);
    }
  });
});

describe('its progress', () => {
  const group = toyGroup(48);
  const target = toyPublic(group, 98_765_432_109n);

  test('is told every half a million steps, until the log is found', () => {
    const told: number[] = [];
    const { steps } = discreteLog(group, target, {
      coins: coins(7),
      onProgress: (done, expected) => {
        told.push(done);
        expect(expected).toBe(expectedSteps(group));
      },
    });
    const distances = [...told, steps].map((done, i) => done - (told[i - 1] ?? 0));
    expect(told.length).toBeGreaterThan(5);
    for (const distance of distances) expect(distance).toBeLessThan(600_000);
    for (const distance of distances.slice(0, -1)) expect(distance).toBeGreaterThan(500_000);
  });

  test('may end the search', () => {
    let heard = 0;
    const onProgress = () => {
      heard++;
      throw new Error('enough');
    };
    expect(() => discreteLog(group, target, { coins: coins(7), onProgress })).toThrow('enough');
    expect(heard).toBe(1);
  });
});
