/** An envelope under a session's key, closed and opened. Eve opens by the same function as Bob. */
import { openEnvelope, sealEnvelope } from '../../core/ciphers/aes-gcm.ts';
import { oneTimePad } from '../../core/ciphers/one-time-pad.ts';

export type Cipher = 'one-time-pad' | 'aes-256-gcm';

const AES_BITS = 256;

/** Key bits that a text takes. */
export function keyBitsFor(cipher: Cipher, text: Uint8Array): number {
  return cipher === 'aes-256-gcm' ? AES_BITS : text.length * 8;
}

/** The session's key is used for one envelope only, so one nonce does. */
const under = (key: Uint8Array) => ({ key, nonce: new Uint8Array(12), aad: new Uint8Array(0) });

export function close(cipher: Cipher, key: Uint8Array, text: Uint8Array): Uint8Array {
  return cipher === 'aes-256-gcm' ? sealEnvelope(text, under(key)) : oneTimePad(text, key);
}

/** null if the envelope's own tag does not fit; a pad has none. */
export function open(cipher: Cipher, key: Uint8Array, envelope: Uint8Array): Uint8Array | null {
  return cipher === 'aes-256-gcm' ? openEnvelope(envelope, under(key)) : oneTimePad(envelope, key);
}
