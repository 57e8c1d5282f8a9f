/**
 * Correct: Cascade over the classical channel, one event a round trip, then a comparison of hashes
 * that nobody has to trust Cascade for. The seals at the end cover every parity of their direction.
 * Source: Brassard & Salvail, EUROCRYPT '93.
 */

import { tagsEqual } from '../../core/authentication/compare.ts';
import type { Bits } from '../../core/bits/bits.ts';
import { bytesAt, openStream, runKey } from '../../core/random/streams.ts';
import {
  type CascadeTerms,
  type Reconciled,
  reconcile,
} from '../../core/reconciliation/cascade.ts';
import {
  answeredBytes,
  askedBytes,
  isOpening,
  openingBytes,
  type ParityLog,
} from '../../core/reconciliation/log.ts';
import { plannedErrorRate } from '../../core/reconciliation/terms.ts';
import {
  VERIFICATION_BITS,
  VERIFICATION_SEED_BYTES,
  verificationHash,
} from '../../core/reconciliation/verification.ts';
import {
  asSaid,
  BLOCK_FACTOR_UNIT,
  correctTermsBody,
  ERROR_RATE_UNIT,
  verificationBody,
} from '../channels/letters.ts';
import type { RunConfig } from '../config.ts';
import { decision } from './decision.ts';
import type { Draft, Post, RoundLetter } from './post.ts';
import { type Corrected, lightOf, streamName, type Talk, type TalkLink } from './talk.ts';

export function correct(talk: Talk, link: TalkLink, post: Post): void {
  const { config } = talk;
  if (config.reconciliation.method === 'none') return;
  const { key } = lightOf(link);
  const shared = { step: 3, range: null, after: link.plan.pulses } as const;
  const name = streamName(link.ends.alice);
  const coins = (label: string, length: number) =>
    bytesAt(openStream(runKey(config.seed), `${name}/${label}`), 0, length);
  const seed = coins('correct-seed', 16);
  const terms = termsOf(config, link);
  const bits = key.sender.length;
  const opening: Draft = {
    ...shared,
    kind: 'correct-terms',
    body: correctTermsBody(terms, bits, seed),
    content: { kind: 'correct-terms', bits, seed },
  };
  if (!post(link, 'alice', [opening], false)) return;
  const corrected: Corrected = {
    at: link.plan.pulses + talk.events,
    terms,
    seed,
    reconciled: reconcile({ ...key, terms, seed, keepLog: true }),
    rounds: 0,
    letters: 0,
    bytes: 0,
    verificationSeed: null,
    verified: null,
  };
  link.correction = corrected;
  if (!holdRounds(talk, link, corrected, post)) return;
  if (compare(link, key.sender, coins('verification-seed', VERIFICATION_SEED_BYTES), post)) {
    link.reached = 'corrected';
  }
}

function termsOf({ reconciliation, estimation }: RunConfig, link: TalkLink): CascadeTerms {
  const { variant, passes, blockFactor, subBlockReuse, schedule } = reconciliation;
  const { tested, testErrors } = lightOf(link).tally;
  const planned = plannedErrorRate(testErrors, tested, Math.max(estimation.abortAbove, 0.01));
  // As the letter says them, so that both ends derive the same blocks.
  return {
    variant,
    passes,
    blockFactor: asSaid(blockFactor, BLOCK_FACTOR_UNIT),
    subBlockReuse,
    schedule,
    errorRate: asSaid(planned, ERROR_RATE_UNIT),
  };
}

function holdRounds(talk: Talk, link: TalkLink, corrected: Corrected, post: Post): boolean {
  const { log } = corrected.reconciled;
  if (log === null) throw new Error('the parities of this run were not kept');
  const rounds = corrected.reconciled.roundTrips;
  const before = { messages: talk.messages, bytes: talk.bytes };
  let answered = 0;
  for (let r = 0; !link.over && r < rounds; r++) {
    const letters: readonly RoundLetter[] = isOpening(log, r)
      ? [{ kind: 'parities', from: 'alice', body: openingBytes(log, r) }]
      : [
          { kind: 'parity-questions', from: 'bob', body: askedBytes(log, r) },
          { kind: 'parities', from: 'alice', body: answeredBytes(log, r) },
        ];
    if (post.round(link, letters) === letters.length) answered = r + 1;
    corrected.rounds = r + 1;
  }
  if (answered < rounds) corrected.reconciled = upTo(corrected.reconciled, log, answered);
  corrected.letters = talk.messages - before.messages;
  corrected.bytes = talk.bytes - before.bytes;
  return !link.over;
}

/** Broken off: only what was said counts, and only the errors that it showed. */
function upTo(reconciled: Reconciled, log: ParityLog, rounds: number): Reconciled {
  return {
    ...reconciled,
    leakedBits: log.roundStart[rounds]!,
    errorsCorrected: log.errorRound.filter((round) => round < rounds).length,
  };
}

/** Alice sends a seed and her hash; Bob says whether his is the same. Both letters seal their phase. */
function compare(link: TalkLink, sender: Bits, seed: Uint8Array, post: Post): boolean {
  const corrected = link.correction!;
  const shared = { step: 3, range: null, after: link.plan.pulses } as const;
  const bits = sender.length;
  const hash = verificationHash(sender, seed);
  corrected.verificationSeed = seed;
  const verification: Draft = {
    ...shared,
    kind: 'verification',
    body: verificationBody(bits, seed, hash),
    content: { kind: 'verification', bits, seed, hash },
  };
  if (!post(link, 'alice', [verification], true)) return false;
  const own = verificationHash(corrected.reconciled.corrected, seed);
  corrected.verified = tagsEqual(hash, own, VERIFICATION_BITS);
  return post(link, 'bob', [decision(corrected.verified ? 'fine' : 'unequal', 3, link)], true);
}
