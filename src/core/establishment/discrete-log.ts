/**
 * The break of toy Diffie-Hellman: which power of g is this value?
 *
 * Parallel collision search with Pollard's walks. Each walk starts at a known g^a·h^b, h the target,
 * and multiplies by known powers of g until it comes to a distinguished place, one that ends in so
 * many zero bits; that place is kept together with the number of the start, and a new walk begins. Two
 * walks that ever meet go on together to one place. Then g^a·h^b = g^c·h^d, and the log is
 * (a − c)/(d − b) mod q. That takes about √(πq/2) steps, and memory for some ten thousand places.
 *
 * Sources: Pollard 1978, doi:10.1090/S0025-5718-1978-0491431-9; van Oorschot & Wiener 1999,
 * doi:10.1007/PL00003816.
 */
import { shake256 } from '@noble/hashes/sha3.js';
import { utf8 } from '../random/streams.ts';
import {
  MULTIPLIERS,
  nextMultiplier,
  otherWalks,
  placeOf,
  placeWalk,
  setMultiplier,
  stepAll,
  type Walks,
  walksIn,
} from './discrete-log-walks.ts';
import {
  expectMember,
  type GroupBits,
  power,
  type ToyGroup,
  toyPublic,
  toySecret,
} from './toy-group.ts';

export interface Search {
  /** 0 … q − 1; g to this power is the target. */
  readonly log: bigint;
  /** Places the search came to: one multiplication each, starts included. */
  readonly steps: number;
}

export interface SearchMeans {
  /** The searcher's own 32 bytes of coins; the same coins make the same search. */
  readonly coins: Uint8Array;
  /** Hears of every half a million steps; what it throws abandons the search. */
  readonly onProgress?: (steps: number, expected: number) => void;
}

/** Walks at a time: enough for a processor to overlap them. */
const WALKS = 64;
/** Steps of each walk between two reports. */
const ROUNDS = 8192;
/** One place in 2^this is distinguished: at 56 bits a search keeps 59,000 places on average. */
const DISTINGUISHING_BITS: Readonly<Record<GroupBits, number>> = { 32: 5, 40: 8, 48: 10, 56: 12 };

/**
 * The log of a value of the group, verified. RangeError for a value outside it and for other than 32
 * bytes of coins.
 */
export function discreteLog(group: ToyGroup, target: bigint, means: SearchMeans): Search {
  expectMember(group, 'target', target);
  const { coins, onProgress } = means;
  if (coins.length !== 32) throw new RangeError(`"coins" expected 32 bytes, got ${coins.length}`);
  const plan = planOf(group, target, coins);
  const walks = otherWalks(plan.table, WALKS);
  const startOf = new Float64Array(WALKS); // the number of each walk's start
  const startedAt = new Float64Array(WALKS); // and the round it started in
  const places = new Map<number, number>(); // distinguished place → number of the start
  const arrived = new Int32Array(WALKS);
  const expected = expectedSteps(group);
  let starts = 0;
  let place = plan.first;
  const restart = (walk: number, round: number) => {
    placeWalk(walks, group, walk, place);
    startOf[walk] = starts++;
    startedAt[walk] = round;
    place = (place * plan.stride) % group.p;
  };
  for (let walk = 0; walk < WALKS; walk++) restart(walk, 0);
  for (let round = 1; ; round++) {
    const arrivals = stepAll(walks, plan.mask, arrived);
    for (let i = 0; i < arrivals; i++) {
      const walk = arrived[i]!;
      const at = placeOf(walks, walk);
      const other = places.get(at);
      if (other === undefined) places.set(at, startOf[walk]!);
      else {
        const log = logFrom(plan, startOf[walk]!, other);
        if (log !== null) return { log, steps: round * WALKS + starts };
      }
      restart(walk, round);
    }
    if (round % ROUNDS === 0) {
      onProgress?.(round * WALKS + starts, expected);
      // A walk in a circle without a distinguished place would never end.
      for (let walk = 0; walk < WALKS; walk++) {
        if (round - startedAt[walk]! > 40 * (plan.mask + 1)) restart(walk, round);
      }
    }
  }
}

/**
 * How many steps a search takes on average: √(πq/2), a little more because a table of multipliers is
 * not quite random, and one walk's length for each walk, until the place both have come to is seen.
 * One search in two takes 0.94 of that or less, one in a hundred 2.4 times as many.
 */
export function expectedSteps({ bits, q }: ToyGroup): number {
  const untilTwoMeet = Math.sqrt(((Math.PI / 2) * Number(q) * MULTIPLIERS) / (MULTIPLIERS - 1));
  return Math.round(untilTwoMeet + WALKS * 2 ** DISTINGUISHING_BITS[bits]);
}

/** A pair of exponents: what stands at g^ofG·h^ofTarget. */
interface Exponents {
  readonly ofG: bigint;
  readonly ofTarget: bigint;
}

/** What the coins decide. Start s is first·stride^s. */
interface Plan {
  readonly group: ToyGroup;
  readonly target: bigint;
  readonly first: bigint;
  readonly firstExponents: Exponents;
  readonly stride: bigint;
  readonly strideExponents: Exponents;
  /** Multiplier i is g^exponents[i]. */
  readonly exponents: readonly bigint[];
  /** No walks, but the multipliers of all. */
  readonly table: Walks;
  readonly mask: number;
}

function planOf(group: ToyGroup, target: bigint, coins: Uint8Array): Plan {
  const { p, q } = group;
  const stream = shake256.create().update(utf8('light-and-letters/1/discrete-log/')).update(coins);
  const draw = () => toySecret(group, stream.xof(64));
  const drawExponents = (): Exponents => ({ ofG: draw(), ofTarget: draw() });
  const at = ({ ofG, ofTarget }: Exponents) =>
    (toyPublic(group, ofG) * power({ base: target, exponent: ofTarget, modulus: p })) % p;
  const firstExponents = drawExponents();
  const strideExponents = drawExponents();
  // A multiplier the walks cannot use is replaced by a neighbour at this distance, and so on.
  const further = draw();
  const furtherPower = toyPublic(group, further);
  const table = walksIn(group, 0);
  const exponents = Array.from({ length: MULTIPLIERS }, (_, i) => {
    let exponent = draw();
    let multiplier = toyPublic(group, exponent);
    while (!setMultiplier(table, group, i, multiplier)) {
      exponent = (exponent + further) % q;
      multiplier = (multiplier * furtherPower) % p;
    }
    return exponent;
  });
  return {
    group,
    target,
    first: at(firstExponents),
    firstExponents,
    stride: at(strideExponents),
    strideExponents,
    exponents,
    table,
    mask: 2 ** DISTINGUISHING_BITS[group.bits] - 1,
  };
}

/** The log from the numbers of two starts whose walks ended in one place; null if they do not say. */
function logFrom(plan: Plan, start: number, other: number): bigint | null {
  const { group, target } = plan;
  const { p, q } = group;
  const one = exponentsAtEnd(plan, start);
  const two = exponentsAtEnd(plan, other);
  const difference = (((two.ofTarget - one.ofTarget) % q) + q) % q;
  if (difference === 0n) return null;
  const inverse = power({ base: difference, exponent: q - 2n, modulus: q });
  const log = ((((one.ofG - two.ofG) * inverse) % q) + q) % q;
  return power({ base: group.g, exponent: log, modulus: p }) === target ? log : null;
}

/** The exponents of the distinguished place a start leads to: its walk walked again, counting. */
function exponentsAtEnd(plan: Plan, start: number): Exponents {
  const { group, firstExponents, strideExponents, exponents, mask } = plan;
  const { p, q } = group;
  const walks = otherWalks(plan.table, 1);
  const strides = BigInt(start);
  placeWalk(
    walks,
    group,
    0,
    (plan.first * power({ base: plan.stride, exponent: strides, modulus: p })) % p,
  );
  let ofG = firstExponents.ofG + strides * strideExponents.ofG;
  const arrived = new Int32Array(1);
  do {
    ofG += exponents[nextMultiplier(walks, 0)]!;
  } while (stepAll(walks, mask, arrived) === 0);
  return {
    ofG: ofG % q,
    ofTarget: (firstExponents.ofTarget + strides * strideExponents.ofTarget) % q,
  };
}
