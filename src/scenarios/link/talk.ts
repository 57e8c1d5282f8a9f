/**
 * The open talk of a run, letter by letter, in the order that keeps it sound: who is who is settled
 * first; Bob's reports carry his bases and are sealed and checked before Alice says hers; no key bit
 * counts before every seal of its session has been checked; a failed seal throws the session away.
 * Sources: Portmann & Renner, Rev. Mod. Phys. 94 (2022) 025008; Bennett & Brassard 1984.
 */
import type { Bits } from '../../core/bits/bits.ts';
import { openStream, runKey } from '../../core/random/streams.ts';
import type { ActorId } from '../actors.ts';
import { type Desk, openDesk, openSignatureDesk } from '../channels/classical.ts';
import type { LinkPlan } from '../channels/plan.ts';
import type { RunConfig } from '../config.ts';
import type { Letter } from '../messages.ts';
import type { IntroductionRecord, Reached, Stop, Use } from '../run.ts';
import { signs } from '../sealing-traits.ts';
import type { Party, Registered, Standing } from '../trust/contract.ts';
import type { TrustKit } from '../trust/kit.ts';
import type { SealingKey } from '../trust/pre-shared-key.ts';
import { check } from './check.ts';
import { type Corrected, correct } from './correct.ts';
import type { LogSink } from './digest.ts';
import { exchangeTurns } from './exchange-turns.ts';
import { introduce } from './introduce.ts';
import type { Light } from './light.ts';
import { openPost } from './post.ts';
import { passesFor, type Sealing } from './sealing.ts';
import { type Shrunk, shrink } from './shrink.ts';
import { use } from './use.ts';

type SignatureDesk = ReturnType<typeof openSignatureDesk>;

export interface End {
  readonly actor: ActorId;
  readonly as: Party;
  /** How this actor stands before the other; null where a pre-shared key needs no proof. */
  readonly standing: Standing | null;
  readonly proof: SignatureDesk | null;
  /** The desk in use: the proof first, then the one of the method. */
  desk: Desk;
  readonly main: Desk;
  /** The sealing key in this end's hands, where it has one. */
  key: SealingKey | null;
}

export interface TalkLink {
  readonly index: 0 | 1;
  readonly plan: LinkPlan;
  readonly ends: Readonly<Record<Party, End>>;
  readonly sequence: Record<Party, number>;
  /** Eve passes every letter on as it is to this link, which is Bob's. */
  readonly relayedTo?: TalkLink;
  /** null until the light has been executed. */
  light: Light | null;
  reached: Reached;
  stop: Stop | null;
  /** Nothing more happens here: an end stopped, or Eve gave the session up. */
  over: boolean;
  /** Pulses sent on this link in the end. */
  pulses: number;
  correction: Corrected | null;
  shrunk: Shrunk | null;
  /** What the two ends hold and accept at the end. */
  final: { readonly sender: Bits; readonly receiver: Bits } | null;
  use: Use | null;
}

export interface Talk {
  readonly config: RunConfig;
  readonly kit: TrustKit | null;
  readonly registered: Registered | null;
  readonly links: readonly TalkLink[];
  readonly letters: Letter[];
  readonly letterPulses: number[];
  readonly introductions: IntroductionRecord[];
  readonly seals: { made: number; checked: number; failed: number };
  /** Letters and round trips so far. */
  events: number;
  /** Classical letters, those of the round trips included, and their bytes with tags. */
  messages: number;
  bytes: number;
  longestSealed: number;
}

export interface TalkTerms {
  readonly config: RunConfig;
  readonly plans: readonly LinkPlan[];
  readonly sealing: Sealing;
  readonly kit: TrustKit | null;
}

export function openTalk({ config, plans, sealing, kit }: TalkTerms): Talk {
  const registered = register(config, kit);
  return {
    config,
    kit,
    registered,
    links: plans.map((plan, i) => openLink(config, plan, i as 0 | 1, { sealing, registered, kit })),
    letters: [],
    letterPulses: [],
    introductions: [],
    seals: { made: 0, checked: 0, failed: 0 },
    events: 0,
    messages: 0,
    bytes: 0,
    longestSealed: 0,
  };
}

function register({ seed, authentication }: RunConfig, kit: TrustKit | null): Registered | null {
  const { method, trustAnchor, broken, stolenFrom, fault } = authentication;
  if (trustAnchor === 'pre-shared-key' || method === 'none') return null;
  if (kit === null) throw new Error(`trust anchor ${trustAnchor} is not loaded`);
  const scheme = method === 'ed25519' ? 'ed25519' : 'ml-dsa-65';
  return kit.anchors[trustAnchor].register({ seed, scheme, broken, stolenFrom, fault });
}

interface Means {
  readonly sealing: Sealing;
  readonly registered: Registered | null;
  readonly kit: TrustKit | null;
}

function openLink(config: RunConfig, plan: LinkPlan, index: 0 | 1, means: Means): TalkLink {
  const [near, far] = plan.ends;
  return {
    index,
    plan,
    ends: {
      alice: openEnd(config, index, near, 'alice', means),
      bob: openEnd(config, index, far, 'bob', means),
    },
    sequence: { alice: 0, bob: 0 },
    light: null,
    reached: 'exchange',
    stop: null,
    over: false,
    pulses: plan.pulses,
    correction: null,
    shrunk: null,
    final: null,
    use: null,
  };
}

function openEnd(
  config: RunConfig,
  link: 0 | 1,
  actor: ActorId,
  as: Party,
  { sealing, registered, kit }: Means,
): End {
  const guesses = openStream(runKey(config.seed), `eve.as-${as}/forged-tag`);
  if (registered === null || kit === null) {
    const key = sealing.keyFor(link, as, actor);
    const desk = openDesk({ authentication: config.authentication, as, key, guesses });
    return { actor, as, standing: null, proof: null, desk, main: desk, key };
  }
  const standing = registered.standing(actor, as);
  const armed = actor !== 'eve' || passesFor(config, as);
  const proof = openSignatureDesk({ as, signer: standing.signer, kit, armed });
  // A tag under a shared key: the key comes out of the signed key exchange.
  const main = signs(config)
    ? proof
    : openDesk({ authentication: config.authentication, as, key: null, guesses });
  return { actor, as, standing, proof, desk: proof, main, key: null };
}

/** Who is who; before any photon. */
export function openConversation(talk: Talk, hash: LogSink): void {
  introduce(talk, openPost(talk, hash));
}

/** Everything after the light, to the end of each link. */
export function converse(talk: Talk, hash: LogSink): void {
  const { links, config } = talk;
  const post = openPost(talk, hash);
  if (links[0]!.plan.angled) {
    for (const link of links) {
      if (link.over) continue;
      const at = link.pulses + talk.events;
      link.stop = { at, step: 1, by: 'alice', verdict: 'stopped-short', letter: null };
      link.over = true;
    }
    return;
  }
  for (const { link, from, drafts, closes } of exchangeTurns(config, links)) {
    if (!link.over) post(link, from, drafts, closes);
  }
  for (const link of links) if (!link.over) link.reached = 'sifted';
  for (const phase of [check, correct, shrink, use]) {
    for (const link of links) if (!link.over) phase(talk, link, post);
  }
}

export function lightOf({ light }: TalkLink): Light {
  if (light === null) throw new Error('the light of this link has not been executed');
  return light;
}

/** Which of two actors really stands at an end, as streams name them. */
export function streamName({ actor, as }: Pick<End, 'actor' | 'as'>): string {
  return actor === 'eve' ? `eve.as-${as}` : actor;
}
