/** Why a round ended as it did, as far as its observer can say. */
import type { LifeView, RoundView } from '../../../scenarios/knowledge/life-view.ts';
import { growsFromHers, type Sentence } from './outcome.ts';

const plain = (key: Sentence['key'], values: Sentence['values'] = {}): Sentence => ({
  key,
  values,
});

export function whyOf(view: LifeView, round: RoundView): Sentence {
  const { observer, anchor } = view;
  if (round.idle) return plain('time.why.idle');
  if (ranDry(view, round)) return plain('time.why.dry');
  if (observer === 'alice' || observer === 'bob') return fromInside(round, anchor);
  switch (round.key) {
    case 'known-to-eve':
      return whyKnown(view, round);
    case 'never-made':
      return whyNever(round);
    case 'not-hers':
      return plain(round.eveActs ? 'time.why.not-hers-there' : 'time.why.not-hers');
    default:
      return whySecret(view, round);
  }
}

/** The pool, half for each direction, has no seal left, and the round ended too short. */
function ranDry({ sealBits }: LifeView, { verdict, sealedBy, pools, jammed }: RoundView): boolean {
  const levels = [pools.alice, pools.bob].flatMap((pool) => (pool === null ? [] : [pool.bits]));
  const spoken = verdict === 'stopped-short' && sealedBy === 'pool' && jammed !== true;
  return spoken && levels.some((bits) => bits < 2 * sealBits);
}

function fromInside(
  { key, verdict, sealedBy, qber }: RoundView,
  anchor: LifeView['anchor'],
): Sentence {
  if (key === 'made') {
    return sealedBy === 'anchor'
      ? plain('time.why.own.started', { anchor: anchorCase(anchor) })
      : plain('time.why.own.made');
  }
  switch (verdict) {
    case 'stopped-seal':
      return plain('time.why.own.seal');
    case 'stopped-errors':
      return plain('time.why.errors');
    case 'silence':
      return plain('time.why.own.silence');
    default:
      return plain(qber === null ? 'time.why.own.dark' : 'time.why.short');
  }
}

function whyKnown({ rounds, anchor }: LifeView, round: RoundView): Sentence {
  if (!round.eveActs) return plain('time.why.read-out');
  if (growsFromHers(rounds, round)) return plain('time.why.grown');
  return round.sealedBy === 'anchor'
    ? plain('time.why.fooled-start', { anchor: anchorCase(anchor) })
    : plain('time.why.pool-read');
}

function whyNever({ verdict, jammed, sealedBy, eveActs, inStep, qber }: RoundView): Sentence {
  if (jammed) return plain(sealedBy === 'anchor' ? 'time.why.jammed-start' : 'time.why.jammed');
  if (!eveActs && inStep === false) return plain('time.why.out-of-step');
  if (verdict === 'stopped-errors') return plain('time.why.errors');
  if (eveActs) return plain(sealedBy === 'anchor' ? 'time.why.no-anchor' : 'time.why.no-pool');
  return plain(qber === null ? 'time.why.own.dark' : 'time.why.short');
}

function whySecret(
  { events, anchor, reserveBits }: LifeView,
  { round, sealedBy, pools: { alice, bob } }: RoundView,
): Sentence {
  const level = Math.min(alice?.bits ?? 0, bob?.bits ?? 0);
  if (sealedBy === 'anchor' && level <= reserveBits) return plain('time.why.thin');
  const broken = events.some(
    (event) =>
      event.round <= round &&
      (event.event === 'trust-anchor-broken' || event.event === 'authentication-broken'),
  );
  const values = { anchor: anchorCase(anchor) };
  if (sealedBy === 'anchor') {
    return plain(broken ? 'time.why.lucky-start' : 'time.why.started', values);
  }
  return plain(broken ? 'time.why.broken-since' : 'time.why.secret', values);
}

/** The name of a case in a message. */
export function anchorCase(anchor: LifeView['anchor']): 'psk' | 'pki' | 'web' {
  if (anchor === 'pre-shared-key') return 'psk';
  return anchor === 'pki' ? 'pki' : 'web';
}
