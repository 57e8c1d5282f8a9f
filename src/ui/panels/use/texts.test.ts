import { expect, test } from 'vitest';
import { compared, hexStart, messageProblem } from './texts.ts';

test('one turned bit is one changed letter', () => {
  expect(compared('Meet at 9.', 'Meet at 8.')).toEqual([
    { text: 'Meet at ', changed: false },
    { text: '8', changed: true },
    { text: '.', changed: false },
  ]);
});

test('who does not know what was written sees nothing changed', () => {
  expect(compared(null, 'Meet at 8.')).toEqual([{ text: 'Meet at 8.', changed: false }]);
});

test('letters outside the alphabet stay whole', () => {
  expect(compared('a😀b', 'a😀c')).toEqual([
    { text: 'a😀', changed: false },
    { text: 'c', changed: true },
  ]);
});

test('a long envelope shows its first bytes and says that there are more', () => {
  expect(hexStart(Uint8Array.of(0, 255, 16), 2)).toBe('00 ff …');
  expect(hexStart(Uint8Array.of(0, 255), 2)).toBe('00 ff');
});

test('length is counted in bytes', () => {
  const limits = { min: 1, max: 4096 };
  expect(messageProblem('', limits)).toBe('empty');
  expect(messageProblem('ä'.repeat(2048), limits)).toBeNull();
  expect(messageProblem('ä'.repeat(2049), limits)).toBe('long');
});
