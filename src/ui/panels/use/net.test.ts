import { expect, test } from 'vitest';
import type { UseView } from '../../../scenarios/knowledge/steps-view.ts';
import { netSays } from './net.ts';

const sealed = { sealed: true } as UseView['envelope'];

test('the seal of the envelope, made after the refill, is named apart', () => {
  expect(netSays({ net: 744, refilled: 256, spentOnSeals: 256, envelope: sealed })).toEqual({
    key: 'use.net',
    values: { refilled: 256, net: 744 },
  });
  expect(netSays({ net: 616, refilled: 256, spentOnSeals: 384, envelope: sealed })).toEqual({
    key: 'use.net-late',
    values: { refilled: 256, late: 128, net: 616 },
  });
});

test('a run that spent more than it made ends poorer, and seals may be free', () => {
  expect(netSays({ net: -6, refilled: 122, spentOnSeals: 128, envelope: null }).key).toBe(
    'use.net-negative',
  );
  expect(netSays({ net: 5, refilled: 0, spentOnSeals: 0, envelope: null }).key).toBe(
    'use.net-free',
  );
});
