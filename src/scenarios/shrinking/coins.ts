/** Fair coins of an experiment beside a run: from the run's seed, on a stream of their own. */
import { type Bits, validMask } from '../../core/bits/bits.ts';
import { fillPlane, openStream, runKey } from '../../core/random/streams.ts';
import type { Seed } from '../config.ts';

export function coinsOf(seed: Seed, purpose: string, length: number): Bits {
  const plane = new Int32Array(Math.ceil(length / 2048) * 64);
  fillPlane(plane, openStream(runKey(seed), `shrinking/${purpose}`), 0, 0);
  const words = new Uint32Array(plane.buffer, 0, (length + 31) >>> 5);
  for (let w = 0; w < words.length; w++) words[w] = words[w]! & validMask(length, w);
  return { length, words };
}
