/**
 * A key management entity (KME) that hands keys to applications (SAE) as ETSI GS QKD 014 V1.1.1 says:
 *
 *   GET        /api/v1/keys/{slave_SAE_ID}/status      what there is
 *   GET, POST  /api/v1/keys/{slave_SAE_ID}/enc_keys    new keys, to the SAE that will encrypt (the master)
 *   GET, POST  /api/v1/keys/{master_SAE_ID}/dec_keys   the same keys by their IDs, to the other (the slave)
 *
 * A pure function from a state and a request to the next state and a response: no socket, no clock. Behind
 * an HTTP server that checks certificates it would serve unchanged (kme-http.test.ts does it without them).
 *
 * Two KMEs hold one stream of bits, the link's key. Who is asked for a key cuts it at the cursor and tells
 * the peer what was cut, before the next request; how, the standard leaves open. The cursor never goes
 * back, so no bit is in two keys. What was handed out is erased here.
 *
 * A key_ID comes from the session's public name, the KME and a counter, never from the key: it crosses
 * the open line, and a number made from key bits would tell about them, or at least confirm a guess.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { framed } from '../../../core/authentication/frames.ts';
import { type Bits, bitOf } from '../../../core/bits/bits.ts';
import { hex } from '../../../core/bits/hex.ts';
import { utf8 } from '../../../core/random/streams.ts';
import { base64 } from './base64.ts';
import { type Call, callIn, type KmeRequest, LIMITS, type Refusal } from './request.ts';

export interface Kme {
  readonly id: string;
  readonly peer: string;
  /** SAEs served here, as their certificates name them, and those served by the peer. */
  readonly saes: readonly string[];
  readonly peerSaes: readonly string[];
  /** Public name of the session that made the stream. */
  readonly session: string;
  /** The link's key; zeros where keys were handed out. */
  readonly stream: Bits;
  /** First bit that no key has been cut from. */
  readonly cursor: number;
  /** Keys cut here. */
  readonly counter: number;
  /** Keys the peer has cut, waiting here for their slave SAE, by key_ID. */
  readonly waiting: ReadonlyMap<string, Reservation>;
}

/** Which bits are the key of which ID, and whose it is. */
export interface Reservation {
  readonly keyId: string;
  /** First bit in the stream, and bits. */
  readonly from: number;
  readonly size: number;
  readonly master: string;
  readonly slave: string;
}

export interface KmeResponse {
  readonly status: 200 | Refusal['status'];
  /** JSON. */
  readonly body: string;
}

export interface Answered {
  /** The state after the request; the same object if nothing changed. */
  readonly kme: Kme;
  readonly response: KmeResponse;
  /** For the peer, before it answers its next request. */
  readonly reserved: readonly Reservation[];
}

export interface KmeTerms extends Pick<Kme, 'id' | 'peer' | 'saes' | 'peerSaes' | 'session'> {
  /** The accepted key, in order; null without one. */
  readonly key: Bits | null;
  /** Bits at its front that serve something else. */
  readonly used: number;
}

/** Keys of the default size that a KME keeps; what a link makes beyond them is not taken in. */
const MAX_KEY_COUNT = 2000;

export function openKme({ key, used, ...terms }: KmeTerms): Kme {
  const length = Math.min(Math.max(0, (key?.length ?? 0) - used), MAX_KEY_COUNT * LIMITS.keySize);
  const words = new Uint32Array((length + 31) >>> 5);
  for (let i = 0; i < length; i++) words[i >>> 5]! |= bitOf(key!, used + i) << (i & 31);
  return { ...terms, stream: { length, words }, cursor: 0, counter: 0, waiting: new Map() };
}

export function answer(kme: Kme, request: KmeRequest): Answered {
  const { sae } = request;
  if (sae === null || !kme.saes.includes(sae)) {
    return refused(kme, { status: 401, message: 'client not authorised' });
  }
  const read = callIn(request);
  if ('refusal' in read) return refused(kme, read.refusal);
  const call = read.value;
  if (!kme.peerSaes.includes(call.other)) {
    return refused(kme, {
      status: 400,
      message: 'unknown SAE',
      details: [{ [call.ask === 'dec_keys' ? 'master_SAE_ID' : 'slave_SAE_ID']: call.other }],
    });
  }
  switch (call.ask) {
    case 'status':
      return given(kme, statusOf(kme, sae, call.other));
    case 'enc_keys':
      return cut(kme, sae, call);
    case 'dec_keys':
      return handOver(kme, sae, call);
    default:
      call satisfies never;
      throw new Error('no such call');
  }
}

/** What the peer cut, noted here. RangeError for bits that were cut already: the two are out of step. */
export function noteReserved(kme: Kme, reserved: readonly Reservation[]): Kme {
  let { cursor } = kme;
  const waiting = new Map(kme.waiting);
  for (const reservation of reserved) {
    const { keyId, from, size } = reservation;
    if (from < cursor) throw new RangeError(`"from" expected at least ${cursor}, got ${from}`);
    cursor = from + size;
    // Ends that hold keys of different length: what is not here cannot be handed out.
    if (cursor <= kme.stream.length) waiting.set(keyId, reservation);
  }
  return { ...kme, cursor, waiting };
}

/** A key's bits as bytes, first bit highest. */
export function keyAt(
  stream: Bits,
  { from, size }: Pick<Reservation, 'from' | 'size'>,
): Uint8Array {
  const key = new Uint8Array(size / 8);
  for (let i = 0; i < size; i++) key[i >>> 3]! |= bitOf(stream, from + i) << (7 - (i & 7));
  return key;
}

/** Bits that no key has been cut from. */
function left({ stream, cursor }: Kme): number {
  return Math.max(0, stream.length - cursor);
}

function statusOf(kme: Kme, master: string, slave: string) {
  return {
    source_KME_ID: kme.id,
    target_KME_ID: kme.peer,
    master_SAE_ID: master,
    slave_SAE_ID: slave,
    key_size: LIMITS.keySize,
    stored_key_count: Math.floor(left(kme) / LIMITS.keySize),
    max_key_count: MAX_KEY_COUNT,
    max_key_per_request: LIMITS.maxKeysPerRequest,
    max_key_size: LIMITS.maxKeySize,
    min_key_size: LIMITS.minKeySize,
    max_SAE_ID_count: 0,
  };
}

function cut(kme: Kme, master: string, call: Call & { readonly ask: 'enc_keys' }): Answered {
  const { number, size, other: slave } = call;
  if (number * size > left(kme)) {
    const details = [{ asked_bits: number * size }, { stored_bits: left(kme) }];
    return refused(kme, { status: 503, message: 'not enough keys stored', details });
  }
  const reserved = Array.from({ length: number }, (_, i) => ({
    keyId: keyIdOf(kme, kme.counter + i),
    from: kme.cursor + i * size,
    size,
    master,
    slave,
  }));
  const next = {
    ...kme,
    stream: erased(kme.stream, reserved),
    cursor: kme.cursor + number * size,
    counter: kme.counter + number,
  };
  return { kme: next, response: ok(containerOf(kme, reserved)), reserved };
}

/** All of the keys asked for, or none. */
function handOver(kme: Kme, slave: string, call: Call & { readonly ask: 'dec_keys' }): Answered {
  const found = call.keyIds.flatMap((keyId) => kme.waiting.get(keyId) ?? []);
  if (found.some((reservation) => reservation.slave !== slave)) {
    return refused(kme, { status: 401, message: 'a key specified is not for this SAE' });
  }
  const theirs = (keyId: string) => kme.waiting.get(keyId)?.master === call.other;
  // Asked for twice in one request, a key is not there the second time.
  const missing = call.keyIds.filter((keyId, i, all) => !theirs(keyId) || all.indexOf(keyId) < i);
  if (missing.length > 0) {
    const message = 'one or more keys specified are not found on KME';
    const details = missing.map((keyId) => ({ key_ID: keyId }));
    return refused(kme, { status: 400, message, details });
  }
  const waiting = new Map(kme.waiting);
  for (const { keyId } of found) waiting.delete(keyId);
  const next = { ...kme, stream: erased(kme.stream, found), waiting };
  return given(next, containerOf(kme, found));
}

function containerOf({ stream }: Kme, reserved: readonly Reservation[]) {
  return {
    keys: reserved.map((reservation) => ({
      key_ID: reservation.keyId,
      key: base64(keyAt(stream, reservation)),
    })),
  };
}

/** A UUID of version 8, which is left to whoever makes it (RFC 9562, §5.8). */
function keyIdOf({ id, session }: Kme, count: number): string {
  const purpose = 'light-and-letters/key-id/1';
  const digest = sha256(framed([purpose, session, id, String(count)].map(utf8))).slice(0, 16);
  digest[6] = (digest[6]! & 0x0f) | 0x80;
  digest[8] = (digest[8]! & 0x3f) | 0x80;
  return hex(digest).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function erased({ length, words }: Bits, reserved: readonly Reservation[]): Bits {
  const kept = words.slice();
  for (const { from, size } of reserved) {
    for (let i = from; i < from + size; i++) kept[i >>> 5]! &= ~(1 << (i & 31));
  }
  return { length, words: kept };
}

function ok(content: object): KmeResponse {
  return { status: 200, body: JSON.stringify(content) };
}

function given(kme: Kme, content: object): Answered {
  return { kme, response: ok(content), reserved: [] };
}

function refused(kme: Kme, { status, message, details }: Refusal): Answered {
  const body = JSON.stringify({ message, ...(details && { details }) });
  return { kme, response: { status, body }, reserved: [] };
}
