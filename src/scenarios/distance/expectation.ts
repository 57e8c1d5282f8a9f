/**
 * What runs of a configuration give on average, by closed forms alone: the thin line beside executed
 * points. The same accounting, with mean counts in place of a run's own.
 */
import type { BasisEvidence, BothBases } from '../../core/amplification/length.ts';
import { type Line, thresholdLine } from '../../core/decoys/line.ts';
import { transmittanceOf } from '../channels/plan.ts';
import type { RunConfig } from '../config.ts';
import { budgetOf, EXPECTED_EFFICIENCY } from '../link/accounting.ts';
import type { IntensityEvidence } from '../link/weak-length.ts';
import { ENDLESS, expectedEvidence, leakOf, perPulse, withDecoys } from './evidence.ts';

/**
 * Secret bits per pulse, before a run's whole bits; 0 or less: no key. null where counts have no closed
 * form here: somebody on the line, a dead time, angles that BB84 does not use, nothing shrunk.
 */
export function expectedRate(config: RunConfig): number | null {
  const { exchange, detector, estimation, amplification } = config;
  if (
    config.eve.attack !== 'none' ||
    detector.deadTimePulses > 0 ||
    exchange.prepare !== 'random' ||
    exchange.measure !== 'random' ||
    amplification.method === 'none'
  ) {
    return null;
  }
  // Whole bits would show in a short run's rate; only the finite bounds depend on the run's size.
  const pulses = amplification.accounting === 'finite-key' ? exchange.photons : ENDLESS;
  const weak = exchange.source === 'weak-coherent';
  const intensities = expectedEvidence(weak ? lineOf(config) : singlesOn(lineOf(config)), {
    pulses,
    intensities: weak
      ? withDecoys(exchange.meanPhotonNumber, exchange.decoys)
      : [{ meanPhotonNumber: 1, probability: 1 }],
    basisBias: exchange.basisBias,
    sampleFraction: estimation.sampleFraction,
  });
  const leaked =
    config.reconciliation.method === 'none' ? 0 : leakOf(intensities, EXPECTED_EFFICIENCY);
  const evidence = { bases: basesOf(intensities), intensities: weak ? intensities : null };
  return perPulse(budgetOf(config, evidence, leaked), pulses);
}

/** The line and the detectors of a configuration, in the model that runs are executed in. */
export function lineOf({ channel, detector }: Pick<RunConfig, 'channel' | 'detector'>): Line {
  return thresholdLine({
    transmittance: transmittanceOf(channel) * detector.efficiency,
    misalignment: channel.flipProbability,
    darkCountProbability: detector.darkCountProbability,
  });
}

/** Every pulse one photon. */
function singlesOn(line: Line): Line {
  return { ...line, pulse: () => line.single };
}

function basesOf(intensities: readonly IntensityEvidence[]): BothBases {
  const sum = (basis: 'rectilinear' | 'diagonal') =>
    intensities.reduce(
      (all: BasisEvidence, { [basis]: one }) => ({
        keyBits: all.keyBits + one.keyBits,
        tested: all.tested + one.tested,
        testErrors: all.testErrors + one.testErrors,
      }),
      { keyBits: 0, tested: 0, testErrors: 0 },
    );
  return { rectilinear: sum('rectilinear'), diagonal: sum('diagonal') };
}
