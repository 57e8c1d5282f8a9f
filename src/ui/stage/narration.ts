import type { StageWordKey } from './words.ts';

/** A sentence for the live region: which words, with what in them. */
export interface Narration {
  readonly key: StageWordKey;
  readonly values: Readonly<Record<string, string | number>>;
}
