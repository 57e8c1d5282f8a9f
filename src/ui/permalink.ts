/**
 * The state of a screen ⇄ the fragment of its address, "#/lab?seed=7&n=4000&c=eve.attack:intercept-resend".
 *
 *   canonical   keys in one order, defaults left out: the same state is always the same link
 *   v seed n pov step t sp c view th hide ans
 *   c           dotted.path:value joined by "~"; bare words are strings, anything else is JSON
 *
 * A bad field of the configuration is reported with its path, never dropped. A bad view value is
 * clamped and reported; a view key that is not known is ignored.
 */
import type { Observer, Step } from '../scenarios/actors.ts';
import type { ConfigProblem } from '../scenarios/config.ts';
import type { Speed } from '../store/playhead.ts';
import { HOME, pathOf, type Route, routeOf } from './routes.ts';

const STATE_VERSION = 1;

export type Frame = 'auto' | 'present' | 'embed';
export const HIDEABLE = ['ledger', 'chart', 'controls', 'text'] as const;
export type Hideable = (typeof HIDEABLE)[number];

/** Fields of the configuration that differ from the default, by dotted path. */
export type Differences = Readonly<Record<string, unknown>>;

export interface LinkView {
  readonly observer: Observer;
  readonly step: Step | null;
  readonly instant: number | null;
  readonly speed: Speed;
  readonly frame: Frame;
  /** null: as the viewer's settings say. */
  readonly theme: 'light' | 'dark' | null;
  readonly hide: readonly Hideable[];
  /** Present: false hides answers until they are revealed. */
  readonly answers: boolean;
}

export interface LinkState extends LinkView {
  readonly route: Route;
  readonly config: Differences;
}

export interface ReadLink {
  readonly state: LinkState;
  /** Of the configuration; with any of these the run must not start as if nothing were wrong. */
  readonly problems: readonly ConfigProblem[];
  /** View values that were not possible, as "key=value", and paths that lead nowhere. */
  readonly clamped: readonly string[];
}

export const DEFAULT_VIEW: LinkView = {
  observer: 'everyone',
  step: null,
  instant: null,
  speed: '10',
  frame: 'auto',
  theme: null,
  hide: [],
  answers: true,
};

const OBSERVER_LETTERS = { all: 'everyone', a: 'alice', b: 'bob', e: 'eve' } as const;
const SPEED_NAMES = ['1', '10', '1k', '1M'] as const;
const BARE_WORD = /^[A-Za-z][A-Za-z0-9-]*$/;
const JSON_WORDS = new Set(['true', 'false', 'null']);

/** The fragment of a state, "#" included. */
export function writeLink(state: LinkState): string {
  const { seed, 'exchange.photons': photons, ...rest } = state.config;
  const letter = Object.entries(OBSERVER_LETTERS).find(([, who]) => who === state.observer)?.[0];
  const pairs: [string, string | null][] = [
    ['seed', seed === undefined ? null : encoded(JSON.stringify(seed))],
    ['n', photons === undefined ? null : encoded(JSON.stringify(photons))],
    ['pov', state.observer === 'everyone' ? null : (letter ?? null)],
    ['step', state.step === null ? null : String(state.step)],
    ['t', state.instant === null ? null : String(state.instant)],
    ['sp', state.speed === DEFAULT_VIEW.speed ? null : state.speed],
    ['c', Object.keys(rest).length === 0 ? null : writeDifferences(rest)],
    ['view', state.frame === 'auto' ? null : state.frame],
    ['th', state.theme],
    [
      'hide',
      state.hide.length === 0
        ? null
        : HIDEABLE.filter((part) => state.hide.includes(part)).join('+'),
    ],
    ['ans', state.answers ? null : '0'],
  ];
  const query = pairs
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key}=${value}`);
  return `#${pathOf(state.route)}${query.length === 0 ? '' : `?${query.join('&')}`}`;
}

/** Reads any fragment. It never throws: a link may have passed through a chat, a mail, a slide. */
export function readLink(fragment: string): ReadLink {
  const text = fragment.replace(/^#/, '');
  const cut = text.indexOf('?');
  const path = cut < 0 ? text : text.slice(0, cut);
  const query = new Map<string, string>();
  for (const pair of cut < 0 ? [] : text.slice(cut + 1).split('&')) {
    const equals = pair.indexOf('=');
    if (equals > 0) query.set(pair.slice(0, equals), pair.slice(equals + 1));
  }
  const clamped: string[] = [];
  const found = routeOf(decoded(path));
  if (!found) clamped.push(decoded(path));
  const { config, problems } = readConfig(query);
  return {
    state: { route: found ?? HOME, config, ...readView(query, clamped) },
    problems,
    clamped,
  };
}

function readView(query: ReadonlyMap<string, string>, clamped: string[]): LinkView {
  const get = <Value>(
    key: string,
    otherwise: Value,
    parse: (text: string) => Value | undefined,
  ) => {
    const raw = query.get(key);
    if (raw === undefined) return otherwise;
    const value = parse(decoded(raw));
    if (value !== undefined) return value;
    clamped.push(`${key}=${decoded(raw)}`);
    return otherwise;
  };
  const nearest = (key: string, low: number, high: number): number | null => {
    const given = get<number | null>(key, null, (text) =>
      /^-?\d+$/.test(text) ? Number(text) : undefined,
    );
    if (given === null) return null;
    const near = Math.min(high, Math.max(low, given));
    if (near !== given) clamped.push(`${key}=${given}`);
    return near;
  };
  get('v', STATE_VERSION, (text) => (text === String(STATE_VERSION) ? STATE_VERSION : undefined));
  return {
    observer: get<Observer>('pov', 'everyone', (text) =>
      Object.hasOwn(OBSERVER_LETTERS, text)
        ? OBSERVER_LETTERS[text as keyof typeof OBSERVER_LETTERS]
        : undefined,
    ),
    step: nearest('step', 1, 5) as Step | null,
    instant: nearest('t', 0, Number.MAX_SAFE_INTEGER),
    speed: get<Speed>('sp', DEFAULT_VIEW.speed, (text) =>
      SPEED_NAMES.find((name) => name === text),
    ),
    frame: get<Frame>('view', 'auto', (text) =>
      text === 'present' || text === 'embed' ? text : undefined,
    ),
    theme: get<'light' | 'dark' | null>('th', null, (text) =>
      text === 'light' || text === 'dark' ? text : undefined,
    ),
    hide: get<readonly Hideable[]>('hide', [], (text) => {
      const names = text.split(/[+, ]/).filter(Boolean);
      const known = HIDEABLE.filter((part) => names.includes(part));
      return known.length === new Set(names).size ? known : undefined;
    }),
    answers: get('ans', true, (text) => (text === '0' ? false : text === '1' ? true : undefined)),
  };
}

function readConfig(query: ReadonlyMap<string, string>) {
  const config: Record<string, unknown> = {};
  const problems: ConfigProblem[] = [];
  const put = (path: string, value: unknown) => {
    if (Object.hasOwn(config, path)) {
      problems.push({
        code: 'config/contradiction',
        path: pointer(path),
        message: 'given twice; allowed: once',
      });
    }
    config[path] = value;
  };
  const seed = query.get('seed');
  if (seed !== undefined) {
    const value = jsonOf(decoded(seed));
    if (typeof value === 'number' || typeof value === 'string') {
      put('seed', value);
    } else {
      problems.push({
        code: 'config/wrong-type',
        path: '/seed',
        message: `got ${decoded(seed)}, allowed: 0…4294967295, or a text in double quotes`,
      });
    }
  }
  const photons = query.get('n');
  if (photons !== undefined) put('exchange.photons', jsonOf(decoded(photons)) ?? decoded(photons));
  for (const item of (query.get('c') ?? '').split('~').filter(Boolean)) {
    const colon = item.indexOf(':');
    const path = decoded(colon < 0 ? item : item.slice(0, colon));
    const steps = path.split('.');
    if (colon < 0 || steps.some((step) => !BARE_WORD.test(step) || step === 'constructor')) {
      problems.push({
        code: 'config/unknown-field',
        path: pointer(path),
        message: 'not a field with a value; allowed: field:value',
      });
      continue;
    }
    put(path, readValue(decoded(item.slice(colon + 1))));
  }
  return { config, problems };
}

function writeDifferences(differences: Differences): string {
  return Object.entries(differences)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, value]) => `${path}:${encoded(writeValue(value))}`)
    .join('~');
}

function writeValue(value: unknown): string {
  const bare = typeof value === 'string' && BARE_WORD.test(value) && !JSON_WORDS.has(value);
  return bare ? value : JSON.stringify(value);
}

/** JSON, or the text itself: what it should have been is the configuration's own rule to say. */
function readValue(text: string): unknown {
  const value = jsonOf(text);
  return value === undefined ? text : value;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** encodeURIComponent leaves "~" alone, which separates our fields. */
function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll('~', '%7E');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function pointer(path: string): string {
  return `/${path.replaceAll('.', '/')}`;
}
