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
  /** What each box holds for the end-to-end key, from Alice on; shorter where the chain stopped. */
  readonly clear: readonly Uint8Array[];
  /** One of each node that came to write. */
  readonly letters: readonly (Sent & { readonly sum: Uint8Array })[];
}

export function forward(hops: readonly Held[]): Forwarded {
  const bits = Math.min(...hops.flatMap(({ near, far }) => [near.length, far.length]));
  if (bits === 0) return { bits, clear: [], letters: [] };
  const [first, ...others] = hops as [Held, ...Held[]];
  const clear = [padOf(first.near, bits), padOf(first.far, bits)];
  const letters: (Sent & { sum: Uint8Array })[] = [];
  for (const { near, far, line } of others) {
    const sum = exclusiveOr(clear.at(-1)!, padOf(near, bits));
    const sent = line.send(sum);
    letters.push({ ...sent, sum });
    if (sent.result !== 'accepted') break;
    clear.push(exclusiveOr(sum, padOf(far, bits)));
  }
  return { bits, clear, letters };
}

/** The first bits of a hop's key, most significant bit first. */
export function padOf(key: Bits, bits: number): Uint8Array {
  return bytesOf(part(key, 0, bits));
}
