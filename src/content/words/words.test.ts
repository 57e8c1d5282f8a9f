import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { fields } from '../../scenarios/config-fields.ts';
import { en } from './en.ts';
import { enLater } from './en-later.ts';
import { formatMessage, type Message, readMessage } from './message.ts';
import { speaker } from './words.ts';

const AREAS = join(import.meta.dirname, 'en');

test('no two areas use the same key, and every area is in the catalogue', async () => {
  const files = readdirSync(AREAS).filter((name) => name.endsWith('.ts'));
  const seen = new Map<string, string>();
  for (const file of files) {
    const area: Record<string, Readonly<Record<string, string>>> = await import(`./en/${file}`);
    for (const [key, text] of Object.entries(Object.values(area)[0]!)) {
      const before = seen.get(key);
      // An area may gather others.
      if (before !== undefined) expect(before, key).toBe(text);
      seen.set(key, text);
    }
  }
  expect(Object.keys(en).filter((key) => key in enLater)).toEqual([]);
  expect(new Set([...Object.keys(en), ...Object.keys(enLater)])).toEqual(new Set(seen.keys()));
});

/** Files that the first view loads: all that main.tsx reaches by plain imports. */
function firstView(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, path] of readFileSync(file, 'utf8').matchAll(
    /^(?:import|export)(?! type)[^;]*?from '(\.[^']+)';/gms,
  )) {
    if (/\.tsx?$/.test(path!)) firstView(join(dirname(file), path!), seen);
  }
  return seen;
}

test('the first view says nothing that comes only later', () => {
  // A few words are called like the configuration field they are about.
  const later = new Set<string>(Object.keys(enLater).filter((key) => !(key in fields)));
  const files = [...firstView(join(import.meta.dirname, '../../main.tsx'))];
  expect(files.length).toBeGreaterThan(100);
  const early = files
    .filter((file) => !file.includes('/words/en'))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/'([a-zA-Z0-9.-]+)'/g)]
        .filter(([, key]) => later.has(key!))
        .map(([, key]) => `${file}: ${key}`),
    );
  expect(early).toEqual([]);
});

/** Every hole of a message, with values that reach each of its cases. */
function holes(message: Message, found = new Map<string, fc.Arbitrary<string | number>>()) {
  for (const part of message) {
    if (part.kind === 'plural' || part.kind === 'select') {
      for (const inner of part.cases.values()) holes(inner, found);
      const value =
        part.kind === 'select'
          ? fc.constantFrom(...part.cases.keys(), 'nobody')
          : fc.oneof(fc.constantFrom(0, 1, 2), fc.nat(1e7));
      found.set(part.name, value);
    } else if (part.kind === 'number') {
      found.set(part.name, fc.oneof(fc.nat(1e7), fc.double({ min: 0, max: 1, noNaN: true })));
    } else if (part.kind === 'value' && !found.has(part.name)) {
      found.set(part.name, fc.string());
    }
  }
  return found;
}

test('every message says what a full implementation of ICU says, and says it calmly', () => {
  for (const [key, text] of Object.entries<string>({ ...en, ...enLater })) {
    expect(text, key).not.toContain('!');
    const message = readMessage(text, 'en');
    // The full one has no hyphens in the names of cases; ours may.
    const full = new IntlMessageFormat(unhyphened(text), 'en', undefined, { ignoreTag: true });
    const values = fc.record(Object.fromEntries(holes(message)));
    fc.assert(
      fc.property(values, (given) => {
        const plain = Object.fromEntries(
          Object.entries(given).map(([name, value]) => [name, unhyphenedCase(value, text)]),
        );
        expect(formatMessage(message, given, 'en'), key).toBe(String(full.format(plain)));
      }),
      { numRuns: 12 },
    );
  }
});

const CASE_NAME = /([\w]+(?:-[\w]+)+)(?=\s*\{)/g;
function unhyphened(text: string): string {
  return text.replace(CASE_NAME, (name) => name.replaceAll('-', '_'));
}
function unhyphenedCase(value: string | number, text: string): string | number {
  const names: readonly string[] = text.match(CASE_NAME) ?? [];
  return typeof value === 'string' && names.includes(value) ? value.replaceAll('-', '_') : value;
}

test('a message fills its holes, with plurals and cases', () => {
  const say = speaker(
    {
      bits: '{n, plural, =0 {none} one {# bit} other {# bits}} of {all, number}',
      share: '{p, number, ::percent .0} or {p, number, ::percent .##}',
      verdict: '{v, select, stopped-seal {a seal} other {none}}',
    },
    'en',
  );
  expect(say('bits', { n: 0, all: 1200 })).toBe('none of 1,200');
  expect(say('bits', { n: 1, all: 1200 })).toBe('1 bit of 1,200');
  expect(say('bits', { n: 1000, all: 1200 })).toBe('1,000 bits of 1,200');
  expect(say('share', { p: 0.25 })).toBe('25.0% or 25%');
  expect(say('verdict', { v: 'stopped-seal' })).toBe('a seal');
});

test('a message that cannot be read, or lacks a value, is an error that names it', () => {
  const say = speaker({ open: 'a {b', noOther: '{n, plural, one {x}}', hole: '{name}' }, 'en');
  for (const key of ['open', 'noOther'] as const) expect(() => say(key)).toThrow(SyntaxError);
  expect(() => say('hole')).toThrow(/"name"/);
});
