/**
 * Site A and its wall. Site B is held fixed, all of it behind one sound wall, so that one thing differs
 * between two runs.
 *
 *   same-box   device, key store and application in one case: no hop
 *   rack       device and key store inside; the application, and the way to it, outside
 *   building   everything inside
 *   campus     everything inside, and more people
 */
import { openStream, runKey, wordAt } from '../../core/random/streams.ts';
import type { RunConfig, Wall } from '../config.ts';
import type { DeliveryHop } from '../run.ts';

interface Site {
  /** People with access to what is inside. A picture of a site, not a measurement. */
  readonly insiders: number;
  /** From the light upwards. */
  readonly hops: readonly Pick<DeliveryHop, 'between' | 'state'>[];
}

const site = (insiders: number, device: DeliveryHop['state'], app: DeliveryHop['state']): Site => ({
  insiders,
  hops: [
    { between: 'device-store', state: device },
    { between: 'store-app', state: app },
  ],
});

export const SITES: Readonly<Record<Wall, Site>> = {
  'same-box': site(1, 'same-box', 'same-box'),
  rack: site(3, 'inside', 'exposed'),
  building: site(12, 'inside', 'inside'),
  campus: site(40, 'inside', 'inside'),
};

/**
 * Who of the people inside is corrupt, by number, each with the same chance. A coin's address is repeat
 * and person, so person k of the rack is person k of the campus, and a higher rate adds people only.
 */
export function corruptInsiders({ seed, delivery }: RunConfig, repeat: number): number[] {
  const coins = openStream(runKey(seed), 'delivery.insiders/corrupt');
  const below = delivery.insiderRate * 2 ** 32;
  const people = Array.from({ length: SITES[delivery.wall].insiders }, (_, person) => person);
  return people.filter((person) => wordAt(coins, repeat, person) >>> 0 < below);
}
