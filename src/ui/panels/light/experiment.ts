import type { Measurement, Preparation } from '../../../scenarios/config.ts';
import type { Measured } from '../../charts/polariser.chart.ts';

export type FixedPreparation = Exclude<Preparation, 'random'>;
export type FixedMeasurement = Exclude<Measurement, 'random'>;

export interface FireRequest {
  readonly prepare: FixedPreparation;
  readonly measure: FixedMeasurement;
  /** Number of the first photon: those before it were fired already. */
  readonly from: number;
  readonly count: number;
}

export interface FireResult {
  readonly zeros: number;
  readonly ones: number;
  readonly last: 0 | 1;
}

/** Counts by state and measuring angle: what the reader has measured so far. */
export type Tally = ReadonlyMap<string, readonly Measured[]>;

const keyOf = (prepare: FixedPreparation) => String(prepare);

export function measuredOf(tally: Tally, prepare: FixedPreparation): readonly Measured[] {
  return tally.get(keyOf(prepare)) ?? [];
}

export function countsAt(
  tally: Tally,
  prepare: FixedPreparation,
  angle: number,
): { readonly zeros: number; readonly ones: number } {
  return measuredOf(tally, prepare).find((point) => point.angle === angle) ?? { zeros: 0, ones: 0 };
}

/** The tally with another volley counted in. */
export function withVolley(
  tally: Tally,
  given: {
    readonly prepare: FixedPreparation;
    readonly angle: number;
    readonly zeros: number;
    readonly ones: number;
  },
): Tally {
  const { prepare, angle, zeros, ones } = given;
  const before = countsAt(tally, prepare, angle);
  const others = measuredOf(tally, prepare).filter((point) => point.angle !== angle);
  const point = { angle, zeros: before.zeros + zeros, ones: before.ones + ones };
  return new Map(tally).set(
    keyOf(prepare),
    [...others, point].sort((a, b) => a.angle - b.angle),
  );
}

/** The polarisation axis of a state, degrees; null for a mixture, which has none. */
export function angleOf(prepare: FixedPreparation): number | null {
  switch (prepare) {
    case 'H':
      return 0;
    case 'D':
      return 45;
    case 'V':
      return 90;
    case 'A':
      return 135;
    case 'mixture-HV':
      return null;
    default:
      return prepare;
  }
}

/** An axis has no direction: every angle is one of 0…179. */
export function axisAngle(degrees: number): number {
  return ((Math.round(degrees) % 180) + 180) % 180;
}

/** The angle of a pointer around a middle, in degrees, anticlockwise from level (y points down). */
export function pointerAngle(dx: number, dy: number): number {
  return axisAngle((Math.atan2(-dy, dx) * 180) / Math.PI);
}
