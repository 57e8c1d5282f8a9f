/**
 * Forging seals, many times over: Eve alters a letter that Alice sealed and puts the best tag on it
 * that she can make without the key; Bob checks it. Every attempt is a fresh letter under a fresh
 * mask, really sealed and really checked.
 *
 *   guess        the letter says what she likes; the tag is as good as any other
 *   linearised   she keeps Alice's tag and alters the letter so that its hash changes where a short
 *                tag does not look; this beats a guess only if the hash is cut off as it is
 */
import { tagsEqual } from '../../core/authentication/compare.ts';
import { chanceOfForging, guessTag } from '../../core/authentication/forging.ts';
import {
  planSubstitution,
  type SubstitutionPlan,
  substituteFor,
} from '../../core/authentication/truncation.ts';
import { blocksFor, bytesAt, openStream, runKey } from '../../core/random/streams.ts';
import { openTag } from '../channels/classical.ts';
import { HEADER_BYTES, letterBytes, sessionOf } from '../channels/letters.ts';
import type { RunConfig, Seed } from '../config.ts';
import { sealingKeyOf } from '../trust/pre-shared-key.ts';

export interface ForgeryTrial {
  readonly seed: Seed;
  /** Signatures have no tag of tagBits to forge: nothing is tried for them. */
  readonly method: Exclude<RunConfig['authentication']['method'], 'none'>;
  readonly tagBits: number;
  /** Number of the first attempt, so that trials may be continued. */
  readonly from: number;
  readonly attempts: number;
  /** Default 'guess'. */
  readonly attack?: 'guess' | 'linearised';
  /** Wegman–Carter with tags below 128 bits: false leaves the second secret out. Default true. */
  readonly secondElement?: boolean;
}

export interface ForgeryResult {
  readonly attempts: number;
  readonly passed: number;
  /** Chance of one attempt. */
  readonly odds: number;
}

/** Bytes of bases in a letter: a short one to guess for, and one of 160 blocks to alter. */
const GUESSED_BYTES = 16;
const ALTERED_BYTES = 158 * 16;
/** A second secret that does nothing: the field's one. */
const ONE = Uint8Array.of(128, ...new Uint8Array(15));

/** Executes the attempts; how many forged letters Bob accepted. */
export function forgeSeals(trial: ForgeryTrial): ForgeryResult {
  const { seed, method, tagBits, from, attempts, attack = 'guess', secondElement = true } = trial;
  if (method === 'ed25519' || method === 'ml-dsa-65') return { attempts: 0, passed: 0, odds: 0 };
  const key = runKey(seed);
  const bases = openStream(key, 'forgery/bases');
  const masks = openStream(key, 'forgery/mask');
  const guesses = openStream(key, 'forgery/guess');
  const choices = openStream(key, 'forgery/choice');
  const tagLength = Math.ceil(tagBits / 8);
  const session = sessionOf(seed);
  const authentication = { method, tagBits, preSharedBits: 256 };
  const stored = sealingKeyOf({ seed, authentication });
  const hashes = method === 'wegman-carter';
  const bare = hashes && !secondElement;
  // The run's store and the run's tags; only Wegman–Carter's masks come from a stream that never ends.
  const sealing = {
    ...stored,
    second: bare && stored.second !== null ? ONE : stored.second,
    mask: (direction: 'alice' | 'bob', n: number) =>
      hashes ? bytesAt(masks, n, tagLength) : stored.mask(direction, n),
  };
  const due = (n: number, letter: Uint8Array) => {
    const running = openTag(authentication, sealing, 'alice')!;
    running.absorb(letter);
    return running.finish(n)!;
  };
  const bodyBytes = attack === 'guess' ? GUESSED_BYTES : ALTERED_BYTES;
  const plan = attack === 'guess' ? null : planFor(bodyBytes, tagBits);
  // HMAC, and a hash with its second secret, leave nothing to keep quiet.
  const linear = bare || method === 'gmac' || (hashes && tagBits === 128);
  let passed = 0;
  for (let n = from; n < from + attempts; n++) {
    const range = { from: 0, to: 8 * bodyBytes };
    const letter = letterBytes(
      { kind: 'bases', claimedFrom: 'alice', step: 1, session, sequence: n, range },
      [bytesAt(bases, n * blocksFor(bodyBytes), bodyBytes)],
    );
    // A guess fits any text alike, so the drawn bases may as well be Eve's.
    const [said, tag] =
      plan === null
        ? [letter, guessTag(bytesAt(guesses, n, tagLength), tagBits)]
        : [substituteFor(letter, plan, bytesAt(choices, n, 16)), due(n, letter)];
    if (tagsEqual(tag, due(n, said), tagBits)) passed++;
  }
  const quietBits = plan !== null && linear ? plan.quietBits : 0;
  return { attempts, passed, odds: chanceOfForging(1, tagBits) * 2 ** quietBits };
}

/** Eve leaves the heading of the letter as it is: Bob reads that before anything else. */
function planFor(bodyBytes: number, tagBits: number): SubstitutionPlan {
  const keptBytes = HEADER_BYTES;
  return planSubstitution({ textBytes: keptBytes + bodyBytes, keptBytes, tagBits });
}
