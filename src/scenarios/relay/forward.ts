/**
 * The key handed on: every node opens the letter of the one before under the key that both hold, and
 * closes it again for the next. One-time pad and seal on each hop, and the key in the clear in each box.
 */
import { type Bits, bytesOf } from '../../core/bits/bits.ts';
import { part } from '../link/use.ts';
import type { Held } from './hop.ts';
import type { Sent } from './line.ts';
import { exclusiveOr } from './relations.ts';

export interface Forwarded {
  /** Length of the end-to-end key: that of the shortest hop's. */
  readonly bits: number;
  /**
   * What each box holds for the end-to-end key, from Alice on, who may hold nothing (null); shorter where
   * the chain stopped.
   */
  readonly clear: readonly (Uint8Array | null)[];
  /** One of each node that came to write. */
  readonly letters: readonly (Sent & { readonly sum: Uint8Array })[];
}

export function forward(hops: readonly Held[]): Forwarded {
  const bits = Math.min(...hops.flatMap(({ near, far }) => [near ?? far, far]).map(lengthOf));
  if (bits === 0) return { bits, clear: [], letters: [] };
  const [first, ...others] = hops as [Held, ...Held[]];
  let own = padOf(first.far, bits);
  const clear = [first.near && padOf(first.near, bits), own];
  const letters: (Sent & { sum: Uint8Array })[] = [];
  for (const { near, far, line } of others) {
    // Eve acts on the first hop alone, so the others have a key at both ends or at none.
    const sum = exclusiveOr(own, padOf(near!, bits));
    const sent = line.send(sum);
    letters.push({ ...sent, sum });
    if (sent.result !== 'accepted') break;
    own = exclusiveOr(sum, padOf(far, bits));
    clear.push(own);
  }
  return { bits, clear, letters };
}

const lengthOf = ({ length }: Bits) => length;

/** The first bits of a hop's key, most significant bit first. */
export function padOf(key: Bits, bits: number): Uint8Array {
  return bytesOf(part(key, 0, bits));
}
