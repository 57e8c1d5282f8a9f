import { shellWords } from './en/shell.ts';

/** Everything the interface says, in English: one file an area, each adds its line here. */
export const en = {
  ...shellWords,
} as const;

export type WordKey = Extract<keyof typeof en, string>;
