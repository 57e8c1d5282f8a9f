import { expect, test } from 'vitest';
import { movedBy } from './StripCursor.tsx';

test('keys walk, leap and stop at the ends', () => {
  const strip = { at: 5, count: 40, leap: 16 };
  expect(movedBy('ArrowRight', strip)).toBe(6);
  expect(movedBy('ArrowUp', strip)).toBe(4);
  expect(movedBy('PageDown', strip)).toBe(21);
  expect(movedBy('PageUp', strip)).toBe(0);
  expect(movedBy('End', strip)).toBe(39);
  expect(movedBy('ArrowRight', { ...strip, at: 39 })).toBe(39);
  expect(movedBy('ArrowRight', { ...strip, at: 0, count: 0 })).toBe(0);
  expect(movedBy('x', strip)).toBeNull();
});
