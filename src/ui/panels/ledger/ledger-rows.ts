import type { WordKey } from '../../../content/words/use-words.ts';
import { ACTORS, type ActorId } from '../../../scenarios/actors.ts';
import type { KnowledgeView, Outcome, PulseFact } from '../../../scenarios/knowledge/view.ts';

/** A row of the ledger: one fact about each photon, or what became of it. */
export interface FactRow {
  readonly kind: 'bit' | 'basis';
  readonly fact: PulseFact;
  readonly link: 0 | 1;
  readonly actor: ActorId;
  readonly name: WordKey;
  readonly what: WordKey;
  /** The first row of an actor carries a line above it. */
  readonly first: boolean;
}

export interface OutcomeRow {
  readonly kind: 'outcome';
  readonly link: 0 | 1;
  readonly name: WordKey;
  readonly first: boolean;
}

export type LedgerRow = FactRow | OutcomeRow;

const ALICE: readonly FactRow[] = [
  row('bit', 'alice.bit', 0, 'alice', 'ledger.alice', 'ledger.bit', true),
  row('basis', 'alice.basis', 0, 'alice', 'ledger.alice', 'ledger.basis', false),
];
const EVE: readonly FactRow[] = [
  row('basis', 'eve.basis', 0, 'eve', 'ledger.eve', 'ledger.basis', true),
  row('bit', 'eve.saw', 0, 'eve', 'ledger.eve', 'ledger.saw', false),
];
/** In the middle she plays Bob towards Alice, and Alice towards Bob. */
const EVE_TWICE: readonly FactRow[] = [
  row('basis', 'eve.basis', 0, 'eve', 'ledger.eve-as-bob', 'ledger.basis', true),
  row('bit', 'eve.saw', 0, 'eve', 'ledger.eve-as-bob', 'ledger.saw', false),
  row('bit', 'eve.sends-bit', 1, 'eve', 'ledger.eve-as-alice', 'ledger.sends', true),
  row('basis', 'eve.sends-basis', 1, 'eve', 'ledger.eve-as-alice', 'ledger.basis', false),
];
const bob = (link: 0 | 1): readonly FactRow[] => [
  row('basis', 'bob.basis', link, 'bob', 'ledger.bob', 'ledger.basis', true),
  row('bit', 'bob.bit', link, 'bob', 'ledger.bob', 'ledger.bit', false),
];

/** The rows that this observer is shown. */
export function ledgerRows(view: KnowledgeView): readonly LedgerRow[] {
  if (view.twoLinks) {
    return [
      ...ALICE,
      ...EVE_TWICE,
      ...bob(1),
      { kind: 'outcome', link: 0, name: 'ledger.outcome-near', first: true },
      { kind: 'outcome', link: 1, name: 'ledger.outcome-far', first: false },
    ];
  }
  return [
    ...ALICE,
    ...(view.sight('eve.presence') === 'full' ? EVE : []),
    ...bob(0),
    { kind: 'outcome', link: 0, name: 'ledger.outcome', first: true },
  ];
}

/** What became of a photon on every link there is. */
export function outcomesOf(view: KnowledgeView, pulse: number): readonly (Outcome | null)[] {
  return view.twoLinks ? [view.outcome(pulse, 0), view.outcome(pulse, 1)] : [view.outcome(pulse)];
}

export interface FactCell {
  readonly value: 0 | 1 | null;
  /** Not kept, or lost: ink3. */
  readonly discarded: boolean;
  /** This bit differs from the other end's. */
  readonly differs: boolean;
  /** Compared in public, and so spent. */
  readonly tested: boolean;
  /** Eve is certain of it. */
  readonly eveKnows: boolean;
}

/** One cell of a fact row. */
export function factCell(view: KnowledgeView, given: FactRow, pulse: number): FactCell {
  const { fact, kind, link } = given;
  const outcomes = outcomesOf(view, pulse);
  const outcome = view.twoLinks ? outcomes[link] : outcomes[0];
  const isBit = kind === 'bit';
  return {
    value: view.bit(fact, pulse, link),
    discarded: outcome === 'not-kept' || outcome === 'lost',
    // The receiving end of a link carries the box.
    differs:
      outcome === 'kept-different' && (fact === 'bob.bit' || (view.twoLinks && fact === 'eve.saw')),
    tested:
      isBit &&
      (fact === 'alice.bit' || fact === 'bob.bit') &&
      view.bit('tested', pulse, link) === 1 &&
      hasHappened(view, 'tested', pulse),
    eveKnows:
      fact === 'alice.bit' &&
      view.sight('eve-knows') !== 'none' &&
      view.bit('eve-knows', pulse) === 1 &&
      hasHappened(view, 'alice.bit', pulse, 'eve'),
  };
}

/**
 * The viewer sees every fact of a run at once. What is drawn as somebody's knowledge is drawn only
 * from the moment when somebody has it: the hatch falls on a bit when Alice's bases reach Eve.
 */
function hasHappened(
  view: KnowledgeView,
  fact: PulseFact,
  pulse: number,
  actor: ActorId | null = null,
): boolean {
  if (view.observer !== 'everyone') return true;
  const who = view.knownTo(fact, pulse);
  return actor === null ? who.length > 0 : who.includes(actor);
}

/** Forced colours draw a transparent border too, so there it is as the ground. */
const NO_BORDER = 'border-transparent forced-colors:border-[Canvas]';

/** A box around bits that differ; dashes around bits compared in public, and so spent. */
export function bitBorder({ differs, tested }: FactCell): string {
  if (differs)
    return tested ? 'border-[1.8px] border-ink border-dashed' : 'border-[1.8px] border-ink';
  return tested ? 'border-ink3 border-dashed' : NO_BORDER;
}

/** How much of a row an actor can compute now, over the photons shown. */
export type Knowing = 'all' | 'some' | 'none';

export function knowing(
  view: KnowledgeView,
  fact: PulseFact,
  photons: readonly (number | null)[],
): Readonly<Record<ActorId, Knowing>> {
  const shown = photons.filter(
    (pulse): pulse is number => pulse !== null && view.bit(fact, pulse) !== null,
  );
  const share = (actor: ActorId): Knowing => {
    const known = shown.filter((pulse) => view.knownTo(fact, pulse).includes(actor)).length;
    if (known === 0) return 'none';
    return known === shown.length ? 'all' : 'some';
  };
  const [alice, bobs, eve] = ACTORS.map(share);
  return { alice: alice ?? 'none', bob: bobs ?? 'none', eve: eve ?? 'none' };
}

/** Both ends hold the same bits, as a hash has shown: then each knows the other's. */
export function isCorrected(view: KnowledgeView, link: 0 | 1): boolean {
  return view.correction(view.twoLinks ? link : 0)?.verified === true;
}

/** Why an actor can compute a fact: the words that explain a disc. */
export function reasonOf(fact: PulseFact, actor: ActorId, corrected = false): WordKey {
  const owner = fact.slice(0, fact.indexOf('.'));
  if (owner === actor) return 'ledger.why.own';
  switch (fact) {
    case 'alice.basis':
    case 'eve.sends-basis':
      return 'ledger.why.alice-bases';
    case 'bob.basis':
    case 'eve.basis':
      return 'ledger.why.bob-bases';
    case 'alice.bit':
      return actor === 'eve' ? 'ledger.why.measured' : told(corrected);
    case 'bob.bit':
      return actor === 'eve' ? 'ledger.why.sent' : told(corrected);
    default:
      return 'ledger.why.tested';
  }
}

function told(corrected: boolean): WordKey {
  return corrected ? 'ledger.why.corrected' : 'ledger.why.tested';
}

function row(
  kind: 'bit' | 'basis',
  fact: PulseFact,
  link: 0 | 1,
  actor: ActorId,
  name: WordKey,
  what: WordKey,
  first: boolean,
): FactRow {
  return { kind, fact, link, actor, name, what, first };
}
