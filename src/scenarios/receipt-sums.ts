/** Counts of several links as those of one, and the error rates that follow from counts. */
import { wilsonInterval } from '../core/estimation/interval.ts';
import type { Counts, IntensityFigures, QberFigures, QberPerBasis } from './receipt.ts';

/** Sifted bits that were compared: in public, and by the simulator. */
interface Errors {
  readonly tested: number;
  readonly testErrors: number;
  readonly sifted: number;
  readonly errors: number;
}

export interface Compared {
  readonly both: Errors;
  readonly rectilinear: Errors;
}

export function sumCounts(all: readonly Counts[]): Counts {
  const sum = (name: keyof Omit<Counts, 'byIntensity'>) =>
    all.reduce((total, counts) => total + counts[name], 0);
  const figures = all.map(({ byIntensity }) => byIntensity ?? []);
  return {
    sent: sum('sent'),
    detected: sum('detected'),
    sifted: sum('sifted'),
    tested: sum('tested'),
    testErrors: sum('testErrors'),
    zeros: sum('zeros'),
    ...(figures[0]!.length > 0 && { byIntensity: figures.reduce(addIntensities) }),
  };
}

/** The links of a run have the same intensities in the same order. */
function addIntensities(
  one: readonly IntensityFigures[],
  other: readonly IntensityFigures[],
): readonly IntensityFigures[] {
  return one.map(({ meanPhotonNumber, sent, detected, sifted, errors }, k) => ({
    meanPhotonNumber,
    sent: sent + other[k]!.sent,
    detected: detected + other[k]!.detected,
    sifted: sifted + other[k]!.sifted,
    errors: errors + other[k]!.errors,
  }));
}

export function sumCompared(all: readonly Compared[]): Compared {
  const sum = (basis: keyof Compared) => {
    const one = (name: keyof Errors) =>
      all.reduce((total, compared) => total + compared[basis][name], 0);
    return {
      tested: one('tested'),
      testErrors: one('testErrors'),
      sifted: one('sifted'),
      errors: one('errors'),
    };
  };
  return { both: sum('both'), rectilinear: sum('rectilinear') };
}

/** Pooled and per basis. */
export function qberOf({ both, rectilinear }: Compared): QberPerBasis {
  return {
    ...figures(both),
    rectilinear: figures(rectilinear),
    diagonal: figures({
      tested: both.tested - rectilinear.tested,
      testErrors: both.testErrors - rectilinear.testErrors,
      sifted: both.sifted - rectilinear.sifted,
      errors: both.errors - rectilinear.errors,
    }),
  };
}

function figures({ tested, testErrors, sifted, errors }: Errors): QberFigures {
  return {
    estimated: tested === 0 ? null : testErrors / tested,
    interval: tested === 0 ? null : wilsonInterval(testErrors, tested),
    actual: sifted === 0 ? null : errors / sifted,
  };
}
