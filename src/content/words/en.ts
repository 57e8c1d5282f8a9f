import { openingWords } from './en/opening.ts';
import { panelWords } from './en/panels.ts';
import { partsWords } from './en/parts.ts';
import { shellWords } from './en/shell.ts';
import { stageWords } from './en/stage.ts';

/** What the first view says, in English: one file an area, each adds its line here. */
export const en = {
  ...openingWords,
  ...shellWords,
  ...partsWords,
  ...stageWords,
  ...panelWords,
} as const;
