import { describe, expect, test } from 'vitest';
import type { WayView } from '../../../scenarios/knowledge/ways-view.ts';
import { findingOf } from './SwitchBar.tsx';
import { bornOut, type Tally, tallyOf } from './tally.ts';

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

describe('what is said of the runs', () => {
  const tally = (fooled: number): Tally => ({ ran: 5, of: 5, fooled, ready: 0, none: 5 - fooled });
  const said = (cracked: Tally, misused = false, on = tally(0)) =>
    findingOf((key: string) => key, {
      observer: 'everyone',
      position: misused ? 'on' : 'cracked',
      tallies: { off: tally(5), on, cracked },
      busy: false,
      misused,
    });

  test('that every way rests on the anchor, only if every way fell with it', () => {
    expect(said(tally(5))).toBe('side.found.cracked');
    expect(said(tally(3))).not.toBe('side.found.cracked');
  });

  test('that seals are misused, where they are and somebody was fooled', () => {
    expect(said(tally(5), true, tally(5))).toBe('side.found.misused');
  });
});
