/**
 * The message app A sends under a delivered key: AES-256-GCM. A key of 256 bits is used as it is; one of
 * another length goes through HKDF first, and a shorter one stays as weak as it is short. The key's
 * number stands beside the envelope, covered by its tag.
 */
import { openEnvelope, sealEnvelope } from '../../core/ciphers/aes-gcm.ts';
import { sessionKey } from '../../core/establishment/session-key.ts';
import { utf8 } from '../../core/random/streams.ts';
import type { Delivered } from './conversation.ts';

export function close(text: string, delivered: Delivered): Uint8Array {
  return sealEnvelope(utf8(text), under(delivered));
}

/** The text's bytes; null if this key does not open it. */
export function open(envelope: Uint8Array, delivered: Delivered): Uint8Array | null {
  return openEnvelope(envelope, under(delivered));
}

/** Each key closes one envelope, so one nonce does. */
function under({ keyId, key }: Delivered) {
  const number = utf8(keyId);
  const own = key.length === 32 ? key : sessionKey(key, number, 256);
  return { key: own, nonce: new Uint8Array(12), aad: number };
}
