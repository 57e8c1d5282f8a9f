/**
 * Which runs tell what an attack on a box does, and what its fix costs: with Eve and without her, with
 * each fix and without it, from one seed. Between two neighbours one switch differs.
 */
import type { RunConfig, Seed } from '../scenarios/config.ts';
import { configFromDifferences } from '../scenarios/config-parse.ts';

export const BOX_ATTACKS = ['splitting', 'blinding', 'trojan', 'shift', 'early', 'cut'] as const;
export type BoxAttack = (typeof BOX_ATTACKS)[number];

export type BoxFix = 'decoys' | 'counting' | 'monitor' | 'isolator' | 'gating' | 'order';

/** One figure of the line or the box that decides how well the attack works. */
export interface Dial {
  readonly field: string;
  readonly values: readonly number[];
  readonly first: number;
}

interface Trick {
  readonly setup: Differences;
  readonly eve: Differences;
  readonly fixes: readonly BoxFix[];
  readonly dial: Dial | null;
}

type Differences = Readonly<Record<string, unknown>>;

const SINGLE_PHOTONS = { 'exchange.photons': 200_000, 'channel.lossDb': 10 };
/** As many as leave most of the key's bits, and still let what Eve knows of them be counted out. */
const MORE_PHOTONS = { ...SINGLE_PHOTONS, 'exchange.photons': 400_000 };

export const TRICKS: Readonly<Record<BoxAttack, Trick>> = {
  splitting: {
    setup: {
      'exchange.photons': 1_000_000,
      'exchange.source': 'weak-coherent',
      'exchange.meanPhotonNumber': 0.5,
      'amplification.accounting': 'single-photons-assumed',
    },
    eve: { 'eve.attack': 'photon-number-splitting' },
    fixes: ['decoys', 'counting'],
    dial: { field: 'channel.lossDb', values: [4, 7, 10], first: 10 },
  },
  blinding: {
    setup: SINGLE_PHOTONS,
    eve: { 'eve.attack': 'detector-blinding' },
    fixes: ['monitor'],
    dial: { field: 'channel.lossDb', values: [1, 2, 5, 10], first: 10 },
  },
  trojan: {
    setup: MORE_PHOTONS,
    eve: { 'eve.attack': 'trojan-horse' },
    fixes: ['isolator'],
    dial: { field: 'devices.isolatorDb', values: [30, 45, 60], first: 30 },
  },
  shift: {
    setup: MORE_PHOTONS,
    eve: { 'eve.attack': 'time-shift' },
    fixes: ['gating'],
    dial: { field: 'detector.mismatch', values: [0.2, 0.5, 0.8], first: 0.2 },
  },
  early: {
    setup: { ...SINGLE_PHOTONS, 'exchange.announce': 'early' },
    eve: { 'eve.attack': 'intercept-resend' },
    fixes: ['order'],
    dial: null,
  },
  cut: {
    setup: SINGLE_PHOTONS,
    eve: { 'eve.attack': 'block' },
    fixes: [],
    dial: { field: 'eve.fraction', values: [0.5, 1], first: 1 },
  },
};

const FIXES: Readonly<Record<BoxFix, Differences>> = {
  decoys: {
    'exchange.decoys': [
      { meanPhotonNumber: 0.1, probability: 0.2 },
      { meanPhotonNumber: 0, probability: 0.1 },
    ],
  },
  counting: { 'amplification.accounting': 'asymptotic' },
  monitor: { 'devices.fixes': ['photocurrent-monitor'] },
  isolator: { 'devices.fixes': ['isolator'] },
  gating: { 'devices.fixes': ['random-gating'] },
  order: { 'exchange.announce': 'after' },
};

/** One run of an attack: where the dial stands, which fixes are on, and whether Eve is at work. */
export interface BoxPlan {
  readonly seed: Seed;
  readonly attack: BoxAttack;
  readonly dial: number | null;
  readonly fixes: readonly BoxFix[];
  readonly eve: boolean;
}

export function boxConfig({ seed, attack, dial, fixes, eve }: BoxPlan): RunConfig {
  const trick = TRICKS[attack];
  const parsed = configFromDifferences({
    seed,
    ...trick.setup,
    // How much of the fibre is cut is Eve's; without her the field has no meaning.
    ...(trick.dial && dial !== null && (eve || attack !== 'cut') && { [trick.dial.field]: dial }),
    ...(eve && trick.eve),
    ...Object.assign({}, ...fixes.map((fix) => FIXES[fix])),
  });
  if (!parsed.ok) throw new TypeError(parsed.problems.map(({ message }) => message).join('; '));
  return parsed.config;
}

/** Every choice of an attack's fixes: none first, all last. */
export function fixChoices(attack: BoxAttack): readonly (readonly BoxFix[])[] {
  const { fixes } = TRICKS[attack];
  return Array.from({ length: 2 ** fixes.length }, (_, choice) =>
    fixes.filter((_, i) => (choice >> i) & 1),
  );
}

/** All runs of an attack where its dial stands, each choice of fixes first without Eve, then with her. */
export function boxPlans(seed: Seed, attack: BoxAttack, dial: number | null): BoxPlan[] {
  return fixChoices(attack).flatMap((fixes) =>
    [false, true].map((eve) => ({ seed, attack, dial, fixes, eve })),
  );
}
