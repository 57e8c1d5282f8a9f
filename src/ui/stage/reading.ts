/** What the drawing needs to know besides the light: who is there, who refuses, who holds a key. */
import type { ActorId } from '../../scenarios/actors.ts';
import type { KnowledgeView, LetterView } from '../../scenarios/knowledge/view.ts';
import { lettersAtRest } from './post.ts';

/** What Eve does, as far as this observer can tell. */
export function eveRole(view: KnowledgeView): 'absent' | 'taps' | 'middle' {
  if (view.sight('eve.presence') !== 'full') return 'absent';
  return view.twoLinks ? 'middle' : 'taps';
}

/** The letter whose seal does not fit. */
export function refusedLetter(view: KnowledgeView): LetterView | null {
  const { near, far } = lettersAtRest(view);
  for (const letter of [near, far]) if (letter?.seal === 'broken') return letter;
  return null;
}

/** Who stopped, as far as this observer can tell. One end may stop while the other is fooled. */
export function stoppedBy(view: KnowledgeView): ActorId | null {
  const { verdict } = view;
  if (verdict?.kind !== 'verdict' || verdict.verdict === 'key') return null;
  return verdict.stoppedBy ?? (verdict.verdict === 'fooled' ? whoGaveUp(view) : null);
}

/** The end whose letter says that it stops. */
function whoGaveUp({ letters }: KnowledgeView): ActorId | null {
  const stop = letters.findLast(
    ({ content, writtenBy }) => content.kind === 'decision' && !content.go && writtenBy !== 'eve',
  );
  return stop?.writtenBy ?? null;
}

/** Whether this actor has seen a check fail. */
export function isWorried(view: KnowledgeView, actor: ActorId): boolean {
  return stoppedBy(view) === actor || refusedLetter(view)?.to === actor;
}

/** Whether pulses hold one photon each, and if not, whether this observer sees how many. */
export function photonsSeen(view: KnowledgeView): 'single' | 'viewer' | 'weak' {
  const { weak } = view.photon(Math.min(view.pulsesSent, view.pulses - 1));
  if (!weak) return 'single';
  return view.observer === 'everyone' && eveRole(view) === 'absent' ? 'viewer' : 'weak';
}

/** How many of the last photons say who made the light in a half of the fibre. */
const LOOK_BACK = 12;

/** Who makes the light in each half; null when this observer cannot tell, 'both' when some pass Eve. */
export function makersOf(view: KnowledgeView): {
  readonly near: ActorId | null;
  readonly far: ActorId | 'both' | null;
} {
  const near = view.sight('photon.near') === 'full' ? 'alice' : null;
  if (eveRole(view) === 'absent') return { near, far: null };
  const makers = new Set<ActorId>();
  const to = Math.min(view.pulses, view.pulsesSent + 1);
  for (let pulse = Math.max(0, to - LOOK_BACK); pulse < to; pulse++) {
    const { far } = view.photon(pulse);
    if (far.kind === 'state') makers.add(far.maker);
  }
  const [first, second] = makers;
  if (first === undefined) return { near, far: null };
  return { near, far: second === undefined ? first : 'both' };
}

/** What can be said of the letters' seals: some are sealed, none is, or there is no telling yet. */
export function sealing(view: KnowledgeView): 'sealed' | 'unsealed' | 'unknown' {
  if (view.pool('alice') !== null || view.pool('bob') !== null) return 'sealed';
  const first = view.letters[0];
  if (!first) return 'unknown';
  return view.letters.every(({ seal }) => seal === 'none') ? 'unsealed' : 'sealed';
}
