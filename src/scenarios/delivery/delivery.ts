/**
 * Keys on their way to their users. The link is really run, its accepted keys fill a key manager at each
 * site, the applications fetch one by its number, and A sends B an envelope under it. Eve has recorded
 * what crossed outside the wall, and some of the people inside may be hers; what she opens is tried.
 */
import type { Bits } from '../../core/bits/bits.ts';
import { hex } from '../../core/bits/hex.ts';
import { sessionOf } from '../channels/letters.ts';
import type { RunConfig, Seed } from '../config.ts';
import { runSession, type Session, type Surroundings } from '../execute.ts';
import { textOf } from '../knowledge/utf8-text.ts';
import type { DeliveryHop, DeliveryRepeat, DeliveryRun } from '../run.ts';
import { type Conversation, deliver, SAES } from './conversation.ts';
import { close, open } from './envelope.ts';
import { hopsOf, keyFromHop, keyFromInside, keyFromLink, opens, type Recorded } from './eve.ts';
import { type Kme, openKme } from './kme/kme.ts';
import { corruptInsiders, SITES } from './site.ts';

export function runDelivery(config: RunConfig, surroundings: Surroundings = {}): DeliveryRun {
  const { repeats, wall } = config.delivery;
  const first = executed(config, 0, surroundings);
  const records: DeliveryRepeat[] = [first.record];
  let opened = first.opened ? 1 : 0;
  for (let repeat = 1; repeat < repeats; repeat++) {
    surroundings.onProgress?.({ pulsesDone: repeat, pulses: repeats, step: 5 });
    const next = executed(config, repeat, surroundings);
    records.push(next.record);
    if (next.opened) opened++;
  }
  surroundings.onProgress?.({ pulsesDone: repeats, pulses: repeats, step: 5 });
  const { session, conversation, hops, envelope, read } = first;
  const { messages, a, b } = conversation;
  return {
    config,
    link: session.run,
    messages,
    hops,
    repeats: records,
    envelope,
    read,
    receipt: {
      ...session.run.receipt,
      config,
      delivery: {
        exposedHops: hops.filter(({ state }) => state === 'exposed').length,
        insiders: SITES[wall].insiders,
        openedShare: opened / repeats,
        sameKey: same(a, b),
        messages,
      },
    },
  };
}

interface Executed {
  readonly session: Session;
  readonly conversation: Conversation;
  readonly hops: readonly DeliveryHop[];
  readonly envelope: Uint8Array | null;
  readonly read: string | null;
  readonly record: DeliveryRepeat;
  readonly opened: boolean;
}

function executed(config: RunConfig, repeat: number, surroundings: Surroundings): Executed {
  const seed = repeat === 0 ? config.seed : `${config.seed}/repeat-${repeat}`;
  const { onProgress, kit = null } = surroundings;
  const alone = config.delivery.repeats === 1;
  const session = runSession(linkConfig(config, seed), {
    kit,
    byBound: repeat > 0,
    ...(alone && onProgress && { onProgress }),
  });
  const conversation = deliver(config, kmesOf(session, seed));
  const [ours, theirs] = [conversation.a[0], conversation.b[0]];
  const envelope = ours ? close(config.use.message, ours) : null;
  const read = envelope && theirs ? open(envelope, theirs) : null;
  const recorded: Recorded = { config, seed, conversation, envelope };
  const hops = hopsOf(recorded, kit);
  const corrupt = corruptInsiders(config, repeat);
  const openedBy = {
    hop: hops.some((hop) => opens(recorded, keyFromHop(hop.read, conversation))),
    insider: corrupt.length > 0 && opens(recorded, keyFromInside(conversation)),
    // Who held the link's key needs neither.
    link: opens(recorded, keyFromLink(conversation, linkKeyOfEve(session))),
  };
  return {
    session,
    conversation,
    hops: hops.map(({ hop }) => hop),
    envelope,
    read: read && textOf(read),
    record: { corrupt, sent: envelope !== null, openedBy },
    opened: openedBy.hop || openedBy.insider || openedBy.link,
  };
}

/** The session that fills the stores; the message is not its own but the applications'. */
function linkConfig(config: RunConfig, seed: Seed): RunConfig {
  return { ...config, scenario: 'link', seed, use: { ...config.use, cipher: 'none' } };
}

/** What each device accepted, less what its seals took back, is its key store's. */
function kmesOf({ run, keys }: Session, seed: Seed): { a: Kme; b: Kme } {
  const session = hex(sessionOf(seed));
  const store = (id: string, peer: string, key: Bits | null, used: number) => ({
    id,
    peer,
    session,
    key,
    used,
  });
  const [usedNear, usedFar] = [run.links[0], run.links.at(-1)].map(
    (link) => link?.use?.refilled ?? 0,
  );
  return {
    a: openKme({
      ...store('kme-a', 'kme-b', keys.alice, usedNear!),
      saes: SAES.a,
      peerSaes: SAES.b,
    }),
    b: openKme({ ...store('kme-b', 'kme-a', keys.bob, usedFar!), saes: SAES.b, peerSaes: SAES.a }),
  };
}

/** The key of the link whose end at site A is Alice, if Eve has all of it. */
function linkKeyOfEve({ run, keys }: Session) {
  const shared = keys.eve.find(({ sharedWith }) => sharedWith === 'alice');
  return shared ? { bits: shared.bits, used: run.links[0]?.use?.refilled ?? 0 } : null;
}

/** Whether both applications hold the same keys under the same numbers, and any at all. */
function same(a: Conversation['a'], b: Conversation['b']): boolean {
  if (a.length === 0 || a.length !== b.length) return false;
  return a.every(({ keyId, key }, i) => {
    const theirs = b[i]!;
    return keyId === theirs.keyId && key.every((byte, at) => byte === theirs.key[at]);
  });
}
