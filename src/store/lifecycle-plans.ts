/** What happens in each life of a link, and the configuration that it is executed from. */
import type { LifecycleEvent, RunConfig } from '../scenarios/config.ts';
import { configDifferences, configFromDifferences } from '../scenarios/config-parse.ts';
import { roundConfig } from '../scenarios/lifecycle/round.ts';
import type { LifecycleRun } from '../scenarios/run.ts';

export const HISTORIES = ['broken-later', 'eve-at-start', 'eve-too-late', 'jammed'] as const;
export type HistoryId = (typeof HISTORIES)[number] | 'own';

/** What the five have in common. */
export interface Setup {
  readonly anchor: RunConfig['authentication']['trustAnchor'];
  readonly photons: number;
  /** Rounds after the start-up. */
  readonly rounds: number;
  readonly poolTarget: number;
  readonly reserveBits: number;
}

/** What one of them does. */
export interface Plan {
  readonly events: readonly LifecycleEvent[];
  readonly onDry: 'stop' | 'start-again';
  /** Further fields, by dotted path, of a life that came as a configuration. */
  readonly also: Readonly<Record<string, unknown>>;
}

export const FIRST_SETUP: Setup = {
  anchor: 'pki',
  photons: 60_000,
  rounds: 20,
  poolTarget: 4096,
  reserveBits: 512,
};

/** Longest life that the screen offers, and that it takes over from a link. */
export const MOST_ROUNDS = 60;
export const MOST_ADOPTED_ROUNDS = 400;

/** The prepared histories, with their events at the same part of a longer or shorter life. */
export function preparedFor(rounds: number): Record<(typeof HISTORIES)[number], Plan> {
  return {
    'broken-later': planOf('broken-later', rounds),
    'eve-at-start': planOf('eve-at-start', rounds),
    'eve-too-late': planOf('eve-too-late', rounds),
    jammed: planOf('jammed', rounds),
  };
}

export function planOf(id: (typeof HISTORIES)[number], rounds: number): Plan {
  const late = Math.max(1, Math.round(rounds * 0.6));
  const early = Math.max(1, Math.round(rounds * 0.25));
  switch (id) {
    case 'broken-later':
      return {
        events: [{ round: late, event: 'trust-anchor-broken' }],
        onDry: 'start-again',
        also: {},
      };
    case 'eve-at-start':
      return {
        events: [
          { round: 0, event: 'trust-anchor-broken' },
          { round: 0, event: 'eve-arrives' },
        ],
        onDry: 'start-again',
        also: {},
      };
    case 'eve-too-late':
      return {
        events: [
          { round: 0, event: 'trust-anchor-broken' },
          { round: late, event: 'eve-arrives' },
        ],
        onDry: 'stop',
        also: {},
      };
    case 'jammed':
      return {
        events: [
          { round: early, event: 'jam-starts' },
          { round: late, event: 'jam-stops' },
        ],
        onDry: 'start-again',
        also: {},
      };
    default:
      return id satisfies never;
  }
}

/** One life of a link, checked. Its letters are always sealed: without seals there is nothing to run dry. */
export function lifeConfig(config: RunConfig, setup: Setup, plan: Plan) {
  const method = sealFor(config.authentication.method, setup.anchor);
  const differences = Object.fromEntries(
    Object.entries(configDifferences(config)).filter(([path]) => !OWN_FIELDS.test(path)),
  );
  if (method !== config.authentication.method) delete differences['authentication.tagBits'];
  return configFromDifferences({
    ...differences,
    scenario: 'lifecycle',
    'exchange.photons': setup.photons,
    'authentication.method': method,
    'authentication.trustAnchor': setup.anchor,
    ...plan.also,
    'lifecycle.rounds': setup.rounds,
    'lifecycle.poolTarget': setup.poolTarget,
    'lifecycle.reserveBits': setup.reserveBits,
    'lifecycle.events': plan.events,
    'lifecycle.onDry': plan.onDry,
  });
}

/** What a life decides for itself, whatever the run on screen does. */
const OWN_FIELDS =
  /^(scenario|eve\.|lifecycle\.|use\.|exchange\.(photons|prepare|measure|pulsesPerLetter)$|authentication\.(method|trustAnchor|broken|stolenFrom|fault|preSharedBits)$)/;

/** What a life that came as a configuration has beyond its setup and its events. */
export function alsoIn(config: RunConfig): Plan['also'] {
  const unsealed = config.authentication.method === 'none';
  return Object.fromEntries(
    Object.entries(configDifferences(config)).filter(
      ([path]) =>
        OWN_FIELDS.test(path) &&
        !OF_SETUP.test(path) &&
        (unsealed || path !== 'authentication.method'),
    ),
  );
}

/** Fields that setup and events fill in. */
const OF_SETUP = /^(scenario|lifecycle\.|exchange\.photons$|authentication\.trustAnchor$)/;

/** Another anchor has other ways to break. */
export function withoutTrust(plan: Plan): Plan {
  const rest = Object.entries(plan.also).filter(([path]) => !path.startsWith('authentication.'));
  return { ...plan, also: Object.fromEntries(rest) };
}

function sealFor(
  method: RunConfig['authentication']['method'],
  anchor: Setup['anchor'],
): RunConfig['authentication']['method'] {
  const signs = method === 'ed25519' || method === 'ml-dsa-65';
  return method === 'none' || (signs && anchor === 'pre-shared-key') ? 'wegman-carter' : method;
}

/**
 * The session that a round was, as a run of its own: the same photons, the same Eve. Its sealing key
 * stands in for the pool, and Eve holds that one too where she held the pool.
 */
export function sessionOf({ config, rounds }: LifecycleRun, round: number): RunConfig {
  const { sealedBy } = rounds[round]!;
  const session = roundConfig(config, round, sealedBy);
  const differences = Object.fromEntries(
    Object.entries(configDifferences(session)).filter(([path]) => !path.startsWith('lifecycle.')),
  );
  const leaked = sealedBy === 'pool' && rounds[round - 1]?.eveHoldsPool === true;
  const parsed = configFromDifferences(
    leaked ? { ...differences, 'authentication.broken': 'key-leaked' } : differences,
  );
  if (!parsed.ok) throw new TypeError(parsed.problems.map(({ message }) => message).join('; '));
  return parsed.config;
}

/** No event after the last round. */
export function within(
  events: readonly LifecycleEvent[],
  rounds: number,
): readonly LifecycleEvent[] {
  return events.map(({ round, event }) => ({ round: Math.min(round, rounds), event }));
}
