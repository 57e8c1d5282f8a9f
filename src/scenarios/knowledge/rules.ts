/**
 * Who knows what, when: the table of the interface, as one function. An actor knows a fact because
 * it is her own record, or because a letter that has reached her says it (or fixes it together with
 * what she has). Everything the screen draws for an observer goes through here.
 */
import type { ActorId } from '../actors.ts';
import {
  type Facts,
  flag,
  NEVER,
  ownLink,
  recordOf,
  storesLight,
  truth,
  verifiedFrom,
} from './facts.ts';
import type { PulseRecord } from './replay.ts';
import type { PulseFact } from './view.ts';

export interface Question {
  readonly actor: ActorId;
  readonly fact: PulseFact;
  readonly pulse: number;
  readonly link: 0 | 1;
  /** Events that have happened. */
  readonly at: number;
  /** Pulses among them. */
  readonly pulsesSent: number;
}

/**
 * Under which name an end knows a fact. With Eve in the middle Alice takes Eve's record for Bob's and
 * Bob takes Eve's for Alice's, so neither knows anything of the other; null: nothing.
 */
export function factAsTold({ attack }: Facts, actor: ActorId, fact: PulseFact): PulseFact | null {
  if (attack !== 'man-in-the-middle' || actor === 'eve') return fact;
  if (fact.startsWith(actor === 'alice' ? 'bob.' : 'alice.')) return null;
  return (actor === 'alice' ? TOLD_AS_BOB : TOLD_AS_ALICE)[fact] ?? fact;
}

const TOLD_AS_BOB: Partial<Record<PulseFact, PulseFact>> = {
  'eve.basis': 'bob.basis',
  'eve.saw': 'bob.bit',
};
const TOLD_AS_ALICE: Partial<Record<PulseFact, PulseFact>> = {
  'eve.sends-basis': 'alice.basis',
  'eve.sends-bit': 'alice.bit',
};

/** What this actor can say of a fact now; null if she cannot. */
export function knows(facts: Facts, question: Question): 0 | 1 | null {
  const { actor, fact, pulse, at, pulsesSent } = question;
  const link = ownLink(facts, actor, question.link);
  const heard = facts.heard[link]!;
  const range = Math.floor(pulse / facts.run.config.exchange.pulsesPerLetter);
  const told = (letters: readonly number[]) => (letters[range] ?? NEVER) <= at;
  const said: Said = {
    reported: told(heard.reports),
    based: told(heard.bases),
    sampled: heard.sample <= at,
    answered: heard.answer <= at,
    verified: verifiedFrom(facts, link, actor) <= at,
    // A record is its owner's from the moment the photon is sent, measured or missed.
    sent: pulse <= pulsesSent,
    past: pulse < pulsesSent,
  };
  if (actor === 'eve') return eveKnows(facts, question, said);
  const record = recordOf(facts, link, pulse);
  if (record === null) return null;
  return actor === 'alice' ? aliceKnows(fact, record, said) : bobKnows(fact, record, said);
}

interface Said {
  readonly reported: boolean;
  readonly based: boolean;
  readonly sampled: boolean;
  readonly answered: boolean;
  readonly verified: boolean;
  readonly sent: boolean;
  readonly past: boolean;
}

function aliceKnows(fact: PulseFact, record: PulseRecord, said: Said): 0 | 1 | null {
  const { reported, sampled, answered, verified, sent } = said;
  const { kept } = record;
  // Equal after Correct, and every flip was made in public: so she knows what he first had.
  const seesBobs = kept && ((answered && record.sampled) || verified);
  switch (fact) {
    case 'alice.bit':
      return sent ? record.sentBit : null;
    case 'alice.basis':
      return sent ? record.sentBasis : null;
    case 'bob.basis':
      return reported && record.detected ? record.askedBasis : null;
    case 'detected':
      return reported ? flag(record.detected) : null;
    case 'kept':
      return reported ? flag(kept) : null;
    case 'tested':
      return sampled ? flag(kept && record.sampled) : null;
    case 'bob.bit':
      return seesBobs ? record.gotBit : null;
    case 'differs':
      return seesBobs ? flag(record.sentBit !== record.gotBit) : null;
    default:
      return null;
  }
}

function bobKnows(fact: PulseFact, record: PulseRecord, said: Said): 0 | 1 | null {
  const { based, sampled, verified, past } = said;
  const { kept } = record;
  const seesAlices = kept && ((sampled && record.sampled) || verified);
  switch (fact) {
    case 'bob.basis':
      return past ? record.askedBasis : null;
    case 'bob.bit':
      return past && record.detected ? record.gotBit : null;
    case 'detected':
      return past ? flag(record.detected) : null;
    case 'alice.basis':
      return based && record.detected ? record.sentBasis : null;
    case 'kept':
      return based ? flag(kept) : past && !record.detected ? 0 : null;
    case 'tested':
      return sampled ? flag(kept && record.sampled) : null;
    case 'alice.bit':
      return seesAlices ? record.sentBit : null;
    case 'differs':
      return seesAlices ? flag(record.sentBit !== record.gotBit) : null;
    default:
      return null;
  }
}

function eveKnows(facts: Facts, question: Question, said: Said): 0 | 1 | null {
  const { fact, pulse, link, at } = question;
  const { reported, based, sampled, answered, verified, past, sent } = said;
  const { links, heard, attack, noiseless } = facts;
  const middle = attack === 'man-in-the-middle';
  const last = (links.length - 1) as 0 | 1;
  const near = recordOf(facts, 0, pulse);
  const far = recordOf(facts, last, pulse);
  const value = () => truth(facts, fact, pulse, link);
  // In the middle she learns of Alice's bits on Alice's link and of Bob's on Bob's, whichever link
  // is asked about: the letters that she writes herself tell her nothing.
  const aliceSaid = toldOn(facts, pulse, 0, 'bases', at);
  const bobSaid = toldOn(facts, pulse, last, 'reports', at);
  const corrected = (place: 0 | 1) => verifiedFrom(facts, place, 'eve') <= at;
  // As an end she has the other end's bits where the line leaves no doubt, or once both are corrected.
  const fixed = (place: 0 | 1, record: PulseRecord) =>
    middle ? record.kept && (noiseless || corrected(place)) : record.certain;
  const stores = storesLight(facts);
  if (facts.run.config.exchange.announce === 'hidden') {
    // She has what she did and saw, and no letter.
    return OWN.has(fact) && attack !== 'none' && sent && !stores ? value() : null;
  }
  switch (fact) {
    case 'eve.basis':
    case 'eve.saw':
      // A stored photon is measured once its basis is public.
      if (stores) return aliceSaid ? value() : null;
      return attack !== 'none' && (middle ? past : sent) ? value() : null;
    case 'eve.acts':
    case 'eve.sends-bit':
    case 'eve.sends-basis':
      return attack !== 'none' && (middle ? past : sent) ? value() : null;
    case 'alice.basis':
      return aliceSaid && near?.detected ? near.sentBasis : null;
    case 'bob.basis':
      return bobSaid && far?.detected ? far.askedBasis : null;
    case 'detected':
      return reported || (middle && link === 0 && past) ? value() : null;
    case 'kept':
      return (middle ? (link === 0 ? based : reported) : based) ? value() : null;
    case 'eve-knows':
      return attack !== 'none' && aliceSaid ? value() : null;
    case 'alice.bit': {
      if (near === null) return null;
      if (heard[0]!.sample <= at && near.kept && near.sampled) return near.sentBit;
      return aliceSaid && fixed(0, near) ? near.sentBit : null;
    }
    case 'bob.bit': {
      if (far === null) return null;
      if (heard[last]!.answer <= at && far.kept && far.sampled) return far.gotBit;
      // Outside the middle: what she knows of Alice's, and where the corrections were.
      const told = middle ? bobSaid : corrected(0) && aliceSaid;
      return told && fixed(last, far) ? far.gotBit : null;
    }
    case 'tested':
      return sampled ? value() : null;
    case 'differs': {
      const here = recordOf(facts, link, pulse);
      if (here === null || !here.kept) return null;
      return (answered && here.sampled) || verified ? value() : null;
    }
    default:
      fact satisfies never;
      return null;
  }
}

const OWN: ReadonlySet<PulseFact> = new Set([
  'eve.acts',
  'eve.basis',
  'eve.saw',
  'eve.sends-bit',
  'eve.sends-basis',
]);

/** Eve in the middle hears each end's letters on that end's own link. */
function toldOn(
  { run, heard }: Facts,
  pulse: number,
  link: number,
  letters: 'reports' | 'bases',
  at: number,
): boolean {
  const range = Math.floor(pulse / run.config.exchange.pulsesPerLetter);
  return (heard[link]![letters][range] ?? NEVER) <= at;
}
