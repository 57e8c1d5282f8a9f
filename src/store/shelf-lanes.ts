/** The switches of a recording, the four lanes that obey them, and the configuration of each. */
import type { ParsedConfig, RunConfig, Seed, WhatIf } from '../scenarios/config.ts';
import { configDifferences, configFromDifferences } from '../scenarios/config-parse.ts';

export const LANES = ['dh', 'ml-kem-768', 'qkd', 'hybrid'] as const;
export type Lane = (typeof LANES)[number];

/** Numbers of the lane that has a choice: how large the group is. */
export const GROUPS = ['32', '40', '48', '56', 'x25519'] as const;
export type DhGroup = (typeof GROUPS)[number];

/** Whether somebody opens Alice's device later, and what its boxes do with used keys. */
export type DeviceLater = 'no' | 'kept' | 'erased';

export interface Switches {
  readonly qDay: boolean;
  readonly mlKemBroken: boolean;
  readonly aesBroken: boolean;
  /** Eve in the middle today, with the seals off. */
  readonly middle: boolean;
  readonly deliveredOverDh: boolean;
  readonly device: DeviceLater;
  readonly cipher: RunConfig['rndl']['cipher'];
}

export const FIRST_SWITCHES: Switches = {
  qDay: false,
  mlKemBroken: false,
  aesBroken: false,
  middle: false,
  deliveredOverDh: false,
  device: 'no',
  cipher: 'aes-256-gcm',
};

/** How many ways the switches can stand together. */
export const COMBINATIONS = 2 ** 6 * 3;

/** What all lanes and all combinations share. */
export interface Common {
  readonly seed: Seed;
  readonly message: string | undefined;
  /** Fields of the light and the line that a link brought along, by dotted path. */
  readonly fields: Readonly<Record<string, unknown>>;
}

const OWN_FIELDS = new Set([
  'scenario',
  'seed',
  'eve.attack',
  'authentication.method',
  'devices.eraseKeys',
  'rndl.keyEstablishment',
  'rndl.groupBits',
  'rndl.cipher',
  'rndl.message',
  'rndl.qDay',
  'rndl.whatIf',
]);

/** A lane's configuration; with a pad only the lane of light has one. */
export function laneConfig(
  { seed, message, fields }: Common,
  switches: Switches,
  lane: Lane,
  group: DhGroup,
): ParsedConfig {
  const { middle, device, cipher, qDay } = switches;
  return configFromDifferences({
    ...fields,
    scenario: 'rndl',
    seed,
    'rndl.keyEstablishment': meansOf(lane, group),
    // Only these hold numbers of the small group; the line out of the site always does.
    ...(group !== 'x25519' &&
      (lane === 'dh' || switches.deliveredOverDh) && { 'rndl.groupBits': Number(group) }),
    ...(message !== undefined && { 'rndl.message': message }),
    'rndl.cipher': cipher,
    'rndl.qDay': qDay,
    'rndl.whatIf': whatIfOf(switches),
    ...(middle && { 'eve.attack': 'man-in-the-middle', 'authentication.method': 'none' }),
    ...(device !== 'no' && { 'devices.eraseKeys': device === 'erased' }),
  });
}

function meansOf(lane: Lane, group: DhGroup): RunConfig['rndl']['keyEstablishment'] {
  if (lane !== 'dh') return lane;
  return group === 'x25519' ? 'x25519' : 'dh-toy';
}

function whatIfOf({ mlKemBroken, aesBroken, deliveredOverDh, device }: Switches): WhatIf[] {
  return [
    ...(mlKemBroken ? (['ml-kem-broken'] as const) : []),
    ...(aesBroken ? (['aes-256-broken'] as const) : []),
    ...(deliveredOverDh ? (['delivered-over-dh'] as const) : []),
    ...(device === 'no' ? [] : (['device-read-out'] as const)),
  ];
}

/** A configuration, taken apart into what this screen can set and what it only carries along. */
interface Adopted {
  readonly common: Common;
  readonly switches: Switches;
  readonly lane: Lane;
  readonly group: DhGroup;
}

export function adoptedFrom(config: RunConfig): Adopted {
  const { rndl, eve, authentication, devices, seed } = config;
  const { whatIf, keyEstablishment: means } = rndl;
  const middle = eve.attack === 'man-in-the-middle' && authentication.method === 'none';
  const readOut = whatIf.includes('device-read-out');
  const kept: Record<string, unknown> = configDifferences(config);
  // Fields that a switch speaks for only together with another one are carried where they stand alone.
  const carried = new Set([
    ...(middle ? [] : ['eve.attack', 'authentication.method']),
    ...(readOut ? [] : ['devices.eraseKeys']),
    ...(means === 'x25519' ? ['rndl.groupBits'] : []),
  ]);
  for (const path of Object.keys(kept)) {
    if (OWN_FIELDS.has(path) && !carried.has(path)) delete kept[path];
  }
  return {
    common: { seed, message: rndl.message, fields: kept },
    switches: {
      qDay: rndl.qDay,
      mlKemBroken: whatIf.includes('ml-kem-broken'),
      aesBroken: whatIf.includes('aes-256-broken'),
      deliveredOverDh: whatIf.includes('delivered-over-dh'),
      device: readOut ? (devices.eraseKeys ? 'erased' : 'kept') : 'no',
      middle,
      cipher: rndl.cipher,
    },
    lane: means === 'dh-toy' || means === 'x25519' ? 'dh' : means,
    group: means === 'x25519' ? 'x25519' : (String(rndl.groupBits) as DhGroup),
  };
}
