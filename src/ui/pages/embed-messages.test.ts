import { expect, test } from 'vitest';
import { themeOf } from './embed-messages.ts';

test('a frame hears a theme and nothing else', () => {
  expect(themeOf({ type: 'll:theme', theme: 'dark' })).toBe('dark');
  expect(themeOf({ type: 'll:theme', theme: 'sepia' })).toBeNull();
  expect(themeOf({ type: 'll:run', theme: 'dark' })).toBeNull();
  expect(themeOf('ll:theme')).toBeNull();
  expect(themeOf(null)).toBeNull();
});
