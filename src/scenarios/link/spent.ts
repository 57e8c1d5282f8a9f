/** Sealing key that a session used up. Both ends spend the same masks. */
import type { RunConfig } from '../config.ts';
import { repeatsMasks, signs } from '../sealing-traits.ts';
import type { End, TalkLink } from './talk.ts';

/** Key bits this end has used on seals, made and checked. */
export function spentAt({ main, key }: End, config: RunConfig): number {
  if (config.authentication.method === 'none' || signs(config) || key === null) return 0;
  const used = main.used.made + main.used.checked;
  if (used === 0) return 0;
  // A repeated mask is spent once, which is exactly the fault.
  return key.upFront + key.perSeal * (repeatsMasks(config) ? Math.min(used, 2) : used);
}

/** Of the honest ends; where a session broke off, the end that spent more counts. */
export function spentOnSeals(links: readonly TalkLink[], config: RunConfig): number {
  const honest = links.flatMap(({ ends }) =>
    [ends.alice, ends.bob].filter(({ actor }) => actor !== 'eve'),
  );
  return Math.max(0, ...honest.map((end) => spentAt(end, config)));
}
