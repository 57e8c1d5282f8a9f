/**
 * Pollard's rho as it is mostly written: one walk, BigInt, both exponents kept at every step. It is here
 * to be compared with. Same walk as the fast one: x picks one of 64 known powers of g.
 */
import { type ToyGroup, toyPublic } from '../core/establishment/toy-group.ts';

export interface PlainWalk {
  readonly group: ToyGroup;
  readonly multipliers: readonly { readonly power: bigint; readonly exponent: bigint }[];
  readonly x: bigint;
  readonly ofG: bigint;
}

export function plainWalk(group: ToyGroup): PlainWalk {
  const exponents = Array.from({ length: 64 }, (_, i) => (7n ** BigInt(40 + i) % group.q) + 1n);
  const multipliers = exponents.map((exponent) => ({
    power: toyPublic(group, exponent),
    exponent,
  }));
  return { group, multipliers, x: group.g, ofG: 1n };
}

/** So many steps on. */
export function plainSteps({ group, multipliers, ...from }: PlainWalk, steps: number): PlainWalk {
  const { p, q } = group;
  let { x, ofG } = from;
  for (let i = 0; i < steps; i++) {
    const { power, exponent } = multipliers[Number(x & 63n)]!;
    x = (x * power) % p;
    ofG += exponent;
    if (ofG >= q) ofG -= q;
  }
  return { group, multipliers, x, ofG };
}
