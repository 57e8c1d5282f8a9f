/**
 * Who knows what, when: the table of the interface, as one function. An actor knows a fact because
 * it is her own record, or because a letter that has reached her says it (or fixes it together with
 * what she has). Everything the screen draws for an observer goes through here.
 */
import type { ActorId, Observer } from '../actors.ts';
import type { Run } from '../run.ts';
import { type LinkReplay, type PulseRecord, replayOf } from './replay.ts';
import type { Item, PulseFact, Sight } from './view.ts';

/** Events at which the letters about each range of pulses are complete; Infinity: never. */
interface Heard {
  readonly reports: readonly number[];
  readonly bases: readonly number[];
  readonly sample: number;
  readonly answer: number;
}

export interface Facts {
  readonly run: Run;
  readonly links: readonly LinkReplay[];
  readonly heard: readonly Heard[];
  readonly attack: Run['config']['eve']['attack'];
  /** A line on which Eve's own results leave no doubt. */
  readonly noiseless: boolean;
}

const known = new WeakMap<Run, Facts>();

export function factsOf(run: Run): Facts {
  let facts = known.get(run);
  if (facts === undefined) {
    const { channel, detector, eve } = run.config;
    facts = {
      run,
      links: replayOf(run),
      heard: run.links.map((_, link) => heardOn(run, link)),
      attack: eve.attack,
      noiseless: channel.flipProbability === 0 && detector.darkCountProbability === 0,
    };
    known.set(run, facts);
  }
  return facts;
}

function heardOn({ letters }: Run, link: number): Heard {
  const own = letters.filter((letter) => letter.link === link);
  const ends = (kind: string) =>
    own.filter((letter) => letter.kind === kind).map(({ at }) => at + 1);
  return {
    reports: ends('detections'),
    bases: ends('bases'),
    sample: ends('sample')[0] ?? Number.POSITIVE_INFINITY,
    answer: ends('test-bits')[0] ?? Number.POSITIVE_INFINITY,
  };
}

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

/** Which link this actor takes part in. Eve in the middle takes part in both. */
export function ownLink({ links }: Facts, actor: ActorId, asked: 0 | 1): 0 | 1 {
  if (links.length === 1 || actor === 'alice') return 0;
  return actor === 'bob' ? 1 : asked;
}

/** Eve measures halfway between the two bases, so she has neither. */
export function isMidway({ attack, run }: Facts): boolean {
  return attack === 'intercept-resend' && run.config.eve.basis === 'breidbart';
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

/** The value of a fact, whoever may know it; null if there is none (an empty slot, no measurement). */
export function truth(facts: Facts, fact: PulseFact, pulse: number, link: 0 | 1): 0 | 1 | null {
  const { links, attack } = facts;
  const near = () => links[0]!.record(pulse);
  const far = () => links.at(-1)!.record(pulse);
  const here = () => links[Math.min(link, links.length - 1)]!.record(pulse);
  const middle = attack === 'man-in-the-middle';
  const flag = (value: boolean): 0 | 1 => (value ? 1 : 0);
  switch (fact) {
    case 'alice.bit':
      return near().sentBit;
    case 'alice.basis':
      return near().sentBasis;
    case 'eve.acts':
      return flag(middle || near().tapActs);
    case 'eve.basis':
      if (middle) return near().askedBasis;
      return near().tapActs && !isMidway(facts) ? near().tapBasis : null;
    case 'eve.saw':
      if (middle) return near().detected ? near().gotBit : null;
      return near().tapActs ? near().tapBit : null;
    case 'eve.sends-bit':
      return middle ? far().sentBit : near().tapActs ? near().tapBit : null;
    case 'eve.sends-basis':
      if (middle) return far().sentBasis;
      return near().tapActs && !isMidway(facts) ? near().tapBasis : null;
    case 'bob.basis':
      return far().askedBasis;
    case 'bob.bit':
      return far().detected ? far().gotBit : null;
    case 'detected':
      return flag(here().detected);
    case 'kept':
      return flag(here().kept);
    case 'differs':
      return flag(here().kept && here().sentBit !== here().gotBit);
    case 'tested':
      return flag(here().kept && here().sampled);
    case 'eve-knows':
      return flag(middle ? near().kept && facts.noiseless : near().certain);
    default:
      fact satisfies never;
      return null;
  }
}

/** What this actor can say of a fact now; null if she cannot. */
export function knows(facts: Facts, question: Question): 0 | 1 | null {
  const { actor, fact, pulse, at, pulsesSent } = question;
  const link = ownLink(facts, actor, question.link);
  const heard = facts.heard[link]!;
  const record = () => facts.links[link]!.record(pulse);
  const range = Math.floor(pulse / facts.run.config.exchange.pulsesPerLetter);
  const told = (letters: readonly number[]) => (letters[range] ?? Number.POSITIVE_INFINITY) <= at;
  const reported = told(heard.reports);
  const based = told(heard.bases);
  const sampled = heard.sample <= at;
  const answered = heard.answer <= at;
  const past = pulse < pulsesSent;
  // A record is its owner's from the moment the photon is sent, measured or missed.
  const sent = pulse <= pulsesSent;
  const flag = (value: boolean): 0 | 1 => (value ? 1 : 0);
  const publicly = { reported, based, sampled, answered };
  switch (actor) {
    case 'alice':
      return aliceKnows(fact, record, { ...publicly, sent, flag });
    case 'bob':
      return bobKnows(fact, record, { ...publicly, past, flag });
    case 'eve':
      return eveKnows(facts, question, { ...publicly, past, sent });
    default:
      actor satisfies never;
      return null;
  }
}

interface Said {
  readonly reported: boolean;
  readonly based: boolean;
  readonly sampled: boolean;
  readonly answered: boolean;
}
type Flag = (value: boolean) => 0 | 1;

function aliceKnows(
  fact: PulseFact,
  record: () => PulseRecord,
  {
    reported,
    sampled,
    answered,
    sent,
    flag,
  }: Said & { readonly sent: boolean; readonly flag: Flag },
): 0 | 1 | null {
  switch (fact) {
    case 'alice.bit':
      return sent ? record().sentBit : null;
    case 'alice.basis':
      return sent ? record().sentBasis : null;
    case 'bob.basis':
      return reported && record().detected ? record().askedBasis : null;
    case 'detected':
      return reported ? flag(record().detected) : null;
    case 'kept':
      return reported ? flag(record().kept) : null;
    case 'tested':
      return sampled ? flag(record().kept && record().sampled) : null;
    case 'bob.bit':
      return answered && record().kept && record().sampled ? record().gotBit : null;
    case 'differs':
      return answered && record().kept && record().sampled
        ? flag(record().sentBit !== record().gotBit)
        : null;
    default:
      return null;
  }
}

function bobKnows(
  fact: PulseFact,
  record: () => PulseRecord,
  { based, sampled, past, flag }: Said & { readonly past: boolean; readonly flag: Flag },
): 0 | 1 | null {
  switch (fact) {
    case 'bob.basis':
      return past ? record().askedBasis : null;
    case 'bob.bit':
      return past && record().detected ? record().gotBit : null;
    case 'detected':
      return past ? flag(record().detected) : null;
    case 'alice.basis':
      return based && record().detected ? record().sentBasis : null;
    case 'kept':
      return based ? flag(record().kept) : past && !record().detected ? 0 : null;
    case 'tested':
      return sampled ? flag(record().kept && record().sampled) : null;
    case 'alice.bit':
      return sampled && record().kept && record().sampled ? record().sentBit : null;
    case 'differs':
      return sampled && record().kept && record().sampled
        ? flag(record().sentBit !== record().gotBit)
        : null;
    default:
      return null;
  }
}

function eveKnows(
  facts: Facts,
  { fact, pulse, link, at }: Question,
  said: Said & { readonly past: boolean; readonly sent: boolean },
): 0 | 1 | null {
  const { reported, based, sampled, answered, past, sent } = said;
  const { links, heard, attack, noiseless } = facts;
  const middle = attack === 'man-in-the-middle';
  const near = () => links[0]!.record(pulse);
  const far = () => links.at(-1)!.record(pulse);
  const here = () => links[Math.min(link, links.length - 1)]!.record(pulse);
  const value = () => truth(facts, fact, pulse, link);
  // In the middle she learns of Alice's bits on Alice's link and of Bob's on Bob's, whichever link
  // is asked about: the letters that she writes herself tell her nothing.
  const aliceSaid = toldOn(facts, pulse, 0, 'bases', at);
  const bobSaid = toldOn(facts, pulse, links.length - 1, 'reports', at);
  const published = ({ kept, sampled: tested }: PulseRecord) => kept && tested;
  switch (fact) {
    case 'eve.acts':
    case 'eve.basis':
    case 'eve.saw':
    case 'eve.sends-bit':
    case 'eve.sends-basis':
      return attack !== 'none' && (middle ? past : sent) ? value() : null;
    case 'alice.basis':
      return aliceSaid && near().detected ? near().sentBasis : null;
    case 'bob.basis':
      return bobSaid && far().detected ? far().askedBasis : null;
    case 'detected':
      return reported || (middle && link === 0 && past) ? value() : null;
    case 'kept':
      return (middle ? (link === 0 ? based : reported) : based) ? value() : null;
    case 'eve-knows':
      return attack !== 'none' && aliceSaid ? value() : null;
    case 'alice.bit': {
      if (heard[0]!.sample <= at && published(near())) return near().sentBit;
      const certain = () => (middle ? near().kept && noiseless : near().certain);
      return aliceSaid && certain() ? near().sentBit : null;
    }
    case 'bob.bit':
      if (heard.at(-1)!.answer <= at && published(far())) return far().gotBit;
      return middle && bobSaid && far().kept && noiseless ? far().gotBit : null;
    case 'tested':
      return sampled ? value() : null;
    case 'differs':
      return answered && published(here()) ? value() : null;
    default:
      fact satisfies never;
      return null;
  }
}

/** Eve in the middle hears each end's letters on that end's own link. */
function toldOn(
  { run, heard }: Facts,
  pulse: number,
  link: number,
  letters: 'reports' | 'bases',
  at: number,
): boolean {
  const range = Math.floor(pulse / run.config.exchange.pulsesPerLetter);
  return (heard[link]![letters][range] ?? Number.POSITIVE_INFINITY) <= at;
}

/** The table itself, row by row, for what is drawn or not drawn at all. */
const TABLE: Readonly<Record<Item, Readonly<Record<Observer, Sight>>>> = {
  'alice.record': row('full', 'none', 'none'),
  'photon.near': row('full', 'none', 'exists'),
  'photon.far': row('none', 'exists', 'exists'),
  'eve.presence': row('none', 'none', 'full'),
  'eve.record': row('none', 'none', 'full'),
  'bob.record': row('none', 'full', 'none'),
  odds: row('none', 'none', 'none'),
  losses: row('full', 'full', 'full'),
  letters: row('full', 'full', 'full'),
  'seal-result': row('full', 'full', 'exists'),
  'letter-maker': row('none', 'none', 'full'),
  'alice.pool': row('full', 'none', 'exists'),
  'bob.pool': row('none', 'full', 'exists'),
  'error-rate': row('none', 'none', 'none'),
  test: row('full', 'full', 'full'),
  'eve-knows': row('none', 'none', 'full'),
  keys: row('full', 'full', 'full'),
  verdict: row('full', 'full', 'full'),
  'double-click': row('none', 'full', 'none'),
  'dark-count': row('none', 'none', 'none'),
};

function row(alice: Sight, bob: Sight, eve: Sight): Readonly<Record<Observer, Sight>> {
  return { everyone: 'full', alice, bob, eve };
}

/** How an observer sees a row of the table. Without an attack Eve only reads letters: she exists. */
export function sightOf(item: Item, observer: Observer, attack: Facts['attack']): Sight {
  const sight = TABLE[item][observer];
  if (attack !== 'none' || sight === 'none') return sight;
  return item === 'eve.presence'
    ? 'exists'
    : item === 'eve.record' || item === 'eve-knows'
      ? 'none'
      : sight;
}
