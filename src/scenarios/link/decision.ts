import type { Step } from '../actors.ts';
import { decisionBody } from '../channels/letters.ts';
import type { StopReason } from '../messages.ts';
import type { Draft } from './post.ts';
import type { TalkLink } from './talk.ts';

/** A decision that rests on no count. */
export function decision(reason: StopReason, step: Step, link: TalkLink): Draft {
  const content = {
    kind: 'decision',
    go: reason === 'fine',
    tested: 0,
    errors: 0,
    reason,
  } as const;
  return {
    step,
    range: null,
    after: link.plan.pulses,
    kind: 'decision',
    body: decisionBody(content),
    content,
  };
}
