/** One observer's view of a run at one instant. Asking is cheap; nothing is copied. */
import { ACTORS, type ActorId, type Observer } from '../actors.ts';
import type { Instant, Run } from '../run.ts';
import { correctionView } from './correction-view.ts';
import { factsOf, isMidway, ownLink, truth } from './facts.ts';
import { introductionsSeen } from './introductions.ts';
import { keyViews } from './key-kit.ts';
import { isVisible, letterView } from './letter-view.ts';
import { noPhoton, oddsAtBob, photonView } from './photons.ts';
import { poolLeft } from './pools.ts';
import { errorRateView, testView, tracePoints } from './rates.ts';
import { factAsTold, knows } from './rules.ts';
import { linkOf, type Scope } from './scope.ts';
import { sightOf } from './table.ts';
import { firstWhere, keyFrom, timelineOf } from './timeline.ts';
import { viewOfUse } from './use-view.ts';
import { verdictView } from './verdicts.ts';
import type { IntroductionView, KnowledgeView, LetterView, Outcome, PulseFact } from './view.ts';

export function viewOf(run: Run, observer: Observer, at: Instant): KnowledgeView {
  const facts = factsOf(run);
  const timeline = timelineOf(run);
  const now = Math.min(Math.max(0, Math.floor(at)), run.length);
  const everyone = observer === 'everyone';
  // An end's pulses are those of its own link; with one end robbed the links end at different times.
  const own =
    everyone || observer === 'eve' ? facts.links : [facts.links[ownLink(facts, observer, 0)]!];
  const pulses = Math.max(...own.map(({ plan }) => plan.pulses));
  const pulsesSent = Math.min(pulses, timeline.pulsesBefore(now));
  const scope: Scope = { run, facts, observer, now, pulsesSent };

  const exists = (pulse: number) => Number.isInteger(pulse) && pulse >= 0 && pulse < pulses;

  function bit(fact: PulseFact, pulse: number, link: 0 | 1 = 0): 0 | 1 | null {
    if (!exists(pulse)) return null;
    if (!everyone) return knows(facts, { actor: observer, fact, pulse, link, at: now, pulsesSent });
    // Bob's basis is set before the photon comes, so the odds at his detector can be shown with it.
    const begun =
      fact === 'alice.bit' ||
      fact === 'alice.basis' ||
      fact === 'bob.basis' ||
      fact.startsWith('eve.');
    return pulse < pulsesSent || (begun && pulse === pulsesSent)
      ? truth(facts, fact, pulse, link)
      : null;
  }

  let letters: readonly LetterView[] | undefined;
  let introductions: readonly IntroductionView[] | undefined;
  return {
    observer,
    at: now,
    pulsesSent,
    pulses,
    twoLinks: facts.links.length === 2 && (everyone || observer === 'eve'),
    eveMidway: (everyone || observer === 'eve') && isMidway(facts),
    sight: (item) => sightOf(facts, item, observer, now),
    bit,
    knownTo(fact, pulse) {
      if (!everyone || !exists(pulse)) return [];
      return ACTORS.filter((actor) => {
        const told = factAsTold(facts, actor, fact);
        if (told === null) return false;
        return ([0, 1] as const).some(
          (link) => knows(facts, { actor, fact: told, pulse, link, at: now, pulsesSent }) !== null,
        );
      });
    },
    photon: (pulse) => (exists(pulse) ? photonView(scope, pulse) : noPhoton(pulse)),
    odds(pulse) {
      if (!everyone || !exists(pulse) || pulse > pulsesSent) return null;
      return oddsAtBob(facts, pulse);
    },
    outcome(pulse, link = 0) {
      return outcomeOf((fact) =>
        bit(fact, pulse, everyone ? link : ownLink(facts, observer, link)),
      );
    },
    get letters() {
      letters ??= lettersUpTo(scope);
      return letters;
    },
    get nextLetter() {
      const event = now < run.length ? timeline.eventAt(now) : null;
      if (event?.kind !== 'letter' || !isVisible(run.letters[event.index]!, observer, run))
        return null;
      return letterView(facts, event.index, observer, now);
    },
    pool: (actor) => poolLeft(scope, actor),
    errorRate: (link = 0) => errorRateView(scope, link),
    trace: (link = 0, basis = 'all') => tracePoints(scope, link, basis),
    test: (link = 0) => testView(scope, link),
    kept(link = 0) {
      if (everyone) return linkOf(facts, link).totals(pulsesSent).kept;
      const own = ownLink(facts, observer, link);
      return linkOf(facts, own).totals(pulsesTold(scope, observer, own)).kept;
    },
    eveKnows() {
      if (observer === 'alice' || observer === 'bob') return null;
      const until = everyone ? pulsesSent : pulsesTold(scope, 'eve', 0);
      const { kept, known } = facts.links[0]!.totals(until);
      const middle = facts.attack === 'man-in-the-middle';
      return { known: middle && facts.noiseless ? kept : known, kept };
    },
    store: (actor) => (everyone || observer === actor ? scope.run.stores[actor] : null),
    key: (actor, link = 0) => keyOf(scope, actor, link),
    correction: (link = 0) => correctionView(scope, link),
    shrink: (link = 0) => keyViews().shrinkView(scope, link),
    use: (link = 0) => viewOfUse(scope, link),
    get introductions() {
      introductions ??= introductionsSeen(scope);
      return introductions;
    },
    get verdict() {
      return verdictView(scope);
    },
  };
}

/** Pulses about which this actor has heard enough to tell which bits are kept. */
function pulsesTold({ facts, now }: Scope, actor: ActorId, link: 0 | 1): number {
  const { reports, bases } = facts.heard[link]!;
  const middle = facts.attack === 'man-in-the-middle';
  const byReport = actor === 'alice' || (actor === 'eve' && middle && link === 1);
  const letters = byReport ? reports : bases;
  const heard = firstWhere(letters.length, (k) => letters[k]! > now);
  const { plan } = facts.links[link]!;
  return Math.min(plan.pulses, heard * facts.run.config.exchange.pulsesPerLetter);
}

function outcomeOf(bit: (fact: PulseFact) => 0 | 1 | null): Outcome | null {
  if (bit('detected') === 0) return 'lost';
  const kept = bit('kept');
  if (kept === null) return null;
  if (kept === 0) return 'not-kept';
  const differs = bit('differs');
  if (differs === null) return 'kept';
  return differs === 1 ? 'kept-different' : 'kept-equal';
}

function lettersUpTo({ run, facts, observer, now }: Scope): LetterView[] {
  const count = firstWhere(run.letters.length, (k) => run.letters[k]!.at >= now);
  const views: LetterView[] = [];
  for (let k = 0; k < count; k++) {
    if (isVisible(run.letters[k]!, observer, run)) views.push(letterView(facts, k, observer, now));
  }
  return views;
}

const PREVIEW = 64;

function keyOf({ run, observer, now }: Scope, actor: ActorId, link: 0 | 1) {
  if (observer !== 'everyone' && observer !== actor) return null;
  const last = run.links.length - 1;
  const own = actor === 'alice' ? 0 : actor === 'bob' ? last : Math.min(link, last);
  const { ends, keyPreview } = run.links[own]!;
  if (keyPreview === null || now < keyFrom(run, own)) return null;
  // Eve has a key as an end of the link, or when she knows every bit of somebody else's.
  const holds = (ends as readonly ActorId[]).includes(actor) || run.receipt.keys.eve.length > 0;
  if (!holds) return null;
  const bytes = ends[0] === actor ? keyPreview.near : keyPreview.far;
  const length = Math.min(PREVIEW, keyPreview.bits);
  const preview = Array.from({ length }, (_, i) => ((bytes[i >>> 3]! >>> (i & 7)) & 1) as 0 | 1);
  return { bits: keyPreview.bits, preview };
}
