/** Eve's search for a logarithm in the small group: really run, and told how far it is. */
import { discreteLog, expectedSteps } from '../../core/establishment/discrete-log.ts';
import type { ToyGroup } from '../../core/establishment/toy-group.ts';
import type { OnProgress } from '../execute.ts';

/** Steps between two reports: some hundredths of a second. */
const BETWEEN_REPORTS = 8_000_000;

export type Search = (
  group: ToyGroup,
  share: bigint,
) => { readonly log: bigint; readonly steps: number };

/** `coins`: 32 bytes of her own, so that a search can be repeated. */
export function openSearch(coins: Uint8Array, onProgress: OnProgress): Search {
  return (group, share) => {
    const expected = expectedSteps(group);
    let told = 0;
    const tell = (steps: number) => {
      told = steps;
      onProgress({ pulsesDone: 1, pulses: 1, step: 5, search: { steps, expected } });
    };
    tell(0);
    return discreteLog(group, share, {
      coins,
      onProgress: (steps) => steps - told >= BETWEEN_REPORTS && tell(steps),
    });
  };
}
