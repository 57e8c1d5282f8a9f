/** Who holds which sealing key before the first letter. */
import type { ActorId } from '../actors.ts';
import type { RunConfig } from '../config.ts';
import type { Party } from '../trust/contract.ts';
import { type SealingKey, sealingKeyOf } from '../trust/pre-shared-key.ts';

export interface Sealing {
  /** The key that `actor` holds at the end of a link where she stands as `as`; null: none. */
  keyFor(link: 0 | 1, as: Party, actor: ActorId): SealingKey | null;
}

/** The store a courier left; Eve has it too if it leaked. */
export function preSharedSealing(config: RunConfig): Sealing {
  const key = sealingKeyOf(config);
  const leaked = config.authentication.broken === 'key-leaked';
  return { keyFor: (_link, _as, actor) => (actor !== 'eve' || leaked ? key : null) };
}

/** Whether what Eve was given makes her pass for this party under a public-key anchor. */
export function passesFor({ authentication }: RunConfig, as: Party): boolean {
  const { broken, stolenFrom, fault } = authentication;
  if (fault === 'unpinned') return true;
  if (broken === 'private-key-stolen') return stolenFrom === 'both' || stolenFrom === as;
  return (
    broken === 'rogue-ca' || broken === 'wrong-registration' || broken === 'introducers-collude'
  );
}
