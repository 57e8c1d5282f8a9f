/**
 * The light of a link counted and nothing else: what a sweep or a huge run needs. The same batches
 * and coins as a full run, and of its counters the four that answer "how many, how wrong, how known".
 */
import { planLinks } from '../channels/plan.ts';
import { openPulses, visitChunk } from '../channels/quantum.ts';
import type { RunConfig } from '../config.ts';
import { emptyTally, type Tally, tallyCertain, tallyExchange } from './tally.ts';

export type LightCount = Pick<Tally, 'detected' | 'sifted' | 'errors' | 'knownToEve'>;

export function countLight(config: RunConfig): LightCount {
  const tally = emptyTally();
  for (const plan of planLinks(config)) {
    const source = openPulses(plan);
    const midway = plan.odds.tap?.basis === 'breidbart';
    for (let chunk = 0; chunk < source.chunks; chunk++) {
      visitChunk(source, chunk, {}, (batch) => {
        tallyExchange(tally, batch);
        if (plan.odds.tap !== null) tallyCertain(tally, batch, midway);
      });
    }
  }
  const { detected, sifted, errors, knownToEve } = tally;
  return { detected, sifted, errors, knownToEve };
}
