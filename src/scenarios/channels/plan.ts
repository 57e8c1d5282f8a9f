/**
 * The light of one link, fixed before the first pulse: thresholds, streams, and how its pulses are
 * addressed. Everything the kernel needs and nothing it could change.
 */
import { reflectedPhotons } from '../../core/decoys/side-channels.ts';
import { decibelsToTransmittance, exp } from '../../core/elementary/exponential.ts';
import type { Asked, Prepared } from '../../core/optics/angled.ts';
import type { DeadTime } from '../../core/optics/dead-time.ts';
import type { ExchangeOdds, ExchangeStreams } from '../../core/optics/exchange.ts';
import { thresholdOf } from '../../core/random/events.ts';
import {
  bytesAt,
  openStream,
  publicKeyOf,
  runKey,
  type Stream,
} from '../../core/random/streams.ts';
import { attacks } from '../attacks/index.ts';
import type { ChannelConfig, RunConfig } from '../config.ts';
import type { Ends } from '../receipt.ts';
import { blindingOf, chanceOfLight, type PulseCoin, type Tampering } from './tampering.ts';
import { thinned, type WeakSource, type WeakSourceStreams, weakSource } from './weak-source.ts';

export interface LinkPlan {
  readonly ends: Ends;
  readonly announce: RunConfig['exchange']['announce'];
  readonly pulses: number;
  /** For weak pulses the arrival of the signal, and no flip: those are the source's. */
  readonly odds: ExchangeOdds;
  readonly streams: ExchangeStreams;
  /** null: single photons. */
  readonly weak: WeakSource | null;
  /** What Eve does besides measuring. */
  readonly tampering: Tampering;
  /** null: both detectors are alike. Else the coins of the weaker one, and the threshold of a photon there. */
  readonly mismatch: {
    readonly stream: Stream;
    readonly seen: number;
    /** Bob's own coin for which detector stands for which result; null: always the same. */
    readonly gate: Stream | null;
  } | null;
  /** null: detectors are live again at once. */
  readonly deadTime: DeadTime | null;
  /** Coins of pulses without a detection, when coins are numbered by detection. */
  readonly lostStreams: ExchangeStreams;
  readonly lostTampering: Tampering;
  /** Coins are numbered by detection: large lossy runs, whose detections are listed. */
  readonly listed: boolean;
  /** Somebody uses an angle BB84 does not; then nothing is sifted. */
  readonly angled: { readonly prepared: Prepared; readonly asked: Asked } | null;
  /** Public seed of the test sample, and the coins made of it. */
  readonly sampleSeed: Uint8Array;
  readonly sample: Stream;
  readonly sampleThreshold: number;
  /** Eve's own coin for bits she knows nothing about. */
  readonly guess: Stream;
}

/** Pulses up to which every coin is numbered by its pulse, so that one switch compares exactly. */
const ADDRESSED_BY_PULSE = 1_000_000;

/** Detection probability below which listing detections is faster than going through every pulse. */
const LISTED_BELOW = thresholdOf(0.25);

export function transmittanceOf(channel: ChannelConfig): number {
  return decibelsToTransmittance(
    'lossDb' in channel ? channel.lossDb : channel.lengthKm * channel.lossDbPerKm,
  );
}

/**
 * Nothing of the light can make Eve certain of a bit: she measures midway between the bases, or she
 * cannot read which basis it was.
 */
export function isBlindfold({ odds, announce }: LinkPlan): boolean {
  return odds.tap?.basis === 'breidbart' || announce === 'hidden';
}

/** Somebody on the way comes to hold bits of single pulses. */
export function isWatched({ odds, weak, tampering }: LinkPlan): boolean {
  return (
    (odds.tap !== null && odds.tap.fraction > 0) ||
    (weak !== null && weak.splitting !== null) ||
    tampering.reads !== null
  );
}

/** Mean photon number, a pulse, that comes back out of Alice's box to whoever shines in `photons`. */
export function reflectedAt(
  { fixes, isolationDb, isolatorDb }: RunConfig['devices'],
  photons: number,
): number {
  const attenuationDb = isolationDb + (fixes.includes('isolator') ? isolatorDb : 0);
  return reflectedPhotons({ photonsPerSecond: photons, pulsesPerSecond: 1, attenuationDb });
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

function plan(config: RunConfig, ends: Ends, names: Names): LinkPlan {
  const key = runKey(config.seed);
  const { exchange, detector, eve, estimation } = config;
  const transmittance = transmittanceOf(config.channel) * detector.efficiency;
  const misalignment = config.channel.flipProbability;
  const trick = eve.fraction > 0 ? attacks[eve.attack].trick : null;
  const splits = trick === 'splits-pulses';
  const plain = exchange.prepare === 'random' && exchange.measure === 'random';
  const honest =
    exchange.source === 'single'
      ? null
      : weakSource(
          exchange,
          { transmittance, misalignment, mismatch: detector.mismatch },
          openWeakStreams(key, names),
          !splits
            ? null
            : {
                line: {
                  transmittance: transmittanceOf(config.channel),
                  efficiency: detector.efficiency,
                  misalignment,
                },
                fraction: eve.fraction,
                holds: openStream(key, 'eve.photon-number-splitting/holds'),
              },
        );
  const tap = attacks[eve.attack].tap(eve, exchange.announce);
  const tampering = tamperingOf(config, key, honest, transmittance);
  const { blinding } = tampering;
  const weak = honest && blinding ? thinned(honest, blinding) : honest;
  const single = blinding === null ? transmittance : blinding.levels[0]!.arrival;
  const arrival = weak === null ? thresholdOf(single) : weak.levels[0]!.odds.arrival;
  const sampleSeed = bytesAt(openStream(key, `${names.sender}/sample-seed`), 0, 16);
  return {
    ends,
    announce: exchange.announce,
    pulses: exchange.photons,
    odds: {
      rectilinear: thresholdOf(exchange.basisBias),
      flip: weak === null ? thresholdOf(misalignment) : 0,
      arrival,
      dark: thresholdOf(detector.darkCountProbability),
      tap: tap && { fraction: thresholdOf(tap.fraction), basis: tap.basis },
    },
    streams: openStreams(key, names, ''),
    lostStreams: openStreams(key, names, '/lost'),
    weak,
    tampering,
    lostTampering: tamperingOf(config, key, honest, transmittance, '/lost'),
    mismatch:
      detector.mismatch === 1
        ? null
        : {
            stream: openStream(key, `${names.receiver}/mismatch`),
            seen: thresholdOf(detector.mismatch),
            gate: config.devices.fixes.includes('random-gating')
              ? openStream(key, `${names.receiver}/gate`)
              : null,
          },
    deadTime:
      detector.deadTimePulses === 0
        ? null
        : { pulses: detector.deadTimePulses, joint: detector.jointDeadTime },
    listed: plain && exchange.photons > ADDRESSED_BY_PULSE && arrival < LISTED_BELOW,
    angled: plain ? null : { prepared: exchange.prepare, asked: exchange.measure },
    sampleSeed,
    sample: openStream(publicKeyOf('sample', sampleSeed), 'sample'),
    sampleThreshold: thresholdOf(estimation.sampleFraction),
    guess: openStream(key, 'eve/guess'),
  };
}

function tamperingOf(
  { detector, devices, eve, exchange }: RunConfig,
  key: Int32Array,
  weak: WeakSource | null,
  transmittance: number,
  suffix = '',
): Tampering {
  const trick = attacks[eve.attack].trick;
  const open = (purpose: string) => openStream(key, `eve.${eve.attack}/${purpose}${suffix}`);
  const acts = (): PulseCoin => ({ stream: open('choose'), threshold: thresholdOf(eve.fraction) });
  const gated = devices.fixes.includes('random-gating');
  const plain = { blinding: null, blocks: null, shift: null, reads: null };
  if (eve.fraction === 0) return plain;
  switch (trick) {
    case 'blocks':
      return { ...plain, blocks: acts() };
    case 'blinds': {
      const strengths = weak?.levels.map(({ meanPhotonNumber, probability, lit }) => ({
        probability,
        any: chanceOfLight(meanPhotonNumber),
        arrival: lit,
      })) ?? [{ probability: 1, any: 1, arrival: transmittance }];
      const plus = exchange.basisBias;
      const matching = { random: 0.5, rectilinear: plus, diagonal: 1 - plus, breidbart: 0 }[
        eve.basis
      ];
      const dark = detector.darkCountProbability;
      return { ...plain, blinding: blindingOf(strengths, { dark, matching }, open('sends')) };
    }
    case 'shifts':
      // Bob's own coin decides which detector is which, and Eve does not see it.
      if (gated) break;
      return { ...plain, shift: { acts: acts(), side: open('side') } };
    case 'shines-in': {
      const tells = eve.fraction * (1 - exp(-2 * reflectedAt(devices, eve.trojanPhotons)));
      return { ...plain, reads: { stream: open('tells'), threshold: thresholdOf(tells) } };
    }
    default:
      break;
  }
  return plain;
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

function openWeakStreams(key: Int32Array, { sender, receiver, line }: Names): WeakSourceStreams {
  const open = (label: string) => openStream(key, label);
  return {
    intensity: open(`${sender}/intensity`),
    accept: open(`${line}/accept`),
    second: open(`${receiver}/second-detector`),
    photons: open(`${sender}/photons`),
  };
}
