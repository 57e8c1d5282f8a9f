/**
 * What Eve makes of a delivery. Whatever she opens she opens with a key she got somewhere, tried on the
 * recorded envelope: from an exposed hop, from the memory that a corrupt insider hands over, or because
 * she held the link's key from the start. The number on the open card tells her which key.
 */
import { unframed } from '../../core/authentication/frames.ts';
import type { Bits } from '../../core/bits/bits.ts';
import { discreteLog } from '../../core/establishment/discrete-log.ts';
import { bytesAt, openStream, runKey } from '../../core/random/streams.ts';
import type { RunConfig, Seed } from '../config.ts';
import { carry, hopBytes, kemOracle, openHop } from '../hop/hop.ts';
import { textOf } from '../knowledge/utf8-text.ts';
import type { DeliveryHop } from '../run.ts';
import type { TrustKit } from '../trust/kit.ts';
import { type Conversation, type Delivered, keysIn } from './conversation.ts';
import { open } from './envelope.ts';
import { keyAt } from './kme/kme.ts';
import { SITES } from './site.ts';

export interface Recorded {
  readonly config: RunConfig;
  /** Of this repeat. */
  readonly seed: Seed;
  readonly conversation: Conversation;
  /** Null when nothing was sent. */
  readonly envelope: Uint8Array | null;
}

/** The hops of site A, from the light upwards; an exposed one is recorded, and attacked. */
export function hopsOf(
  { config, seed, conversation }: Recorded,
  kit: TrustKit | null,
): readonly { readonly hop: DeliveryHop; readonly read: Uint8Array | null }[] {
  return SITES[config.delivery.wall].hops.map(({ between, state }) => {
    if (state !== 'exposed') {
      return { hop: { between, state, recorded: 0, opened: null, steps: null }, read: null };
    }
    const { record, read, steps } = overTheLine(conversation.atHop, { config, seed, kit });
    const recorded = hopBytes(record);
    return { hop: { between, state, recorded, opened: read !== null, steps }, read };
  });
}

/** The key in what she read of a hop. */
export function keyFromHop(read: Uint8Array | null, { card }: Conversation): Delivered | null {
  const parts = read ? (unframed(read, MOST_LINES) ?? []) : [];
  // Requests and answers take turns; only answers hold keys.
  const answers = parts.filter((_, i) => i % 2 === 1).map((part) => JSON.parse(textOf(part)));
  return answers.flatMap(keysIn).find(({ keyId }) => keyId === card[0]) ?? null;
}

const MOST_LINES = 1000;

/** The key in the store's memory as it was cut, which whoever has access there can hand over. */
export function keyFromInside({ cut }: Conversation): Delivered | null {
  return cut && { keyId: cut.first.keyId, key: keyAt(cut.kme.stream, cut.first) };
}

/** The key out of the link's own, if she holds that; `used`: bits at its front that serve something else. */
export function keyFromLink(
  { cut }: Conversation,
  linkKey: { readonly bits: Bits; readonly used: number } | null,
): Delivered | null {
  if (cut === null || linkKey === null) return null;
  const { keyId, from, size } = cut.first;
  return { keyId, key: keyAt(linkKey.bits, { from: linkKey.used + from, size }) };
}

export function opens({ envelope }: Recorded, key: Delivered | null): boolean {
  return envelope !== null && key !== null && open(envelope, key) !== null;
}

function overTheLine(
  payload: Uint8Array,
  {
    config,
    seed,
    kit,
  }: { readonly config: RunConfig; readonly seed: Seed; readonly kit: TrustKit | null },
) {
  const { delivery, rndl } = config;
  const key = runKey(seed);
  const coins = (label: string, length: number) =>
    bytesAt(openStream(key, `delivery.hop/${label}`), 0, length);
  // The smallest group: the whole is repeated hundreds of times.
  const record = carry(payload, { protection: delivery.hop, groupBits: 32, coins, kit });
  let steps: number | null = null;
  const read = openHop(record, {
    discreteLog: rndl.qDay
      ? (group, share) => {
          const hers = bytesAt(openStream(key, 'eve.delivery/search'), 0, 32);
          const search = discreteLog(group, share, { coins: hers });
          steps = search.steps;
          return search.log;
        }
      : null,
    mlKemSecret: rndl.whatIf.includes('ml-kem-broken') ? kemOracle({ coins, kit }) : null,
  });
  return { record, read, steps: steps as number | null };
}
