/** Experiments beside a run: one photon at a polariser, and seals forged by the thousand. */
import type { RunConfig, Seed } from '../scenarios/config.ts';
import { forgeSeals } from '../scenarios/forgery/forgery.ts';
import type { Odds } from '../scenarios/knowledge/view.ts';
import { firePhotons, polariserOdds, type Volley } from '../scenarios/light/polariser.ts';
import { runStore } from './run.ts';

/** Forgeries between two breaths of the page. */
const SLICE = 200;

/** Fires photons from the seed of the run on screen. */
export function fire(request: Omit<Volley, 'seed'>) {
  return firePhotons({ ...request, seed: runStore.getState().config.seed });
}

export function oddsOf(prepare: Volley['prepare'], measure: Volley['measure']): Odds {
  return polariserOdds(prepare, measure);
}

/** Forges against one configuration; further attempts go on where the last ones ended. */
export function openForge({ seed, authentication: { method, tagBits = 128 } }: Forged) {
  let from = 0;
  return async (attempts: number): Promise<{ attempts: number; passed: number }> => {
    if (method === 'none') return { attempts: 0, passed: 0 };
    let passed = 0;
    for (let done = 0; done < attempts; done += SLICE) {
      const slice = Math.min(SLICE, attempts - done);
      passed += forgeSeals({ seed, method, tagBits, from, attempts: slice }).passed;
      from += slice;
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    return { attempts, passed };
  };
}

interface Forged {
  readonly seed: Seed;
  readonly authentication: Pick<RunConfig['authentication'], 'method' | 'tagBits'>;
}
