/**
 * What stands for machines and breaks that nobody has: each answers one question about one recorded
 * thing, and the viewer has switched it on. They look into the ends' memories, which is the assumption;
 * everything after the answer is Eve's own computation.
 */
import { equalBytes } from '@noble/ciphers/utils.js';
import type { Agreed } from '../link/talk.ts';

/** Powers beyond reading; null: not assumed. */
export interface Powers {
  /** The private exponent of a recorded X25519 public key: Shor's algorithm on a machine we do not have. */
  readonly x25519Log: ((publicKey: Uint8Array) => Uint8Array | null) | null;
  /** The secret in a recorded ML-KEM ciphertext. */
  readonly mlKemSecret: ((ciphertext: Uint8Array) => Uint8Array | null) | null;
  /** The key of a recorded AES envelope. */
  readonly aesKey: ((envelope: Uint8Array) => Uint8Array | null) | null;
  /** The message key in the device's memory, as it is when somebody opens the device. */
  readonly memory: (() => Uint8Array | null) | null;
  /** Whether she runs her search on the small group. */
  readonly searches: boolean;
}

/** The logarithm of one public key: of the end whose value it is. */
export function logOracle(
  { own }: Agreed,
  publicOf: (secret: Uint8Array) => Uint8Array,
): NonNullable<Powers['x25519Log']> {
  return (publicKey) =>
    [own.alice, own.bob].find((secret) => equalBytes(publicOf(secret), publicKey)) ?? null;
}

/** The secret of one ciphertext, as who holds the private key would have it. */
export function kemOracle(
  { own }: Agreed,
  decapsulate: (ciphertext: Uint8Array, secretKey: Uint8Array) => Uint8Array,
): NonNullable<Powers['mlKemSecret']> {
  return (ciphertext) => decapsulate(ciphertext, own.alice);
}

/** The key of one envelope. */
export function aesOracle(envelope: Uint8Array, key: Uint8Array): NonNullable<Powers['aesKey']> {
  return (asked) => (equalBytes(asked, envelope) ? key : null);
}
