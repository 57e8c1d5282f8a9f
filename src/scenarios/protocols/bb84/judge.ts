/** What an end concludes from the compared bits; both ends see the same ones and judge alike. */
import { type Bits, popcount32 } from '../../../core/bits/bits.ts';

export interface Evidence {
  readonly sender: Bits;
  readonly receiver: Bits;
  /** Bits left for a key. */
  readonly keyBits: number;
  readonly abortAbove: number;
}

export interface Judgement {
  readonly go: boolean;
  readonly reason: 'fine' | 'errors' | 'nothing-left';
  readonly tested: number;
  readonly errors: number;
}

/** Go on unless too many compared bits differ or no bit is left. Without a test nobody can object. */
export function judge({ sender, receiver, keyBits, abortAbove }: Evidence): Judgement {
  const tested = sender.length;
  const errors = differing(sender, receiver);
  if (keyBits === 0) return { go: false, reason: 'nothing-left', tested, errors };
  if (tested > 0 && errors / tested > abortAbove)
    return { go: false, reason: 'errors', tested, errors };
  return { go: true, reason: 'fine', tested, errors };
}

/** Positions among the first min(length) at which two columns differ. */
export function differing(a: Bits, b: Bits): number {
  const length = Math.min(a.length, b.length);
  const words = length >>> 5;
  let sum = 0;
  for (let w = 0; w < words; w++) sum += popcount32(a.words[w]! ^ b.words[w]!);
  const rest = length & 31;
  if (rest === 0) return sum;
  return sum + popcount32((a.words[words]! ^ b.words[words]!) & (0xffffffff >>> (32 - rest)));
}
