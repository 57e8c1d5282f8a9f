/**
 * What an attack may do to the light. What it does to letters follows from where Eve stands: an
 * attack that splits the link makes her one end of each half, and she writes that end's letters.
 */
import type { TapBasis } from '../../core/optics/exchange.ts';
import type { RunConfig } from '../config.ts';

export interface Attack {
  readonly id: RunConfig['eve']['attack'];
  /** A measurement of pulses on the way; null: the light passes untouched. */
  tap(eve: RunConfig['eve']): { readonly fraction: number; readonly basis: TapBasis } | null;
  /** True: Eve ends the link with Alice and begins another with Bob. */
  readonly splitsLink: boolean;
  /** True: she counts the photons of weak pulses and keeps one where there are several. */
  readonly splitsPulses: boolean;
}
