/**
 * The open talk of a run, letter by letter, in the order that keeps it sound: who is who is settled
 * first; Bob's reports carry his bases and are sealed and checked before Alice says hers; no key bit
 * counts before every seal of its session has been checked; a failed seal throws the session away.
 * Sources: Portmann & Renner, Rev. Mod. Phys. 94 (2022) 025008; Bennett & Brassard 1984.
 */
import { openStream, runKey } from '../../core/random/streams.ts';
import type { ActorId } from '../actors.ts';
import { openDesk, openSignatureDesk } from '../channels/classical.ts';
import type { LinkPlan } from '../channels/link-plan.ts';
import type { RunConfig } from '../config.ts';
import { signs } from '../sealing-traits.ts';
import type { Party, Registered } from '../trust/contract.ts';
import type { TrustKit } from '../trust/kit.ts';
import { agree, finish, sendsLight } from './agree.ts';
import { check } from './check.ts';
import { correct } from './correct.ts';
import { decision } from './decision.ts';
import type { LogSink } from './digest.ts';
import { exchangeTurns } from './exchange-turns.ts';
import { inOrder, introduce } from './introduce.ts';
import { openPost, type Post } from './post.ts';
import { passesFor, type Sealing } from './sealing.ts';
import { shrink } from './shrink.ts';
import type { End, Talk, TalkLink } from './talk.ts';
import { use } from './use.ts';

export interface TalkTerms {
  readonly config: RunConfig;
  readonly plans: readonly LinkPlan[];
  readonly sealing: Sealing;
  readonly kit: TrustKit | null;
  readonly means: Talk['means'];
  readonly tape: Talk['tape'];
}

export function openTalk({ config, plans, sealing, kit, means, tape }: TalkTerms): Talk {
  const registered = register(config, kit);
  return {
    config,
    kit,
    means,
    tape,
    registered,
    links: plans.map((plan, i) => openLink(config, plan, i as 0 | 1, { sealing, registered, kit })),
    letters: [],
    letterPulses: [],
    introductions: [],
    recovered: null,
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

/** Bob's monitor sees light that no pulse of Alice's could be: he stops before he reports anything. */
function watch({ config }: Talk, link: TalkLink, post: Post): void {
  const watches = config.devices.fixes.includes('photocurrent-monitor');
  const bright = link.plan.tampering.blinding !== null;
  if (watches && bright) post(link, 'bob', [decision('alarm', 1, link)], true);
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
    agreed: null,
    correction: null,
    shrunk: null,
    quantum: null,
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
  const guesses =
    actor === 'eve' ? openStream(runKey(config.seed), `eve.as-${as}/forged-tag`) : null;
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

/** Who is who, and what is agreed by letters; before any photon. */
export function openConversation(talk: Talk, hash: LogSink): void {
  const post = openPost(talk, hash);
  introduce(talk, post);
  agree(talk, inOrder(talk), post);
}

/** Everything after the light, to the end of each link. */
export function converse(talk: Talk, hash: LogSink): void {
  const { links, config } = talk;
  const post = openPost(talk, hash);
  if (!sendsLight(talk.means)) {
    for (const link of links) if (!link.over) finish(link);
    for (const link of links) if (!link.over) use(talk, link, post);
    return;
  }
  if (links[0]!.plan.angled) {
    for (const link of links) {
      if (link.over) continue;
      const at = link.pulses + talk.events;
      link.stop = { at, step: 1, by: 'alice', verdict: 'stopped-short', letter: null };
      link.over = true;
    }
    return;
  }
  for (const link of links) if (!link.over) watch(talk, link, post);
  for (const { link, from, drafts, closes } of exchangeTurns(config, links)) {
    if (!link.over) post(link, from, drafts, closes);
  }
  for (const link of links) if (!link.over) link.reached = 'sifted';
  for (const phase of [check, correct, shrink, use]) {
    for (const link of links) if (!link.over) phase(talk, link, post);
  }
}
