import { createStore } from 'zustand/vanilla';
import type { WordKey } from '../content/words/use-words.ts';
import type { WordValues } from '../content/words/words.ts';

/** One thing the viewer should know, until it is closed. */
export interface Notice {
  readonly id: number;
  readonly key: WordKey;
  readonly values: WordValues;
}

export const noticeStore = createStore<{ readonly notices: readonly Notice[] }>(() => ({
  notices: [],
}));

let lastId = 0;

/** Shows a notice; a second one with the same words takes the first one's place. */
export function notify(key: WordKey, values: WordValues = {}): void {
  lastId += 1;
  const notice = { id: lastId, key, values };
  noticeStore.setState(({ notices }) => ({
    notices: [...notices.filter((old) => old.key !== key), notice],
  }));
}

export function dismiss(id: number): void {
  noticeStore.setState(({ notices }) => ({ notices: notices.filter((old) => old.id !== id) }));
}

export function dismissKey(key: WordKey): void {
  noticeStore.setState(({ notices }) => ({ notices: notices.filter((old) => old.key !== key) }));
}
