/**
 * How much of the final key follows from all that Eve holds: what the light gave her, every parity
 * spoken, the comparison's rows, and the matrix. Exact by rank up to a size, by a union bound above.
 */
import {
  EXACT_UP_TO,
  keyBitsKnown,
  keyBitsKnownBound,
} from '../../core/amplification/knowledge.ts';
import { type Bits, countOnes } from '../../core/bits/bits.ts';
import { questionPositions } from '../../core/reconciliation/log.ts';
import { VERIFICATION_BITS, verificationRow } from '../../core/reconciliation/verification.ts';
import type { TalkLink } from './talk.ts';

export interface Knowledge {
  readonly known: number;
  readonly by: 'rank' | 'bound';
}

export function knowledgeOf(
  { plan, light, correction, shrunk, final }: TalkLink,
  byBound: boolean,
): Knowledge {
  const certain = light?.key.certain ?? null;
  const length = final?.sender.length ?? 0;
  const certainBits = certain === null ? 0 : countOnes(certain.words, certain.words.length);
  // Without the letters she does not even know which rows there are.
  if (length === 0 || plan.announce === 'hidden') return { known: 0, by: 'rank' };
  const input = shrunk?.input.sender ?? final!.sender;
  const bits = input.length;
  if (certainBits === bits) return { known: length, by: 'rank' };
  const log = correction?.reconciled.log ?? null;
  const spoken = correction === null ? 0 : correction.reconciled.leakedBits + VERIFICATION_BITS;
  if (spoken === 0 && shrunk === null) return { known: certainBits, by: 'rank' };
  const bound = keyBitsKnownBound(bits, certainBits, spoken, length);
  // A bound that leaves nothing needs no rank; one that leaves something is not yet a fact.
  if (byBound && bound.known === 0) return bound;
  if (bits > EXACT_UP_TO || (correction !== null && log === null)) return bound;
  const rows =
    correction === null || log === null
      ? []
      : Array.from({ length: log.parity.length }, (_, q) =>
          questionPositions(log, q, correction.terms, correction.seed, bits),
        );
  const seed = correction?.verificationSeed;
  const dense: Bits[] = seed
    ? Array.from({ length: VERIFICATION_BITS }, (_, row) => verificationRow(seed, row, bits))
    : [];
  return keyBitsKnown({ bits, certain, rows, dense }, shrunk?.seed ?? null, length);
}
