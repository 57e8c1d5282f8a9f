/**
 * One door for configurations: the command line, permalinks and receipts all come through here.
 * Nothing unknown and nothing unbuilt is accepted; every problem names its field and what is allowed.
 */
import { utf8 } from '../core/random/streams.ts';
import type {
  ConfigProblem,
  DecoyConfig,
  LifecycleEvent,
  ParsedConfig,
  RunConfig,
} from './config.ts';
import { contradictionsIn, SIGNATURES } from './config-contradictions.ts';
import { decoysProblem, plainDecoys } from './config-decoys.ts';
import { eventsProblem, orderedEvents } from './config-events.ts';
import { type FieldRule, fields, later } from './config-fields.ts';
import { shown } from './config-problems.ts';
import { ordered, setProblem } from './config-sets.ts';

type Flat = Record<string, unknown>;

function unwrap(parsed: ParsedConfig): RunConfig {
  if (!parsed.ok) throw new Error(`the defaults do not parse: ${parsed.problems[0]?.message}`);
  return parsed.config;
}

/** RFC 6901. No field's own name holds a dot. */
const pointerTo = (names: readonly string[]) =>
  names.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
const pointer = (path: string) => pointerTo(path.split('.'));

function isSection(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a configuration, complete or partial; defaults fill what is left out. */
export function parseConfig(input: unknown): ParsedConfig {
  if (!isSection(input)) {
    return {
      ok: false,
      problems: [
        {
          code: 'config/wrong-type',
          path: '',
          message: `got ${shown(input)}, allowed: one JSON object`,
        },
      ],
    };
  }
  const problems: ConfigProblem[] = [];
  const flat: Flat = {};
  flatten(input, [], flat, problems);
  return parseFlat(flat, problems);
}

/** The same for dotted paths, as a permalink holds them. */
export function configFromDifferences(
  differences: Readonly<Record<string, unknown>>,
): ParsedConfig {
  return parseFlat(differences, []);
}

/** Every field whose value is not its default, by dotted path. */
export function configDifferences(config: RunConfig): Record<string, unknown> {
  const given: Flat = {};
  flatten(config as unknown as Record<string, unknown>, [], given, []);
  const plain = flatDefaults(given);
  return Object.fromEntries(
    Object.entries(given).filter(([path, value]) => !isSame(plain[path], value)),
  );
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || (Array.isArray(one) && JSON.stringify(one) === JSON.stringify(other));
}

/** Only names of the table are ever written into `into`, so no name of the input can do harm there. */
function flatten(
  section: Readonly<Record<string, unknown>>,
  above: readonly string[],
  into: Flat,
  problems: ConfigProblem[],
): void {
  for (const [name, value] of Object.entries(section)) {
    const names = [...above, name];
    const path = names.join('.');
    if (name.includes('.')) problems.push(strangerProblem(names, value));
    else if (Object.hasOwn(fields, path) || Object.hasOwn(later, path)) into[path] = value;
    else if (!isKnownSection(path)) problems.push(strangerProblem(names, value));
    else if (isSection(value)) flatten(value, names, into, problems);
    else {
      problems.push({
        code: 'config/wrong-type',
        path: pointerTo(names),
        message: `got ${shown(value)}, allowed: an object`,
      });
    }
  }
}

function isKnownSection(path: string): boolean {
  const prefix = `${path}.`;
  return [...Object.keys(fields), ...Object.keys(later)].some((known) => known.startsWith(prefix));
}

function parseFlat(given: Flat, problems: ConfigProblem[]): ParsedConfig {
  for (const [path, value] of Object.entries(given)) {
    const rule = Object.hasOwn(fields, path) ? fields[path] : undefined;
    const problem = rule ? checkField(path, rule, value) : strangerProblem(path.split('.'), value);
    if (problem) problems.push(problem);
  }
  if (problems.length > 0) return { ok: false, problems };
  const values = { ...flatDefaults(given), ...given };
  problems.push(...contradictionsIn(values, given));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, config: freeze(assemble(values)) };
}

function strangerProblem(names: readonly string[], value: unknown): ConfigProblem {
  const path = names.join('.');
  if (Object.hasOwn(later, path)) {
    return {
      code: 'config/not-supported',
      path: pointerTo(names),
      message: `got ${shown(value)}, but "${path}" is not built yet`,
    };
  }
  return {
    code: 'config/unknown-field',
    path: pointerTo(names),
    message: `there is no field ${shown(path)}; fields are ${Object.keys(fields).join(', ')}`,
  };
}

function checkField(path: string, rule: FieldRule, value: unknown): ConfigProblem | null {
  const at = pointer(path);
  const wrong = (code: ConfigProblem['code'], allowed: string): ConfigProblem => ({
    code,
    path: at,
    message: `got ${shown(value)}, allowed ${allowed}`,
  });
  switch (rule.kind) {
    case 'choice': {
      if (typeof value !== 'string')
        return wrong('config/wrong-type', `one of ${rule.values.join(', ')}`);
      if (rule.values.includes(value)) return null;
      const planned = rule.later?.includes(value) === true;
      return wrong(
        planned ? 'config/not-supported' : 'config/out-of-range',
        `${planned ? 'so far ' : ''}one of ${rule.values.join(', ')}`,
      );
    }
    case 'number': {
      const { multipleOf = null } = rule;
      const kind = multipleOf ? `multiples of ${multipleOf}, ` : rule.integer ? 'integers ' : '';
      const allowed = `${kind}${rule.min}…${rule.max}${rule.unit ? ` ${rule.unit}` : ''}`;
      if (typeof value !== 'number') return wrong('config/wrong-type', allowed);
      const fits = Number.isFinite(value) && value >= rule.min && value <= rule.max;
      const whole = !rule.integer || Number.isInteger(value);
      return fits && whole && (multipleOf === null || value % multipleOf === 0)
        ? null
        : wrong('config/out-of-range', allowed);
    }
    case 'seed': {
      const allowed = 'an integer 0…4294967295 or a string of 1…64 characters';
      if (typeof value === 'string') {
        const length = [...value].length;
        return length >= 1 && length <= 64 ? null : wrong('config/out-of-range', allowed);
      }
      if (typeof value !== 'number') return wrong('config/wrong-type', allowed);
      return Number.isInteger(value) && value >= 0 && value <= 0xffffffff
        ? null
        : wrong('config/out-of-range', allowed);
    }
    case 'step': {
      const allowed = `one of ${rule.values.join(', ')}`;
      if (typeof value !== 'number') return wrong('config/wrong-type', allowed);
      return rule.values.includes(value) ? null : wrong('config/out-of-range', allowed);
    }
    case 'set':
      return setProblem(at, rule.values, value);
    case 'switch':
      return typeof value === 'boolean' ? null : wrong('config/wrong-type', 'true or false');
    case 'text': {
      const allowed = `a text of ${rule.min}…${rule.max} bytes in UTF-8`;
      if (typeof value !== 'string') return wrong('config/wrong-type', allowed);
      const bytes = utf8(value).length;
      if (bytes >= rule.min && bytes <= rule.max) return null;
      return {
        code: 'config/out-of-range',
        path: at,
        message: `got a text of ${bytes} bytes, allowed ${allowed}`,
      };
    }
    case 'decoys':
      return decoysProblem(at, rule, value);
    case 'events':
      return eventsProblem(path, rule.values, value);
    case 'choice-or-angle': {
      const allowed = `${rule.values.join(', ')}, or an angle in degrees, −360…360`;
      if (typeof value === 'string') {
        return rule.values.includes(value) ? null : wrong('config/out-of-range', allowed);
      }
      if (typeof value !== 'number') return wrong('config/wrong-type', allowed);
      return Number.isFinite(value) && Math.abs(value) <= 360
        ? null
        : wrong('config/out-of-range', allowed);
    }
    default:
      rule satisfies never;
      return null;
  }
}

function flatDefaults(given: Flat): Flat {
  const values: Flat = {};
  for (const [path, rule] of Object.entries(fields)) values[path] = rule.byDefault;
  const photons = (given['exchange.photons'] ?? values['exchange.photons']) as number;
  values['exchange.pulsesPerLetter'] = lettersCovering(photons);
  const signs = SIGNATURES.has(given['authentication.method'] as string);
  values['authentication.trustAnchor'] = signs ? 'pki' : 'pre-shared-key';
  if (!signs) values['authentication.tagBits'] = 128;
  const textbook = given['reconciliation.variant'] === 'textbook';
  values['reconciliation.passes'] = textbook ? 4 : 14;
  values['reconciliation.subBlockReuse'] = !textbook;
  if (given['scenario'] === 'lifecycle') values['eve.attack'] = 'man-in-the-middle';
  return values;
}

/** 512, doubled until 64 letters cover the run. */
function lettersCovering(photons: number): number {
  let pulses = 512;
  while (pulses * 64 < photons) pulses *= 2;
  return pulses;
}

function assemble(values: Flat): RunConfig {
  const fibre = values['channel.lengthKm'] !== null;
  const config: Record<string, unknown> = {};
  for (const path of Object.keys(fields)) {
    if (path === 'channel.lossDb' ? fibre : path.startsWith('channel.l') && !fibre) continue;
    if (values[path] === null) continue;
    const [section, name] = path.split('.') as [string, string | undefined];
    if (name === undefined) config[section] = values[path];
    else {
      config[section] ??= {};
      (config[section] as Record<string, unknown>)[name] = values[path];
    }
  }
  const lifecycle = config['lifecycle'] as { events: readonly LifecycleEvent[] };
  lifecycle.events = orderedEvents(lifecycle.events);
  const exchange = config['exchange'] as { decoys: readonly DecoyConfig[] };
  exchange.decoys = plainDecoys(exchange.decoys);
  const rndl = config['rndl'] as { whatIf: readonly string[] };
  rndl.whatIf = ordered(rndl.whatIf, fields['rndl.whatIf']!);
  const devices = config['devices'] as { fixes: readonly string[] };
  devices.fixes = ordered(devices.fixes, fields['devices.fixes']!);
  // Every field was just checked against the table this object is made from.
  return config as unknown as RunConfig;
}

function freeze<T extends object>(value: T): T {
  for (const inner of Object.values(value)) {
    if (typeof inner === 'object' && inner !== null) freeze(inner);
  }
  return Object.freeze(value);
}

// Last, because parsing reads the constants above.
export const DEFAULT_CONFIG: RunConfig = unwrap(parseConfig({}));
