/**
 * One protected hop: bytes that cross a line beside the light, and how they are opened from the record
 * alone. The shape of TLS 1.3, not TLS: a hello, an answer, one sealed record; nobody proves who they are,
 * since Eve only listens here.
 *
 *   hello     32 random bytes, the client's DH share (hybrid: and an ML-KEM-768 public key)
 *   answer    32 random bytes, the server's DH share (hybrid: and an ML-KEM-768 ciphertext)
 *   record    the payload under AES-256-GCM; the key comes from what was agreed and all that was said
 *
 * Shares are of the small group, so that their break can really run; see core/establishment/toy-group.
 * Sources: RFC 8446, §2, for the order; Stebila, Fluhrer & Gueron, draft-ietf-tls-hybrid-design, for
 * the hybrid: two secrets into one derivation.
 */
import { framed, unframed } from '../../core/authentication/frames.ts';
import { openEnvelope, sealEnvelope } from '../../core/ciphers/aes-gcm.ts';
import { combinedKey, sessionKey } from '../../core/establishment/session-key.ts';
import {
  fromBytes,
  type GroupBits,
  type ToyGroup,
  toBytes,
  toyGroup,
  toyPublic,
  toySecret,
  toyShared,
} from '../../core/establishment/toy-group.ts';
import type { HopProtection } from '../config.ts';
import type { TrustKit } from '../trust/kit.ts';

export interface HopRecord {
  readonly protection: HopProtection;
  readonly groupBits: GroupBits;
  /** As they crossed the hop, in this order; hello and answer are empty on an unprotected one. */
  readonly hello: Uint8Array;
  readonly answer: Uint8Array;
  readonly record: Uint8Array;
}

export interface HopMeans {
  readonly protection: HopProtection;
  readonly groupBits: GroupBits;
  /** Random bytes of the two ends: the same for the same label and length, unrelated for other labels. */
  readonly coins: (label: string, length: number) => Uint8Array;
  /** For ML-KEM; may be null unless the hop is hybrid. */
  readonly kit: TrustKit | null;
}

/** What somebody can compute who has the record; null: cannot. */
export interface HopPowers {
  /** The logarithm of a share; null if the search was given up. */
  readonly discreteLog: ((group: ToyGroup, share: bigint) => bigint | null) | null;
  /** The secret in a ciphertext; null if there is none to be had. */
  readonly mlKemSecret: ((ciphertext: Uint8Array) => Uint8Array | null) | null;
}

/** A payload on its way. Error for a hybrid hop without a kit. */
export function carry(payload: Uint8Array, means: HopMeans): HopRecord {
  const { protection, groupBits, coins } = means;
  const nothing = new Uint8Array(0);
  if (protection === 'none') {
    return { protection, groupBits, hello: nothing, answer: nothing, record: payload.slice() };
  }
  const group = toyGroup(groupBits);
  const client = toySecret(group, coins('client/share', 64));
  const server = toySecret(group, coins('server/share', 64));
  const kem = protection === 'tls-hybrid' ? encapsulated(means) : null;
  const hello = framed([
    coins('client/random', 32),
    toBytes(group, toyPublic(group, client)),
    ...(kem ? [kem.publicKey] : []),
  ]);
  const answer = framed([
    coins('server/random', 32),
    toBytes(group, toyPublic(group, server)),
    ...(kem ? [kem.ciphertext] : []),
  ]);
  const shared = toBytes(group, toyShared(group, client, toyPublic(group, server)));
  const key = recordKey(shared, kem?.secret ?? null, hello, answer);
  return { protection, groupBits, hello, answer, record: sealEnvelope(payload, under(key)) };
}

/** Bytes that crossed. */
export function hopBytes({ hello, answer, record }: HopRecord): number {
  return hello.length + answer.length + record.length;
}

/** The payload, from the recorded bytes and these powers alone; null if they do not reach. */
export function openHop(hop: HopRecord, powers: HopPowers): Uint8Array | null {
  const { protection, hello, answer, record } = hop;
  if (protection === 'none') return record.slice();
  const parts = protection === 'tls-hybrid' ? 3 : 2;
  const [, clientShare, kemKey] = unframed(hello, parts) ?? [];
  const [, serverShare, ciphertext] = unframed(answer, parts) ?? [];
  if (!clientShare || !serverShare) return null;
  if (protection === 'tls-hybrid' && (!kemKey || !ciphertext)) return null;
  // The cheaper question first: without the one secret the other opens nothing.
  const kemSecret = ciphertext ? (powers.mlKemSecret?.(ciphertext) ?? null) : null;
  if (protection === 'tls-hybrid' && kemSecret === null) return null;
  const group = toyGroup(hop.groupBits);
  const log = powers.discreteLog?.(group, fromBytes(group, clientShare)) ?? null;
  if (log === null) return null;
  const shared = toBytes(group, toyShared(group, log, fromBytes(group, serverShare)));
  return openEnvelope(record, under(recordKey(shared, kemSecret, hello, answer)));
}

/**
 * What a break of ML-KEM would yield on this hop: the secret in its ciphertext. We have no such break, so
 * it looks into the client's memory; whoever calls it states the assumption.
 */
export function kemOracle({ coins, kit }: Pick<HopMeans, 'coins' | 'kit'>) {
  return (ciphertext: Uint8Array): Uint8Array => {
    const { kem } = kitFor(kit);
    return kem.decapsulate(ciphertext, kem.keys(coins('client/kem', 64)).secretKey);
  };
}

function encapsulated({ coins, kit }: HopMeans) {
  const { kem } = kitFor(kit);
  const { publicKey } = kem.keys(coins('client/kem', 64));
  return { publicKey, ...kem.encapsulate(publicKey, coins('server/kem', 32)) };
}

function kitFor(kit: TrustKit | null): TrustKit {
  if (kit === null) throw new Error('a hybrid hop needs the trust kit');
  return kit;
}

function recordKey(
  shared: Uint8Array,
  kemSecret: Uint8Array | null,
  hello: Uint8Array,
  answer: Uint8Array,
): Uint8Array {
  const transcript = framed([hello, answer]);
  return kemSecret === null
    ? sessionKey(shared, transcript, 256)
    : combinedKey(kemSecret, shared, transcript, 256);
}

/** Each connection has its own key and carries one record, so one nonce does. */
const under = (key: Uint8Array) => ({ key, nonce: new Uint8Array(12), aad: new Uint8Array(0) });
