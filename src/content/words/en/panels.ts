import { ledgerWords } from './ledger.ts';

/** What the panels say; one file where a panel has much to say. */
export const panelWords = {
  ...ledgerWords,
} as const;
