/**
 * The classical channel: letters in, letters out, each sealed and checked over its canonical bytes.
 * A desk is one end's hand: it seals what that end writes and checks what it reads. A desk without
 * the key can only guess a tag, which is the best anyone can do against these methods.
 */
import { tagsEqual } from '../../core/authentication/compare.ts';
import { guessTag } from '../../core/authentication/forging.ts';
import {
  absorb as absorbGhash,
  finish as finishGhash,
  openGhash,
} from '../../core/authentication/ghash.ts';
import {
  absorb as absorbHmac,
  finish as finishHmac,
  openHmac,
} from '../../core/authentication/hmac.ts';
import { firstBits } from '../../core/authentication/tag.ts';
import { wegmanCarterTag } from '../../core/authentication/wegman-carter.ts';
import { blocksFor, bytesAt, type Stream } from '../../core/random/streams.ts';
import type { RunConfig } from '../config.ts';
import type { Seal } from '../messages.ts';
import type { Signer } from '../trust/contract.ts';
import type { TrustKit } from '../trust/kit.ts';
import type { SealingKey } from '../trust/pre-shared-key.ts';
import { addresseeOf, type Envelope, isExpected } from './letters.ts';

export interface Checked {
  readonly result: 'accepted' | 'rejected' | 'not-checked' | 'pool-dry';
  readonly expected: Uint8Array | null;
}

export interface Desk {
  /** Puts a letter under the next seal. */
  write(bytes: Uint8Array): void;
  /** The tag over everything written since the last; null when no key is left to make one. */
  seal(): Omit<Seal, 'expected'> | null;
  /** Takes a letter in; false if it is not the one expected here. */
  read(bytes: Uint8Array, expected: Envelope): boolean;
  /** Checks the tag over everything read since the last. */
  check(seal: Pick<Seal, 'tag' | 'maskNumber'>): Checked;
  /** This end has come by a key (or by more of one); what it reads and writes from now on is under it. */
  rekey(key: SealingKey): void;
  /** Whether this end has what it takes to make a seal, or can only guess. */
  readonly armed: boolean;
  /** Masks used so far, at this end: made, and checked. */
  readonly used: { readonly made: number; readonly checked: number };
}

/** A running tag over the letters of one direction. */
interface RunningTag {
  absorb(bytes: Uint8Array): void;
  /** null: the mask with this number does not exist. */
  finish(maskNumber: number): Uint8Array | null;
}

export interface DeskKeys {
  readonly authentication: Pick<RunConfig['authentication'], 'method' | 'tagBits'> & {
    readonly fault?: RunConfig['authentication']['fault'];
  };
  /** As whom this end writes. */
  readonly as: 'alice' | 'bob';
  /** null: this end has no sealing key. */
  readonly key: SealingKey | null;
  /** Where an end that lacks the key, or the mask it needs, takes its guesses from; null: it does not guess. */
  readonly guesses: Stream | null;
}

export function openDesk({ authentication, as, key: first, guesses }: DeskKeys): Desk {
  const { method, tagBits = 128, fault = 'none' } = authentication;
  // The fault is exactly this: a counter that stands still, so that a number comes twice.
  const stuck = fault === 'nonce-reused' || fault === 'mask-reused';
  let key = first;
  const used = { made: 0, checked: 0 };
  const open = (direction: 'alice' | 'bob') => key && openTag(authentication, key, direction);
  const numbered = (n: number) => (hasMasks(method) ? (stuck ? 0 : n) : null);
  let writing = open(as);
  let reading = open(addresseeOf(as));
  let written = 0;
  let trouble = false;
  return {
    used,
    get armed() {
      return method === 'none' || key !== null;
    },
    rekey(next) {
      key = next;
      writing = open(as);
      reading = open(addresseeOf(as));
    },
    write(bytes) {
      writing?.absorb(bytes);
      written += bytes.length;
    },
    seal() {
      const maskNumber = numbered(used.made);
      const own = writing === null ? null : writing.finish(used.made);
      const tag = own ?? (guesses && guess(guesses, used.made, tagBits));
      if (tag === null) return null;
      const seal = { tag, maskNumber, coveredBytes: written };
      used.made++;
      written = 0;
      writing = open(as);
      return seal;
    },
    read(bytes, expected) {
      const fine = isExpected(bytes, expected);
      if (!fine) trouble = true;
      reading?.absorb(bytes);
      return fine;
    },
    check({ tag, maskNumber }) {
      const running = reading;
      reading = open(addresseeOf(as));
      const misplaced = trouble;
      trouble = false;
      if (running === null) return { result: 'not-checked', expected: null };
      const expected = running.finish(used.checked);
      if (expected === null) {
        // Who guesses does not refuse what it cannot check; the number counts all the same.
        if (guesses === null) return { result: 'pool-dry', expected: null };
        used.checked++;
        return { result: 'not-checked', expected: null };
      }
      const misnumbered = maskNumber !== numbered(used.checked);
      used.checked++;
      const fits = !misnumbered && !misplaced && tagsEqual(tag, expected, tagBits);
      return { result: fits ? 'accepted' : 'rejected', expected };
    },
  };
}

function guess(guesses: Stream, n: number, tagBits: number): Uint8Array {
  const length = Math.ceil(tagBits / 8);
  return guessTag(bytesAt(guesses, n * blocksFor(length), length), tagBits);
}

/** Methods whose tags are hidden under a mask with a number. */
function hasMasks(method: RunConfig['authentication']['method']): boolean {
  return method === 'wegman-carter' || method === 'gmac';
}

/** The tag that a holder of the key makes and checks; null where nothing is sealed by a shared key. */
export function openTag(
  { method, tagBits = 128 }: Pick<RunConfig['authentication'], 'method' | 'tagBits'>,
  key: SealingKey,
  direction: 'alice' | 'bob',
): RunningTag | null {
  switch (method) {
    case 'none':
    case 'ed25519':
    case 'ml-dsa-65':
      return null;
    case 'wegman-carter': {
      const running = openGhash(key.hash);
      return {
        absorb: (bytes) => absorbGhash(running, bytes),
        finish(n) {
          const mask = key.mask(direction, n);
          const parts = { h: key.hash, second: key.second, tagBits };
          return mask && wegmanCarterTag(finishGhash(running), parts, mask);
        },
      };
    }
    case 'gmac': {
      const running = openGhash(key.hash);
      return {
        absorb: (bytes) => absorbGhash(running, bytes),
        finish(n) {
          const mask = key.mask(direction, n);
          if (mask === null) return null;
          const tag = finishGhash(running).map((byte, i) => byte ^ mask[i]!);
          return firstBits(tag, tagBits);
        },
      };
    }
    case 'hmac-sha-256': {
      const running = openHmac(key.hmac);
      return {
        absorb: (bytes) => absorbHmac(running, bytes),
        finish: () => finishHmac(running, tagBits),
      };
    }
    default:
      method satisfies never;
      return null;
  }
}

export interface SignatureDeskKeys {
  readonly as: 'alice' | 'bob';
  readonly signer: Signer;
  readonly kit: TrustKit;
  /** Whether the other end can take these signatures for the party's own. */
  readonly armed: boolean;
}

export type SignatureDesk = ReturnType<typeof openSignatureDesk>;

/** A desk that signs with its own private key and checks with the public key it was introduced to. */
export function openSignatureDesk({ as, signer, kit, armed }: SignatureDeskKeys) {
  const used = { made: 0, checked: 0 };
  let writing = kit.openDigest();
  let reading = kit.openDigest();
  let written = 0;
  let trouble = false;
  let known: { readonly publicKey: Uint8Array; readonly scheme: Signer['scheme'] } | null = null;
  const desk: Desk & { trust(key: NonNullable<typeof known>): void } = {
    used,
    armed,
    rekey() {
      throw new Error('a desk that signs holds no shared key');
    },
    trust(key) {
      known = key;
    },
    write(bytes) {
      writing.update(bytes);
      written += bytes.length;
    },
    seal() {
      const seal = {
        tag: signer.sign(signedText(as, used.made, writing.digest())),
        maskNumber: null,
        coveredBytes: written,
      };
      used.made++;
      written = 0;
      writing = kit.openDigest();
      return seal;
    },
    read(bytes, expected) {
      const fine = isExpected(bytes, expected);
      if (!fine) trouble = true;
      reading.update(bytes);
      return fine;
    },
    check({ tag }) {
      const text = signedText(addresseeOf(as), used.checked, reading.digest());
      reading = kit.openDigest();
      const misplaced = trouble;
      trouble = false;
      used.checked++;
      if (known === null) return { result: 'not-checked', expected: null };
      const fits = kit.verify(known.scheme, known.publicKey, text, tag);
      return { result: fits && !misplaced ? 'accepted' : 'rejected', expected: null };
    },
  };
  return desk;
}

/** Writer and number of the seal, then the digest of all that is under it. */
function signedText(writer: 'alice' | 'bob', n: number, digest: Uint8Array): Uint8Array {
  const text = new Uint8Array(5 + digest.length);
  text[0] = writer === 'alice' ? 1 : 2;
  for (let i = 0; i < 4; i++) text[1 + i] = n >>> (24 - 8 * i);
  text.set(digest, 5);
  return text;
}
