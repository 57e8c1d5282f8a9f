/**
 * Before any photon: each end proves who it is, and a method with a shared key gets its key from an
 * ML-KEM exchange that both sign. Where sealing is misused, a few sealed greetings follow, as when a
 * restarted box begins to count again; Eve lets them pass and learns from them.
 * Source for the exchange: FIPS 203; for the danger of a repeated mask: Joux, comments on NIST GCM (2006).
 */
import { fingerprintOf } from '../../core/authentication/fingerprint.ts';
import { hashKeyCandidates, maskOf } from '../../core/authentication/recover.ts';
import { bytesAt, openStream, runKey, utf8 } from '../../core/random/streams.ts';
import { addresseeOf } from '../channels/letters.ts';
import { repeatsMasks, signs } from '../sealing-traits.ts';
import type { Party } from '../trust/contract.ts';
import type { TrustKit } from '../trust/kit.ts';
import { type SealingKey, sealingKeyFrom } from '../trust/pre-shared-key.ts';
import type { Draft, Post } from './post.ts';
import { type End, streamName, type Talk, type TalkLink } from './talk.ts';

const PARTIES: readonly Party[] = ['alice', 'bob'];

export function introduce(talk: Talk, post: Post): void {
  const { config, links } = talk;
  const relayed = repeatsMasks(config) && links.length > 1;
  // To learn a repeated mask Eve first lets the two really talk to each other.
  const pairs = relayed ? [relayOf(links)] : inOrder(talk);
  if (talk.registered !== null) {
    for (const link of pairs) if (!link.over) settle(talk, link, post);
  }
  if (!repeatsMasks(config)) return;
  const heard = pairs.flatMap((link) => (link.over ? [] : greet(talk, link, post)));
  if (relayed) learn(talk, heard);
}

/** Links in the order in which Eve answers their ends. */
export function inOrder({ config, links }: Talk): readonly TalkLink[] {
  return config.eve.forgesTo === 'bob' ? [...links].reverse() : links;
}

/** Alice's own end and Bob's own end, with Eve passing every letter on as it is. */
function relayOf([near, far]: readonly TalkLink[]): TalkLink {
  return { ...near!, ends: { alice: near!.ends.alice, bob: far!.ends.bob }, relayedTo: far! };
}

/** Introductions both ways, and for a method with a shared key the signed key exchange with them. */
function settle(talk: Talk, link: TalkLink, post: Post): void {
  const kit = talk.kit!;
  if (signs(talk.config)) {
    for (const from of PARTIES) {
      if (!post(link, from, [introduction(talk, link, from)], false)) return;
    }
    return;
  }
  const { alice, bob } = link.ends;
  const keys = kit.kem.keys(coins(talk, alice, 'ml-kem-key', 64));
  const key = kemDraft('kem-key', keys.publicKey);
  if (!post(link, 'alice', [introduction(talk, link, 'alice'), key], true)) return;
  const { ciphertext, secret } = kit.kem.encapsulate(
    keys.publicKey,
    coins(talk, bob, 'ml-kem-message', 32),
  );
  const answer = kemDraft('kem-ciphertext', ciphertext);
  if (!post(link, 'bob', [introduction(talk, link, 'bob'), answer], true)) return;
  const transcript = transcriptOf(kit, link, keys.publicKey, ciphertext);
  fill(talk, alice, kit.kem.decapsulate(ciphertext, keys.secretKey), transcript);
  fill(talk, bob, secret, transcript);
}

function coins({ config }: Talk, end: End, label: string, length: number): Uint8Array {
  return bytesAt(openStream(runKey(config.seed), `${streamName(end)}/${label}`), 0, length);
}

/** Shown, judged by the other end from the bytes alone, and, if believed, what letters are checked with. */
function introduction(talk: Talk, link: TalkLink, from: Party): Draft {
  const end = link.ends[from];
  const reader = link.ends[addresseeOf(from)];
  const { body, credentials } = end.standing!.introduction;
  const judged = talk.registered!.check(body, from);
  const { publicKey, scheme } = judged;
  if (publicKey !== null && scheme !== null) reader.proof?.trust({ publicKey, scheme });
  talk.introductions.push({
    link: link.index,
    of: from,
    writtenBy: end.actor,
    credentials,
    judged,
  });
  const content = {
    kind: 'introduction',
    of: from,
    introduction: talk.introductions.length - 1,
    accepted: judged.accepted,
  } as const;
  return { kind: 'introduction', step: 1, range: null, body: [body], content, after: 0 };
}

function kemDraft(kind: 'kem-key' | 'kem-ciphertext', body: Uint8Array): Draft {
  return {
    kind,
    step: 1,
    range: null,
    body: [body],
    content: { kind, length: body.length },
    after: 0,
  };
}

/** All that was said, so that a key belongs to one conversation. */
function transcriptOf(
  kit: TrustKit,
  { ends }: TalkLink,
  publicKey: Uint8Array,
  ciphertext: Uint8Array,
): Uint8Array {
  const digest = kit.openDigest();
  for (const as of PARTIES) digest.update(ends[as].standing!.introduction.body);
  digest.update(publicKey);
  digest.update(ciphertext);
  return digest.digest();
}

function fill(talk: Talk, end: End, secret: Uint8Array, transcript: Uint8Array): void {
  const { authentication } = talk.config;
  const store = talk.kit!.kem.expand(secret, transcript, authentication.preSharedBits);
  arm(end, sealingKeyFrom(store, authentication));
}

function arm(end: End, key: SealingKey): void {
  end.key = key;
  end.desk = end.main;
  end.main.rekey(key);
}

interface Heard {
  readonly from: Party;
  readonly text: Uint8Array;
  readonly tag: Uint8Array;
}

const GREETINGS: Readonly<Record<Party, readonly string[]>> = {
  alice: ['Alice here, 1.', 'Are you there?'],
  bob: ['Bob here, 1.', 'Line is fine.'],
};

/** Two short sealed letters each way, under a mask or nonce that comes twice. */
function greet(talk: Talk, link: TalkLink, post: Post): Heard[] {
  const heard: Heard[] = [];
  for (const from of PARTIES) {
    for (const text of GREETINGS[from]) {
      const draft: Draft = {
        kind: 'greeting',
        step: 1,
        range: null,
        body: [utf8(text)],
        content: { kind: 'greeting', text },
        after: 0,
      };
      if (!post(link, from, [draft], true)) return heard;
      const seal = talk.letters.findLast(({ claimedFrom }) => claimedFrom === from)?.seal;
      if (seal) heard.push({ from, text: post.lastBytes(), tag: seal.tag });
    }
  }
  return heard;
}

/**
 * Two tags under one mask give the hash key as a root of a polynomial; the other direction's pair says
 * which root. With the hash key any tag gives its mask, and Eve seals like an owner.
 */
function learn(talk: Talk, heard: readonly Heard[]): void {
  const pairs = PARTIES.map((party) => heard.filter(({ from }) => from === party));
  const [alice, bob] = pairs;
  if (alice?.length !== 2 || bob?.length !== 2) return;
  const roots = hashKeyCandidates(alice[0]!, alice[1]!);
  const others = hashKeyCandidates(bob[0]!, bob[1]!).map((root) => root.join());
  const hash = roots.find((root) => others.includes(root.join()));
  if (hash === undefined) return;
  const masks = {
    alice: maskOf(hash, alice[0]!.text, alice[0]!.tag),
    bob: maskOf(hash, bob[0]!.text, bob[0]!.tag),
  };
  talk.recovered = fingerprintOf(hash);
  for (const { ends } of talk.links) {
    for (const end of Object.values(ends)) {
      if (end.actor !== 'eve') continue;
      arm(end, {
        fingerprint: null,
        bits: 0,
        upFront: 0,
        perSeal: 0,
        hash,
        second: null,
        hmac: new Uint8Array(32),
        mask: (direction) => masks[direction],
        masks: () => Number.POSITIVE_INFINITY,
      });
    }
  }
}
