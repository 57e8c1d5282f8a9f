/** A chain as configurations: who stands in it, and the link that each hop is. */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8 } from '../../core/random/streams.ts';
import type { ChannelConfig, RunConfig } from '../config.ts';

/** From Alice to Bob: `alice`, `relay-1`, …, `bob`. */
export function boxesOf({ relay }: Pick<RunConfig, 'relay'>): string[] {
  return ['alice', ...Array.from({ length: relay.nodes }, (_, i) => `relay-${i + 1}`), 'bob'];
}

/**
 * The link that a hop is, as a configuration of its own; hop 0 begins at Alice. Each has an equal part
 * of the line, and light, letters and sealing key of its own. Eve acts on the first hop alone.
 */
export function hopConfig(config: RunConfig, hop: number): RunConfig {
  const { seed, channel, relay, eve, use } = config;
  return {
    ...config,
    scenario: 'link',
    seed: hopSeed(seed, hop),
    channel: partOf(channel, relay.nodes + 1),
    eve: hop === 0 ? eve : { ...eve, attack: 'none' },
    // What a hop's key is used for is the next node's key.
    use: { ...use, cipher: 'none' },
  };
}

function hopSeed(seed: RunConfig['seed'], hop: number): number {
  const digest = sha256(utf8(`light-and-letters/relay/1/${seed}/hop/${hop}`));
  return new DataView(digest.buffer, digest.byteOffset).getUint32(0);
}

function partOf(channel: ChannelConfig, hops: number): ChannelConfig {
  return 'lossDb' in channel
    ? { ...channel, lossDb: channel.lossDb / hops }
    : { ...channel, lengthKm: channel.lengthKm / hops };
}

export function lossOf(channel: ChannelConfig): number {
  return 'lossDb' in channel ? channel.lossDb : channel.lengthKm * channel.lossDbPerKm;
}
