import { expect, test } from 'vitest';
import type { PoolLevel, RoundView } from '../../../scenarios/knowledge/life-view.ts';
import { forecastOf, poolState, seenShare } from './pool-state.ts';

const quiet: RoundView = {
  round: 0,
  sealedBy: 'pool',
  idle: false,
  key: 'secret',
  verdict: 'key',
  stoppedBy: null,
  spent: 512,
  earned: 0,
  pools: { alice: null, bob: null },
  inStep: true,
  eveActs: false,
  jammed: false,
  qber: 0,
};
const level = (bits: number, heldByEve = false): PoolLevel => ({ bits, heldByEve });

/** A life of which only the levels matter. */
function life(levels: readonly number[], last: Partial<RoundView> = {}) {
  const rounds = levels.map((bits, round) => ({
    ...quiet,
    round,
    pools: { alice: level(bits), bob: level(bits) },
    ...(round === levels.length - 1 ? last : {}),
  }));
  return { rounds, poolTarget: 4096, reserveBits: 512, at: levels.length - 1 };
}
const stateOf = ({ at, ...view }: ReturnType<typeof life>) => poolState(view, at);
const forecast = ({ at, ...view }: ReturnType<typeof life>) => forecastOf(view, at);

test('a level is named by where it stands and where it goes', () => {
  expect(stateOf(life([4096]))).toBe('full');
  expect(stateOf(life([4095, 4095]))).toBe('full');
  expect(stateOf(life([1000, 2000]))).toBe('filling');
  expect(stateOf(life([4096, 3584]))).toBe('falling');
  expect(stateOf(life([2000, 1500]))).toBe('low');
  expect(stateOf(life([1024, 512]))).toBe('reserve');
  expect(stateOf(life([512, 0]))).toBe('empty');
});

test('whose it is matters more than how full it is', () => {
  const hers = { pools: { alice: level(4096, true), bob: level(4096, true) } };
  expect(stateOf(life([4096, 4096], { ...hers, eveActs: true, inStep: false }))).toBe('eves');
  expect(stateOf(life([4096, 4096], { ...hers, eveActs: false, inStep: false }))).toBe(
    'out-of-step',
  );
  expect(stateOf(life([4096, 4096], { ...hers, eveActs: false }))).toBe('read');
  expect(stateOf(life([4096, 0], { pools: { alice: null, bob: null } }))).toBe('unknown');
});

test('the lower of two pools is the one that runs dry', () => {
  const uneven = life([4096, 3584], { pools: { alice: level(500), bob: level(3584) } });
  expect(stateOf(uneven)).toBe('reserve');
});

test('the forecast counts attempts like the last one, down to the reserve', () => {
  expect(forecast(life([4096, 3584]))).toEqual({ kind: 'dry', attempts: 6 });
  // 3,585 bits: the seventh attempt is the one that gets there.
  expect(forecast(life([4097, 3585]))).toEqual({ kind: 'dry', attempts: 7 });
  expect(forecast(life([1024, 512]))).toEqual({ kind: 'dry-now' });
  expect(forecast(life([3000, 4096]))).toEqual({ kind: 'steady' });
  expect(forecast(life([4096]))).toEqual({ kind: 'steady' });
  expect(forecast(life([4096], { pools: { alice: null, bob: null } }))).toEqual({
    kind: 'unknown',
  });
});

test('a share is of all rounds, or it is not known', () => {
  const known = { spent: 100, earned: 1000 };
  expect(seenShare([known, { spent: 100, earned: 0 }])).toEqual({ spent: 200, earned: 1000 });
  expect(seenShare([known, { spent: 100, earned: null }])).toBeNull();
});
