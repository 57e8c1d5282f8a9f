/** Where the field's words meet the learner's: code and receipts use the first, screens the second. */
export interface GlossaryEntry {
  /** What the learner reads. */
  readonly word: string;
  /** Terms of the field and of receipts, where they differ. */
  readonly field: string | null;
  readonly meaning: string;
}

export const glossary: readonly GlossaryEntry[] = [
  {
    word: 'photon',
    field: 'pulse',
    meaning: 'The smallest amount of light. Here each one carries one bit in its polarisation.',
  },
  {
    word: 'basis',
    field: null,
    meaning: 'The pair of directions a photon is prepared in or asked about: + or ×.',
  },
  {
    word: 'bits kept',
    field: 'sifted key',
    meaning: 'Bits of photons that arrived and were measured in the basis they were made in.',
  },
  {
    word: 'error rate',
    field: 'QBER',
    meaning: 'The part of the kept bits that Alice and Bob hold differently.',
  },
  {
    word: 'letter',
    field: 'classical message',
    meaning: 'What Alice and Bob say openly. Anyone can read it.',
  },
  {
    word: 'seal',
    field: 'authentication tag',
    meaning: 'A short code on a letter that only a holder of the sealing key can make.',
  },
  {
    word: 'sealing key',
    field: 'authentication key',
    meaning: 'Secret bits that Alice and Bob share from the start, for seals alone.',
  },
  {
    word: 'Check',
    field: 'parameter estimation',
    meaning: 'Alice and Bob compare some kept bits openly and throw them away.',
  },
  {
    word: 'Correct, Shrink',
    field: 'reconciliation, privacy amplification',
    meaning: 'They find the errors, then shorten the key until Eve knows nothing of it.',
  },
  {
    word: 'seed',
    field: null,
    meaning: 'The number all chance of a run follows from.',
  },
  {
    word: 'receipt',
    field: null,
    meaning: 'A document with the settings and every figure of a run, to run it again.',
  },
];
