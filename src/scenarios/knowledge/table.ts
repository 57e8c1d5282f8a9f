/** The table of the interface, row by row, for what is drawn or not drawn at all. */
import type { Observer } from '../actors.ts';
import type { Instant } from '../run.ts';
import { signs } from '../sealing-traits.ts';
import { type Facts, ownLink, verifiedFrom } from './facts.ts';
import type { Item, Sight } from './view.ts';

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
  parities: row('full', 'full', 'full'),
  'errors-left': row('none', 'none', 'none'),
  'toeplitz-seed': row('full', 'full', 'full'),
  keys: row('full', 'full', 'full'),
  message: row('full', 'full', 'exists'),
  introductions: row('full', 'full', 'full'),
  verdict: row('full', 'full', 'full'),
  'double-click': row('none', 'full', 'none'),
  'dark-count': row('none', 'none', 'none'),
};

function row(alice: Sight, bob: Sight, eve: Sight): Readonly<Record<Observer, Sight>> {
  return { everyone: 'full', alice, bob, eve };
}

/** How an observer sees a row of the table at an instant. */
export function sightOf(facts: Facts, item: Item, observer: Observer, at: Instant): Sight {
  const sight = TABLE[item][observer];
  const { attack, run } = facts;
  switch (item) {
    // Without an attack Eve only reads letters: she exists.
    case 'eve.presence':
      return attack === 'none' && sight === 'full' ? 'exists' : sight;
    case 'eve.record':
      return attack === 'none' ? 'none' : sight;
    // Even then the parities of Correct tell her something.
    case 'eve-knows':
      return attack === 'none' && !parityHeard(facts, at) ? 'none' : sight;
    // Every correction is public, and in the end everybody can count them.
    case 'error-rate':
      return observer === 'everyone' || rateIsPublic(facts, observer, at) ? 'full' : sight;
    // A tag under a shared key she cannot check; a signature anyone can.
    case 'seal-result':
      return observer === 'eve' && signs(run.config) ? 'full' : sight;
    case 'message':
      return observer === 'eve' && run.receipt.keys.eve.length > 0 ? 'full' : sight;
    default:
      return sight;
  }
}

function parityHeard({ run }: Facts, at: Instant): boolean {
  if (run.config.exchange.announce === 'hidden') return false;
  return run.links.some(
    ({ correction }) => correction !== null && correction.rounds > 0 && at > correction.at,
  );
}

function rateIsPublic(facts: Facts, observer: Exclude<Observer, 'everyone'>, at: Instant): boolean {
  return facts.links.some((_, link) => {
    const own = ownLink(facts, observer, link as 0 | 1);
    return own === link && verifiedFrom(facts, own, observer) <= at;
  });
}
