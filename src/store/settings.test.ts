import { beforeEach, expect, test } from 'vitest';
import { noticeStore } from './notices.ts';
import { memoryOnly, openStorage } from './safe-storage.ts';
import { DEFAULT_SETTINGS, openSettings, readSettings, set, settingsStore } from './settings.ts';

const KEY = 'light-and-letters/settings';

beforeEach(() => {
  settingsStore.setState(DEFAULT_SETTINGS);
  noticeStore.setState({ notices: [] });
});

test('what was chosen is found again', () => {
  const storage = memoryOnly();
  openSettings(storage);
  set('theme', 'dark');
  set('singleKeys', false);
  settingsStore.setState(DEFAULT_SETTINGS);
  openSettings(storage);
  expect(settingsStore.getState()).toMatchObject({ theme: 'dark', singleKeys: false });
  expect(noticeStore.getState().notices).toEqual([]);
});

test.each([
  '{"version":2,"settings":{"theme":"sepia"}}',
  'not json',
  '{"version":1,"settings":{"theme":"dark"}}',
  'null',
])('state of another version (%s): a notice, defaults, and the old value is not lost', (raw) => {
  const storage = memoryOnly();
  storage.set(KEY, raw);
  openSettings(storage);
  expect(settingsStore.getState()).toEqual(DEFAULT_SETTINGS);
  expect(noticeStore.getState().notices).toMatchObject([{ key: 'notice.other-version' }]);
  expect(storage.get(KEY)).toBe(raw);
  set('theme', 'light');
  expect(storage.get(`${KEY}/kept`)).toBe(raw);
  expect(readSettings(storage.get(KEY) ?? '')).toMatchObject({ theme: 'light' });
});

test('a browser that refuses storage, or is full, is no reason to fail', () => {
  const refused = openStorage(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  refused.set('a', '1');
  expect([refused.lasting, refused.get('a')]).toEqual([false, '1']);

  const full = openStorage(() => ({
    length: 0,
    key: () => null,
    clear: () => {},
    removeItem: () => {},
    getItem: () => null,
    setItem(key) {
      if (!key.endsWith('probe')) throw new DOMException('full', 'QuotaExceededError');
    },
  }));
  full.set('a', '1');
  expect([full.lasting, full.get('a')]).toEqual([true, '1']);
});
