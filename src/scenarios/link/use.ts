/**
 * Use: the new key first refills what the seals took, then protects one message. Every key bit is used
 * once: the front refills, the next bits go to the message.
 * Sources: Shannon, Bell Syst. Tech. J. 28 (1949) 656, for the pad; NIST SP 800-38D for AES-GCM.
 */
import { type Bits, bitOf, bytesOf } from '../../core/bits/bits.ts';
import { openEnvelope, sealEnvelope } from '../../core/ciphers/aes-gcm.ts';
import { oneTimePad } from '../../core/ciphers/one-time-pad.ts';
import { utf8 } from '../../core/random/streams.ts';
import type { RunConfig } from '../config.ts';
import type { Party } from '../trust/contract.ts';
import { refilled } from '../trust/pre-shared-key.ts';
import type { Draft, Post } from './post.ts';
import { spentAt } from './spent.ts';
import type { Talk, TalkLink } from './talk.ts';

const AES_BITS = 256;

export function use(talk: Talk, link: TalkLink, post: Post): void {
  const { config } = talk;
  const { cipher, message, sealed } = config.use;
  const key = link.final!;
  const spent = Math.max(spentAt(link.ends.alice, config), spentAt(link.ends.bob, config));
  const refill = Math.min(key.sender.length, spent);
  refillEnd(link, 'alice', part(key.sender, 0, refill));
  refillEnd(link, 'bob', part(key.receiver, 0, refill));
  const text = textOf(talk, link);
  const left = key.sender.length - refill;
  const base = {
    refilled: refill,
    cipher,
    message,
    spent: 0,
    left,
    ciphertext: null,
    altered: false,
    accepted: false,
    read: null,
  };
  link.use = base;
  if (cipher === 'none' || text === null) return;
  const needed = cipher === 'aes-256-gcm' ? AES_BITS : text.length * 8;
  if (needed > left) return;
  const keys = {
    sender: bytesOf(part(key.sender, refill, refill + needed)),
    receiver: bytesOf(part(key.receiver, refill, refill + needed)),
  };
  const written = close(cipher, keys.sender, text);
  // Who ends the session herself has no need to change it on the way.
  const altered = !sealed && talk.links.length === 1;
  const delivered = altered ? flipped(written, text) : written;
  const draft: Draft = {
    step: 5,
    range: null,
    after: link.plan.pulses,
    kind: 'envelope',
    body: [delivered],
    content: { kind: 'envelope', cipher, ciphertext: delivered, altered },
  };
  const passed = sealed ? post(link, 'alice', [draft], true) : post.bare(link, 'alice', draft);
  const read = passed ? open(cipher, keys.receiver, delivered) : null;
  link.use = {
    ...base,
    spent: needed,
    left: left - needed,
    ciphertext: delivered,
    altered,
    accepted: read !== null,
    read,
  };
}

/** What there is to send. Eve in the middle has what she read on her link with Alice, or nothing. */
function textOf({ config, links }: Talk, { ends }: TalkLink): Uint8Array | null {
  return ends.alice.actor === 'eve' ? (links[0]?.use?.read ?? null) : utf8(config.use.message);
}

function refillEnd(link: TalkLink, as: Party, fresh: Bits): void {
  const end = link.ends[as];
  if (end.key === null || fresh.length === 0) return;
  end.key = refilled(end.key, fresh);
  end.desk.rekey(end.key);
}

function part(bits: Bits, from: number, to: number): Bits {
  const words = new Uint32Array((to - from + 31) >>> 5);
  for (let i = from; i < to; i++) {
    const at = i - from;
    words[at >>> 5] = words[at >>> 5]! | (bitOf(bits, i) << (at & 31));
  }
  return { length: to - from, words };
}

type Cipher = Exclude<RunConfig['use']['cipher'], 'none'>;

/** The session's key is used for one envelope only, so one nonce does. */
const under = (key: Uint8Array) => ({ key, nonce: new Uint8Array(12), aad: new Uint8Array(0) });

function close(cipher: Cipher, key: Uint8Array, text: Uint8Array): Uint8Array {
  return cipher === 'aes-256-gcm' ? sealEnvelope(text, under(key)) : oneTimePad(text, key);
}

function open(cipher: Cipher, key: Uint8Array, envelope: Uint8Array): Uint8Array | null {
  return cipher === 'aes-256-gcm' ? openEnvelope(envelope, under(key)) : oneTimePad(envelope, key);
}

/**
 * Eve turns over the lowest bit of one byte. She cannot read it; she knows the form of such messages,
 * so she aims at the first digit if there is one: an hour, a sum.
 */
function flipped(ciphertext: Uint8Array, text: Uint8Array): Uint8Array {
  const digit = text.findIndex((byte) => byte >= 0x30 && byte <= 0x39);
  const at = Math.max(0, digit);
  return ciphertext.map((byte, i) => (i === at ? byte ^ 1 : byte));
}
