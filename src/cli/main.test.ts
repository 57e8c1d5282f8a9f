import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Receipt } from '../scenarios/receipt.ts';

const script = join(import.meta.dirname, '../../scripts/sim.mjs');
const folder = mkdtempSync(join(tmpdir(), 'sim-'));
afterAll(() => rmSync(folder, { recursive: true }));

function sim(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync('node', [script, ...args], {
    input,
    encoding: 'utf8',
    // What npm says about its own configuration is not the command's.
    env: { ...process.env, npm_config_loglevel: 'silent' },
  });
  return { status, stdout, stderr };
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const receiptIn = (text: string) => JSON.parse(text) as Receipt;
const small = '{"exchange":{"photons":100}}';

describe('one configuration in', () => {
  test('one receipt out, in one line, and nothing else', () => {
    const { status, stdout, stderr } = sim([small]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')).toHaveLength(2);
    expect(receiptIn(stdout).config.exchange.photons).toBe(100);
  });

  test('as an argument, a file, or standard input: the same bytes', () => {
    const { stdout } = sim([small]);
    expect(sim(['--file', file('small.json', small)]).stdout).toBe(stdout);
    expect(sim(['--file', file('marked.json', `\uFEFF${small}\n`)]).stdout).toBe(stdout);
    expect(sim(['-'], small).stdout).toBe(stdout);
  });

  test('nothing given: the default run, which is the golden one', () => {
    const golden = readFileSync(join(import.meta.dirname, '../scenarios/golden/none.json'), 'utf8');
    expect(receiptIn(sim([]).stdout)).toEqual(JSON.parse(golden));
  });

  test('a receipt’s own configuration gives the receipt', () => {
    const first = sim(['{"eve":{"attack":"man-in-the-middle"},"seed":"a word"}']).stdout;
    expect(sim([JSON.stringify(receiptIn(first).config)]).stdout).toBe(first);
  });
});

describe('a bad one: status 2, nothing on standard output, one error document', () => {
  const missing = join(folder, 'missing.json');
  test.each([
    [['{"eve":{"fraction":2}}'], 'config/out-of-range', '/eve/fraction'],
    [['{"eve":{"mood":2}}'], 'config/unknown-field', '/eve/mood'],
    [['{"eve":{"attack":"magic"}}'], 'config/out-of-range', '/eve/attack'],
    [['{"authentication":{"tagBits":200}}'], 'config/contradiction', '/authentication/tagBits'],
    [['[]'], 'config/wrong-type', ''],
    [['not json'], 'config/not-json', ''],
    [[''], 'config/not-json', ''],
    [['-'], 'config/not-json', ''],
    [['--file', missing], 'config/not-json', ''],
    [['--file'], 'config/not-json', ''],
    [['--lines', missing], 'config/not-json', ''],
    [['--help'], 'config/not-json', ''],
    [['{}', '{}'], 'config/not-json', ''],
  ])('%j', (args, code, path) => {
    const { status, stdout, stderr } = sim(args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(stderr)).toEqual({ error: { code, path, message: expect.any(String) } });
  });
});

test('many lines in: a receipt or an error a line, in order, status 0', () => {
  const lines = `${small}\n\nnot json\r\n{"eve":{"mood":1}}\n{"exchange":{"photons":16}}`;
  const { status, stdout, stderr } = sim(['--lines'], lines);
  expect([status, stderr]).toEqual([0, '']);
  const [first, second, third, fourth, ...rest] = stdout.split('\n');
  expect(first).toBe(sim([small]).stdout.trimEnd());
  expect(JSON.parse(second!)).toMatchObject({ error: { code: 'config/not-json' } });
  expect(JSON.parse(third!)).toMatchObject({ error: { code: 'config/unknown-field' } });
  expect(receiptIn(fourth!).counts.sent).toBe(16);
  expect(rest).toEqual(['']);
  expect(sim(['--lines', file('many.jsonl', lines)]).stdout).toBe(stdout);
});
