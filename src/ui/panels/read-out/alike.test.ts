import { expect, test } from 'vitest';
import type { MemoryView, ReadOutView } from '../../../scenarios/knowledge/read-out-view.ts';
import { alike, kindsShown, openedOf } from './alike.ts';

function view(memory: ReadOutView['memory'], opens: boolean | null = null): ReadOutView {
  return {
    observer: 'everyone',
    means: 'qkd',
    groupBits: 40,
    erases: true,
    moment: 'after',
    memory,
    yields: null,
    opens,
    stopped: null,
  };
}

const item = (state: MemoryView['state'], bits: number): MemoryView => ({
  what: 'next-key',
  state,
  bits,
  eveHas: false,
});

test('the same state and bits everywhere is alike, other bits only in state', () => {
  const one = view([item('future', 256)]);
  expect(alike([one, view([item('future', 256)])], 'next-key')).toBe('same');
  expect(alike([one, view([item('future', 128)])], 'next-key')).toBe('state');
  expect(alike([one, view([item('stored', 256)])], 'next-key')).toBe('differs');
});

test('what one device holds and another lacks differs; what all lack is alike', () => {
  const has = view([item('future', 256)]);
  const lacks = view([]);
  expect(alike([has, lacks], 'next-key')).toBe('differs');
  expect(alike([lacks, lacks], 'next-key')).toBe('same');
});

test('nothing is said while a method has not run, or for who does not see the memory', () => {
  const has = view([item('future', 256)]);
  expect(alike([has, null], 'next-key')).toBeNull();
  expect(alike([has, view(null)], 'next-key')).toBeNull();
  expect(alike([], 'next-key')).toBeNull();
});

test('counts what was tried and what opened', () => {
  expect(openedOf([view([], true), view([], false), view([], null), null])).toEqual({
    opened: 1,
    of: 2,
  });
  expect(openedOf([null, view([])])).toBeNull();
});

test('there is room for the key that seals, and for the one that signs in its place', () => {
  expect(kindsShown(false)).toContain('sealing-key');
  expect(kindsShown(false)).not.toContain('signing-key');
  expect(kindsShown(true)).toContain('signing-key');
  expect(kindsShown(true)).not.toContain('sealing-key');
});
