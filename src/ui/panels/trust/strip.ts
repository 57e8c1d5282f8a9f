/** The strip of what rests on what: letters ← who sealed them ← how they know each other. */
import type { AuthenticationMethod } from '../../../scenarios/config.ts';
import type { Receipt } from '../../../scenarios/receipt.ts';
import type { Timing } from '../../../store/trust.ts';
import type { Loss } from '../../../store/trust-losses.ts';

export interface Strip {
  /** whole: as far as anyone here can tell · broken: Eve has what should hold it · later: broken once all was checked. */
  readonly anchor: 'whole' | 'broken' | 'later';
  /** Between who sealed and how they know each other. */
  readonly toAnchor: 'holds' | 'breaks';
  /** Between the letters and who sealed them. Without seals there is nothing to rest. */
  readonly toSealer: 'holds' | 'missing';
  /** What rested on a broken link. */
  readonly dimmed: boolean;
}

/** What a session shows of it: only a run that really fooled an end breaks a link. */
export function stripOf({
  method,
  loss,
  timing,
  verdict,
}: {
  readonly method: AuthenticationMethod;
  readonly loss: Loss;
  readonly timing: Timing;
  /** null: no session yet, or one that this observer knows nothing against. */
  readonly verdict: Receipt['verdict'] | null;
}): Strip {
  const toSealer = method === 'none' ? 'missing' : 'holds';
  const takes = loss !== 'none' && loss !== 'public-key-copied';
  if (timing === 'after') {
    return { anchor: takes ? 'later' : 'whole', toAnchor: 'holds', toSealer, dimmed: false };
  }
  const fooled = verdict === 'fooled';
  const broken = fooled && takes && method !== 'none';
  return {
    anchor: broken ? 'broken' : 'whole',
    toAnchor: broken ? 'breaks' : 'holds',
    toSealer,
    dimmed: fooled,
  };
}
