import { describe, expect, test } from 'vitest';
import { cardsWords } from '../words/en/cards.ts';
import { LOOKED_UP } from './fact.ts';
import { facts, sides, stations } from './positions.ts';

/** What ends a sentence: a stop before a capital or the end; "FIPS 203." is one, "V1.1.1" is not. */
function sentences(text: string): string[] {
  return text.split(/(?<=[.?])\s+/).filter(Boolean);
}
const words = (sentence: string) => sentence.split(/\s+/).filter((word) => /\w/.test(word)).length;

const texts = [
  ...facts.map(({ id, claim }): [string, string] => [id, claim]),
  ...facts.flatMap(({ id, via }): [string, string][] => (via === null ? [] : [[id, via]])),
  ...Object.entries<string>(cardsWords),
];

describe('fact cards', () => {
  test('every card has a source that can be looked up, a date and a status', () => {
    expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
    for (const { id, claim, source, asOf, status, via } of facts) {
      expect(claim, id).toMatch(/\.$/);
      expect(source.title && source.publisher, id).toBeTruthy();
      expect(new URL(source.url).protocol, id).toBe('https:');
      expect(asOf, id).toMatch(/^20\d\d(-[01]\d(-[0-3]\d)?)?$/);
      expect(asOf <= LOOKED_UP, id).toBe(true);
      // A second-hand card names where it was read and bears that reference's date, the rest today's.
      expect(via !== null, id).toBe(status === 'secondary');
      if (status !== 'secondary') expect(asOf, id).toBe(LOOKED_UP);
    }
  });

  test('each status occurs: the filter never shows an empty list', () => {
    const statuses = new Set(facts.map(({ status }) => status));
    expect(statuses).toEqual(new Set(['checked', 'secondary', 'not-verified']));
  });

  test('the two sides speak of the same subjects, as often and about as long', () => {
    const subjects = (side: 'doubt' | 'build') => sides[side].map(({ id }) => id);
    expect(subjects('build')).toEqual(subjects('doubt'));
    expect(subjects('doubt')).toHaveLength(5);
    const length = (side: 'doubt' | 'build') =>
      sides[side]
        .flatMap(({ id }) => [
          cardsWords[`cards.${side}.${id}`],
          cardsWords[`cards.${side}.${id}.run`],
        ])
        .join(' ').length;
    const ratio = length('build') / length('doubt');
    expect(ratio).toBeGreaterThan(0.8);
    expect(ratio).toBeLessThan(1.25);
  });

  test('every point rests on a card, and no point on one that is not verified', () => {
    for (const { id, fact } of [...sides.doubt, ...sides.build]) {
      const card = facts.find((one) => one.id === fact);
      expect(card, id).toBeDefined();
      expect(card?.status, id).not.toBe('not-verified');
    }
  });

  test('the lists for laboratories stand at the evaluation and have their cards', () => {
    const withLists = stations.filter(({ standards }) => standards.length > 0);
    expect(withLists.map(({ id }) => id)).toEqual(['evaluation']);
    for (const number of withLists.flatMap(({ standards }) => standards)) {
      const editions = facts.map(({ source }) => `${source.publisher} ${source.edition}`);
      expect(
        editions.some((edition) => edition.includes(number)),
        number,
      ).toBe(true);
    }
  });

  test('short sentences, spoken calmly', () => {
    for (const [key, text] of texts) {
      expect(text, key).not.toContain('!');
      for (const sentence of sentences(text)) {
        expect(words(sentence), `${key}: ${sentence}`).toBeLessThanOrEqual(18);
      }
    }
  });
});
