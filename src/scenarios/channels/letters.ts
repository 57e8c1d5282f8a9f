/**
 * Canonical bytes of a letter: exactly what is sealed, sent and checked.
 *
 *   0  'L' 'L', version 1, kind        8  session (8 bytes)
 *   4  claimed sender, addressee,     16  number of the letter in its direction
 *      step, 0                        20  first pulse   24  pulse after the last   28  body length
 *   32 body                           (numbers uint32, big-endian)
 *
 * Direction, number and session are inside, so a letter replayed, moved or sent back to its writer
 * is not the letter that was expected, and its seal covers the difference.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { type Bits, bytesOf } from '../../core/bits/bits.ts';
import { utf8 } from '../../core/random/streams.ts';
import type { CascadeTerms } from '../../core/reconciliation/cascade.ts';
import type { Step } from '../actors.ts';
import type { Seed } from '../config.ts';
import { uint32s } from '../link/digest.ts';
import type { LetterMatter } from '../link/light.ts';
import type { LetterKind, PulseRange, ShareGroup, StopReason } from '../messages.ts';

export interface Envelope {
  readonly kind: LetterKind;
  readonly claimedFrom: 'alice' | 'bob';
  readonly step: Step;
  readonly session: Uint8Array;
  readonly sequence: number;
  readonly range: PulseRange | null;
}

export const HEADER_BYTES = 32;

export const KINDS: Readonly<Record<LetterKind, number>> = {
  detections: 1,
  bases: 2,
  sample: 3,
  'test-bits': 4,
  decision: 5,
  introduction: 6,
  'kem-key': 7,
  'kem-ciphertext': 8,
  greeting: 9,
  'correct-terms': 10,
  'parity-questions': 11,
  parities: 12,
  verification: 13,
  shrink: 14,
  envelope: 15,
  share: 16,
  'capsule-key': 17,
  capsule: 18,
};
export const CODES = { alice: 1, bob: 2 } as const;

/** Names the session; public. */
export function sessionOf(seed: Seed): Uint8Array {
  return sha256(utf8(`light-and-letters/session/1/${seed}`)).slice(0, 8);
}

export function addresseeOf(claimedFrom: 'alice' | 'bob'): 'alice' | 'bob' {
  return claimedFrom === 'alice' ? 'bob' : 'alice';
}

export function letterBytes(envelope: Envelope, body: readonly Uint8Array[]): Uint8Array {
  const length = body.reduce((sum, part) => sum + part.length, 0);
  const bytes = new Uint8Array(HEADER_BYTES + length);
  bytes.set(headerBytes(envelope, length));
  let at = HEADER_BYTES;
  for (const part of body) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function headerBytes(
  { kind, claimedFrom, step, session, sequence, range }: Envelope,
  length: number,
): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES);
  bytes.set([
    0x4c,
    0x4c,
    1,
    KINDS[kind],
    CODES[claimedFrom],
    CODES[addresseeOf(claimedFrom)],
    step,
    0,
  ]);
  bytes.set(session, 8);
  bytes.set(uint32s([sequence, range?.from ?? 0, range?.to ?? 0, length]), 16);
  return bytes;
}

/** Whether these bytes are the letter that comes next, in this session and direction. */
export function isExpected(bytes: Uint8Array, expected: Envelope): boolean {
  if (bytes.length < HEADER_BYTES) return false;
  return headerBytes(expected, bytes.length - HEADER_BYTES).every((byte, i) => bytes[i] === byte);
}

/** How many clicked, which (0: all, 1: offsets, 2: bitmap), and the bases of those. */
export function detectionsBody({
  detected,
  count,
  receiverBasis,
}: LetterMatter): readonly Uint8Array[] {
  const places = (() => {
    switch (detected.kind) {
      case 'all':
        return [Uint8Array.of(0)];
      case 'offsets':
        return [Uint8Array.of(1), uint32s([...detected.offsets])];
      case 'bitmap':
        return [Uint8Array.of(2), bytesOf(detected.bits)];
      default:
        detected satisfies never;
        return [];
    }
  })();
  return [uint32s([count]), ...places, bytesOf(receiverBasis)];
}

/** How many clicked, and her bases of those; with decoys, in between, how strong her pulses were. Too early: of all. */
export function basesBody({
  count,
  senderBasis,
  everyBasis,
  intensities,
}: LetterMatter): readonly Uint8Array[] {
  if (everyBasis !== null) return [uint32s([everyBasis.length]), bytesOf(everyBasis)];
  const strengths =
    intensities === null ? [] : [uint32s(intensities.sent), ...intensities.dimmer.map(bytesOf)];
  return [uint32s([count]), ...strengths, bytesOf(senderBasis)];
}

export function sampleBody(seed: Uint8Array, threshold: number, bits: Bits): readonly Uint8Array[] {
  return [
    seed,
    uint32s([Math.floor(threshold / 4294967296), threshold % 4294967296, bits.length]),
    bytesOf(bits),
  ];
}

export function testBitsBody(bits: Bits): readonly Uint8Array[] {
  return [uint32s([bits.length]), bytesOf(bits)];
}

const REASONS: Readonly<Record<StopReason, number>> = {
  fine: 0,
  errors: 1,
  seal: 2,
  'nothing-left': 3,
  'pool-dry': 4,
  unequal: 5,
  stranger: 6,
  alarm: 7,
};

export function decisionBody(decision: {
  readonly go: boolean;
  readonly reason: StopReason;
  readonly tested: number;
  readonly errors: number;
}): readonly Uint8Array[] {
  const { go, reason, tested, errors } = decision;
  return [Uint8Array.of(go ? 1 : 0, REASONS[reason]), uint32s([tested, errors])];
}

/** In which a letter says these two; both below 2³² of them. */
export const BLOCK_FACTOR_UNIT = 2 ** -16;
export const ERROR_RATE_UNIT = 2 ** -32;

/** A value as it comes out of the letter; at least one unit. */
export function asSaid(value: number, unit: number): number {
  return Math.max(1, Math.round(value / unit)) * unit;
}

export const VARIANTS = { textbook: 0, efficient: 1 } as const;
export const SCHEDULES = { sequential: 0, parallel: 1 } as const;

/** How Correct will go: variant, schedule, reuse, passes, planned rate ·2³², bits, and the seed of its blocks. */
export function correctTermsBody(
  terms: CascadeTerms,
  bits: number,
  seed: Uint8Array,
): Uint8Array[] {
  const { variant, schedule, subBlockReuse, passes, blockFactor, errorRate } = terms;
  return [
    Uint8Array.of(VARIANTS[variant], SCHEDULES[schedule], subBlockReuse ? 1 : 0, passes),
    uint32s([
      Math.round(blockFactor / BLOCK_FACTOR_UNIT),
      Math.round(errorRate / ERROR_RATE_UNIT),
      bits,
    ]),
    seed,
  ];
}

export function verificationBody(bits: number, seed: Uint8Array, hash: Uint8Array): Uint8Array[] {
  return [uint32s([bits]), seed, hash];
}

/** Which group, and the public value in it. */
export function shareBody(group: ShareGroup, value: Uint8Array): Uint8Array[] {
  return [Uint8Array.of(group === 'x25519' ? X25519_CODE : group), value];
}

/** A byte that is no size of a group. */
const X25519_CODE = 0;

/** Inverse of shareBody, for who records it; null for bytes that are none. */
export function shareIn(
  body: Uint8Array,
): { readonly group: ShareGroup; readonly value: Uint8Array } | null {
  const value = body.subarray(1);
  switch (body[0]) {
    case X25519_CODE:
      return { group: 'x25519', value };
    case 32:
    case 40:
    case 48:
    case 56:
      return { group: body[0], value };
    default:
      return null;
  }
}

/** The lengths before and after, and the seed of the matrix. */
export function shrinkBody(inputBits: number, outputBits: number, seed: Bits): Uint8Array[] {
  return [uint32s([inputBits, outputBits]), bytesOf(seed)];
}
