/**
 * Diffie-Hellman in a group small enough to be broken while one watches.
 *
 *   p   the largest safe prime below 2^bits, p = 2q + 1
 *   q   a prime: the order of the group
 *   g   4, the square of 2, which generates the squares modulo p: the group
 *
 * Sizes are chosen for the break, never for safety: real groups have p of 2048 bits and more.
 * Values are BigInt, since above 2^53 plain numbers lose digits.
 * Source: Diffie & Hellman 1976, doi:10.1109/TIT.1976.1055638; safe primes as in RFC 7919.
 */
export type GroupBits = 32 | 40 | 48 | 56;

export interface ToyGroup {
  readonly bits: GroupBits;
  readonly p: bigint;
  readonly q: bigint;
  readonly g: bigint;
}

/** How far p lies below 2^bits. */
const DISTANCE: Readonly<Record<GroupBits, bigint>> = { 32: 209n, 40: 437n, 48: 5297n, 56: 2249n };

/** The group of this size; RangeError for a size there is no group of. */
export function toyGroup(bits: GroupBits): ToyGroup {
  const distance = DISTANCE[bits];
  if (distance === undefined) {
    throw new RangeError(`"bits" expected 32, 40, 48 or 56, got ${bits}`);
  }
  const p = (1n << BigInt(bits)) - distance;
  return { bits, p, q: (p - 1n) / 2n, g: 4n };
}

/** 1 … q − 1 from 64 bytes of coins; no value is likelier than another by more than 2^-400. */
export function toySecret({ q }: ToyGroup, coins: Uint8Array): bigint {
  if (coins.length !== 64) throw new RangeError(`"coins" expected 64 bytes, got ${coins.length}`);
  return (bigEndian(coins) % (q - 1n)) + 1n;
}

/** g to the secret; RangeError unless it is 1 … q − 1. */
export function toyPublic(group: ToyGroup, secret: bigint): bigint {
  expectSecret(group, secret);
  return power({ base: group.g, exponent: secret, modulus: group.p });
}

/**
 * What both ends compute: the other's value to the own secret. RangeError unless the other's value
 * is in the group and not 1: p − 1 or 1 would fix the result, whatever the secret.
 */
export function toyShared(group: ToyGroup, secret: bigint, theirs: bigint): bigint {
  expectSecret(group, secret);
  expectMember(group, 'theirs', theirs);
  if (theirs === 1n) throw new RangeError('"theirs" expected another value than 1');
  return power({ base: theirs, exponent: secret, modulus: group.p });
}

/** The value as bits/8 bytes, highest first; RangeError unless it is 0 … p − 1. */
export function toBytes(group: ToyGroup, value: bigint): Uint8Array {
  expectResidue(group, value);
  const bytes = new Uint8Array(group.bits / 8);
  for (let i = bytes.length - 1, rest = value; i >= 0; i--, rest >>= 8n) {
    bytes[i] = Number(rest & 255n);
  }
  return bytes;
}

/** The value of bits/8 bytes, highest first; RangeError for other lengths and values above p − 1. */
export function fromBytes(group: ToyGroup, bytes: Uint8Array): bigint {
  const length = group.bits / 8;
  if (bytes.length !== length) {
    throw new RangeError(`"bytes" expected ${length} bytes, got ${bytes.length}`);
  }
  const value = bigEndian(bytes);
  expectResidue(group, value);
  return value;
}

/** base^exponent mod modulus; base and exponent at least 0. */
export function power({
  base,
  exponent,
  modulus,
}: {
  readonly base: bigint;
  readonly exponent: bigint;
  readonly modulus: bigint;
}): bigint {
  let result = 1n;
  for (let square = base % modulus, rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

/** RangeError unless the value is a square modulo p, and not 0. */
export function expectMember(group: ToyGroup, name: string, value: bigint): void {
  const { p, q } = group;
  const isResidue = value > 0n && value < p;
  if (!isResidue || power({ base: value, exponent: q, modulus: p }) !== 1n) {
    throw new RangeError(`"${name}" expected a value of the group, got ${value}`);
  }
}

function expectSecret({ q }: ToyGroup, secret: bigint): void {
  // The secret itself stays out of the message.
  if (secret < 1n || secret >= q) throw new RangeError(`"secret" expected 1 … ${q - 1n}`);
}

function expectResidue({ p }: ToyGroup, value: bigint): void {
  if (value < 0n || value >= p)
    throw new RangeError(`"value" expected 0 … ${p - 1n}, got ${value}`);
}

function bigEndian(bytes: Uint8Array): bigint {
  return bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
}
