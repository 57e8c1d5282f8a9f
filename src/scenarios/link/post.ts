/** The post: writes, seals, delivers, checks and logs. Every classical byte of a run passes through here. */
import type { ActorId, Step } from '../actors.ts';
import { addresseeOf, decisionBody, letterBytes, sessionOf } from '../channels/letters.ts';
import type {
  Letter,
  LetterKind,
  PulseRange,
  RoundKind,
  Seal,
  SealCheck,
  StopReason,
} from '../messages.ts';
import type { Verdict } from '../receipt.ts';
import type { Party } from '../trust/contract.ts';
import type { LogSink } from './digest.ts';
import type { Talk, TalkLink } from './talk.ts';
import { addTag } from './tape.ts';

export interface Draft {
  readonly kind: Letter['kind'];
  readonly step: Step;
  readonly range: PulseRange | null;
  readonly body: readonly Uint8Array[];
  readonly content: Letter['content'];
  /** Pulses sent before it is. */
  readonly after: number;
}

export interface RoundLetter {
  readonly kind: RoundKind;
  readonly from: Party;
  readonly body: Uint8Array;
}

export interface Post {
  /** Sends letters of one direction; `closes`: the last ends its phase and carries the seal. False: the link stopped. */
  (link: TalkLink, from: Party, drafts: readonly Draft[], closes: boolean): boolean;
  /** The bytes of the letter sent last. */
  lastBytes(): Uint8Array;
  /** A letter without a seal, in a session whose other letters have one. */
  bare(link: TalkLink, from: Party, draft: Draft): true;
  /** One round trip of Correct, one event. How many of its letters were sent; the link may have stopped. */
  round(link: TalkLink, letters: readonly RoundLetter[]): number;
}

interface Closed {
  readonly reason: StopReason;
  readonly seal: Seal | null;
  readonly check: SealCheck;
}

const STOPPED: Readonly<Record<Exclude<StopReason, 'fine'>, Verdict>> = {
  errors: 'stopped-errors',
  unequal: 'stopped-errors',
  seal: 'stopped-seal',
  stranger: 'stopped-seal',
  'nothing-left': 'stopped-short',
  'pool-dry': 'stopped-short',
  alarm: 'stopped-alarm',
};

export function openPost(talk: Talk, hash: LogSink): Post {
  const { config, letters } = talk;
  const session = sessionOf(config.seed);
  const { method, sealing } = config.authentication;
  const sealed = method !== 'none';

  let last: Uint8Array = new Uint8Array(0);

  /** Through both ends' hands and into the log; what is counted is what crossed the line. */
  function deliver(
    link: TalkLink,
    from: Party,
    letter: { readonly kind: LetterKind; readonly step: Step; readonly range: PulseRange | null },
    body: readonly Uint8Array[],
  ): number {
    const envelope = { ...letter, claimedFrom: from, session, sequence: link.sequence[from]++ };
    const bytes = letterBytes(envelope, body);
    link.ends[from].desk.write(bytes);
    link.ends[addresseeOf(from)].desk.read(bytes, envelope);
    hash.update(bytes);
    talk.tape?.push({ link: link.index, from, bytes, tag: null });
    talk.bytes += bytes.length;
    talk.messages++;
    last = bytes;
    return bytes.length;
  }

  function log(
    link: TalkLink,
    from: Party,
    draft: Draft,
    mode: 'own' | 'covered' | 'bare',
  ): number {
    const sequence = link.sequence[from];
    const bytes = deliver(link, from, draft, draft.body);
    const { relayedTo } = link;
    const writtenBy = link.ends[from].actor;
    const to = link.ends[addresseeOf(from)].actor;
    const entry = {
      kind: draft.kind,
      step: draft.step,
      claimedFrom: from,
      writtenBy,
      sequence,
      range: draft.range,
      bytes,
      sealing: !sealed || mode === 'bare' ? 'none' : mode === 'own' ? 'own' : 'phase',
      seal: null,
      check: sealed && mode === 'covered' ? 'pending' : 'not-checked',
      content: draft.content,
    } as const;
    const enter = (place: Pick<Letter, 'link' | 'to'>) => {
      letters.push({ at: draft.after + talk.events, ...place, ...entry });
      talk.events++;
      talk.letterPulses.push(draft.after);
    };
    if (relayedTo !== undefined) {
      // Eve hands it on as it is: one letter on each of her links.
      enter({ link: from === 'alice' ? 0 : 1, to: 'eve' });
      relayedTo.sequence[from]++;
      talk.messages++;
      talk.bytes += bytes;
      enter({ link: from === 'alice' ? 1 : 0, to });
    } else enter({ link: link.index, to });
    return letters.length - 1;
  }

  /** Seals what this direction wrote since the last seal, and has it checked. */
  function close(link: TalkLink, from: Party): Closed {
    if (!sealed) return { reason: 'fine', seal: null, check: 'not-checked' };
    const seal = link.ends[from].desk.seal();
    if (seal === null) return { reason: 'pool-dry', seal: null, check: 'not-checked' };
    hash.update(seal.tag);
    if (talk.tape !== null) addTag(talk.tape, link.index, from, seal.tag);
    talk.bytes += seal.tag.length;
    talk.seals.made++;
    const { desk, main } = link.ends[from];
    // A signature under which a key was agreed says nothing of the seals made with that key.
    if (desk === main) talk.longestSealed = Math.max(talk.longestSealed, seal.coveredBytes);
    const { result, expected } = link.ends[addresseeOf(from)].desk.check(seal);
    const whole = { ...seal, expected };
    if (result === 'pool-dry') return { reason: result, seal: whole, check: 'not-checked' };
    if (result !== 'not-checked') talk.seals.checked++;
    if (result !== 'rejected') return { reason: 'fine', seal: whole, check: result };
    talk.seals.failed++;
    return { reason: 'seal', seal: whole, check: result };
  }

  function closeLetter(link: TalkLink, from: Party, index: number): StopReason {
    const { reason, seal, check } = close(link, from);
    if (seal === null) return reason;
    letters[index] = { ...letters[index]!, seal, check };
    if (link.relayedTo !== undefined) {
      // Eve sees the seal pass; she cannot check it.
      letters[index - 1] = { ...letters[index - 1]!, seal: { ...seal, expected: null } };
      talk.bytes += seal.tag.length;
    }
    return reason;
  }

  /** Ends a link; Eve goes on with her other one only if she has what it takes there. */
  function halt(
    link: TalkLink,
    by: ActorId,
    step: Step,
    reason: Exclude<StopReason, 'fine'>,
    letter: number | null,
    at: number,
    after: number,
  ): void {
    const stop = { at, step, by, verdict: STOPPED[reason], letter };
    link.over = true;
    // A letter that Eve hands on as it is belongs to both of her links.
    for (const stopped of link.relayedTo ? talk.links : [link]) {
      stopped.stop = stop;
      stopped.over = true;
      stopped.pulses = Math.min(stopped.pulses, after);
    }
    for (const other of talk.links) {
      if (
        other.over ||
        Object.values(other.ends).some(({ actor, desk }) => actor === 'eve' && desk.armed)
      )
        continue;
      other.over = true;
      other.pulses = Math.min(other.pulses, after);
    }
  }

  /** The end that will not go on says so; whether anybody can check that is not its concern. */
  function sayStop(
    link: TalkLink,
    from: Party,
    step: Step,
    reason: StopReason,
    after: number,
  ): void {
    const content = { kind: 'decision', go: false, tested: 0, errors: 0, reason } as const;
    const body = decisionBody(content);
    const draft = { kind: 'decision', step, range: null, after, body, content } as const;
    closeLetter(link, from, log(link, from, draft, 'own'));
  }

  function send(link: TalkLink, from: Party, drafts: readonly Draft[], closes: boolean): boolean {
    const reader = addresseeOf(from);
    for (const [i, draft] of drafts.entries()) {
      const { content, step, after } = draft;
      const own = sealing === 'letter' || (closes && i === drafts.length - 1);
      const index = log(link, from, draft, own ? 'own' : 'covered');
      const at = letters[index]!.at + 1;
      const stranger =
        content.kind === 'introduction' && !content.accepted && link.ends[reader].actor !== 'eve';
      const reason = stranger ? 'stranger' : own ? closeLetter(link, from, index) : 'fine';
      if (reason !== 'fine') {
        const by = reason === 'pool-dry' ? from : reader;
        halt(link, link.ends[by].actor, step, reason, index, at, after);
        sayStop(link, by, step, reason, after);
        return false;
      }
      if (content.kind !== 'decision' || content.reason === 'fine') continue;
      halt(link, link.ends[from].actor, step, content.reason, index, at, after);
      return false;
    }
    return true;
  }

  function round(link: TalkLink, exchanged: readonly RoundLetter[]): number {
    const after = link.plan.pulses;
    for (const [i, { kind, from, body }] of exchanged.entries()) {
      deliver(link, from, { kind, step: 3, range: null }, [body]);
      if (sealing !== 'letter') continue;
      const { reason } = close(link, from);
      if (reason === 'fine') continue;
      const by = reason === 'pool-dry' ? from : addresseeOf(from);
      const at = after + talk.events + 1;
      talk.events++;
      halt(link, link.ends[by].actor, 3, reason, null, at, after);
      sayStop(link, by, 3, reason, after);
      return i + 1;
    }
    talk.events++;
    return exchanged.length;
  }

  function bare(link: TalkLink, from: Party, draft: Draft): true {
    log(link, from, draft, 'bare');
    return true;
  }

  return Object.assign(send, { round, bare, lastBytes: () => last });
}
