/**
 * Letters read back from their bytes, as anybody can who copied them off the line: the inverse of
 * channels/letters.ts. What Eve works out after the fact begins here and nowhere else.
 */
import { type Bits, bitsOf } from '../../core/bits/bits.ts';
import type { CascadeTerms } from '../../core/reconciliation/cascade.ts';
import {
  VERIFICATION_BITS,
  VERIFICATION_SEED_BYTES,
} from '../../core/reconciliation/verification.ts';
import type { Step } from '../actors.ts';
import {
  BLOCK_FACTOR_UNIT,
  CODES,
  type Envelope,
  ERROR_RATE_UNIT,
  HEADER_BYTES,
  isExpected,
  KINDS,
  SCHEDULES,
  VARIANTS,
} from '../channels/letters.ts';

export interface RecordedLetter {
  /** Canonical bytes, header included. */
  readonly bytes: Uint8Array;
  /** The seal that came with it; null where there was none. */
  readonly tag: Uint8Array | null;
}

export interface ReadLetter extends Envelope {
  readonly body: Uint8Array;
}

/**
 * What these letters say of themselves, in the order in which they crossed the line.
 *
 * @throws RangeError if one of them is no letter.
 */
export function lettersIn(recorded: readonly RecordedLetter[]): readonly ReadLetter[] {
  return recorded.map(({ bytes }) => readLetter(bytes));
}

function readLetter(bytes: Uint8Array): ReadLetter {
  const kind = nameOf(KINDS, bytes[3]);
  const claimedFrom = nameOf(CODES, bytes[4]);
  const [from, to] = [uint32At(bytes, 20), uint32At(bytes, 24)];
  if (kind !== undefined && claimedFrom !== undefined) {
    const envelope: Envelope = {
      kind,
      claimedFrom,
      step: bytes[6] as Step,
      session: bytes.subarray(8, 16),
      sequence: uint32At(bytes, 16),
      // No letter is about no pulses: two zeros say that it is about none in particular.
      range: to === 0 ? null : { from, to },
    };
    if (isExpected(bytes, envelope)) return { ...envelope, body: bytes.subarray(HEADER_BYTES) };
  }
  throw new RangeError(`"bytes" expected a letter, got ${bytes.length} other bytes`);
}

function nameOf<Name extends string>(
  codes: Readonly<Record<Name, number>>,
  code: number | undefined,
): Name | undefined {
  return (Object.keys(codes) as Name[]).find((name) => codes[name] === code);
}

/** Basis of each detected pulse that a 'detections' or a 'bases' letter speaks of, in order. */
export function readBases({ body }: ReadLetter): Bits {
  // Which pulses were detected stands between the count and the bases.
  const count = uint32At(body, 0);
  return bitsOf(body.subarray(body.length - ((count + 7) >>> 3)), count);
}

/** How many bits a 'sample' letter gives away; its seed and the threshold come first. */
export function readSampled({ body }: ReadLetter): number {
  return uint32At(body, 24);
}

/** Whether a 'decision' letter says to go on. */
export function readGoes({ body }: ReadLetter): boolean {
  return body[0] === 1;
}

export interface CorrectOpening {
  readonly terms: CascadeTerms;
  /** Bits to be corrected. */
  readonly bits: number;
  readonly seed: Uint8Array;
}

/** A 'correct-terms' letter. */
export function readCorrectTerms({ body }: ReadLetter): CorrectOpening {
  const variant = nameOf(VARIANTS, body[0]);
  const schedule = nameOf(SCHEDULES, body[1]);
  if (variant === undefined || schedule === undefined) {
    throw new RangeError(`"body" expected terms of Correct, got codes ${body[0]} and ${body[1]}`);
  }
  return {
    terms: {
      variant,
      schedule,
      subBlockReuse: body[2] === 1,
      passes: body[3]!,
      blockFactor: uint32At(body, 4) * BLOCK_FACTOR_UNIT,
      errorRate: uint32At(body, 8) * ERROR_RATE_UNIT,
    },
    bits: uint32At(body, 12),
    seed: body.slice(16),
  };
}

/** A 'verification' letter: the seed of the comparison, and the hash. */
export function readVerification({ body }: ReadLetter): {
  readonly seed: Uint8Array;
  readonly hash: Bits;
} {
  const end = 4 + VERIFICATION_SEED_BYTES;
  return { seed: body.slice(4, end), hash: bitsOf(body.subarray(end), VERIFICATION_BITS) };
}

/** A 'shrink' letter. `seed`: inputBits − 1 bits. */
export function readShrink({ body }: ReadLetter): {
  readonly inputBits: number;
  readonly outputBits: number;
  readonly seed: Bits;
} {
  const inputBits = uint32At(body, 0);
  const seed = bitsOf(body.subarray(8), Math.max(0, inputBits - 1));
  return { inputBits, outputBits: uint32At(body, 4), seed };
}

function uint32At(bytes: Uint8Array, at: number): number {
  return (
    ((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!) >>> 0
  );
}
