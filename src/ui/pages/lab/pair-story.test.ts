import { expect, test } from 'vitest';
import { enLater } from '../../../content/words/en-later.ts';
import { learnWords, say } from '../../../content/words/use-words.ts';
import { parseConfig } from '../../../scenarios/config-parse.ts';
import { runConfig } from '../../../scenarios/execute.ts';
import { viewOf } from '../../../scenarios/knowledge/view-of.ts';
import { fullTrustKit } from '../../../scenarios/trust/full-kit.ts';
import { type Sentence, type Story, storyOfAll, storyOfEnd } from './pair-story.ts';

learnWords(enLater);

function middleman(authentication: object, surroundings: Parameters<typeof runConfig>[1] = {}) {
  const parsed = parseConfig({
    // Enough for a key in a run of its own size.
    exchange: { photons: 20_000 },
    eve: { attack: 'man-in-the-middle' },
    authentication,
  });
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  return runConfig(parsed.config, surroundings);
}

const text = (sentence: Sentence) => say(sentence.key, sentence.values);
function told({ title, figures }: Story): Record<string, string> {
  return Object.fromEntries([
    ['title', text(title)],
    ...figures.map(({ label, value }) => [
      say(label),
      typeof value === 'string' ? value : text(value),
    ]),
  ]);
}

test('seals off: Eve owns both keys, and the figures are the receipt’s', () => {
  const { receipt, stop } = middleman({ method: 'none' });
  expect(receipt.verdict).toBe('fooled');
  const story = told(storyOfAll(receipt, stop));
  const bits = (receipt.keys.alice?.bits ?? 0) + (receipt.keys.bob?.bits ?? 0);
  expect(story['title']).toBe('Eve owns both keys.');
  expect(story[say('pair.eve-knows')]).toBe(
    `${bits.toLocaleString('en')} of ${bits.toLocaleString('en')}`,
  );
  expect(story[say('pair.qber-alice')]).toBe('0.0%');
  expect(story[say('pair.odds')]).toBeUndefined();
});

test.each(['wegman-carter', 'hmac-sha-256'])(
  '%s: an end refuses, and nothing is claimed of a key',
  (method) => {
    const { receipt, stop } = middleman({ method });
    expect(receipt.verdict).toBe('stopped-seal');
    const story = told(storyOfAll(receipt, stop));
    expect(story['title']).toMatch(/^(Alice|Bob) refuses to go on\.$/);
    expect(story[say('pair.key-bits')]).toBe('0');
    expect(story[say('pair.eve-knows')]).toBe('0');
    expect(story[say('pair.odds')]).toMatch(/1 in 2¹²/);
  },
);

test('key leaked: the seals fit, and Eve owns both keys again', () => {
  const { receipt, stop } = middleman({ method: 'wegman-carter', broken: 'key-leaked' });
  const story = storyOfAll(receipt, stop);
  expect(told(story)['title']).toBe('Eve owns both keys.');
  expect(story.why?.key).toBe('pair.why.leaked');
});

test('Bob alone can say that all went well, when he is fooled', () => {
  const run = middleman({ method: 'none' });
  const story = told(storyOfEnd(viewOf(run, 'bob', run.length), 'bob'));
  expect(story['title']).toBe(say('pair.own.key'));
  expect(JSON.stringify(story)).not.toContain('Eve');
});

test('one stolen key fools the other end only, and the story says so', () => {
  const run = middleman(
    { method: 'ed25519', broken: 'private-key-stolen', stolenFrom: 'alice' },
    { kit: fullTrustKit },
  );
  expect(run.receipt.verdict).toBe('fooled');
  const story = storyOfAll(run.receipt, run.stop);
  expect(told(story)['title']).toBe('Eve owns a key.');
  expect(text(story.eyebrow)).toBe('Finished at one end');
  expect(story.why?.key).toBe('pair.why.one-sided');
});

test('a copied public key breaks nothing: an end refuses', () => {
  const { receipt, stop } = middleman(
    { method: 'ed25519', broken: 'public-key-copied' },
    { kit: fullTrustKit },
  );
  expect(receipt.verdict).toBe('stopped-seal');
  expect(storyOfAll(receipt, stop).why?.key).toBe('pair.why.stopped-seal');
});
