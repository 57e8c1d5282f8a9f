import { expect, test } from 'vitest';
import { parseConfig } from '../scenarios/config-parse.ts';
import { runConfig } from '../scenarios/execute.ts';
import { compareRows } from './compare.ts';

function receiptWith(fraction: number) {
  const parsed = parseConfig({
    exchange: { photons: 2000 },
    eve: { attack: 'intercept-resend', fraction },
  });
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  return runConfig(parsed.config).receipt;
}

test('two runs that differ by one setting: it is the one setting that differs', () => {
  const a = receiptWith(0);
  const b = receiptWith(0.6);
  const rows = compareRows(a, b);
  const differing = rows.filter(({ kind, differs }) => kind === 'setting' && differs);
  expect(differing.map(({ name }) => name)).toEqual(['eve.fraction']);
  const errors = rows.find(({ name }) => name === 'error-rate');
  expect(errors).toMatchObject({ a: a.qber.actual, b: b.qber.actual, differs: true });
  // The same photons: as many arrive and are kept.
  expect(rows.find(({ name }) => name === 'kept')?.differs).toBe(false);
});
