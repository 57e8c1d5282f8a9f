/**
 * Forging seals, many times over: Eve alters a letter that Alice sealed and puts the best tag on it
 * that she can make without the key; Bob checks it. Every attempt is a fresh letter under a fresh
 * mask, really sealed and really checked.
 */

import { tagsEqual } from '../../core/authentication/compare.ts';
import { chanceOfForging, guessTag } from '../../core/authentication/forging.ts';
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
import { wegmanCarterTag } from '../../core/authentication/wegman-carter.ts';
import { bytesAt, openStream, runKey } from '../../core/random/streams.ts';
import { letterBytes, sessionOf } from '../channels/letters.ts';
import type { RunConfig, Seed } from '../config.ts';

export interface ForgeryTrial {
  readonly seed: Seed;
  readonly method: Exclude<RunConfig['authentication']['method'], 'none'>;
  readonly tagBits: number;
  /** Number of the first attempt, so that trials may be continued. */
  readonly from: number;
  readonly attempts: number;
}

export interface ForgeryResult {
  readonly attempts: number;
  readonly passed: number;
  /** Chance of one attempt by a blind guess. */
  readonly odds: number;
}

/** Executes the attempts; how many forged letters Bob accepted. */
export function forgeSeals({ seed, method, tagBits, from, attempts }: ForgeryTrial): ForgeryResult {
  const key = runKey(seed);
  const store = bytesAt(openStream(key, 'trust/pre-shared-key'), 0, 32);
  const masks = openStream(key, 'forgery/mask');
  const guesses = openStream(key, 'forgery/guess');
  const tagLength = Math.ceil(tagBits / 8);
  const session = sessionOf(seed);
  const tagOf = (bytes: Uint8Array, n: number): Uint8Array => {
    if (method === 'hmac-sha-256') {
      const running = openHmac(store);
      absorbHmac(running, bytes);
      return finishHmac(running, tagBits);
    }
    const running = openGhash(store.slice(0, 16));
    absorbGhash(running, bytes);
    const second = tagBits < 128 ? store.slice(16, 32) : null;
    const parts = { h: store.slice(0, 16), second, tagBits };
    return wegmanCarterTag(finishGhash(running), parts, bytesAt(masks, n, tagLength));
  };
  let passed = 0;
  for (let n = from; n < from + attempts; n++) {
    const envelope = {
      kind: 'bases',
      claimedFrom: 'alice',
      step: 1,
      session,
      sequence: n,
      range: { from: 0, to: 128 },
    } as const;
    // Her bases in place of Alice's; the text is hers to choose, the tag is not.
    const forged = letterBytes(envelope, [bytesAt(openStream(key, 'forgery/bases'), n, 16)]);
    if (tagsEqual(guessTag(bytesAt(guesses, n, tagLength), tagBits), tagOf(forged, n), tagBits))
      passed++;
  }
  return { attempts, passed, odds: chanceOfForging(1, tagBits) };
}
