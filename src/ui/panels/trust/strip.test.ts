import { expect, test } from 'vitest';
import { stripOf } from './strip.ts';

const session = {
  method: 'ed25519',
  loss: 'rogue-ca',
  timing: 'before',
  verdict: 'fooled',
} as const;

test('a link breaks where a run fooled somebody, and dims what rests on it', () => {
  expect(stripOf(session)).toEqual({
    anchor: 'broken',
    toAnchor: 'breaks',
    toSealer: 'holds',
    dimmed: true,
  });
});

test.each([
  ['the run stopped', { ...session, verdict: 'stopped-seal' }],
  ['nobody can tell', { ...session, verdict: null }],
  ['a public key was copied', { ...session, loss: 'public-key-copied', verdict: 'stopped-seal' }],
] as const)('nothing breaks when %s', (_, given) => {
  expect(stripOf(given)).toMatchObject({ anchor: 'whole', toAnchor: 'holds', dimmed: false });
});

test('what breaks after the session leaves the session as it was', () => {
  expect(stripOf({ ...session, timing: 'after', verdict: 'key' })).toMatchObject({
    anchor: 'later',
    toAnchor: 'holds',
    dimmed: false,
  });
});

test('without seals the letters rest on nothing, and the anchor has no part in it', () => {
  expect(stripOf({ ...session, method: 'none' })).toMatchObject({
    anchor: 'whole',
    toSealer: 'missing',
    dimmed: true,
  });
});
