import type { WordKey } from '../../../content/words/use-words.ts';
import type { UseView } from '../../../scenarios/knowledge/steps-view.ts';

interface Says {
  readonly key: WordKey;
  readonly values: Readonly<Record<string, number>>;
}

/**
 * What the run earned, in words that add up with its ledger: the seal of the envelope is made after the
 * pool was refilled, so it is spent and not paid back.
 */
export function netSays(
  view: Pick<UseView, 'net' | 'refilled' | 'spentOnSeals' | 'envelope'>,
): Says {
  const { net, refilled, spentOnSeals, envelope } = view;
  if (net < 0) return { key: 'use.net-negative', values: { spent: spentOnSeals, net: -net } };
  if (spentOnSeals === 0) return { key: 'use.net-free', values: { net } };
  const late = envelope?.sealed ? spentOnSeals - refilled : 0;
  if (late > 0) return { key: 'use.net-late', values: { refilled, late, net } };
  return { key: 'use.net', values: { refilled, net } };
}
