import { expect, test } from 'vitest';
import { chainConfig, relaysStore } from '../../../store/relays.ts';
import { expectedLines } from './expected.ts';

const { base } = relaysStore.getState();
const configOf = (nodes: number, km: number) =>
  chainConfig({ base, choice: { nodes, km, readOut: 0 } });

test('a chain of n relays carries n + 1 times as far as its hop', () => {
  const [direct, three] = expectedLines([0, 3], 400, configOf);
  const rateAt = (line: typeof direct, km: number) =>
    line!.values.find((value) => value.km === km)!.rate;
  for (const km of [0, 40, 200, 400]) expect(rateAt(three, km)).toBe(rateAt(direct, km / 4));
  expect(rateAt(direct, 200)).toBe(0);
  expect(rateAt(three, 200)).toBeGreaterThan(0);
  expect(direct!.reachKm).toBeLessThanOrEqual(200);
});

test('without a closed form there is no line', () => {
  const dead = (nodes: number, km: number) => {
    const config = configOf(nodes, km);
    return { ...config, detector: { ...config.detector, deadTimePulses: 10 } };
  };
  expect(expectedLines([0, 1], 50, dead)).toEqual([]);
});
