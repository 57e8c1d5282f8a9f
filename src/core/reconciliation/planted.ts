/** Two keys with a known number of errors, and terms to correct them by; only tests import it. */
import { type Bits, validMask, zeros } from '../bits/bits.ts';
import { fillPlane, openStream, runKey } from '../random/streams.ts';
import type { CascadeTerms } from './terms.ts';

export interface Planted {
  readonly sender: Bits;
  readonly receiver: Bits;
}

/** A random key of so many bits, and a copy with exactly so many of them flipped. */
export function planted(length: number, errors: number, label: string | number): Planted {
  const stream = openStream(runKey(`planted/${label}`), 'planted');
  const draws = new Int32Array(Math.max(64, Math.ceil(length / 64) * 64));
  fillPlane(draws, stream, 0, 0);
  const sender = zeros(length);
  for (let w = 0; w < sender.words.length; w++) sender.words[w] = draws[w]! & validMask(length, w);
  const receiver = { length, words: sender.words.slice() };
  fillPlane(draws, stream, 1, 0);
  const places = Uint32Array.from({ length }, (_, i) => i);
  for (let i = 0; i < errors; i++) {
    const j = i + Math.floor(((draws[i]! >>> 0) / 2 ** 32) * (length - i));
    const at = places[j]!;
    places[j] = places[i]!;
    receiver.words[at >>> 5]! ^= 1 << at;
  }
  return { sender, receiver };
}

/** Public bytes, a different 16 for every number. */
export function seedOf(number: number): Uint8Array {
  return Uint8Array.from({ length: 16 }, (_, i) => (i < 4 ? number >>> (8 * i) : i));
}

export const TEXTBOOK: Omit<CascadeTerms, 'errorRate'> = {
  variant: 'textbook',
  passes: 4,
  blockFactor: 0.73,
  subBlockReuse: false,
  schedule: 'sequential',
};

export const EFFICIENT: Omit<CascadeTerms, 'errorRate'> = {
  ...TEXTBOOK,
  variant: 'efficient',
  passes: 14,
  subBlockReuse: true,
};

/** Positions in which two keys differ. */
export function differences(a: Bits, b: Bits): number[] {
  const places: number[] = [];
  a.words.forEach((word, w) => {
    for (let left = word ^ b.words[w]!; left !== 0; left &= left - 1) {
      places.push(32 * w + 31 - Math.clz32(left & -left));
    }
  });
  return places;
}
