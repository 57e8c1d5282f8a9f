/**
 * What one observer can tell of an introduction and of what followed it: which credentials were shown,
 * which letters proved them, which letter was sealed first. Read from a view, so nothing is filtered here.
 */
import type {
  IntroductionView,
  KnowledgeView,
  LetterView,
} from '../../../scenarios/knowledge/view.ts';

export type Party = 'alice' | 'bob';

export interface Scene {
  /** Who checks, and whom she takes the other for. */
  readonly reader: Party;
  readonly subject: Party;
  /** Who really stands at the other end; null where this observer cannot tell. */
  readonly stands: Party | 'eve' | null;
  /** What the reader was shown; null under a pre-shared key, or if it never came to it. */
  readonly shown: IntroductionView | null;
  /** The introduction's own letter. */
  readonly introduced: LetterView | null;
  /** The signed key exchange, in order, both directions; empty where none is needed. */
  readonly exchange: readonly LetterView[];
  /** The first letter of the session itself whose seal the reader checked. */
  readonly sealed: LetterView | null;
  /** The reader stopped: the introduction, or the key exchange, would not do. */
  readonly refused: boolean;
  readonly errorRate: number | null;
}

/** Everyone and Eve know both lines; an end knows one, whoever is at its other end. */
export function sceneOf(view: KnowledgeView, reader: Party): Scene {
  const subject = reader === 'alice' ? 'bob' : 'alice';
  const link = view.twoLinks && reader === 'bob' ? 1 : 0;
  const told = view.observer === 'everyone' || view.observer === 'eve';
  const ofLink = view.letters.filter((letter) => letter.link === link);
  const received = ofLink.filter(({ claimedFrom }) => claimedFrom === subject);
  const exchange = ofLink.filter(({ kind }) => kind === 'kem-key' || kind === 'kem-ciphertext');
  const last = ofLink.findLast(({ content }) => content.kind === 'decision')?.content;
  const refused =
    last?.kind === 'decision' && !last.go && (last.reason === 'seal' || last.reason === 'stranger');
  return {
    reader,
    subject,
    stands: told ? (view.twoLinks ? 'eve' : subject) : null,
    shown: view.introductions.find(({ of, link: on }) => of === subject && on === link) ?? null,
    introduced: received.find(({ kind }) => kind === 'introduction') ?? null,
    exchange,
    sealed: received.find(({ kind, tagHex }) => tagHex !== null && !BEFORE.has(kind)) ?? null,
    refused,
    errorRate: view.test(link)?.rate ?? null,
  };
}

const BEFORE: ReadonlySet<LetterView['kind']> = new Set([
  'introduction',
  'kem-key',
  'kem-ciphertext',
  'greeting',
  'decision',
]);
