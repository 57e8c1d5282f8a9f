import type { ConfigProblem, LifecycleEvent } from './config.ts';

/** What is wrong with a list of lifecycle events; null if nothing is. */
export function eventsProblem(
  path: string,
  names: readonly string[],
  value: unknown,
): ConfigProblem | null {
  const at = `/${path.replaceAll('.', '/')}`;
  if (!Array.isArray(value)) {
    return {
      code: 'config/wrong-type',
      path: at,
      message: 'allowed: a list of {"round":…,"event":…}',
    };
  }
  if (value.length > MOST_EVENTS) {
    return {
      code: 'config/out-of-range',
      path: at,
      message: `got ${value.length} events, allowed at most ${MOST_EVENTS}`,
    };
  }
  for (const [i, event] of value.entries()) {
    const problem = eventProblem(`${at}/${i}`, names, event);
    if (problem) return problem;
  }
  return null;
}

const MOST_EVENTS = 100;

function eventProblem(at: string, names: readonly string[], event: unknown): ConfigProblem | null {
  if (typeof event !== 'object' || event === null || Array.isArray(event)) {
    return {
      code: 'config/wrong-type',
      path: at,
      message: 'allowed: an object {"round":…,"event":…}',
    };
  }
  const stranger = Object.keys(event).find((name) => name !== 'round' && name !== 'event');
  if (stranger !== undefined) {
    return {
      code: 'config/unknown-field',
      path: `${at}/${stranger.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      message: 'an event has the fields round and event',
    };
  }
  const { round, event: name } = event as { round?: unknown; event?: unknown };
  if (typeof round !== 'number') {
    return {
      code: 'config/wrong-type',
      path: `${at}/round`,
      message: 'allowed: an integer 0…10000',
    };
  }
  if (!Number.isInteger(round) || round < 0 || round > 10_000) {
    return {
      code: 'config/out-of-range',
      path: `${at}/round`,
      message: `got ${round}, allowed integers 0…10000`,
    };
  }
  if (typeof name !== 'string') {
    return {
      code: 'config/wrong-type',
      path: `${at}/event`,
      message: `allowed: one of ${names.join(', ')}`,
    };
  }
  if (names.includes(name)) return null;
  return {
    code: 'config/out-of-range',
    path: `${at}/event`,
    message: `got ${JSON.stringify(name.slice(0, 60))}, allowed one of ${names.join(', ')}`,
  };
}

/** In order of their rounds; events of one round keep theirs. */
export function orderedEvents(events: readonly LifecycleEvent[]): LifecycleEvent[] {
  return events
    .map(({ round, event }) => ({ round, event }))
    .sort((one, other) => one.round - other.round);
}
