import { expect, test } from 'vitest';
import { enLater } from '../../../content/words/en-later.ts';
import { learnWords, say } from '../../../content/words/use-words.ts';
import type { LetterView } from '../../../scenarios/knowledge/view.ts';
import { letterSays, shortTag } from './letter-words.ts';

learnWords(enLater);

const letter = (content: LetterView['content'], range: LetterView['range'] = null): LetterView => ({
  index: 0,
  at: 512,
  kind: content.kind,
  step: 1,
  link: 0,
  claimedFrom: 'alice',
  writtenBy: 'alice',
  to: 'bob',
  range,
  content,
  symbols: [],
  alphabet: 'none',
  bytes: new Uint8Array(0),
  seal: 'none',
  tagHex: null,
  expectedTagHex: null,
});

test('photons are counted from one', () => {
  const bases = letter({ kind: 'bases', announced: 512 }, { from: 0, to: 512 });
  expect(letterSays(say, bases)).toBe('My bases of photons 1–\u2060512');
});

test('a stop says its reason', () => {
  const stop = letter({ kind: 'decision', go: false, tested: 100, errors: 25, reason: 'errors' });
  expect(letterSays(say, stop)).toBe('Stop: 25 of 100 test bits differ');
});

test('a tag is shown in groups of four', () => {
  expect(shortTag('cb4782f7aa')).toBe('cb47 82f7');
  expect(shortTag('7f')).toBe('7f');
});

test('every reason to stop is a sentence of its own', () => {
  const said = (['errors', 'seal', 'nothing-left', 'pool-dry', 'unequal', 'stranger'] as const).map(
    (reason) =>
      letterSays(say, letter({ kind: 'decision', go: false, tested: 9, errors: 1, reason })),
  );
  expect(new Set(said).size).toBe(said.length);
});

test('a go-on says of what it is sure', () => {
  const go = letter({ kind: 'decision', go: true, tested: 0, errors: 0, reason: 'fine' });
  expect(letterSays(say, { ...go, step: 2 })).toBe('Go on: 0 of 0 test bits differ');
  expect(letterSays(say, { ...go, step: 3 })).toBe('Go on: my hash is the same');
  expect(letterSays(say, { ...go, step: 4 })).toBe('Go on: I shrink in the same way');
});

test('an envelope names its cipher and its length, not its text', () => {
  const ciphertext = new Uint8Array(51);
  const sent = letter({ kind: 'envelope', cipher: 'one-time-pad', ciphertext, altered: false });
  expect(letterSays(say, sent)).toBe('A closed envelope: 51 bytes, one-time pad');
});
