/**
 * What an attack may do to the light. What it does to letters follows from where Eve stands: an
 * attack that splits the link makes her one end of each half, and she writes that end's letters.
 */
import type { TapBasis } from '../../core/optics/exchange.ts';
import type { RunConfig } from '../config.ts';

/**
 * splits-pulses   keeps a photon of pulses with several
 * blinds          makes Bob's detectors click as she likes
 * blocks          cuts the fibre
 * shifts          chooses by its arrival time which detector sees a pulse better
 * shines-in       reads Alice's settings from light reflected in her box
 */
export type Trick = 'splits-pulses' | 'blinds' | 'blocks' | 'shifts' | 'shines-in';

export interface Attack {
  readonly id: RunConfig['eve']['attack'];
  /** A measurement of pulses on the way; null: the light passes untouched. */
  tap(
    eve: RunConfig['eve'],
    announce: RunConfig['exchange']['announce'],
  ): { readonly fraction: number; readonly basis: TapBasis } | null;
  /** True: Eve ends the link with Alice and begins another with Bob. */
  readonly splitsLink: boolean;
  /** What she does to light or boxes that no measurement of states is; null: nothing. */
  readonly trick: Trick | null;
}
