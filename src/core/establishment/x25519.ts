/**
 * X25519: Diffie-Hellman on the curve most of today's traffic uses, at full size.
 *
 * Secrets and public values are 32 bytes. No computer of today finds a secret from its public value;
 * a large quantum computer would (Shor 1994, doi:10.1109/SFCS.1994.365700).
 * Source: RFC 7748, §5 and §6.1.
 */
import { x25519 } from '@noble/curves/ed25519.js';

/** The public value of 32 secret bytes; RangeError for any other number of them. */
export function x25519Public(secret: Uint8Array): Uint8Array {
  expect32('secret', secret);
  return x25519.getPublicKey(secret);
}

/**
 * The 32 bytes both ends compute. RangeError for other lengths, and for a public value that gives
 * zero whatever the secret (RFC 7748, §6.1, allows that check; we make it).
 */
export function x25519Shared(secret: Uint8Array, theirs: Uint8Array): Uint8Array {
  expect32('secret', secret);
  expect32('theirs', theirs);
  try {
    return x25519.getSharedSecret(secret, theirs);
  } catch (cause) {
    // With the lengths right, only a point of small order is refused.
    throw new RangeError('"theirs" expected a point of large order', { cause });
  }
}

function expect32(name: string, bytes: Uint8Array): void {
  if (bytes.length !== 32) {
    throw new RangeError(`"${name}" expected 32 bytes, got ${bytes.length}`);
  }
}
