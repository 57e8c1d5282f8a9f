import { expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '../../../scenarios/config-parse.ts';
import { runConfig } from '../../../scenarios/execute.ts';
import { viewOf } from '../../../scenarios/knowledge/view-of.ts';
import { laserRow } from './laser-row.ts';

const run = runConfig({
  ...DEFAULT_CONFIG,
  exchange: { ...DEFAULT_CONFIG.exchange, photons: 64, source: 'weak-coherent' },
});

test('the viewer sees empty, single and double pulses, in a row of the run', () => {
  const row = laserRow(viewOf(run, 'everyone', run.length), 6);
  expect(row.map(({ pulse }) => pulse - row[0]!.pulse)).toEqual([0, 1, 2, 3, 4, 5]);
  const kinds = new Set(row.map(({ photons }) => Math.min(2, photons ?? -1)));
  expect(kinds).toEqual(new Set([0, 1, 2]));
});

test('nobody else sees a number of photons, nor is a row chosen by what they do not see', () => {
  for (const observer of ['alice', 'bob', 'eve'] as const) {
    const row = laserRow(viewOf(run, observer, run.length), 6);
    expect(row[0]?.pulse).toBe(0);
    expect(row.map(({ photons }) => photons)).toEqual(Array(6).fill(null));
  }
});
