import { panelWords } from './en/panels.ts';
import { partsWords } from './en/parts.ts';
import { shellWords } from './en/shell.ts';

/** Everything the interface says, in English: one file an area, each adds its line here. */
export const en = {
  ...partsWords,
  ...panelWords,
  ...shellWords,
} as const;

export type WordKey = Extract<keyof typeof en, string>;
