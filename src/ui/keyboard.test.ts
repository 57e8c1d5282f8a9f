import { expect, test } from 'vitest';
import { actionOf, type KeyTarget } from './keyboard.ts';

const page: KeyTarget = { types: false, usesArrows: false, presses: false };
const field: KeyTarget = { types: true, usesArrows: true, presses: true };
const slider: KeyTarget = { types: false, usesArrows: true, presses: true };
const button: KeyTarget = { types: false, usesArrows: false, presses: true };
const press = (key: string, target = page, singleKeys = true, more = {}) =>
  actionOf({ key, shift: false, modified: false, ...more }, target, singleKeys)?.do ?? null;

test('keys act on the page', () => {
  expect(press(' ')).toBe('toggle-playing');
  expect(press('ArrowRight')).toBe('step-by');
  expect(press('Home')).toBe('to-start');
  expect(press('s')).toBe('seals');
  expect(press('?')).toBe('help');
});

test('Shift makes a step a hundred events', () => {
  expect(actionOf({ key: 'ArrowLeft', shift: true, modified: false }, page, true)).toEqual({
    do: 'step-by',
    events: -100,
  });
});

test('in a field nothing acts but Escape', () => {
  for (const key of [' ', 'ArrowLeft', 's', '1', '?', 'Home', 'Enter']) {
    expect(press(key, field)).toBeNull();
  }
  expect(press('Escape', field)).toBe('leave');
});

test('what an element does with a key comes first', () => {
  expect(press('ArrowRight', slider)).toBeNull();
  expect(press(' ', button)).toBeNull();
  expect(press('ArrowRight', button)).toBe('step-by');
  expect(press('v', slider)).toBe('see-as');
});

test('single keys can be switched off; the others stay', () => {
  expect(press('s', page, false)).toBeNull();
  expect(press('ArrowRight', page, false)).toBe('step-by');
});

test('shortcuts of the browser are left alone', () => {
  expect(press('r', page, true, { modified: true })).toBeNull();
});
