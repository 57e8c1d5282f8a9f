import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { panelWords } from './en/panels.ts';
import { partsWords } from './en/parts.ts';
import { shellWords } from './en/shell.ts';
import { stageWords } from './en/stage.ts';
import { en } from './en.ts';
import { speaker } from './words.ts';

test('no two areas use the same key', () => {
  const areas = [shellWords, partsWords, stageWords, panelWords];
  const keys = areas.reduce((sum, words) => sum + Object.keys(words).length, 0);
  expect(Object.keys(en)).toHaveLength(keys);
});

test('every message is ICU that can be read, and calm', () => {
  for (const [key, text] of Object.entries<string>(en)) {
    expect(
      () => new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }),
      key,
    ).not.toThrow();
    expect(text, key).not.toContain('!');
  }
});

test('a message fills its holes, with plurals', () => {
  const say = speaker({ bits: '{n, plural, one {# bit} other {# bits}} of {all, number}' }, 'en');
  expect(say('bits', { n: 1, all: 1200 })).toBe('1 bit of 1,200');
  expect(say('bits', { n: 1000, all: 1200 })).toBe('1,000 bits of 1,200');
});
