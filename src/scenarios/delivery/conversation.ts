/**
 * What the two applications and their KMEs say to each other: status, a new key for A, its number to B
 * on an open card, the same key for B; and, if the configuration asks for it, one mistake on the way.
 */
import { framed } from '../../core/authentication/frames.ts';
import { utf8 } from '../../core/random/streams.ts';
import type { RunConfig } from '../config.ts';
import type { DeliveryMessage } from '../receipt-later.ts';
import { fromBase64 } from './kme/base64.ts';
import { answer, type Kme, noteReserved, type Reservation } from './kme/kme.ts';
import { LIMITS } from './kme/request.ts';

export const SAES = {
  a: ['sae-a', 'sae-d'],
  b: ['sae-b', 'sae-c'],
} as const;

type Sae = (typeof SAES)['a' | 'b'][number];

export interface Delivered {
  readonly keyId: string;
  readonly key: Uint8Array;
}

export interface Conversation {
  readonly messages: readonly DeliveryMessage[];
  /** What crossed between A's key store and application, request and answer in turn, as one list of bytes. */
  readonly atHop: Uint8Array;
  /** Key numbers on the open card, for anybody to read. */
  readonly card: readonly string[];
  /** What each application holds in the end; none if it was refused. */
  readonly a: readonly Delivered[];
  readonly b: readonly Delivered[];
  /** What A's store held when it cut the first of A's keys, and where that key was; null if it cut none. */
  readonly cut: { readonly kme: Kme; readonly first: Reservation } | null;
}

interface State {
  readonly kmes: { a: Kme; b: Kme };
  readonly messages: DeliveryMessage[];
  cut: Conversation['cut'];
}

export function deliver(
  { delivery }: RunConfig,
  kmes: { readonly a: Kme; readonly b: Kme },
): Conversation {
  const state: State = { kmes: { ...kmes }, messages: [], cut: null };
  const { number, size, fault } = delivery;
  if (fault === 'pool-empty') drain(state, number * size);
  ask(state, 'sae-a', '/api/v1/keys/sae-b/status');
  const a = keysIn(ask(state, 'sae-a', '/api/v1/keys/sae-b/enc_keys', { number, size }));
  const b = a.length > 0 ? fetched(state, a, fault) : [];
  const { messages, cut } = state;
  return { messages, atHop: linesOf(messages), card: a.map(({ keyId }) => keyId), a, b, cut };
}

/** The number goes to B on a card that anybody may read, and B asks for what it names. */
function fetched(
  state: State,
  keys: readonly Delivered[],
  fault: RunConfig['delivery']['fault'],
): Delivered[] {
  const request = { key_IDs: keys.map(({ keyId }) => ({ key_ID: keyId })) };
  state.messages.push({
    from: 'sae-a',
    to: 'sae-b',
    method: 'CARD',
    path: '',
    body: request,
    status: null,
    response: null,
  });
  const path = '/api/v1/keys/sae-a/dec_keys';
  if (fault === 'unknown-id') {
    const [first, ...others] = request.key_IDs;
    ask(state, 'sae-b', path, { key_IDs: [{ key_ID: slipped(first!.key_ID) }, ...others] });
  }
  if (fault === 'wrong-application') ask(state, 'sae-c', path, request);
  const got = keysIn(ask(state, 'sae-b', path, request));
  if (fault === 'already-delivered') ask(state, 'sae-b', path, request);
  return got;
}

/** A slip of the pen: the last digit. */
function slipped(keyId: string): string {
  const digit = Number.parseInt(keyId.slice(-1), 16);
  return keyId.slice(0, -1) + ((digit + 1) % 16).toString(16);
}

/** Another application of site A takes keys until what is left does not do for so many bits. */
function drain(state: State, bits: number): void {
  const path = '/api/v1/keys/sae-c/enc_keys';
  const status = ask(state, 'sae-d', '/api/v1/keys/sae-c/status');
  let count = isRecord(status) ? Number(status['stored_key_count']) : 0;
  while (count > 0) {
    const number = Math.min(count, LIMITS.maxKeysPerRequest);
    ask(state, 'sae-d', path, { number, size: LIMITS.keySize });
    count -= number;
  }
  // Less than one key of the usual size is left; short keys may still be cut from it.
  const size = LIMITS.minKeySize;
  let number = bits < LIMITS.keySize ? LIMITS.keySize / size - 1 : 0;
  while (number > 0 && keysIn(ask(state, 'sae-d', path, { number, size })).length === 0) number--;
}

/** Asks the application's own KME; what that one cuts, the other notes before anything else is said. */
function ask(
  state: State,
  sae: Sae,
  path: string,
  body?: Readonly<Record<string, unknown>>,
): unknown {
  const site = SAES.a.some((name) => name === sae) ? 'a' : 'b';
  const other = site === 'a' ? 'b' : 'a';
  const before = state.kmes[site];
  const method = body ? 'POST' : 'GET';
  const { kme, response, reserved } = answer(before, {
    method,
    path,
    sae,
    body: body ? JSON.stringify(body) : null,
  });
  state.kmes[site] = kme;
  state.kmes[other] = noteReserved(state.kmes[other], reserved);
  const first = reserved[0];
  if (sae === 'sae-a' && first) state.cut = { kme: before, first };
  const content: unknown = JSON.parse(response.body);
  state.messages.push({
    from: sae,
    to: kme.id,
    method,
    path,
    body: body ?? null,
    status: response.status,
    response: content,
  });
  return content;
}

/** Requests and answers between A and its key store, as they would stand in HTTP. */
function linesOf(messages: readonly DeliveryMessage[]): Uint8Array {
  const own = messages.filter(({ from, method }) => from === 'sae-a' && method !== 'CARD');
  return framed(
    own.flatMap(({ method, path, body, response }) => [
      utf8(`${method} ${path} ${body === null ? '' : JSON.stringify(body)}`),
      utf8(JSON.stringify(response)),
    ]),
  );
}

/** The keys of a key container; none in anything else. */
export function keysIn(content: unknown): Delivered[] {
  const keys = isRecord(content) ? content['keys'] : null;
  if (!Array.isArray(keys)) return [];
  return keys.flatMap((entry: unknown) => {
    if (!isRecord(entry)) return [];
    const { key_ID: keyId, key: text } = entry;
    const key = typeof text === 'string' ? fromBase64(text) : null;
    return typeof keyId === 'string' && key ? [{ keyId, key }] : [];
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
