/** What a round of a lifecycle is: the circumstances that events made, and a session's configuration. */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8 } from '../../core/random/streams.ts';
import type { LifecycleEventName, RunConfig } from '../config.ts';

/** What is true before a round because of the events so far. */
export interface Circumstances {
  readonly eve: boolean;
  readonly jammed: boolean;
  /** The start-up's seals can be forged, or its anchor has given way. */
  readonly anchorBroken: boolean;
  /** Somebody reads the boxes. */
  readonly readOut: boolean;
}

const SWITCHES: Readonly<
  Record<LifecycleEventName, { readonly name: keyof Circumstances; readonly on: boolean }>
> = {
  'authentication-broken': { name: 'anchorBroken', on: true },
  'trust-anchor-broken': { name: 'anchorBroken', on: true },
  'endpoint-compromised': { name: 'readOut', on: true },
  'endpoint-restored': { name: 'readOut', on: false },
  'eve-arrives': { name: 'eve', on: true },
  'eve-leaves': { name: 'eve', on: false },
  'jam-starts': { name: 'jammed', on: true },
  'jam-stops': { name: 'jammed', on: false },
};

export function circumstancesAt({ lifecycle }: RunConfig, round: number): Circumstances {
  const now = { eve: false, jammed: false, anchorBroken: false, readOut: false };
  for (const { round: from, event } of lifecycle.events) {
    const { name, on } = SWITCHES[event];
    if (from <= round) now[name] = on;
  }
  return now;
}

/** A round has a seed of its own, so its photons are the same whatever happened before. */
function roundSeed(seed: RunConfig['seed'], label: string): number {
  const digest = sha256(utf8(`light-and-letters/lifecycle/1/${seed}/${label}`));
  return new DataView(digest.buffer, digest.byteOffset).getUint32(0);
}

/** How the start-up's anchor gives way when an event breaks it and the configuration names no way. */
const GIVES_WAY = {
  'pre-shared-key': 'key-leaked',
  pki: 'private-key-stolen',
  'web-of-trust': 'introducers-collude',
} as const;

/** The session that a round is, as a configuration of its own. */
export function roundConfig(
  config: RunConfig,
  round: number,
  sealedBy: 'anchor' | 'pool',
): RunConfig {
  const now = circumstancesAt(config, round);
  const { authentication } = config;
  // What the configuration calls broken is so from the start; an event breaks it from its round on.
  const givesWay = now.anchorBroken ? GIVES_WAY[authentication.trustAnchor] : 'none';
  const broken = authentication.broken === 'none' ? givesWay : authentication.broken;
  return {
    ...config,
    scenario: 'link',
    seed: roundSeed(config.seed, `round/${round}`),
    // Nothing arrives on a jammed line.
    channel: now.jammed ? { ...lineOf(config), lossDb: 100 } : config.channel,
    eve: now.eve ? config.eve : { ...config.eve, attack: 'none' },
    authentication:
      sealedBy === 'anchor' ? { ...authentication, broken } : fromPool(authentication),
    use: { ...config.use, cipher: 'none' },
  };
}

function lineOf({ channel }: RunConfig): { readonly flipProbability: number } {
  return { flipProbability: channel.flipProbability };
}

/** Seals of a running link rest on the pool alone; a signature gives way to Wegman–Carter there. */
export function fromPool(authentication: RunConfig['authentication']): RunConfig['authentication'] {
  const { method, tagBits } = authentication;
  const signed = method === 'ed25519' || method === 'ml-dsa-65';
  return {
    ...authentication,
    method: signed ? 'wegman-carter' : method,
    tagBits: signed ? 128 : (tagBits ?? 128),
    trustAnchor: 'pre-shared-key',
    broken: 'none',
    fault: 'none',
  };
}
