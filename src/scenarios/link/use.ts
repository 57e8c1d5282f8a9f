/**
 * Use: the new key first refills what the seals took, then protects one message. Every key bit is used
 * once: the front refills, the next bits go to the message.
 * Sources: Shannon, Bell Syst. Tech. J. 28 (1949) 656, for the pad; NIST SP 800-38D for AES-GCM.
 */
import { type Bits, bitOf, bytesOf } from '../../core/bits/bits.ts';
import { utf8 } from '../../core/random/streams.ts';
import { shrinkBody } from '../channels/letters.ts';
import type { Party } from '../trust/contract.ts';
import { refilled as withFresh } from '../trust/pre-shared-key.ts';
import { joined, mixed, QUANTUM_SHARE_BITS, sendsLight } from './agree.ts';
import { decision } from './decision.ts';
import { close, keyBitsFor, open } from './envelope.ts';
import type { Draft, Post } from './post.ts';
import { spentAt } from './spent.ts';
import type { Talk, TalkLink } from './talk.ts';

export function use(talk: Talk, link: TalkLink, post: Post): void {
  const { config } = talk;
  const { cipher, message, sealed } = config.use;
  const refill = refilled(talk, link);
  if (talk.means === 'hybrid' && !mix(link, refill)) {
    post(link, 'alice', [decision('nothing-left', 4, link)], true);
    return;
  }
  const key = link.final!;
  // A mixed key begins after what the seals took of the key of light.
  const from = link.quantum === null ? refill : 0;
  const text = textOf(talk, link);
  const left = key.sender.length - from;
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
  const needed = keyBitsFor(cipher, text);
  if (needed > left) return;
  const keys = {
    sender: bytesOf(part(key.sender, from, from + needed)),
    receiver: bytesOf(part(key.receiver, from, from + needed)),
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

/** New key bits pay for the seals first; a key that letters made is no such key. */
function refilled({ config, means }: Talk, link: TalkLink): number {
  if (!sendsLight(means)) return 0;
  const { sender, receiver } = link.final!;
  const spent = Math.max(spentAt(link.ends.alice, config), spentAt(link.ends.bob, config));
  const refill = Math.min(sender.length, spent);
  refillEnd(link, 'alice', part(sender, 0, refill));
  refillEnd(link, 'bob', part(receiver, 0, refill));
  return refill;
}

/** False: too short a key of light makes no hybrid key, as both ends can tell. */
function mix(link: TalkLink, from: number): boolean {
  const { sender, receiver } = link.final!;
  const to = from + QUANTUM_SHARE_BITS;
  if (to > sender.length || link.agreed === null) {
    link.final = null;
    link.reached = 'corrected';
    return false;
  }
  link.quantum = link.final;
  link.final = mixed(
    link.agreed,
    {
      alice: bytesOf(part(sender, from, to)),
      bob: bytesOf(part(receiver, from, to)),
    },
    saidOfShrinking(link),
  );
  return true;
}

/** Body of the letter that says how to shrink; empty where nothing was shrunk. */
function saidOfShrinking({ shrunk }: TalkLink): Uint8Array {
  if (shrunk === null) return new Uint8Array(0);
  const { budget, seed } = shrunk;
  return joined(...shrinkBody(budget.inputBits, budget.outputBits, seed));
}

/** What there is to send. Eve in the middle has what she read on her link with Alice, or nothing. */
function textOf({ config, links }: Talk, { ends }: TalkLink): Uint8Array | null {
  return ends.alice.actor === 'eve' ? (links[0]?.use?.read ?? null) : utf8(config.use.message);
}

function refillEnd(link: TalkLink, as: Party, fresh: Bits): void {
  const end = link.ends[as];
  if (end.key === null || fresh.length === 0) return;
  end.key = withFresh(end.key, fresh);
  end.desk.rekey(end.key);
}

export function part(bits: Bits, from: number, to: number): Bits {
  const words = new Uint32Array((to - from + 31) >>> 5);
  for (let i = from; i < to; i++) {
    const at = i - from;
    words[at >>> 5] = words[at >>> 5]! | (bitOf(bits, i) << (at & 31));
  }
  return { length: to - from, words };
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
