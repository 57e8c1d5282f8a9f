import { expect, test } from 'vitest';
import { withoutBadFields } from './address.ts';

test('what cannot stand is left out, and the rest is kept', () => {
  expect(
    withoutBadFields({
      seed: 7,
      'exchange.photons': 99_999_999_999,
      'eve.attack': 'intercept-resend',
      'eve.fraction': 7,
      'eve.foo': 1,
    }),
  ).toEqual({ seed: 7, 'eve.attack': 'intercept-resend' });
});

test('fields that contradict each other are both left out', () => {
  const rest = withoutBadFields({ 'channel.lossDb': 3, 'channel.lengthKm': 50, seed: 1 });
  expect(rest['seed']).toBe(1);
  expect('channel.lossDb' in rest && 'channel.lengthKm' in rest).toBe(false);
});
