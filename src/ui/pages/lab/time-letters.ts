import type { HistoryId } from '../../../store/lifecycle-plans.ts';

/** What the histories are called in sentences. */
export const LETTERS: Readonly<Record<HistoryId, string>> = {
  'broken-later': 'a',
  'eve-at-start': 'b',
  'eve-too-late': 'c',
  jammed: 'd',
  own: '',
};
