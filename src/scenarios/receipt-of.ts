/** A finished run's figures as the one document the app, the command line and tests all read. */
import { sha256 } from '@noble/hashes/sha2.js';
import { blocksOf } from '../core/authentication/ghash.ts';
import { hmacOddsLog2 } from '../core/authentication/hmac.ts';
import { wegmanCarterOddsLog2 } from '../core/authentication/wegman-carter.ts';
import { type Bits, bytesOf } from '../core/bits/bits.ts';
import { wilsonInterval } from '../core/estimation/interval.ts';
import type { RunConfig } from './config.ts';
import { ENGINE } from './engine.ts';
import type { KeysHeld } from './link/keys.ts';
import type { Talk, TalkLink } from './link/talk.ts';
import type { Counts, KeyFigures, QberFigures, QberPerBasis, Receipt, Verdict } from './receipt.ts';

export interface Finished {
  readonly config: RunConfig;
  readonly talk: Talk;
  readonly keys: KeysHeld;
  readonly verdict: Verdict;
  /** SHA-256 of the event log. */
  readonly digest: Uint8Array;
}

const STAGES: readonly TalkLink['reached'][] = ['exchange', 'sifted', 'tested', 'accepted'];
const reached = (link: TalkLink, stage: TalkLink['reached']) =>
  STAGES.indexOf(link.reached) >= STAGES.indexOf(stage);

export function receiptOf({ config, talk, keys, verdict, digest }: Finished): Receipt {
  const { links } = talk;
  const counts = links.map(countsOf);
  const split = links.length > 1;
  const ends = links.map(({ light }) => light.plan.ends);
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
      ...qberOf(links),
      ...(split && { links: links.map((link, i) => ({ ends: ends[i]!, ...qberOf([link]) })) }),
    },
    reconciliation: null,
    amplification: null,
    keys: {
      alice: keyFigures(keys.alice),
      bob: keyFigures(keys.bob),
      eve: keys.eve.map(({ sharedWith, bits }) => ({ sharedWith, ...figuresOf(bits) })),
      equal: keys.equal,
      agreement: agreementOf(keys),
    },
    eve: { ...eveOf(talk), keyBitsKnown: keys.knownToEve, keyBitsKnownBy: 'rank' },
    seals: sealsOf(talk),
    keyLedger: {
      made: (keys.alice ?? keys.bob)?.length ?? 0,
      spentOnSeals: spentOnSeals(talk),
      spentOnMessages: 0,
      discarded: 0,
    },
    use: null,
    messages: { number: talk.letters.length, bytes: talk.bytes },
    log: { events: talk.pulsesSent + talk.letters.length, sha256: hex(digest) },
  };
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function countsOf(link: TalkLink): Counts {
  const { tally, plan } = link.light;
  const tested = reached(link, 'tested');
  return {
    sent: plan.pulses,
    detected: tally.detected,
    sifted: reached(link, 'sifted') ? tally.sifted : 0,
    tested: tested ? tally.tested : 0,
    testErrors: tested ? tally.testErrors : 0,
    zeros: tally.zeros,
  };
}

function sumCounts(all: readonly Counts[]): Counts {
  const sum = (name: keyof Counts) => all.reduce((total, counts) => total + counts[name], 0);
  return {
    sent: sum('sent'),
    detected: sum('detected'),
    sifted: sum('sifted'),
    tested: sum('tested'),
    testErrors: sum('testErrors'),
    zeros: sum('zeros'),
  };
}

/** Over the links that came far enough; pooled and per basis. */
function qberOf(links: readonly TalkLink[]): QberPerBasis {
  const sum = (pick: (link: TalkLink) => number, stage: TalkLink['reached']) =>
    links.reduce((total, link) => total + (reached(link, stage) ? pick(link) : 0), 0);
  const tested = sum(({ light }) => light.tally.tested, 'tested');
  const testErrors = sum(({ light }) => light.tally.testErrors, 'tested');
  const testedPlus = sum(({ light }) => light.tally.testedRectilinear, 'tested');
  const testErrorsPlus = sum(({ light }) => light.tally.testErrorsRectilinear, 'tested');
  const sifted = sum(({ light }) => light.tally.sifted, 'sifted');
  const errors = sum(({ light }) => light.tally.errors, 'sifted');
  const siftedPlus = sum(({ light }) => light.tally.siftedRectilinear, 'sifted');
  const errorsPlus = sum(({ light }) => light.tally.errorsRectilinear, 'sifted');
  return {
    ...figures({ tested, testErrors, sifted, errors }),
    rectilinear: figures({
      tested: testedPlus,
      testErrors: testErrorsPlus,
      sifted: siftedPlus,
      errors: errorsPlus,
    }),
    diagonal: figures({
      tested: tested - testedPlus,
      testErrors: testErrors - testErrorsPlus,
      sifted: sifted - siftedPlus,
      errors: errors - errorsPlus,
    }),
  };
}

function figures(counted: {
  readonly tested: number;
  readonly testErrors: number;
  readonly sifted: number;
  readonly errors: number;
}): QberFigures {
  const { tested, testErrors, sifted, errors } = counted;
  return {
    estimated: tested === 0 ? null : testErrors / tested,
    interval: tested === 0 ? null : wilsonInterval(testErrors, tested),
    actual: sifted === 0 ? null : errors / sifted,
  };
}

function keyFigures(bits: Bits | null): KeyFigures | null {
  return bits && figuresOf(bits);
}

function figuresOf(bits: Bits): KeyFigures {
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
      siftedBitsKnown: sum(({ light }) => light.tally.knownToEve),
      siftedBitsGuessedRight: sum(({ light }) => light.tally.guessedRight),
    };
  }
  // She is one end of each link: certain on a line without errors, never on one with.
  const certain =
    config.channel.flipProbability === 0 && config.detector.darkCountProbability === 0;
  return {
    siftedBitsKnown: certain ? sum(({ light }) => light.tally.sifted) : 0,
    siftedBitsGuessedRight: sum(({ light }) => light.tally.sifted - light.tally.errors),
  };
}

function sealsOf(talk: Talk): Receipt['seals'] {
  const sealed = talk.letters.filter(({ seal }) => seal !== null);
  const count = (result: string) => sealed.filter(({ check }) => check === result).length;
  const failed = count('rejected');
  const { method, tagBits } = talk.config.authentication;
  const none = method === 'none' || sealed.length === 0;
  return {
    made: sealed.length,
    checked: count('accepted') + failed,
    failed,
    keyBitsSpent: spentOnSeals(talk),
    forgeryOdds: none
      ? 0
      : method === 'wegman-carter'
        ? wegmanCarterOddsLog2(blocksOf(talk.longestSealed), tagBits)
        : hmacOddsLog2(tagBits),
    kind: none ? 'none' : method === 'wegman-carter' ? 'bound' : 'best-known',
  };
}

/** Both ends spend the same masks; where a run broke off, the end that spent more counts. */
function spentOnSeals({ links, key, config }: Talk): number {
  if (config.authentication.method === 'none') return 0;
  const used = links.flatMap(({ ends }) =>
    [ends.alice, ends.bob]
      .filter(({ actor }) => actor !== 'eve')
      .map(({ desk }) => desk.used.made + desk.used.checked),
  );
  const most = Math.max(0, ...used);
  return most === 0 ? 0 : key.upFront + key.perSeal * most;
}
