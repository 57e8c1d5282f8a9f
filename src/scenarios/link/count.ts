/**
 * The light of a link counted and nothing else: what a sweep or a huge run needs. The same batches
 * and coins as a full run, and of its counters the four that answer "how many, how wrong, how known".
 */
import '../channels/full-light.ts';
import { isBlindfold, isWatched } from '../channels/link-plan.ts';
import { planLinks } from '../channels/plan.ts';
import { openPulses, visitChunk } from '../channels/quantum.ts';
import type { RunConfig } from '../config.ts';
import { emptyTally, type Tally, tallyCertain, tallyExchange } from './tally.ts';
import { emptyLevels, type LevelTally, tallyKept, tallySent } from './tally-levels.ts';

export interface LightCount extends Pick<Tally, 'detected' | 'sifted' | 'errors' | 'knownToEve'> {
  /** Of each link in order, nothing tested; empty for single photons. */
  readonly byIntensity: readonly (readonly LevelTally[])[];
}

export function countLight(config: RunConfig): LightCount {
  const tally = emptyTally();
  const byIntensity: LevelTally[][] = [];
  for (const plan of planLinks(config)) {
    const source = openPulses(plan);
    const levels = plan.weak && emptyLevels(plan.weak);
    if (levels) byIntensity.push(levels);
    const midway = isBlindfold(plan);
    for (let chunk = 0; chunk < source.chunks; chunk++) {
      visitChunk(source, chunk, {}, (batch) => {
        tallyExchange(tally, batch);
        if (isWatched(plan)) tallyCertain(tally, batch, midway);
        if (levels === null) return;
        tallySent(levels, batch);
        tallyKept(levels, batch, null);
      });
    }
  }
  const { detected, sifted, errors, knownToEve } = tally;
  return { detected, sifted, errors, knownToEve, byIntensity };
}
