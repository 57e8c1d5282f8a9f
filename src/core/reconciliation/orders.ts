/**
 * In which order a pass looks at a frame: a public matter, from 16 public bytes.
 *
 *   first pass      the key's own order
 *   other blocks    a shuffle (Fisher & Yates, one 32-bit word a draw)
 *   halves          a random mask: block 1 holds its ones, block 0 the rest, both in the key's order,
 *                   so nothing has to be moved
 *
 * A draw among m places by ⌊word·m/2³²⌋ favours some of them by at most one part in ⌊2³²/m⌋, which is
 * 28,000 for the longest frames: far too little to be seen in how errors fall into blocks, and no
 * secret depends on it.
 * Source: Knuth, The Art of Computer Programming 2 (1997), §3.4.2, algorithm P.
 */
import { fillPlane, openStream, publicKeyOf, type Stream } from '../random/streams.ts';

/** The public coins of one Correct; a frame's pass has a plane of its own. */
export interface PublicCoins {
  readonly shuffles: Stream;
  readonly halves: Stream;
}

/** 2⁻³². */
const PER_WORD = 1 / 4294967296;

/** More passes than any terms allow. */
const PLANES_A_FRAME = 32;

export function publicCoins(seed: Uint8Array): PublicCoins {
  const key = publicKeyOf('reconciliation', seed);
  return { shuffles: openStream(key, 'shuffle'), halves: openStream(key, 'half') };
}

/** Words of scratch that a frame of so many bits needs for its draws: a whole number of superblocks. */
export function drawWords(length: number): number {
  return Math.max(64, (length + 63) & ~63);
}

/**
 * order[0 … length): place → position in the frame. `draws` is scratch of drawWords(length).
 */
export function shuffle(
  order: Uint32Array,
  { length, frame, pass }: { length: number; frame: number; pass: number },
  coins: PublicCoins,
  draws: Int32Array,
): void {
  fillPlane(draws, coins.shuffles, frame * PLANES_A_FRAME + pass, 0, drawWords(length));
  for (let i = 0; i < length; i++) order[i] = i;
  for (let i = length - 1; i > 0; i--) {
    // The product is below 2⁵³, so it is exact.
    const j = ((draws[i]! >>> 0) * (i + 1) * PER_WORD) | 0;
    const held = order[i]!;
    order[i] = order[j]!;
    order[j] = held;
  }
}

/** mask[at … at + ⌈length/32⌉): bit i is the block of position i; zero beyond the length. Scratch as above. */
export function halve(
  mask: Int32Array,
  at: number,
  { length, frame, pass }: { length: number; frame: number; pass: number },
  coins: PublicCoins,
  draws: Int32Array,
): void {
  const words = (length + 31) >>> 5;
  fillPlane(draws, coins.halves, frame * PLANES_A_FRAME + pass, 0, drawWords(words));
  for (let w = 0; w < words; w++) mask[at + w] = draws[w]!;
  if ((length & 31) !== 0) mask[at + words - 1]! &= -1 >>> (32 - (length & 31));
}
