/** The parts of a plan that single photons on an honest line do not have. */
import { reflectedPhotons } from '../../core/decoys/side-channels.ts';
import { chanceOfAny } from '../../core/elementary/chance.ts';
import { thresholdOf } from '../../core/random/events.ts';
import { openStream } from '../../core/random/streams.ts';
import { attacks } from '../attacks/index.ts';
import type { RunConfig } from '../config.ts';
import type { Asker, BeyondPlan } from './light-kit.ts';
import { blindingOf, type PulseCoin, type Tampering } from './tampering.ts';
import { thinned, type WeakSource, type WeakSourceStreams, weakSource } from './weak-source.ts';

/** Mean photon number, a pulse, that comes back out of Alice's box to whoever shines in `photons`. */
export function reflectedAt(
  { fixes, isolationDb, isolatorDb }: RunConfig['devices'],
  photons: number,
): number {
  const attenuationDb = isolationDb + (fixes.includes('isolator') ? isolatorDb : 0);
  return reflectedPhotons({ photonsPerSecond: photons, pulsesPerSecond: 1, attenuationDb });
}

export function beyondPlan(config: RunConfig, asker: Asker): BeyondPlan {
  const { key, names, line, transmittance } = asker;
  const { exchange, detector, eve } = config;
  const misalignment = config.channel.flipProbability;
  const splits = eve.fraction > 0 && attacks[eve.attack].trick === 'splits-pulses';
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
                line: { transmittance: line, efficiency: detector.efficiency, misalignment },
                fraction: eve.fraction,
                holds: openStream(key, 'eve.photon-number-splitting/holds'),
              },
        );
  const tampering = tamperingOf(config, key, honest, transmittance);
  const { blinding } = tampering;
  const weak = honest && blinding ? thinned(honest, blinding) : honest;
  const single = blinding === null ? transmittance : blinding.levels[0]!.arrival;
  return {
    weak,
    arrival: weak === null ? thresholdOf(single) : weak.levels[0]!.odds.arrival,
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
        any: chanceOfAny(meanPhotonNumber),
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
      const tells = eve.fraction * chanceOfAny(2 * reflectedAt(devices, eve.trojanPhotons));
      return { ...plain, reads: { stream: open('tells'), threshold: thresholdOf(tells) } };
    }
    default:
      break;
  }
  return plain;
}

function openWeakStreams(
  key: Int32Array,
  { sender, receiver, line }: Asker['names'],
): WeakSourceStreams {
  const open = (label: string) => openStream(key, label);
  return {
    intensity: open(`${sender}/intensity`),
    accept: open(`${line}/accept`),
    second: open(`${receiver}/second-detector`),
    photons: open(`${sender}/photons`),
  };
}
