/** How a run ended, in the words that each observer may use. */
import type { ActorId, Step } from '../actors.ts';
import type { Verdict } from '../receipt.ts';
import type { Instant, Run, Stop } from '../run.ts';
import type { Scope } from './scope.ts';
import type { VerdictView } from './view.ts';

export function verdictView({ run, observer, now }: Scope): VerdictView | null {
  if (observer === 'alice' || observer === 'bob') return fromInside(run, observer, now);
  const { stop } = run;
  if (now < (stop === null ? run.length : stopSeen(run, stop, observer))) return null;
  const { verdict } = run.receipt;
  if (observer === 'everyone' || verdict === 'fooled') {
    const { by = null, step = null } = stop ?? {};
    return { kind: 'verdict', verdict, stoppedBy: by, step };
  }
  return { kind: 'no-key-for-me', wentOn: verdict === 'key' };
}

function stopSeen(run: Run, stop: Stop, observer: 'everyone' | 'eve'): Instant {
  const link = run.links.findIndex((one) => one.stop === stop);
  return observer === 'everyone' || link < 0 ? stop.at : heardFrom(run, link, stop, observer);
}

/**
 * What an end can say follows from its own link alone: with Eve in the other's place a session looks
 * the same, a stop on her other link is silence, and who stopped is whose name was on the letter.
 */
function fromInside(run: Run, observer: 'alice' | 'bob', now: Instant): VerdictView | null {
  const own = observer === 'alice' ? 0 : run.links.length - 1;
  const link = run.links[own]!;
  const other = observer === 'alice' ? 'bob' : 'alice';
  const stopped = (verdict: Verdict, by: ActorId, step: Step): VerdictView => ({
    kind: 'verdict',
    verdict,
    stoppedBy: by === 'eve' ? other : by,
    step,
  });
  if (link.stop !== null) {
    const { verdict, by, step } = link.stop;
    return now < heardFrom(run, own, link.stop, observer) ? null : stopped(verdict, by, step);
  }
  if (link.keyPreview === null && link.reached !== 'key') {
    const ceased = Math.min(run.length, ...run.links.flatMap(({ stop }) => stop?.at ?? []));
    return now < ceased ? null : { kind: 'silence' };
  }
  const last = run.letters.findLast((letter) => letter.link === own)?.at ?? run.length - 1;
  if (now <= last) return null;
  // Nothing compared the bits of this run, so ends that hold different ones hold no key.
  if (link.keyPreview === null) return stopped('stopped-errors', 'bob', 3);
  return { kind: 'verdict', verdict: 'key', stoppedBy: null, step: null };
}

/** The end that stops knows at once, everybody else by the letter that says so. */
function heardFrom({ letters }: Run, own: number, { at, by }: Stop, observer: ActorId): Instant {
  if (by === observer) return at;
  const said = letters.findLast(
    ({ link, content }) => link === own && content.kind === 'decision' && !content.go,
  );
  return said === undefined ? at : Math.max(at, said.at + 1);
}
