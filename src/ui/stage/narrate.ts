/**
 * What the live region says of a move from one instant to a later one: one sentence at most, the
 * most important thing. It asks the view alone, so it cannot say what the observer cannot know.
 */

import type {
  KnowledgeView,
  LetterView,
  SealSight,
  Timeline,
} from '../../scenarios/knowledge/view.ts';
import type { Instant } from './flights.ts';
import { eveActsOn, sentOf, tapOf } from './in-hand.ts';
import { describeRound } from './narrate-round.ts';
import type { Narration } from './narration.ts';
import { splitsPulses } from './splitting.ts';
import type { StageWordKey } from './words.ts';

export interface NarrateOptions {
  /** Also describe every single photon and round trip; for one event a second. */
  readonly eachPhoton?: boolean;
}

export function narrate(
  view: KnowledgeView,
  timeline: Timeline,
  previousAt: Instant,
  { eachPhoton = false }: NarrateOptions = {},
): Narration | null {
  if (view.at <= previousAt) return null;
  return (
    verdictOf(view, timeline, previousAt) ??
    stepOf(view, timeline, previousAt) ??
    refusalOf(view, previousAt) ??
    newsOf(view, previousAt) ??
    sealOf(view, previousAt) ??
    correctingOf(view, timeline, previousAt) ??
    milestoneOf(view, timeline, previousAt) ??
    (eachPhoton ? eventOf(view, timeline) : null)
  );
}

function verdictOf(view: KnowledgeView, timeline: Timeline, previousAt: Instant): Narration | null {
  const { verdict } = view;
  if (!verdict || view.at < timeline.length || previousAt >= timeline.length) return null;
  switch (verdict.kind) {
    case 'verdict':
      return {
        key: 'narrate.verdict',
        // A selector of a message holds no hyphen.
        values: { verdict: verdict.verdict.replace('-', '_'), by: verdict.stoppedBy ?? 'nobody' },
      };
    case 'no-key-for-me':
      return { key: 'narrate.no-key-for-me', values: { on: verdict.wentOn ? 'yes' : 'no' } };
    case 'silence':
      return { key: 'narrate.silence', values: {} };
    default:
      return verdict satisfies never;
  }
}

function stepOf(view: KnowledgeView, timeline: Timeline, previousAt: Instant): Narration | null {
  const step = timeline.stepAt(view.at);
  return step === timeline.stepAt(previousAt) ? null : { key: 'narrate.step', values: { step } };
}

const RESULTS: Readonly<Partial<Record<SealSight, StageWordKey>>> = {
  broken: 'narrate.seal.broken',
  'fits-wrongly': 'narrate.seal.fits-wrongly',
  fits: 'narrate.seal.fits',
};

/** The last letter since an instant that has something to tell. */
function latest<Told>(
  { letters }: KnowledgeView,
  previousAt: Instant,
  tell: (letter: LetterView) => Told | null,
): Told | null {
  for (let k = letters.length - 1; k >= 0; k--) {
    const letter = letters[k]!;
    if (letter.at < previousAt) return null;
    const told = tell(letter);
    if (told !== null) return told;
  }
  return null;
}

function sealOf(view: KnowledgeView, previousAt: Instant): Narration | null {
  return latest(view, previousAt, ({ seal, to }) => {
    const key = RESULTS[seal];
    return key ? { key, values: { to } } : null;
  });
}

/** What a seal brings to light goes before what a letter says. */
function refusalOf(view: KnowledgeView, previousAt: Instant): Narration | null {
  const told = sealOf(view, previousAt);
  return told?.key === 'narrate.seal.fits' ? null : told;
}

/** Letters that say something new of the key itself, or of who is there. */
function newsOf(view: KnowledgeView, previousAt: Instant): Narration | null {
  return latest(view, previousAt, ({ content, link, writtenBy, to }) => {
    const names = { from: writtenBy, to };
    switch (content.kind) {
      case 'introduction':
        return { key: 'narrate.introduction', values: { ...names, of: content.of } };
      case 'verification': {
        const verified = view.correction(link)?.verified ?? null;
        const equal = verified === null ? 'unknown' : verified ? 'yes' : 'no';
        return { key: 'narrate.verification', values: { ...names, equal } };
      }
      case 'shrink':
        return {
          key: 'narrate.shrink',
          values: { from: content.inputBits, to: content.outputBits },
        };
      case 'envelope':
        return { key: 'narrate.envelope', values: names };
      default:
        return null;
    }
  });
}

/** Round trips come by the thousand: told at 10, 20, 50, 100 and so on. */
function correctingOf(
  view: KnowledgeView,
  timeline: Timeline,
  previousAt: Instant,
): Narration | null {
  const event = timeline.eventAt(view.at - 1);
  const correction = event.kind === 'round' ? view.correction(event.link) : null;
  if (!correction) return null;
  const { roundsDone, leaked, found } = correction;
  const before = Math.max(0, roundsDone - (view.at - previousAt));
  if (milestoneUpTo(roundsDone) === milestoneUpTo(before)) return null;
  return { key: 'narrate.correcting', values: { rounds: roundsDone, leaked, found } };
}

/** 10, 20, 50, 100, …: the largest of these up to n; 0 below 10. */
export function milestoneUpTo(n: number): number {
  let reached = 0;
  for (let power = 10; power <= n; power *= 10) {
    for (const first of [1, 2, 5]) if (first * power <= n) reached = first * power;
  }
  return reached;
}

function milestoneOf(
  view: KnowledgeView,
  timeline: Timeline,
  previousAt: Instant,
): Narration | null {
  const milestone = milestoneUpTo(view.pulsesSent);
  const before = timeline.pulsesBefore(previousAt);
  if (milestone === milestoneUpTo(before)) return null;
  return {
    key: 'narrate.photons',
    // Before the bases are out, an end can count no kept bit: nothing is said of them.
    values: { photons: view.pulsesSent, kept: view.kept() || 'unknown' },
  };
}

function eventOf(view: KnowledgeView, timeline: Timeline): Narration | null {
  const event = timeline.eventAt(view.at - 1);
  if (event.kind === 'round') return describeRound(view, event.link);
  return event.kind === 'pulse' ? describePhoton(view, event.pulse) : null;
}

/** All that this observer knows of one photon, in one sentence for each actor. */
export function describePhoton(view: KnowledgeView, pulse: number): Narration {
  const sent = sentOf(view, pulse);
  const alice =
    sent.basis === null || sent.bit === null
      ? 'unknown'
      : (sent.basis === 0 ? 'HV' : 'DA').charAt(sent.bit);
  const eve = eveOf(view, pulse);
  const bob = bobOf(view, pulse);
  const { weak } = view.photon(pulse);
  const light = { n: pulse + 1, what: weak ? 'pulse' : 'photon' };
  const photons = weak?.photons ?? 'unknown';
  if ([alice, eve, bob, photons].every((part) => part === 'unknown')) {
    return { key: 'narrate.photon.unknown', values: light };
  }
  const sees = photons === 'unknown' ? 'nobody' : whoCounts(view);
  const strength = (weak?.intensity ?? 0) > 0 ? 'decoy' : 'unsaid';
  return {
    key: 'narrate.photon',
    values: { ...light, photons, sees, strength, alice, eve, bob },
  };
}

/** Where Eve is about, she may count photons too. */
function whoCounts(view: KnowledgeView): 'viewer' | 'ends' | 'eve' {
  if (view.observer === 'eve') return 'eve';
  return view.sight('eve.presence') === 'full' ? 'ends' : 'viewer';
}

function eveOf(view: KnowledgeView, pulse: number): string {
  if (view.sight('eve.presence') !== 'full') return 'unknown';
  const { near, far, lost, weak } = view.photon(pulse);
  if (!eveActsOn(view, pulse)) {
    // She blocks single photons where she splits; which of the lost ones, nothing here says.
    const blocks = lost !== false && weak?.photons === 1 && splitsPulses(view, pulse);
    return blocks ? 'unknown' : 'passes';
  }
  if (near.kind !== 'absent' && far.kind === 'absent') return 'stops';
  const { basis, saw } = tapOf(view, pulse);
  return reading(basis, saw);
}

function bobOf(view: KnowledgeView, pulse: number): string {
  if (view.bit('detected', pulse) === 0) {
    return view.photon(pulse).weak?.photons === 0 ? 'nothing' : 'lost';
  }
  return reading(view.bit('bob.basis', pulse), view.bit('bob.bit', pulse));
}

function reading(basis: 0 | 1 | null, bit: 0 | 1 | null): string {
  if (bit === null) return 'unknown';
  if (basis === null) return `saw${bit}`;
  return `${basis === 0 ? 'plus' : 'cross'}${bit}`;
}
