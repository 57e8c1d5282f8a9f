/**
 * What a member of the web shows: a key, who vouches for it, and where it is listed.
 *
 *   bundle        framed: keys (the shown one first), endorsements, listings; each a framed list
 *   endorsement   framed: statement, signature
 *   statement     framed: prefix, key and name of who vouches, role, name and key of whom, date; a key
 *                 is its SHA-256 of 32 bytes
 *   listing       whatever a public directory says; nobody vouches for it
 *
 * As much of OpenPGP's web of trust as the lesson needs, in an encoding of our own.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { framed, unframed } from '../../../core/authentication/frames.ts';
import { SIGNATURE_SIZES } from '../../../core/authentication/signatures.ts';
import { utf8 } from '../../../core/random/streams.ts';
import type { SignatureScheme, Signer } from '../contract.ts';

/** What is being vouched for: that a key is a party's, or that it is an honest introducer's. */
export type Role = 'party' | 'introducer';

/** What an endorsement says of a key. */
export interface Statement {
  readonly by: string;
  readonly role: Role;
  readonly name: string;
  /** ISO date. */
  readonly since: string;
}

/** An endorsement as read; its signature has not been checked. Keys are named by their `keyId`. */
export interface ReadEndorsement extends Statement {
  readonly byKey: string;
  readonly ofKey: string;
  readonly signedBytes: Uint8Array;
  readonly signature: Uint8Array;
}

export interface Bundle {
  readonly publicKey: Uint8Array;
  /** All keys shown, the first one included, by their ids. */
  readonly keys: ReadonlyMap<string, Uint8Array>;
  readonly endorsements: readonly ReadEndorsement[];
  readonly listings: number;
}

const PREFIX = 'light-and-letters/1/endorsement';
const MOST_KEYS = 8;
const MOST_ENDORSEMENTS = 12;
const MOST_LISTINGS = 4;

/** SHA-256 of a key, hexadecimal. */
export function keyId(publicKey: Uint8Array): string {
  return bytesToHex(sha256(publicKey));
}

export function makeEndorsement(
  { by, role, name, since }: Statement,
  ofKey: Uint8Array,
  signer: Signer,
): Uint8Array {
  const words = [role, name].map(utf8);
  const statement = framed([
    utf8(PREFIX),
    sha256(signer.publicKey),
    utf8(by),
    ...words,
    sha256(ofKey),
    utf8(since),
  ]);
  return framed([statement, signer.sign(statement)]);
}

export function bundleBody(parts: {
  readonly keys: readonly Uint8Array[];
  readonly endorsements: readonly Uint8Array[];
  readonly listings: readonly Uint8Array[];
}): Uint8Array {
  return framed([framed(parts.keys), framed(parts.endorsements), framed(parts.listings)]);
}

/** null if these bytes are no bundle of keys of this scheme. */
export function readBundle(body: Uint8Array, scheme: SignatureScheme): Bundle | null {
  const parts = unframed(body, 3);
  if (parts?.length !== 3) return null;
  const keys = unframed(parts[0]!, MOST_KEYS);
  const endorsements = unframed(parts[1]!, MOST_ENDORSEMENTS)?.map(readEndorsement);
  const listings = unframed(parts[2]!, MOST_LISTINGS);
  const publicKey = keys?.[0];
  if (!keys || !publicKey || !endorsements || !listings) return null;
  if (keys.some(({ length }) => length !== SIGNATURE_SIZES[scheme].publicKey)) return null;
  const read = endorsements.filter((endorsement) => endorsement !== null);
  if (read.length < endorsements.length) return null;
  return {
    publicKey,
    keys: new Map(keys.map((key) => [keyId(key), key])),
    endorsements: read,
    listings: listings.length,
  };
}

function readEndorsement(bytes: Uint8Array): ReadEndorsement | null {
  const [signedBytes, signature, ...rest] = unframed(bytes, 2) ?? [];
  if (!signedBytes || !signature || rest.length > 0) return null;
  const fields = unframed(signedBytes, 7);
  if (fields?.length !== 7) return null;
  const [prefix, byKey, by, role, name, ofKey, since] = fields as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  const words = [prefix, by, role, name, since].map(wordOf);
  if (words.some((word) => word === null) || words[0] !== PREFIX) return null;
  if (byKey.length !== 32 || ofKey.length !== 32) return null;
  if (words[2] !== 'party' && words[2] !== 'introducer') return null;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(words[4]!)) return null;
  return {
    by: words[1]!,
    role: words[2],
    name: words[3]!,
    since: words[4]!,
    byKey: bytesToHex(byKey),
    ofKey: bytesToHex(ofKey),
    signedBytes,
    signature,
  };
}

/** Printable ASCII, 1 to 40 characters; null for anything else. */
function wordOf(bytes: Uint8Array): string | null {
  if (bytes.length < 1 || bytes.length > 40) return null;
  if (!bytes.every((byte) => byte >= 0x20 && byte < 0x7f)) return null;
  return String.fromCharCode(...bytes);
}
