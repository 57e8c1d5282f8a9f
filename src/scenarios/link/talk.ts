/**
 * The open talk of a run, letter by letter, in the order that keeps it sound: Bob's reports carry his
 * bases and are sealed and checked before Alice says hers; no key bit counts before every seal of the
 * run has been checked; a failed seal throws the run away.
 * Sources: Portmann & Renner, Rev. Mod. Phys. 94 (2022) 025008; Bennett & Brassard 1984.
 */
import { openStream, runKey } from '../../core/random/streams.ts';
import type { ActorId, Step } from '../actors.ts';
import { type Desk, openDesk } from '../channels/classical.ts';
import {
  addresseeOf,
  basesBody,
  decisionBody,
  detectionsBody,
  type Envelope,
  letterBytes,
  type Reason,
  sampleBody,
  sessionOf,
  testBitsBody,
} from '../channels/letters.ts';
import type { RunConfig } from '../config.ts';
import type { Letter, LetterKind, PulseRange, Seal } from '../messages.ts';
import { judge } from '../protocols/bb84/judge.ts';
import type { Verdict } from '../receipt.ts';
import type { LinkSummary, Stop } from '../run.ts';
import { type SealingKey, sealingKeyOf } from '../trust/pre-shared-key.ts';
import type { LogHash } from './digest.ts';
import type { Light } from './light.ts';

export interface End {
  readonly actor: ActorId;
  readonly desk: Desk;
}

export interface TalkLink {
  readonly index: 0 | 1;
  readonly light: Light;
  readonly ends: { readonly alice: End; readonly bob: End };
  readonly sequence: { alice: number; bob: number };
  reached: LinkSummary['reached'];
}

export interface Talk {
  readonly config: RunConfig;
  readonly key: SealingKey;
  readonly links: readonly TalkLink[];
  readonly letters: Letter[];
  readonly letterPulses: number[];
  /** Pulses sent when the run ended. */
  pulsesSent: number;
  stop: Stop | null;
  bytes: number;
  longestSealed: number;
}

interface Draft {
  readonly kind: LetterKind;
  readonly step: Step;
  readonly range: PulseRange | null;
  readonly body: readonly Uint8Array[];
  readonly content: Letter['content'];
  /** Pulses sent before it is. */
  readonly after: number;
}

/** Holds the whole conversation; the returned talk says how far it came. */
export function converse(config: RunConfig, lights: readonly Light[], hash: LogHash): Talk {
  const key = sealingKeyOf(config);
  const links = lights.map((light, i) => openLink(config, key, light, i as 0 | 1));
  const talk: Talk = {
    config,
    key,
    links,
    letters: [],
    letterPulses: [],
    pulsesSent: lights[0]!.plan.pulses,
    stop: null,
    bytes: 0,
    longestSealed: 0,
  };
  const post = openPost(talk, hash);
  if (links[0]!.light.plan.angled) {
    talk.stop = {
      at: talk.pulsesSent,
      step: 1,
      by: 'alice',
      verdict: 'stopped-short',
      letter: null,
    };
    return talk;
  }
  for (const turn of exchangeTurns(config, links)) {
    if (!post(turn.link, turn.from, turn.drafts, turn.closes)) return talk;
  }
  for (const link of links) link.reached = 'sifted';
  for (const link of links) if (!check(link, config, post)) return talk;
  return talk;
}

function openLink(config: RunConfig, key: SealingKey, light: Light, index: 0 | 1): TalkLink {
  const [near, far] = light.plan.ends;
  const leaked = config.authentication.broken === 'key-leaked';
  const end = (actor: ActorId, as: 'alice' | 'bob'): End => ({
    actor,
    desk: openDesk({
      authentication: config.authentication,
      as,
      key: actor !== 'eve' || leaked ? key : null,
      guesses: openStream(runKey(config.seed), `eve.as-${as}/forged-tag`),
    }),
  });
  return {
    index,
    light,
    ends: { alice: end(near, 'alice'), bob: end(far, 'bob') },
    sequence: { alice: 0, bob: 0 },
    reached: 'exchange',
  };
}

interface Turn {
  readonly link: TalkLink;
  readonly from: 'alice' | 'bob';
  readonly drafts: readonly Draft[];
  /** The last draft ends the phase, so it carries the seal. */
  readonly closes: boolean;
}

/**
 * Who writes when. Eve in the middle hears Bob's report before she must write one to Alice; whom she
 * answers first is the configuration's choice.
 */
function exchangeTurns(config: RunConfig, links: readonly TalkLink[]): Turn[] {
  const count = links[0]!.light.letters.length;
  const each = Array.from({ length: count }, (_, i) => i);
  const last = (i: number) => config.authentication.sealing === 'letter' || i === count - 1;
  const apart = config.authentication.sealing === 'phase';
  const end = links[0]!.light.plan.pulses;
  const report = (link: TalkLink, i: number, late = false): Turn => {
    const matter = link.light.letters[i]!;
    const content = { kind: 'detections', detected: matter.count } as const;
    const after = late ? end : matter.range.to;
    const draft = {
      kind: 'detections',
      step: 1,
      range: matter.range,
      body: detectionsBody(matter),
      content,
      after,
    } as const;
    return { link, from: 'bob', drafts: [draft], closes: last(i) };
  };
  const bases = (link: TalkLink, i: number): Turn => {
    const matter = link.light.letters[i]!;
    const content = { kind: 'bases', announced: matter.count } as const;
    const after = apart ? end : matter.range.to;
    const draft = {
      kind: 'bases',
      step: 1,
      range: matter.range,
      body: basesBody(matter),
      content,
      after,
    } as const;
    return { link, from: 'alice', drafts: [draft], closes: last(i) };
  };
  const [near, far] = links;
  if (near === undefined) return [];
  if (far === undefined) {
    return apart
      ? [...each.map((i) => report(near, i)), ...each.map((i) => bases(near, i))]
      : each.flatMap((i) => [report(near, i), bases(near, i)]);
  }
  if (config.eve.forgesTo === 'bob') {
    return apart
      ? [
          ...each.map((i) => report(far, i)),
          ...each.map((i) => bases(far, i)),
          ...each.map((i) => report(near, i, true)),
          ...each.map((i) => bases(near, i)),
        ]
      : each.flatMap((i) => [report(far, i), bases(far, i), report(near, i), bases(near, i)]);
  }
  return apart
    ? [
        ...each.flatMap((i) => [report(far, i), report(near, i)]),
        ...each.map((i) => bases(near, i)),
        ...each.map((i) => bases(far, i)),
      ]
    : each.flatMap((i) => [report(far, i), report(near, i), bases(near, i), bases(far, i)]);
}

type Post = (
  link: TalkLink,
  from: 'alice' | 'bob',
  drafts: readonly Draft[],
  closes: boolean,
) => boolean;

/** Check: Alice picks a sample and says her bits, Bob answers with his and his judgement, she with hers. */
function check(link: TalkLink, { estimation }: RunConfig, post: Post): boolean {
  const { plan, tested, key } = link.light;
  const after = plan.pulses;
  const shared = { step: 2, range: null, after } as const;
  const bits = tested.sender.length;
  const sample: Draft = {
    ...shared,
    kind: 'sample',
    body: sampleBody(plan.sampleSeed, plan.sampleThreshold, tested.sender),
    content: { kind: 'sample', seed: plan.sampleSeed, bits },
  };
  if (!post(link, 'alice', [sample], true)) return false;
  const judged = judge({
    ...tested,
    keyBits: key.sender.length,
    abortAbove: estimation.abortAbove,
  });
  const decision = {
    ...shared,
    kind: 'decision',
    body: decisionBody(judged),
    content: { kind: 'decision', ...judged },
  } as const satisfies Draft;
  const answer: Draft = {
    ...shared,
    kind: 'test-bits',
    body: testBitsBody(tested.receiver),
    content: { kind: 'test-bits', bits },
  };
  if (!post(link, 'bob', [answer, decision], true)) return false;
  link.reached = 'tested';
  // Both ends count the same public bits, so Alice's judgement is Bob's unless his letter was altered.
  if (!post(link, 'alice', [decision], true)) return false;
  link.reached = 'accepted';
  return true;
}

const STOPPED: Readonly<Record<Exclude<Reason, 'fine'>, Verdict>> = {
  errors: 'stopped-errors',
  seal: 'stopped-seal',
  'nothing-left': 'stopped-short',
  'pool-dry': 'stopped-short',
};

/** Writes, seals, delivers, checks and logs; false once the run has stopped. */
function openPost(talk: Talk, hash: LogHash): Post {
  const { config, letters } = talk;
  const session = sessionOf(config.seed);
  const { method, sealing } = config.authentication;

  function log(
    link: TalkLink,
    from: 'alice' | 'bob',
    draft: Draft,
    mode: 'own' | 'covered',
  ): number {
    const writer = link.ends[from];
    const reader = link.ends[addresseeOf(from)];
    const sequence = link.sequence[from]++;
    const envelope: Envelope = { ...draft, claimedFrom: from, session, sequence };
    const bytes = letterBytes(envelope, draft.body);
    writer.desk.write(bytes);
    reader.desk.read(bytes, envelope);
    hash.update(bytes);
    talk.bytes += bytes.length;
    const sealed = method !== 'none';
    letters.push({
      at: draft.after + letters.length,
      link: link.index,
      kind: draft.kind,
      step: draft.step,
      claimedFrom: from,
      writtenBy: writer.actor,
      to: reader.actor,
      sequence,
      range: draft.range,
      bytes: bytes.length,
      sealing: !sealed ? 'none' : mode === 'own' ? 'own' : 'phase',
      seal: null,
      check: sealed && mode === 'covered' ? 'pending' : 'not-checked',
      content: draft.content,
    });
    talk.letterPulses.push(draft.after);
    return letters.length - 1;
  }

  function close(link: TalkLink, from: 'alice' | 'bob', index: number): Reason {
    if (method === 'none') return 'fine';
    const seal = link.ends[from].desk.seal();
    if (seal === null) return 'pool-dry';
    hash.update(seal.tag);
    talk.bytes += seal.tag.length;
    talk.longestSealed = Math.max(talk.longestSealed, seal.coveredBytes);
    const { result, expected } = link.ends[addresseeOf(from)].desk.check(seal);
    letters[index] = {
      ...letters[index]!,
      seal: { ...seal, expected } satisfies Seal,
      check: result === 'pool-dry' ? 'not-checked' : result,
    };
    if (result === 'pool-dry') return 'pool-dry';
    return result === 'rejected' ? 'seal' : 'fine';
  }

  function halt(by: ActorId, step: Step, reason: Exclude<Reason, 'fine'>, letter: number): void {
    talk.pulsesSent = talk.letterPulses[letter]!;
    talk.stop = { at: letters[letter]!.at + 1, step, by, verdict: STOPPED[reason], letter };
  }

  /** The end that will not go on says so; whether anybody can check that is not its concern. */
  function sayStop(
    link: TalkLink,
    from: 'alice' | 'bob',
    step: Step,
    reason: Reason,
    after: number,
  ): void {
    const content = { kind: 'decision', go: false, tested: 0, errors: 0, reason } as const;
    const draft = {
      kind: 'decision',
      step,
      range: null,
      after,
      body: decisionBody(content),
      content,
    } as const;
    close(link, from, log(link, from, draft, 'own'));
  }

  return (link, from, drafts, closes) => {
    const reader = addresseeOf(from);
    for (const [i, draft] of drafts.entries()) {
      const own = sealing === 'letter' || (closes && i === drafts.length - 1);
      const index = log(link, from, draft, own ? 'own' : 'covered');
      const reason = own ? close(link, from, index) : 'fine';
      if (reason !== 'fine') {
        const by = reason === 'seal' ? reader : from;
        halt(link.ends[by].actor, draft.step, reason, index);
        sayStop(link, by, draft.step, reason, draft.after);
        return false;
      }
      const { content } = draft;
      if (content.kind !== 'decision' || content.reason === 'fine') continue;
      if (from === 'bob') link.reached = 'tested';
      halt(link.ends[from].actor, draft.step, content.reason, index);
      return false;
    }
    return true;
  };
}
