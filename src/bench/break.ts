/** What the break of the small group claims: a step of its walks against the same step with BigInt. */
import {
  MULTIPLIERS,
  placeWalk,
  setMultiplier,
  stepAll,
  walksIn,
} from '../core/establishment/discrete-log-walks.ts';
import { toyGroup } from '../core/establishment/toy-group.ts';
import { compare, report } from './measure.ts';
import { plainSteps, plainWalk } from './plain-rho.ts';

const WALKS = 64;
const ROUNDS = 10_000;
const PLAIN_STEPS = 20_000;

export function measureBreak(): void {
  for (const bits of [48, 56] as const) {
    const group = toyGroup(bits);
    const walks = walksIn(group, WALKS);
    let m = 4n ** 30n;
    for (let i = 0; i < MULTIPLIERS; m = (m * 7n ** 10n) % group.p) {
      if (setMultiplier(walks, group, i, m)) i++;
    }
    for (let walk = 0; walk < WALKS; walk++) placeWalk(walks, group, walk, BigInt(walk + 2));
    const arrived = new Int32Array(WALKS);
    let plain = plainWalk(group);
    const { a, b } = compare(
      () => {
        plain = plainSteps(plain, PLAIN_STEPS);
      },
      () => {
        for (let round = 0; round < ROUNDS; round++) stepAll(walks, 1023, arrived);
      },
    );
    const nsPlain = (a * 1e6) / PLAIN_STEPS;
    const nsFast = (b * 1e6) / (ROUNDS * WALKS);
    report(
      `rho in the group of ${bits} bits, against BigInt (${nsPlain.toFixed(0)} → ${nsFast.toFixed(1)} ns a step)`,
      nsPlain / nsFast,
      '×',
      8,
    );
  }
}
