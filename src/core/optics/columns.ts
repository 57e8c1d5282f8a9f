/**
 * What one batch of pulses looks like to the kernel: packed columns, one lane a pulse (or, for a
 * lossy line at scale, one lane a detection). Lane i is bit i mod 32 of word ⌊i/32⌋.
 * Bits at and beyond `lanes` are undefined in every column but `detected`, which is zero there:
 * whoever counts masks with it, or with `valid`.
 */
import { CHUNK_WORDS } from '../random/events.ts';

export interface Columns {
  /** Sender's bit and basis (0 rectilinear, 1 diagonal). */
  readonly sentBit: Int32Array;
  readonly sentBasis: Int32Array;
  /** Where somebody measured on the way, in which basis, with which result (and sent that on). */
  readonly tapActs: Int32Array;
  readonly tapBasis: Int32Array;
  readonly tapBit: Int32Array;
  /** Pulses that somebody let nothing pass of; zeros where nobody does such a thing. */
  readonly blocked: Int32Array;
  /** Receiver's basis and result. */
  readonly askedBasis: Int32Array;
  readonly gotBit: Int32Array;
  readonly detected: Int32Array;
  /** Both detectors clicked; the result is then a fair coin (squashing). */
  readonly double: Int32Array;
  /** A click without a photon took part. */
  readonly dark: Int32Array;
}

export function makeColumns(): Columns {
  const column = () => new Int32Array(CHUNK_WORDS);
  return {
    sentBit: column(),
    sentBasis: column(),
    tapActs: column(),
    tapBasis: column(),
    tapBit: column(),
    blocked: column(),
    askedBasis: column(),
    gotBit: column(),
    detected: column(),
    double: column(),
    dark: column(),
  };
}
