/** A finished run's figures as the one document the app, the command line and tests all read. */
import { sha256 } from '@noble/hashes/sha2.js';
import type { LengthBudget } from '../core/amplification/length.ts';
import { blocksOf } from '../core/authentication/ghash.ts';
import { gmacOddsLog2 } from '../core/authentication/gmac.ts';
import { hmacOddsLog2 } from '../core/authentication/hmac.ts';
import { wegmanCarterOddsLog2 } from '../core/authentication/wegman-carter.ts';
import { type Bits, bytesOf } from '../core/bits/bits.ts';
import { hex } from '../core/bits/hex.ts';
import { binaryEntropy } from '../core/elementary/entropy.ts';
import { VERIFICATION_BITS } from '../core/reconciliation/verification.ts';
import type { RunConfig } from './config.ts';
import { ENGINE } from './engine.ts';
import type { IntensityCounts } from './intensity-counts.ts';
import type { KeysHeld } from './link/keys.ts';
import { spentOnSeals } from './link/spent.ts';
import { lightOf, type Talk, type TalkLink } from './link/talk.ts';
import type {
  AmplificationFigures,
  Counts,
  IntensityFigures,
  KeyFigures,
  Receipt,
  Verdict,
} from './receipt.ts';
import { type Compared, qberOf, sumCounts } from './receipt-sums.ts';

export interface Finished {
  readonly config: RunConfig;
  readonly talk: Talk;
  readonly keys: KeysHeld;
  readonly verdict: Verdict;
  /** SHA-256 of the event log. */
  readonly digest: Uint8Array;
  readonly pulsesSent: number;
}

const STAGES: readonly TalkLink['reached'][] = [
  'exchange',
  'sifted',
  'tested',
  'accepted',
  'corrected',
  'key',
];
const reached = (link: TalkLink, stage: TalkLink['reached']) =>
  STAGES.indexOf(link.reached) >= STAGES.indexOf(stage);

export function receiptOf(finished: Finished): Receipt {
  const { config, talk, keys, verdict, digest, pulsesSent } = finished;
  const { links } = talk;
  const counts = links.map(countsOf);
  const split = links.length > 1;
  const ends = links.map(({ plan }) => plan.ends);
  const spent = spentOnSeals(links, config);
  // The accepted key and the link that carries it: Bob's, or Alice's if only she accepted one.
  const carrier = (keys.bob === null && keys.alice !== null ? links[0] : links.at(-1))!;
  const accepted = (keys.bob ?? keys.alice)?.length ?? 0;
  const made = accepted === 0 ? 0 : (carrier.quantum?.sender.length ?? accepted);
  return {
    schema: 1,
    engine: ENGINE,
    config,
    verdict,
    counts: {
      ...sumCounts(counts),
      ...(split && { links: counts.map((count, i) => ({ ends: ends[i]!, ...count })) }),
    },
    qber: {
      ...qberOf(comparedOn(links)),
      ...(split && {
        links: links.map((link, i) => ({ ends: ends[i]!, ...qberOf(comparedOn([link])) })),
      }),
    },
    reconciliation: reconciliationOf(carrier),
    amplification: carrier.shrunk && lengthOf(carrier.shrunk.budget),
    keys: {
      alice: keyFigures(keys.alice),
      bob: keyFigures(keys.bob),
      eve: keys.eve.map(({ sharedWith, bits }) => ({ sharedWith, ...figuresOf(bits) })),
      equal: keys.equal,
      agreement: agreementOf(keys),
    },
    eve: {
      ...eveOf(talk),
      keyBitsKnown: keys.knownToEve.known,
      keyBitsKnownBy: keys.knownToEve.by,
    },
    seals: sealsOf(talk, spent),
    keyLedger: {
      made,
      spentOnSeals: spent,
      spentOnMessages: made === 0 ? 0 : (carrier.use?.spent ?? 0),
      discarded: 0,
    },
    use: made === 0 ? null : envelopeOf(carrier),
    readOut: null,
    messages: { number: talk.messages, bytes: talk.bytes },
    log: { events: pulsesSent + talk.messages, sha256: hex(digest) },
  };
}

function countsOf(link: TalkLink): Counts {
  const { tally, plan, byIntensity } = lightOf(link);
  const tested = reached(link, 'tested');
  const sifted = reached(link, 'sifted');
  return {
    sent: plan.pulses,
    detected: tally.detected,
    sifted: sifted ? tally.sifted : 0,
    tested: tested ? tally.tested : 0,
    testErrors: tested ? tally.testErrors : 0,
    zeros: tally.zeros,
    ...(byIntensity && { byIntensity: byIntensity.map((counts) => intensityOf(counts, sifted)) }),
  };
}

function intensityOf(
  { meanPhotonNumber, sent, detected, rectilinear, diagonal }: IntensityCounts,
  sifted: boolean,
): IntensityFigures {
  return {
    meanPhotonNumber,
    sent,
    detected,
    sifted: sifted ? rectilinear.sifted + diagonal.sifted : 0,
    errors: sifted ? rectilinear.errors + diagonal.errors : 0,
  };
}

/** Over the links that came far enough. */
export function comparedOn(links: readonly TalkLink[]): Compared {
  const sum = (pick: (link: TalkLink) => number, stage: TalkLink['reached']) =>
    links.reduce((total, link) => total + (reached(link, stage) ? pick(link) : 0), 0);
  const both = {
    tested: sum((link) => lightOf(link).tally.tested, 'tested'),
    testErrors: sum((link) => lightOf(link).tally.testErrors, 'tested'),
    sifted: sum((link) => lightOf(link).tally.sifted, 'sifted'),
    errors: sum((link) => lightOf(link).tally.errors, 'sifted'),
  };
  const rectilinear = {
    tested: sum((link) => lightOf(link).tally.testedRectilinear, 'tested'),
    testErrors: sum((link) => lightOf(link).tally.testErrorsRectilinear, 'tested'),
    sifted: sum((link) => lightOf(link).tally.siftedRectilinear, 'sifted'),
    errors: sum((link) => lightOf(link).tally.errorsRectilinear, 'sifted'),
  };
  return { both, rectilinear };
}

function reconciliationOf({ correction }: TalkLink): Receipt['reconciliation'] {
  if (correction === null) return null;
  const { reconciled, verified, rounds } = correction;
  const { errorsCorrected, leakedBits, corrected } = reconciled;
  const bits = corrected.length;
  const limit = errorsCorrected === 0 ? 0 : bits * binaryEntropy(errorsCorrected / bits);
  return {
    errorsCorrected,
    leakedBits,
    efficiency: limit === 0 ? null : leakedBits / limit,
    roundTrips: rounds,
    verificationBits: verified === null ? 0 : VERIFICATION_BITS,
    verified: verified === true,
  };
}

function lengthOf(budget: LengthBudget): AmplificationFigures {
  const { inputBits, phaseErrorBits, leakedBits, marginBits, outputBits } = budget;
  return { inputBits, phaseErrorBits, leakedBits, marginBits, outputBits };
}

function envelopeOf({ use }: TalkLink): Receipt['use'] {
  if (use === null || use.ciphertext === null) return null;
  return { accepted: use.accepted, altered: use.altered, bytes: use.ciphertext.length };
}

function keyFigures(bits: Bits | null): KeyFigures | null {
  return bits && figuresOf(bits);
}

export function figuresOf(bits: Bits): KeyFigures {
  return { bits: bits.length, sha256: hex(sha256(bytesOf(bits))) };
}

function agreementOf({ alice, bob, differing }: KeysHeld): number | null {
  if (alice === null || bob === null || differing === null) return null;
  const compared = Math.min(alice.length, bob.length);
  return compared === 0 ? null : 1 - differing / compared;
}

/** What Eve holds of the sifted bits before any bit or parity is published. */
function eveOf({ links, config }: Talk): {
  siftedBitsKnown: number;
  siftedBitsGuessedRight: number;
} {
  const sifted = links.filter((link) => reached(link, 'sifted'));
  const sum = (pick: (link: TalkLink) => number) =>
    sifted.reduce((total, link) => total + pick(link), 0);
  if (links.length === 1) {
    return {
      siftedBitsKnown: sum((link) => lightOf(link).tally.knownToEve),
      siftedBitsGuessedRight: sum((link) => lightOf(link).tally.guessedRight),
    };
  }
  // She is one end of each link: certain on a line without errors, never on one with.
  const certain =
    config.channel.flipProbability === 0 && config.detector.darkCountProbability === 0;
  return {
    siftedBitsKnown: certain ? sum((link) => lightOf(link).tally.sifted) : 0,
    siftedBitsGuessedRight: sum((link) => lightOf(link).tally.sifted - lightOf(link).tally.errors),
  };
}

function sealsOf(talk: Talk, keyBitsSpent: number): Receipt['seals'] {
  const { made, checked, failed } = talk.seals;
  const { authentication } = talk.config;
  const counted = { made, checked, failed, keyBitsSpent };
  if (made === 0) return { ...counted, forgeryOdds: 0, kind: 'none' };
  return { ...counted, ...forgeryOddsOf(authentication, talk.longestSealed) };
}

/** log₂ of the chance per attempt on a letter of so many bytes, and what that number is. */
export function forgeryOddsOf(
  { method, tagBits = 128 }: RunConfig['authentication'],
  longestSealed: number,
): Pick<Receipt['seals'], 'forgeryOdds' | 'kind'> {
  const blocks = blocksOf(longestSealed);
  switch (method) {
    case 'none':
      return { forgeryOdds: 0, kind: 'none' };
    case 'wegman-carter':
      return { forgeryOdds: wegmanCarterOddsLog2(blocks, tagBits), kind: 'bound' };
    case 'gmac':
      return { forgeryOdds: gmacOddsLog2(blocks, tagBits), kind: 'bound' };
    case 'hmac-sha-256':
      return { forgeryOdds: hmacOddsLog2(tagBits), kind: 'best-known' };
    case 'ed25519':
    case 'ml-dsa-65':
      return { forgeryOdds: SIGNATURE_ODDS_LOG2[method], kind: 'best-known' };
    default:
      method satisfies never;
      throw new Error('no such method');
  }
}

/** Best known on the machines of today: about 2^125.8 steps (Bernstein et al. 2012), and FIPS 204's category 3. */
const SIGNATURE_ODDS_LOG2 = { ed25519: -125.8, 'ml-dsa-65': -192 } as const;
