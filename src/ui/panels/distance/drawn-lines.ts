/** What the thin lines are, as the chart takes them. */
import { type Curve, curveAt, curves, reachKm } from '../../../scenarios/distance/curves.ts';
import { expectedAt, seriesReachKm, textbookOf } from '../../../scenarios/distance/lines.ts';
import { SERIES, type SweepSetting } from '../../../scenarios/distance/sweep.ts';
import type { ChartLine } from '../../charts/rate-distance.chart.ts';

/** Picture only: km between two places of a line. */
const STEP_KM = 2;

export interface DrawnLine extends ChartLine<Curve> {
  /** The curve exists for these boxes. */
  readonly exists: boolean;
}

/** Of the runs' own accounting, whose names are those of the series; or of the textbook. */
export function drawnLines(
  setting: SweepSetting,
  system: string | null,
  kind: 'runs' | 'textbook',
  mostKm: number,
): readonly DrawnLine[] {
  const lengths = Array.from({ length: mostKm / STEP_KM + 1 }, (_, i) => i * STEP_KM);
  if (kind === 'runs') {
    return SERIES.map((series) => ({
      id: series,
      exists: true,
      values: lengths.map((km) => ({ km, rate: expectedAt(setting, { series, km }) })),
      reachKm: seriesReachKm(setting, series),
    }));
  }
  const textbook = textbookOf(setting, system);
  if (!textbook) return [];
  return curves.map((curve) => {
    const exists = curveAt(curve, textbook, 0) !== null;
    return {
      id: curve,
      exists,
      values: exists ? lengths.map((km) => ({ km, rate: curveAt(curve, textbook, km) ?? 0 })) : [],
      reachKm: exists ? reachKm(curve, textbook) : null,
    };
  });
}
