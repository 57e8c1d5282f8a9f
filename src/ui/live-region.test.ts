import { beforeEach, expect, test, vi } from 'vitest';
import { createAnnouncer, SENTENCE_MS } from './live-region.tsx';

beforeEach(() => void vi.useFakeTimers());

test('sentences come at least two seconds apart', () => {
  const said: [string, number][] = [];
  const announce = createAnnouncer((text) => said.push([text, Date.now()]));
  announce('one', true);
  announce('two', true);
  announce('three', true);
  vi.advanceTimersByTime(10_000);
  expect(said.map(([text]) => text)).toEqual(['one', 'two', 'three']);
  const times = said.map(([, at]) => at);
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(SENTENCE_MS);
  expect((times[2] ?? 0) - (times[1] ?? 0)).toBeGreaterThanOrEqual(SENTENCE_MS);
});

test('what was told is taken back when another looks, and the next sentence does not wait', () => {
  const said: string[] = [];
  const announce = createAnnouncer((text) => said.push(text));
  announce('Eve holds both keys', true);
  announce('waiting', true);
  announce.forget();
  announce('All looks well', true);
  expect(said).toEqual(['Eve holds both keys', '', 'All looks well']);
  announce('later', true);
  vi.advanceTimersByTime(SENTENCE_MS);
  expect(said.at(-1)).toBe('later');
  vi.advanceTimersByTime(10_000);
  expect(said).toHaveLength(4);
});

test('a newer sentence takes the place of a waiting one, but for what matters', () => {
  const said: string[] = [];
  const announce = createAnnouncer((text) => said.push(text));
  announce('photon 1');
  announce('photon 2');
  announce('verdict', true);
  announce('photon 3');
  announce('photon 4');
  vi.advanceTimersByTime(10_000);
  expect(said).toEqual(['photon 1', 'verdict', 'photon 4']);
});
