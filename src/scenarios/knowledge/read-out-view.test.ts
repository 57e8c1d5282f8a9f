import { describe, expect, test } from 'vitest';
import { configFromDifferences } from '../config-parse.ts';
import { runRndl } from '../rndl/rndl.ts';
import { fullTrustKit } from '../trust/full-kit.ts';
import { type DeviceRun, readOutSeenBy } from './read-out-view.ts';

function device(differences: Readonly<Record<string, unknown>> = {}): DeviceRun {
  const parsed = configFromDifferences({
    scenario: 'rndl',
    'rndl.keyEstablishment': 'qkd',
    'rndl.qDay': false,
    'rndl.whatIf': ['device-read-out'],
    ...differences,
  });
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  const { config, readOuts, envelope, receipt } = runRndl(parsed.config, { kit: fullTrustKit });
  return { config, readOuts, envelope, verdict: receipt.verdict };
}

const erased = device();
const after = { moment: 'after', read: true } as const;

test('everyone sees the whole memory, and of it as Eve’s what the device still held', () => {
  const { memory, opens, yields } = readOutSeenBy(erased, after, 'everyone');
  expect(memory?.filter(({ eveHas }) => eveHas).map(({ what }) => what)).toEqual([
    'sealing-key',
    'next-key',
  ]);
  expect(opens).toBe(false);
  expect(yields?.erased).toBe(256);
  const kept = readOutSeenBy(device({ 'devices.eraseKeys': false }), after, 'everyone');
  expect(kept.memory?.find(({ what }) => what === 'message-key')).toMatchObject({
    state: 'stored',
    eveHas: true,
  });
  expect(kept.opens).toBe(true);
});

test('nothing is Eve’s before the tool is there', () => {
  const closed = { moment: 'during', read: false } as const;
  const { memory, opens, yields } = readOutSeenBy(erased, closed, 'everyone');
  expect(memory?.some(({ eveHas }) => eveHas)).toBe(false);
  expect([opens, yields]).toEqual([null, null]);
  expect(readOutSeenBy(erased, closed, 'eve').memory).toBeNull();
});

test('Eve has what was yielded, and cannot say what was erased', () => {
  const { memory, yields, opens } = readOutSeenBy(erased, after, 'eve');
  expect(memory?.every(({ eveHas }) => eveHas)).toBe(true);
  expect(memory?.map(({ what }) => what)).toEqual(['sealing-key', 'next-key']);
  expect(yields?.erased).toBeNull();
  expect(opens).toBe(false);
  expect(JSON.stringify(memory)).not.toContain('erased');
});

describe.each(['before', 'during', 'after'] as const)('%s', (moment) => {
  test('Alice sees one device, read out or not', () => {
    const seen = [true, false].map((read) => readOutSeenBy(erased, { moment, read }, 'alice'));
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]).toMatchObject({ yields: null, opens: null });
    expect(seen[0]!.memory).toHaveLength(4);
  });

  test('Bob sees nothing of it', () => {
    const { memory, yields, opens } = readOutSeenBy(erased, { moment, read: true }, 'bob');
    expect([memory, yields, opens]).toEqual([null, null, null]);
  });
});

test('without an envelope nothing opens or stays closed, and it says why', () => {
  const short = device({ 'exchange.photons': 40 });
  const view = readOutSeenBy(short, after, 'everyone');
  expect(view.opens).toBeNull();
  expect(view.stopped).toMatch(/^stopped-/);
});
