/**
 * Eve's work at Q-day, on the archive alone: what she recorded of the classical line, her own notes on
 * the light, and the powers that were assumed. Nothing else comes in here. The verdict is her attempt on
 * the recorded envelope: its tag fits, or does not.
 */
import type { Bits } from '../../core/bits/bits.ts';
import { combinedKey, sessionKey } from '../../core/establishment/session-key.ts';
import { fromBytes, toBytes, toyGroup } from '../../core/establishment/toy-group.ts';
import { lettersIn, type ReadLetter, type RecordedLetter } from '../archive/read-letters.ts';
import { shareIn } from '../channels/letters.ts';
import type { KeyEstablishment } from '../config.ts';
import { type HopRecord, openHop } from '../hop/hop.ts';
import { exchangeIn, joined, QUANTUM_SHARE_BITS, SESSION_BITS, sendsLight } from '../link/agree.ts';
import { type Cipher, open } from '../link/envelope.ts';
import type { Door, Tool } from '../receipt-later.ts';
import type { Attempt } from '../run.ts';
import type { TrustKit } from '../trust/kit.ts';
import { type Heard, heard } from './heard.ts';
import type { Powers } from './oracles.ts';
import type { Search } from './search.ts';

export interface Archive {
  /** Of Alice's line, in order. */
  readonly letters: readonly RecordedLetter[];
  /** The key on its way out of the site, beside the line; null where it never left. */
  readonly hop: HopRecord | null;
}

/** What everybody knows of how they talk. */
export interface Terms {
  readonly means: KeyEstablishment;
  readonly cipher: Cipher;
  /** Where the message's bits begin in a key of light, after those that the seals take. */
  readonly keyFrom: number;
}

/** What Eve has beside the archive. */
export interface Notes {
  /** Bits of the light she is certain of, by place among the kept, untested ones; null: none. */
  readonly measured: { readonly certain: Bits; readonly values: Bits } | null;
  /**
   * The message's key, if she ran the session herself. `whole`: it is Alice's, bit for bit; on a line
   * with noise, where nothing was compared, hers may differ.
   */
  readonly held: { readonly key: Uint8Array; readonly whole: boolean } | null;
  /** Coins of her own. */
  readonly coins: (label: string, length: number) => Uint8Array;
}

export interface Tools {
  readonly powers: Powers;
  readonly search: Search;
  readonly kit: TrustKit | null;
}

export interface Findings {
  readonly attempts: readonly Attempt[];
  readonly doors: { readonly key: Door; readonly cipher: Door };
  readonly how: Tool | null;
  readonly plaintext: Uint8Array | null;
  readonly candidateKeys: number;
  readonly candidateKeysBy: 'rank' | 'bound';
  /** The message's key, or the best she can say of it. */
  readonly guess: Uint8Array;
}

/** What one tool gives: a key, or several of which the envelope's tag picks one. */
interface Yield {
  readonly tool: Tool;
  readonly keys: readonly Uint8Array[];
  readonly steps: number | null;
}

/** null: no envelope lies on the shelf. */
export function attack(
  archive: Archive,
  terms: Terms,
  notes: Notes,
  tools: Tools,
): Findings | null {
  const letters = lettersIn(archive.letters);
  const envelope = letters.find(({ kind }) => kind === 'envelope')?.body;
  if (envelope === undefined) return null;
  const { cipher, means, keyFrom } = terms;
  const bytes = cipher === 'aes-256-gcm' ? 32 : envelope.length;
  const light = sendsLight(means)
    ? heard(archive.letters, notes, {
        from: keyFrom,
        to: keyFrom + (means === 'hybrid' ? QUANTUM_SHARE_BITS : 8 * bytes),
        tells: cipher === 'aes-256-gcm',
      })
    : null;
  const attempts: Attempt[] = [];

  const tryKeys = ({ tool, keys, steps }: Yield) => {
    // Nothing tells one key of a pad from another.
    const worthTrying = cipher === 'aes-256-gcm' || keys.length === 1 ? keys : [];
    for (const key of worthTrying) {
      const text = open(cipher, key.subarray(0, bytes), envelope);
      if (text === null) continue;
      attempts.push(attempt(tool, { found: true, steps, fits: tagFits(cipher, true) }));
      return { tool, key: key.subarray(0, bytes), text };
    }
    const fits = worthTrying.length > 0 ? tagFits(cipher, false) : null;
    attempts.push(attempt(tool, { found: false, steps, fits }));
    return null;
  };
  const first = <T, U>(items: Iterable<T>, pick: (item: T) => U | null): U | null => {
    for (const item of items) {
      const picked = pick(item);
      if (picked !== null) return picked;
    }
    return null;
  };
  const byKey = first(keysFrom(letters, archive, terms, notes, tools, light), tryKeys);
  if (byKey === null && attempts.length === 0) attempts.push(attempt('none-known', {}));

  const guess = byKey?.key ?? notes.held?.key ?? guessed(letters, terms, notes, light, bytes);
  if (byKey === null && light !== null && cipher === 'aes-256-gcm') {
    const fits = open(cipher, guess, envelope) !== null;
    attempts.push(attempt('best-guess', { found: fits, fits }));
  }

  const aesKey = cipher === 'aes-256-gcm' ? (tools.powers.aesKey?.(envelope) ?? null) : null;
  const byCipher = aesKey && open(cipher, aesKey, envelope);
  if (aesKey !== null) {
    const fits = byCipher !== null;
    attempts.push({ ...attempt('aes-oracle', { found: fits, fits }), door: 'cipher' });
  } else attempts.push({ ...attempt('none-known', {}), door: 'cipher' });

  return {
    attempts,
    doors: {
      key: byKey !== null ? 'found' : leavesChoice(light) ? 'not-recorded' : 'no-method',
      cipher:
        byCipher !== null ? 'found' : cipher === 'one-time-pad' ? 'not-recorded' : 'no-method',
    },
    how: byKey?.tool ?? (byCipher === null ? null : 'aes-oracle'),
    plaintext: byKey?.text ?? byCipher,
    // Who was an end of the session measured all of its light.
    candidateKeys: notes.held?.whole ? 0 : (light?.log2 ?? 0),
    candidateKeysBy: notes.held?.whole ? 'rank' : (light?.by ?? 'rank'),
    guess,
  };
}

/** More than one key fits what was heard; where that was not counted, none was found that does. */
function leavesChoice(light: Heard | null): boolean {
  return light !== null && (light.log2 > 0 || light.by === 'bound');
}

const ASSUMED: ReadonlySet<Attempt['tool']> = new Set([
  'discrete-log-oracle',
  'ml-kem-oracle',
  'aes-oracle',
  'device-read-out',
] as const);

function attempt(
  tool: Attempt['tool'],
  { found = false, steps = null, fits = null }: Partial<Attempt>,
): Attempt {
  return { tool, door: 'key', found, steps, fits, assumed: ASSUMED.has(tool) };
}

/** A pad has no tag of its own: whatever key is tried, some text comes out. */
function tagFits(cipher: Cipher, fits: boolean): boolean | null {
  return cipher === 'one-time-pad' ? null : fits;
}

/** Every way to the key that she has, in order; a later one is only gone if the ones before fail. */
function* keysFrom(
  letters: readonly ReadLetter[],
  { hop }: Archive,
  { means, cipher }: Terms,
  notes: Notes,
  tools: Tools,
  light: Heard | null,
): Generator<Yield> {
  // Only a tag could tell her that some bits of it are wrong.
  const { held } = notes;
  if (held !== null && (held.whole || cipher === 'aes-256-gcm')) {
    yield { tool: 'held-session', keys: [held.key], steps: null };
  }
  switch (means) {
    case 'dh-toy':
    case 'x25519':
      yield* fromShares(letters, tools);
      break;
    case 'ml-kem-768': {
      const capsule = capsuleIn(letters, tools.powers);
      if (capsule !== null) {
        const key = sessionKey(capsule.secret, capsule.transcript, SESSION_BITS);
        yield { tool: 'ml-kem-oracle', keys: [key], steps: null };
      }
      break;
    }
    case 'qkd': {
      const all = light?.all ?? [];
      const tool = light?.log2 === 0 ? 'linear-relations' : 'every-candidate';
      yield { tool: all.length > 0 ? tool : 'linear-relations', keys: all, steps: null };
      break;
    }
    case 'hybrid': {
      const capsule = capsuleIn(letters, tools.powers);
      const known = light?.all ?? [];
      if (capsule === null) break;
      const mix = (quantum: Uint8Array) =>
        combinedKey(capsule.secret, quantum, capsule.transcript, SESSION_BITS);
      yield { tool: 'ml-kem-oracle', keys: known.map(mix), steps: null };
      break;
    }
    default:
      means satisfies never;
  }
  if (hop !== null) yield fromHop(hop, tools);
  const memory = tools.powers.memory;
  if (memory !== null) {
    const key = memory();
    yield { tool: 'device-read-out', keys: key === null ? [] : [key], steps: null };
  }
}

function* fromShares(letters: readonly ReadLetter[], tools: Tools): Generator<Yield> {
  const [alice, bob] = letters
    .filter(({ kind }) => kind === 'share')
    .map(({ body }) => shareIn(body));
  if (!alice || !bob) return;
  const exchange = exchangeIn(alice.group, tools.kit);
  const keyOf = (secret: Uint8Array) =>
    sessionKey(exchange.shared(secret, bob.value), joined(alice.value, bob.value), SESSION_BITS);
  if (alice.group === 'x25519') {
    const secret = tools.powers.x25519Log?.(alice.value) ?? null;
    if (secret !== null) {
      yield { tool: 'discrete-log-oracle', keys: [keyOf(secret)], steps: null };
    }
    return;
  }
  if (!tools.powers.searches) return;
  const group = toyGroup(alice.group);
  const { log, steps } = tools.search(group, fromBytes(group, alice.value));
  yield { tool: 'discrete-log', keys: [keyOf(toBytes(group, log))], steps };
}

function capsuleIn(letters: readonly ReadLetter[], { mlKemSecret }: Powers) {
  const ciphertext = letters.find(({ kind }) => kind === 'capsule')?.body;
  if (!ciphertext) return null;
  const secret = mlKemSecret?.(ciphertext) ?? null;
  return secret && { secret, transcript: transcriptIn(letters) };
}

/** Key and capsule, and how the light was shrunk where there was light. */
function transcriptIn(letters: readonly ReadLetter[]): Uint8Array {
  return joined(
    ...(['capsule-key', 'capsule', 'shrink'] as const).map(
      (wanted) => letters.find(({ kind }) => kind === wanted)?.body ?? new Uint8Array(0),
    ),
  );
}

function fromHop(hop: HopRecord, { powers, search }: Tools): Yield {
  let steps: number | null = null;
  const key = openHop(hop, {
    discreteLog: powers.searches
      ? (group, share) => {
          const found = search(group, share);
          steps = found.steps;
          return found.log;
        }
      : null,
    mlKemSecret: null,
  });
  return { tool: 'delivery-hop', keys: key === null ? [] : [key], steps };
}

/** Without a way to the key: what she heard of the light if there was any, coins for the rest. */
function guessed(
  letters: readonly ReadLetter[],
  { means }: Terms,
  { coins }: Notes,
  light: Heard | null,
  bytes: number,
): Uint8Array {
  if (light === null) return coins('guess', bytes);
  if (means !== 'hybrid') return light.guess;
  const secret = coins('guess-of-secret', 32);
  return combinedKey(secret, light.guess, transcriptIn(letters), SESSION_BITS).slice(0, bytes);
}
