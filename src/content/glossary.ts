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
    field: 'authentication tag, signature',
    meaning: 'A short code on a letter that only a holder of the sealing key can make.',
  },
  {
    word: 'sealing key',
    field: 'authentication key',
    meaning: 'Secret bits for seals alone. Some seals use them up; a new key fills them again.',
  },
  {
    word: 'how they know each other',
    field: 'trust anchor',
    meaning: 'What a seal rests on: a shared key, certificates, or people who vouch.',
  },
  {
    word: 'private key, public key',
    field: null,
    meaning:
      'Two halves of a signature: one person signs with the first, anyone checks with the second.',
  },
  {
    word: 'certificate',
    field: null,
    meaning: 'A signed statement that a public key belongs to a name.',
  },
  {
    word: 'authority',
    field: 'certificate authority, CA',
    meaning: 'Who signs certificates. Its own public key, the root, must be known beforehand.',
  },
  {
    word: 'web of trust',
    field: 'PGP',
    meaning: 'People sign whose public key is whose, and others decide whom of them to believe.',
  },
  {
    word: 'fingerprint',
    field: 'hash of a public key',
    meaning: 'A few signs that stand for a whole public key, short enough to be read aloud.',
  },
  {
    word: 'Check',
    field: 'parameter estimation',
    meaning: 'Alice and Bob compare some kept bits openly and throw them away.',
  },
  {
    word: 'Correct',
    field: 'information reconciliation, Cascade',
    meaning: 'They find the bits that differ by comparing parities of blocks, and Bob turns them.',
  },
  {
    word: 'parity',
    field: null,
    meaning: 'Whether the ones in a block are even or odd in number: 0 or 1.',
  },
  {
    word: 'Shrink',
    field: 'privacy amplification',
    meaning: 'They hash the key to a shorter one, so that what Eve knows of it is gone.',
  },
  {
    word: 'Use',
    field: null,
    meaning: 'The key first fills the sealing key again, and then closes a message.',
  },
  {
    word: 'closed',
    field: 'encrypted',
    meaning:
      'Unreadable without the key. A closed envelope may still be changed if it has no seal.',
  },
  {
    word: 'one-time pad',
    field: null,
    meaning: 'Each bit of a message is added to one key bit, which is never used again.',
  },
  {
    word: 'start-up',
    field: 'bootstrap',
    meaning: 'The first session of a link, before it has keys of its own to seal with.',
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
