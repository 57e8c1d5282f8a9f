/**
 * Forging seals, many times over: Eve alters a letter that Alice sealed and puts the best tag on it
 * that she can make without the key; Bob checks it. Every attempt is a fresh letter under a fresh
 * mask, really sealed and really checked.
 */
import { tagsEqual } from '../../core/authentication/compare.ts';
import { chanceOfForging, guessTag } from '../../core/authentication/forging.ts';
import { bytesAt, openStream, runKey } from '../../core/random/streams.ts';
import { openTag } from '../channels/classical.ts';
import { letterBytes, sessionOf } from '../channels/letters.ts';
import type { RunConfig, Seed } from '../config.ts';
import { sealingKeyOf } from '../trust/pre-shared-key.ts';

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
  const masks = openStream(key, 'forgery/mask');
  const guesses = openStream(key, 'forgery/guess');
  const tagLength = Math.ceil(tagBits / 8);
  const session = sessionOf(seed);
  // The run's store and the run's tags; only the masks come from a stream that never ends.
  const authentication = { method, tagBits, preSharedBits: 256 };
  const sealing = {
    ...sealingKeyOf({ seed, authentication }),
    mask: (_direction: 'alice' | 'bob', n: number) => bytesAt(masks, n, tagLength),
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
    const running = openTag(authentication, sealing, 'alice');
    running?.absorb(forged);
    const due = running?.finish(n);
    const guess = guessTag(bytesAt(guesses, n, tagLength), tagBits);
    if (due && tagsEqual(guess, due, tagBits)) passed++;
  }
  return { attempts, passed, odds: chanceOfForging(1, tagBits) };
}
