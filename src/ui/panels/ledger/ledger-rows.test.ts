import { expect, test } from 'vitest';
import type { Observer } from '../../../scenarios/actors.ts';
import { parseConfig } from '../../../scenarios/config-parse.ts';
import { runConfig } from '../../../scenarios/execute.ts';
import { viewOf } from '../../../scenarios/knowledge/view-of.ts';
import type { Run } from '../../../scenarios/run.ts';
import {
  factCell,
  isCorrected,
  knowing,
  type LedgerRow,
  ledgerRows,
  reasonOf,
} from './ledger-rows.ts';

const runOf = (eve: Record<string, unknown>, more: Record<string, unknown> = {}): Run => {
  const parsed = parseConfig({ exchange: { photons: 2000 }, eve, ...more });
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  return runConfig(parsed.config);
};
const listening = runOf({ attack: 'intercept-resend' });
const rowsAs = (run: Run, observer: Observer) =>
  ledgerRows(viewOf(run, observer, run.length)).map((row) =>
    row.kind === 'outcome' ? 'outcome' : row.fact,
  );
const fact = (rows: readonly LedgerRow[], name: string) => {
  const row = rows.find((candidate) => candidate.kind !== 'outcome' && candidate.fact === name);
  if (!row || row.kind === 'outcome') throw new Error(`no row ${name}`);
  return row;
};

test('Alice and Bob have no rows of Eve; Everyone and Eve have', () => {
  expect(rowsAs(listening, 'bob').some((name) => name.startsWith('eve.'))).toBe(false);
  expect(rowsAs(listening, 'alice').some((name) => name.startsWith('eve.'))).toBe(false);
  expect(rowsAs(listening, 'everyone')).toContain('eve.saw');
  expect(rowsAs(listening, 'eve')).toContain('eve.saw');
});

test('nobody has rows of an Eve who does nothing', () => {
  expect(rowsAs(runOf({ attack: 'none' }), 'everyone')).not.toContain('eve.saw');
});

test('in the middle Eve plays both roles, and each link has its outcome', () => {
  const middle = runOf({ attack: 'man-in-the-middle' }, { authentication: { method: 'none' } });
  const rows = rowsAs(middle, 'everyone');
  expect(rows).toContain('eve.sends-bit');
  expect(rows.filter((name) => name === 'outcome')).toHaveLength(2);
  expect(rowsAs(middle, 'alice').filter((name) => name === 'outcome')).toHaveLength(1);
});

test('the hatch and the dashes wait until Eve knows the bit, and the bits are compared', () => {
  const early = viewOf(listening, 'everyone', 2000);
  const late = viewOf(listening, 'everyone', listening.length);
  const row = fact(ledgerRows(late), 'alice.bit');
  const cells = (view: typeof late) =>
    Array.from({ length: 2000 }, (_, pulse) => factCell(view, row, pulse));
  expect(cells(early).some(({ eveKnows, tested }) => eveKnows || tested)).toBe(false);
  expect(cells(late).filter(({ eveKnows }) => eveKnows).length).toBeGreaterThan(400);
  expect(cells(late).filter(({ tested }) => tested)).toHaveLength(listening.receipt.counts.tested);
});

test('the boxed bits are the errors', () => {
  const view = viewOf(listening, 'everyone', listening.length);
  const row = fact(ledgerRows(view), 'bob.bit');
  const boxed = Array.from({ length: 2000 }, (_, pulse) => factCell(view, row, pulse).differs);
  const { actual } = listening.receipt.qber;
  expect(boxed.filter(Boolean)).toHaveLength(
    Math.round((actual ?? 0) * listening.receipt.counts.sifted),
  );
});

test('discs fill when a letter arrives', () => {
  const photons = Array.from({ length: 12 }, (_, i) => i);
  const early = viewOf(listening, 'everyone', 2000);
  const late = viewOf(listening, 'everyone', listening.length);
  expect(knowing(early, 'alice.basis', photons)).toEqual({
    alice: 'all',
    bob: 'none',
    eve: 'none',
  });
  expect(knowing(late, 'alice.basis', photons)).toEqual({ alice: 'all', bob: 'all', eve: 'all' });
  expect(knowing(late, 'eve.saw', photons)).toEqual({ alice: 'none', bob: 'none', eve: 'all' });
});

test('a disc says whose record it is, or which letter told it', () => {
  expect(reasonOf('bob.bit', 'bob')).toBe('ledger.why.own');
  expect(reasonOf('alice.basis', 'bob')).toBe('ledger.why.alice-bases');
  expect(reasonOf('bob.basis', 'eve')).toBe('ledger.why.bob-bases');
  expect(reasonOf('bob.bit', 'alice')).toBe('ledger.why.tested');
});

test('once the hash has shown both ends equal, each knows the other’s kept bits', () => {
  const noisy = runOf({ attack: 'none' }, { channel: { flipProbability: 0.02 } });
  const { at, rounds } = noisy.links[0]!.correction!;
  const photons = Array.from({ length: 12 }, (_, i) => 1000 + i);
  const before = viewOf(noisy, 'everyone', at + rounds);
  const after = viewOf(noisy, 'everyone', noisy.length);
  expect([isCorrected(before, 0), isCorrected(after, 0)]).toEqual([false, true]);
  const kept = photons.filter((pulse) => after.bit('kept', pulse) === 1);
  expect(knowing(before, 'alice.bit', kept).bob).not.toBe('all');
  expect(knowing(after, 'alice.bit', kept).bob).toBe('all');
  expect(knowing(after, 'bob.bit', kept).alice).toBe('all');
  expect(reasonOf('bob.bit', 'alice', true)).toBe('ledger.why.corrected');
});
