import { expect, test } from 'vitest';
import { parseConfig } from '../scenarios/config-parse.ts';
import { runConfig } from '../scenarios/execute.ts';
import { differences, readReceipt } from './receipt-check.ts';

const parsed = parseConfig({ exchange: { photons: 500 }, eve: { attack: 'intercept-resend' } });
if (!parsed.ok) throw new Error('the test has a bad configuration');
const { receipt } = runConfig(parsed.config);
const text = JSON.stringify(receipt);

test('a receipt is read, run again, and found the same', () => {
  const read = readReceipt(text);
  if (read.kind !== 'receipt') throw new Error(read.kind);
  expect(differences(read.document, { ...runConfig(read.config).receipt })).toEqual([]);
});

test('a changed figure is found by its field', () => {
  const read = readReceipt(text.replace('"verdict":"stopped-errors"', '"verdict":"key"'));
  if (read.kind !== 'receipt') throw new Error(read.kind);
  expect(differences(read.document, { ...receipt })).toEqual([
    { path: 'verdict', pasted: '"key"', now: '"stopped-errors"' },
  ]);
});

test('another engine version is not a difference of the run', () => {
  const older = { ...receipt, engine: { name: 'light-and-letters', version: '0.0.1' } };
  expect(differences({ ...older }, { ...receipt })).toEqual([]);
});

test('a byte order mark in front, as some editors write it, is no part of the receipt', () => {
  expect(readReceipt(`\uFEFF${text}`)).toEqual(readReceipt(text));
});

test('what is not a receipt is told apart, never thrown at the reader', () => {
  expect(readReceipt('hello')).toEqual({ kind: 'not-json' });
  expect(readReceipt('42').kind).toBe('not-a-receipt');
  expect(readReceipt('[]').kind).toBe('not-a-receipt');
  expect(readReceipt('{"schema":1}')).toEqual({ kind: 'not-a-receipt', missing: 'config' });
  expect(readReceipt(text.replace('"schema":1', '"schema":9'))).toEqual({
    kind: 'other-schema',
    schema: '9',
  });
  expect(readReceipt(text.replace('"photons":500', '"photons":-1'))).toMatchObject({
    kind: 'bad-config',
    problem: { path: '/exchange/photons' },
  });
});
