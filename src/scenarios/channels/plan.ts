/** How a configuration becomes the light of its links. */
import { decibelsToTransmittance } from '../../core/elementary/exponential.ts';
import type { ExchangeStreams } from '../../core/optics/exchange.ts';
import { thresholdOf } from '../../core/random/events.ts';
import { bytesAt, openStream, publicKeyOf, runKey } from '../../core/random/streams.ts';
import { attacks } from '../attacks/index.ts';
import type { ChannelConfig, RunConfig } from '../config.ts';
import type { Ends } from '../receipt.ts';
import { ADDRESSED_BY_PULSE, type BeyondPlan, fullLight, needsFullLight } from './light-kit.ts';
import type { LinkPlan } from './link-plan.ts';
import type { Tampering } from './tampering.ts';

/** Detection probability below which listing detections is faster than going through every pulse. */
const LISTED_BELOW = thresholdOf(0.25);

export function transmittanceOf(channel: ChannelConfig): number {
  return decibelsToTransmittance(
    'lossDb' in channel ? channel.lossDb : channel.lengthKm * channel.lossDbPerKm,
  );
}

/** One plan, or two when the attack splits the link: Alice–Eve and Eve–Bob. */
export function planLinks(config: RunConfig): readonly LinkPlan[] {
  if (!attacks[config.eve.attack].splitsLink) {
    return [plan(config, ['alice', 'bob'], { sender: 'alice', receiver: 'bob', line: 'fibre' })];
  }
  // Eve imitates the line she replaces, so both ends see the loss and the noise they expect.
  return [
    plan(config, ['alice', 'eve'], { sender: 'alice', receiver: 'eve.as-bob', line: 'fibre.near' }),
    plan(config, ['eve', 'bob'], { sender: 'eve.as-alice', receiver: 'bob', line: 'fibre' }),
  ];
}

interface Names {
  readonly sender: string;
  readonly receiver: string;
  readonly line: string;
}

const HONEST: Tampering = { blinding: null, blocks: null, shift: null, reads: null };
const PLAIN = {
  weak: null,
  tampering: HONEST,
  lostTampering: HONEST,
  mismatch: null,
  deadTime: null,
} as const;

function plan(config: RunConfig, ends: Ends, names: Names): LinkPlan {
  const key = runKey(config.seed);
  const { exchange, detector, eve, estimation } = config;
  const line = transmittanceOf(config.channel);
  const transmittance = line * detector.efficiency;
  const beyond = needsFullLight(config)
    ? fullLight().plan(config, { key, names, line, transmittance })
    : null;
  const { weak, arrival, tampering, lostTampering, mismatch, deadTime }: BeyondPlan = beyond ?? {
    ...PLAIN,
    arrival: thresholdOf(transmittance),
  };
  const plain = exchange.prepare === 'random' && exchange.measure === 'random';
  const tap = attacks[eve.attack].tap(eve, exchange.announce);
  const sampleSeed = bytesAt(openStream(key, `${names.sender}/sample-seed`), 0, 16);
  return {
    ends,
    announce: exchange.announce,
    pulses: exchange.photons,
    odds: {
      rectilinear: thresholdOf(exchange.basisBias),
      flip: weak === null ? thresholdOf(config.channel.flipProbability) : 0,
      arrival,
      dark: thresholdOf(detector.darkCountProbability),
      tap: tap && { fraction: thresholdOf(tap.fraction), basis: tap.basis },
    },
    streams: openStreams(key, names, ''),
    lostStreams: openStreams(key, names, '/lost'),
    weak,
    tampering,
    lostTampering,
    mismatch,
    deadTime,
    listed: plain && exchange.photons > ADDRESSED_BY_PULSE && arrival < LISTED_BELOW,
    angled: plain ? null : { prepared: exchange.prepare, asked: exchange.measure },
    sampleSeed,
    sample: openStream(publicKeyOf('sample', sampleSeed), 'sample'),
    sampleThreshold: thresholdOf(estimation.sampleFraction),
    guess: openStream(key, 'eve/guess'),
  };
}

/** Labels are actor/purpose; a switch that adds an actor adds streams and leaves the others alone. */
function openStreams(
  key: Int32Array,
  { sender, receiver, line }: Names,
  suffix: string,
): ExchangeStreams {
  const open = (label: string) => openStream(key, label + suffix);
  return {
    sentBit: open(`${sender}/bit`),
    sentBasis: open(`${sender}/basis`),
    tapActs: open('eve.intercept-resend/choose'),
    tapBasis: open('eve.intercept-resend/basis'),
    tapCoin: open('eve.intercept-resend/outcome'),
    askedBasis: open(`${receiver}/basis`),
    receiverCoin: open(`${receiver}/outcome`),
    arrival: open(`${line}/arrival`),
    flip: open(`${line}/flip`),
    darkZero: open(`${receiver}/dark-0`),
    darkOne: open(`${receiver}/dark-1`),
    double: open(`${receiver}/double-click`),
  };
}
