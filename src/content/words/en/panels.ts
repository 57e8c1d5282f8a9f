import { controlWords } from './controls.ts';
import { ledgerWords } from './ledger.ts';
import { playbackWords } from './playback.ts';
import { qberWords } from './qber.ts';

/** What the panels say; one file where a panel has much to say. */
export const panelWords = {
  ...controlWords,
  ...ledgerWords,
  ...playbackWords,
  ...qberWords,
} as const;
