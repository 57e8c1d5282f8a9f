/** Use as one observer sees it: where the new key went, and the envelope. */
import { utf8 } from '../../core/random/streams.ts';
import type { ActorId, Observer } from '../actors.ts';
import type { Letter } from '../messages.ts';
import type { Run } from '../run.ts';
import { spentBy } from './pools.ts';
import { linkAsked, type Scope } from './scope.ts';
import type { UseView } from './steps-view.ts';
import { keyFrom } from './timeline.ts';
import { textOf } from './utf8-text.ts';

export function viewOfUse(scope: Scope, asked: 0 | 1): UseView | null {
  const { run, now } = scope;
  const link = linkAsked(scope, asked);
  const { use, keyPreview, ends } = run.links[link]!;
  const from = keyFrom(run, link);
  // Ends that hold different bits have nothing to use.
  if (use === null || keyPreview === null || now < from) return null;
  const letter = run.letters.find((one) => one.link === link && one.kind === 'envelope');
  const sent = letter !== undefined && letter.at < now;
  const spentOnMessage = sent ? use.spent : 0;
  const made = keyPreview.bits;
  const honest = ends.filter((end): end is 'alice' | 'bob' => end !== 'eve');
  const spentOnSeals = Math.max(...honest.map((end) => spentBy(run, end, now)));
  return {
    from,
    made,
    refilled: use.refilled,
    spentOnSeals,
    spentOnMessage,
    left: made - use.refilled - spentOnMessage,
    net: made - spentOnSeals,
    cipher: use.cipher,
    envelope: letter !== undefined && sent ? envelopeView(scope, link, letter) : null,
  };
}

function envelopeView(
  { run, observer, now }: Scope,
  link: 0 | 1,
  letter: Letter,
): UseView['envelope'] {
  const summary = run.links[link]!;
  const use = summary.use!;
  const delivered = use.ciphertext!;
  const [sender, receiver] = summary.ends;
  const seesChange = observer === 'everyone' || observer === 'eve';
  // A refusal is said aloud.
  const refusal = run.letters.find(
    (one) => one.link === link && one.step === 5 && one.kind === 'decision',
  );
  const refused = refusal !== undefined && refusal.at < now ? false : null;
  const checks = observer === 'everyone' || observer === receiver;
  const written = mayRead(run, observer, sender) ? textOf(textWritten(run, link)) : null;
  const read = use.read !== null && mayRead(run, observer, receiver) ? textOf(use.read) : null;
  const ciphertext = observer === sender ? writtenCiphertext(run, link) : delivered;
  return {
    bytes: delivered.length,
    ciphertext: ciphertext ?? delivered,
    altered: seesChange ? use.altered : null,
    accepted: checks ? use.accepted : refused,
    written,
    read,
    message: read ?? written,
    sealed: letter.sealing !== 'none' && letter.seal !== null,
  };
}

/** The end itself, the viewer, and Eve if every bit of the key follows from what she holds. */
function mayRead(run: Run, observer: Observer, end: ActorId): boolean {
  if (observer === 'everyone' || observer === end) return true;
  return observer === 'eve' && run.receipt.keys.eve.length > 0;
}

/** Eve in the middle hands on what she could read on her first link. */
function textWritten({ links }: Run, link: 0 | 1): Uint8Array {
  const { ends, use } = links[link]!;
  const handedOn = ends[0] === 'eve' ? (links[0]!.use?.read ?? null) : null;
  return handedOn ?? utf8(use!.message);
}

/**
 * What the sender put on the line. Where a pad envelope was altered on its way, the same pad lies
 * under what was sent and what came, so one gives the other by the two texts.
 */
export function writtenCiphertext(run: Run, link: 0 | 1): Uint8Array | null {
  const { use } = run.links[link]!;
  if (use === null || use.ciphertext === null) return null;
  const { ciphertext, read, altered } = use;
  if (!altered || read === null) return ciphertext;
  const text = textWritten(run, link);
  return ciphertext.map((byte, i) => byte ^ read[i]! ^ text[i]!);
}
