/** The thin lines beside executed points, and how far each reaches. */

import { furthest, multiPhotonProbability } from '../../core/decoys/rates.ts';
import { exp } from '../../core/elementary/exponential.ts';
import { type Setting, settingOfConfig, settingOfSystem } from './curves.ts';
import { expectedRate } from './expectation.ts';
import { configAt, type Place, type SeriesId, type SweepSetting } from './sweep.ts';
import { publishedSystems } from './systems.ts';

/** What runs of this place give on average, secret bits per pulse; 0 or less: no key. */
export function expectedAt(setting: SweepSetting, place: Place): number {
  const parsed = configAt(setting, place, 0);
  return parsed.ok ? (expectedRate(parsed.config) ?? 0) : 0;
}

/** Length up to which runs give a key on average, km. */
export function seriesReachKm(setting: SweepSetting, series: SeriesId, most = 1000): number {
  return furthest((km) => expectedAt(setting, { series, km }), most);
}

/**
 * What textbook curves are drawn of: a published system as its paper models it, or the boxes as set.
 * null: the checker refuses these boxes.
 */
export function textbookOf(setting: SweepSetting, system: string | null): Setting | null {
  const published = publishedSystems.find(({ id }) => id === system);
  if (published) return settingOfSystem(published);
  const parsed = configAt(setting, { series: 'decoys', km: 0 }, 0);
  return parsed.ok ? settingOfConfig(parsed.config) : null;
}

/** Shares of a laser's pulses by the number of their photons. */
export function pulseShares(meanPhotonNumber: number): {
  readonly none: number;
  readonly one: number;
  readonly more: number;
} {
  const none = exp(-meanPhotonNumber);
  return { none, one: meanPhotonNumber * none, more: multiPhotonProbability(meanPhotonNumber) };
}
