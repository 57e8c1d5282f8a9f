/**
 * What each observer knows of a session that was recorded. The ends have their letters, and whether all
 * went well; that there is a shelf they do not know. Eve has the shelf, what she tried and what came of
 * it; how near her best guess is to the key, nobody in the story can say.
 */
import type { ActorId, Observer } from '../actors.ts';
import type { KeyEstablishment, RunConfig } from '../config.ts';
import type { Receipt, Verdict } from '../receipt.ts';
import type { Door, RndlFigures, Tool } from '../receipt-later.ts';
import type { Attempt, RndlRun, ShelfItem } from '../run.ts';

export type DoorState = Door;
export type ShelfHeap = ShelfItem;

/** A run without the photons of its session, which no lane shows. */
export type RecordedSession = Omit<RndlRun, 'session'>;

/** Something that anybody on the line could see go by. */
export interface Crossed {
  readonly kind: Exclude<ShelfItem['kind'], 'seals' | 'hop'>;
  readonly items: number;
  /** Of what they say; of one, where each is a whole of its own. */
  readonly bytes: number;
  /** Of up to two of them, the first bytes and who is taken to have made it. */
  readonly first: readonly { readonly bytes: Uint8Array; readonly by: ActorId }[];
}

/** What she tried, and what she can say of it. */
export interface Bench {
  readonly attempts: readonly Attempt[];
  /** Whether she searches: Q-day has come. */
  readonly afterQDay: boolean;
}

export interface ShelfResult {
  readonly opened: boolean;
  readonly how: Tool | null;
  readonly doors: { readonly key: Door; readonly cipher: Door };
  /** What she read. */
  readonly plaintext: string | null;
  /** First bytes of the key she found; null without one. */
  readonly foundKey: Uint8Array | null;
  /** log₂ of how many keys fit the recording; null when nothing was sent. */
  readonly candidateKeys: number | null;
  /** Counted by rank, or a bound from below; null when nothing was sent. */
  readonly candidateKeysBy: RndlFigures['candidateKeysBy'];
  /** Right bits of her best guess, of how many; null: not this observer's to know, or no guess. */
  readonly agreement: { readonly right: number; readonly of: number } | null;
}

export interface ShelfView {
  readonly observer: Observer;
  readonly means: KeyEstablishment;
  readonly groupBits: RunConfig['rndl']['groupBits'];
  /** What this observer makes of the session. */
  readonly session: Verdict | 'no-key-for-me';
  /** Seals on the letters. */
  readonly sealed: boolean;
  /** Pulses that went by; 0 where no light is sent. */
  readonly pulses: number;
  readonly crossed: readonly Crossed[];
  /** The text that was sent; null: this observer cannot read it, or nothing was sent. */
  readonly message: string | null;
  readonly sent: boolean;
  /** Null: this observer knows of no shelf. */
  readonly shelf: readonly ShelfItem[] | null;
  readonly recorded: number | null;
  readonly bench: Bench | null;
  readonly result: ShelfResult | null;
}

export function shelfSeenBy(run: RecordedSession, observer: Observer): ShelfView {
  const { config, receipt, shelf } = run;
  const { keyEstablishment: means, groupBits, qDay, message } = config.rndl;
  const figures = receipt.rndl;
  const sent = run.envelope !== null;
  const told = observer === 'everyone' || observer === 'eve';
  return {
    observer,
    means,
    groupBits,
    session: sessionSeenBy(receipt, figures ?? null, observer),
    sealed: shelf.some(({ kind }) => kind === 'seals'),
    pulses: run.pulses,
    crossed: crossedSeenBy(run, observer),
    message: !sent || (observer === 'eve' && figures?.plaintext !== message) ? null : message,
    sent,
    shelf: told ? shelf : null,
    recorded: told ? (figures?.recorded ?? null) : null,
    bench: told ? { attempts: run.attempts, afterQDay: qDay } : null,
    result: told && figures ? resultOf(run, figures, observer) : null,
  };
}

/** The ends cannot know of a key that Eve has too; she knows only of one that is hers. */
function sessionSeenBy(
  { verdict }: Receipt,
  figures: RndlFigures | null,
  observer: Observer,
): ShelfView['session'] {
  switch (observer) {
    case 'everyone':
      return verdict;
    case 'eve':
      return verdict === 'key' && figures?.how !== 'held-session' ? 'no-key-for-me' : verdict;
    default:
      return verdict === 'fooled' ? 'key' : verdict;
  }
}

/** Who made the letters of Alice's line: with Eve in the middle, those in Bob's name are hers. */
function crossedSeenBy({ config, shelf }: RecordedSession, observer: Observer): Crossed[] {
  const middle = config.eve.attack === 'man-in-the-middle';
  const told = observer === 'everyone' || observer === 'eve';
  const other = middle && told ? 'eve' : 'bob';
  return shelf.flatMap(({ kind, items, contentBytes, beginnings }) => {
    if (kind === 'seals' || kind === 'hop') return [];
    // Bob's own line is another one then, and the shelf holds Alice's.
    const known = middle && observer === 'bob' ? [] : beginnings;
    const first = known.map((bytes, i) => ({ bytes, by: makerOf(kind, i, other) }));
    // With Eve in the middle two of each crossed, one on either line.
    const single = kind === 'kem-key' || kind === 'kem-ciphertext';
    return [{ kind, items, bytes: single ? contentBytes / items : contentBytes, first }];
  });
}

function makerOf(kind: Crossed['kind'], i: number, other: 'eve' | 'bob'): ActorId {
  if (kind === 'kem-ciphertext') return other;
  return i === 1 && (kind === 'shares' || kind === 'introductions') ? other : 'alice';
}

function resultOf(
  { key }: RecordedSession,
  { opened, how, doors, plaintext, candidateKeys, candidateKeysBy, guessAgreement }: RndlFigures,
  observer: Observer,
): ShelfResult {
  const right = key && guessAgreement !== null ? Math.round(guessAgreement * key.bits) : null;
  return {
    opened,
    how,
    doors,
    plaintext,
    foundKey: key && doors.key === 'found' ? key.guess : null,
    candidateKeys,
    candidateKeysBy,
    agreement:
      observer === 'everyone' && key && right !== null && doors.key !== 'found'
        ? { right, of: key.bits }
        : null,
  };
}
