/**
 * A key from letters: Diffie–Hellman over a small group or X25519, ML-KEM-768, or ML-KEM-768 beside the
 * light. Each end computes from its own secret and the letter it read; who wrote that letter is for the
 * seals to say, as with any other.
 * Sources: Diffie & Hellman 1976; RFC 7748; FIPS 203; RFC 5869 (HKDF).
 */
import { type Bits, bitsOf } from '../../core/bits/bits.ts';
import { combinedKey, sessionKey } from '../../core/establishment/session-key.ts';
import {
  fromBytes,
  toBytes,
  toyGroup,
  toyPublic,
  toySecret,
  toyShared,
} from '../../core/establishment/toy-group.ts';
import { bytesAt, openStream, runKey } from '../../core/random/streams.ts';
import { shareBody } from '../channels/letters.ts';
import type { RunConfig } from '../config.ts';
import type { ShareGroup } from '../messages.ts';
import type { Party } from '../trust/contract.ts';
import type { TrustKit } from '../trust/kit.ts';
import type { Draft, Post } from './post.ts';
import { type Agreed, type End, streamName, type Talk, type TalkLink } from './talk.ts';

/** One envelope's key and the next one's, bits: as much as a session by letters makes. */
export const SESSION_BITS = 512;
/** Bits of the key of light that go into a hybrid key. */
export const QUANTUM_SHARE_BITS = 256;

/** Whether light is sent at all. */
export function sendsLight(means: RunConfig['rndl']['keyEstablishment'] | null): boolean {
  return means === null || means === 'qkd' || means === 'hybrid';
}

/** The letters of every link; before any photon, in the order Eve answers. */
export function agree(talk: Talk, links: readonly TalkLink[], post: Post): void {
  if (talk.means === null || talk.means === 'qkd') return;
  for (const link of links) {
    if (link.over) continue;
    link.agreed =
      talk.means === 'dh-toy' || talk.means === 'x25519'
        ? shares(talk, link, post)
        : capsule(talk, link, post);
  }
}

interface Exchange {
  readonly group: ShareGroup;
  secretOf(coins: Uint8Array): Uint8Array;
  publicOf(secret: Uint8Array): Uint8Array;
  shared(secret: Uint8Array, theirs: Uint8Array): Uint8Array;
}

/** Secrets and values as bytes, so that both kinds are said and kept alike. */
export function exchangeIn(group: ShareGroup, kit: TrustKit | null): Exchange {
  if (group === 'x25519') {
    if (kit === null) throw new Error('X25519 is not loaded');
    const { publicOf, shared } = kit.x25519;
    return { group, secretOf: (coins) => coins.slice(0, 32), publicOf, shared };
  }
  const small = toyGroup(group);
  const read = (bytes: Uint8Array) => fromBytes(small, bytes);
  return {
    group,
    secretOf: (coins) => toBytes(small, toySecret(small, coins)),
    publicOf: (secret) => toBytes(small, toyPublic(small, read(secret))),
    shared: (secret, theirs) => toBytes(small, toyShared(small, read(secret), read(theirs))),
  };
}

function shares(talk: Talk, link: TalkLink, post: Post): Agreed | null {
  const { config, kit } = talk;
  const exchange = exchangeIn(talk.means === 'x25519' ? 'x25519' : config.rndl.groupBits, kit);
  const [alice, bob] = PARTIES.map((as) => {
    const secret = exchange.secretOf(coins(talk, link.ends[as], 'exchange-secret', 64));
    return { secret, value: exchange.publicOf(secret) };
  }) as [Half, Half];
  if (!post(link, 'alice', [share(exchange.group, alice.value)], true)) return null;
  if (!post(link, 'bob', [share(exchange.group, bob.value)], true)) return null;
  return {
    own: { alice: alice.secret, bob: bob.secret },
    shared: {
      alice: exchange.shared(alice.secret, bob.value),
      bob: exchange.shared(bob.secret, alice.value),
    },
    transcript: joined(alice.value, bob.value),
  };
}

interface Half {
  readonly secret: Uint8Array;
  readonly value: Uint8Array;
}

const PARTIES: readonly Party[] = ['alice', 'bob'];

function share(group: ShareGroup, value: Uint8Array): Draft {
  const content = { kind: 'share', group, value } as const;
  return { kind: 'share', step: 1, range: null, body: shareBody(group, value), content, after: 0 };
}

function capsule(talk: Talk, link: TalkLink, post: Post): Agreed | null {
  if (talk.kit === null) throw new Error('ML-KEM is not loaded');
  const { kem } = talk.kit;
  const { alice, bob } = link.ends;
  const keys = kem.keys(coins(talk, alice, 'capsule-key', 64));
  if (!post(link, 'alice', [half('capsule-key', keys.publicKey)], true)) return null;
  const message = coins(talk, bob, 'capsule-message', 32);
  const { ciphertext, secret } = kem.encapsulate(keys.publicKey, message);
  if (!post(link, 'bob', [half('capsule', ciphertext)], true)) return null;
  return {
    own: { alice: keys.secretKey, bob: message },
    shared: { alice: kem.decapsulate(ciphertext, keys.secretKey), bob: secret },
    transcript: joined(keys.publicKey, ciphertext),
  };
}

function half(kind: 'capsule-key' | 'capsule', body: Uint8Array): Draft {
  const content = { kind, length: body.length };
  return { kind, step: 1, range: null, body: [body], content, after: 0 };
}

function coins({ config }: Talk, end: End, label: string, length: number): Uint8Array {
  return bytesAt(openStream(runKey(config.seed), `${streamName(end)}/${label}`), 0, length);
}

/** What was said, part after part; lengths follow from the method, so where one ends is never in doubt. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The session's key of each end, where letters alone make it. */
export function finish(link: TalkLink): void {
  const { agreed } = link;
  if (agreed === null) return;
  const key = (as: Party): Bits =>
    bitsOf(sessionKey(agreed.shared[as], agreed.transcript, SESSION_BITS), SESSION_BITS);
  link.final = { sender: key('alice'), receiver: key('bob') };
  link.reached = 'key';
}

/**
 * Both secrets into one key. `quantum`: the share of each end, packed; `shrunk`: how the light was
 * shrunk, as it was said, so that the key belongs to this light as well.
 */
export function mixed(
  { shared, transcript: capsule }: Agreed,
  quantum: Readonly<Record<Party, Uint8Array>>,
  shrunk: Uint8Array,
): NonNullable<TalkLink['final']> {
  const transcript = joined(capsule, shrunk);
  const key = (as: Party) =>
    bitsOf(combinedKey(shared[as], quantum[as], transcript, SESSION_BITS), SESSION_BITS);
  return { sender: key('alice'), receiver: key('bob') };
}
