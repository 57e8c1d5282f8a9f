import type { stageWords } from '../../content/words/en/stage.ts';

/** The keys of the stage's own catalogue. */
export type StageWordKey = keyof typeof stageWords;
