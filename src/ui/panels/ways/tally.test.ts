import { expect, test } from 'vitest';
import type { WayView } from '../../../scenarios/knowledge/ways-view.ts';
import { bornOut, tallyOf } from './tally.ts';

function ended(verdict: 'key' | 'fooled' | 'stopped-seal'): WayView {
  return {
    observer: 'everyone',
    means: 'qkd',
    groupBits: 40,
    sealed: true,
    twoLinks: true,
    pulses: 0,
    ending: { kind: 'verdict', verdict, stoppedBy: null, step: null },
    cards: { near: null, far: null },
    prints: { alice: null, bob: null },
    eveHolds: [],
  };
}

const fooled = ended('fooled');
const stopped = ended('stopped-seal');

test('what has not run is counted in no column', () => {
  expect(tallyOf([fooled, null, stopped, ended('key'), null])).toEqual({
    ran: 3,
    of: 5,
    fooled: 1,
    ready: 1,
    none: 1,
  });
});

test('the sentence needs every way at both places, and the outcome it speaks of', () => {
  const off = tallyOf([fooled, fooled]);
  const on = tallyOf([stopped, stopped]);
  expect(bornOut(off, on)).toBe(true);
  expect(bornOut(tallyOf([fooled, null]), on)).toBe(false);
  expect(bornOut(off, tallyOf([stopped, null]))).toBe(false);
  expect(bornOut(off, tallyOf([stopped, fooled]))).toBe(false);
  expect(bornOut(tallyOf([fooled, stopped]), on)).toBe(false);
  expect(bornOut(tallyOf([]), tallyOf([]))).toBe(false);
});
