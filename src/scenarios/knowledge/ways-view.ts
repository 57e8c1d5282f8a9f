/**
 * What each observer knows of one way to agree on a key with Eve in the middle: how it ended, what the
 * seals said, and who holds which key. Whose key is whose, an end cannot tell: it knows its own.
 */
import type { ActorId, Observer } from '../actors.ts';
import type { KeyEstablishment, RunConfig } from '../config.ts';
import type { RndlRun, Run } from '../run.ts';
import type { KnowledgeView, LetterView, VerdictView } from './view.ts';
import { viewOf } from './view-of.ts';

/** What is kept of a session with Eve in the middle. */
export type WayRun = Pick<RndlRun, 'config' | 'session' | 'receipt'>;

export type WayCard = Pick<
  LetterView,
  'kind' | 'claimedFrom' | 'writtenBy' | 'content' | 'symbols' | 'alphabet' | 'seal'
>;

export interface WayView {
  readonly observer: Observer;
  readonly means: KeyEstablishment;
  readonly groupBits: RunConfig['rndl']['groupBits'];
  readonly sealed: boolean;
  /** Eve in the middle, if this observer can tell. */
  readonly twoLinks: boolean;
  /** Pulses that this observer knows were sent; 0 where no light is. */
  readonly pulses: number;
  readonly ending: VerdictView | null;
  /** The letter that tells most, on Alice's half of the line and on Bob's; null: none came so far. */
  readonly cards: { readonly near: WayCard | null; readonly far: WayCard | null };
  /** Fingerprints of the accepted keys (hex); null: none, or not this observer's to know. */
  readonly prints: Readonly<Record<'alice' | 'bob', string | null>>;
  /** Those of them that Eve holds as well; null: not this observer's to know. */
  readonly eveHolds: readonly ('alice' | 'bob')[] | null;
}

const seen = new WeakMap<WayRun, Map<Observer, WayView>>();

/** A run does not change, so each observer's view of it is made once. */
export function waySeenBy(run: WayRun, observer: Observer): WayView {
  const views = seen.get(run) ?? new Map<Observer, WayView>();
  seen.set(run, views);
  const view = views.get(observer) ?? viewedBy(run, observer);
  views.set(observer, view);
  return view;
}

function viewedBy({ config, session, receipt }: WayRun, observer: Observer): WayView {
  const view = viewOf(session, observer, session.length);
  const { alice, bob, eve } = receipt.keys;
  const told = observer === 'everyone' || observer === 'eve';
  const eveHolds = eve.map(({ sharedWith }) => sharedWith);
  const print = (end: 'alice' | 'bob') => {
    const key = end === 'alice' ? alice : bob;
    const known =
      observer === 'everyone' || observer === end || (observer === 'eve' && eveHolds.includes(end));
    return known ? (key?.sha256 ?? null) : null;
  };
  return {
    observer,
    means: config.rndl.keyEstablishment,
    groupBits: config.rndl.groupBits,
    sealed: config.authentication.method !== 'none',
    twoLinks: view.twoLinks,
    pulses: view.pulses,
    ending: view.verdict,
    cards: view.twoLinks
      ? { near: telling(session, view, 0), far: telling(session, view, 1) }
      : { near: openingOf(view, 'alice'), far: openingOf(view, 'bob') },
    prints: { alice: print('alice'), bob: print('bob') },
    eveHolds: told ? eveHolds : null,
  };
}

/** Fooled as far as this observer can tell; an end cannot. */
export function isFooled({ ending }: WayView): boolean {
  return ending?.kind === 'verdict' && ending.verdict === 'fooled';
}

const MAKING: ReadonlySet<LetterView['kind']> = new Set([
  'share',
  'capsule-key',
  'capsule',
  'detections',
  'bases',
]);

/**
 * A seal that broke says most, then one that wrongly fits, then what the half began with. Which letter
 * that is does not depend on who looks; what they see of its seal does.
 */
function telling(session: Run, { letters }: KnowledgeView, link: 0 | 1): WayCard | null {
  const { letters: all } = viewOf(session, 'everyone', session.length);
  const own = all.filter((letter) => letter.link === link && isOfKey(letter));
  const chosen =
    own.find(({ seal }) => seal === 'broken') ??
    own.find(({ seal }) => seal === 'fits-wrongly') ??
    own.find(({ claimedFrom, kind }) => claimedFrom === 'alice' && MAKING.has(kind)) ??
    own[0];
  return letters.find(({ index }) => index === chosen?.index) ?? null;
}

function openingOf({ letters }: KnowledgeView, end: ActorId): WayCard | null {
  const own = letters.filter((letter) => letter.claimedFrom === end && isOfKey(letter));
  return own.find(({ seal }) => seal === 'broken') ?? own[0] ?? null;
}

/** Not how the two were introduced, which is the matter of Trust. */
function isOfKey({ kind }: LetterView): boolean {
  return !['introduction', 'kem-key', 'kem-ciphertext', 'greeting'].includes(kind);
}
