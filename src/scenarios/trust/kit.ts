/**
 * What public-key trust needs and a plain run does not: certificates, signatures, ML-KEM. The engine is
 * handed it from outside, so that only a run that asks for it has to load it.
 */
import type { PublicKeyAnchor, SignatureScheme } from './contract.ts';

/** A digest that takes its text in pieces. */
export interface RunningDigest {
  update(bytes: Uint8Array): unknown;
  digest(): Uint8Array;
}

export interface TrustKit {
  readonly anchors: Readonly<Record<'pki' | 'web-of-trust', PublicKeyAnchor>>;
  /** SHA-512 under a prefix of its own: what a signature over many letters signs. */
  openDigest(): RunningDigest;
  verify(
    scheme: SignatureScheme,
    publicKey: Uint8Array,
    message: Uint8Array,
    signature: Uint8Array,
  ): boolean;
  /** ML-KEM-768, deterministic: every random input is handed in. */
  readonly kem: {
    /** From 64 bytes. */
    keys(seed: Uint8Array): { readonly publicKey: Uint8Array; readonly secretKey: Uint8Array };
    /** With 32 bytes of the sender's. */
    encapsulate(
      publicKey: Uint8Array,
      message: Uint8Array,
    ): { readonly ciphertext: Uint8Array; readonly secret: Uint8Array };
    decapsulate(ciphertext: Uint8Array, secretKey: Uint8Array): Uint8Array;
    /** A store of sealing key from the shared secret and all that was said about it. */
    expand(secret: Uint8Array, transcript: Uint8Array, bits: number): Uint8Array;
  };
  /** Diffie–Hellman at full size (RFC 7748); secrets and values of 32 bytes. */
  readonly x25519: {
    publicOf(secret: Uint8Array): Uint8Array;
    shared(secret: Uint8Array, theirs: Uint8Array): Uint8Array;
  };
}
