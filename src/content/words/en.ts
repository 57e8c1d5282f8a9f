import { openingWords } from './en/opening.ts';
import { panelWords } from './en/panels.ts';
import { partsWords } from './en/parts.ts';
import { shellWords } from './en/shell.ts';
import { stageWords } from './en/stage.ts';
import { stepsWords } from './en/steps.ts';
import { timeWords } from './en/time.ts';
import { trustWords } from './en/trust.ts';

/** Everything the interface says, in English: one file an area, each adds its line here. */
export const en = {
  ...openingWords,
  ...shellWords,
  ...partsWords,
  ...stageWords,
  ...panelWords,
  ...stepsWords,
  ...timeWords,
  ...trustWords,
} as const;

export type WordKey = Extract<keyof typeof en, string>;
