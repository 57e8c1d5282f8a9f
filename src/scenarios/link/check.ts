/** Check: Alice picks a sample and says her bits, Bob answers with his and his judgement, she with hers. */
import { decisionBody, sampleBody, testBitsBody } from '../channels/letters.ts';
import { judge } from '../protocols/bb84/judge.ts';
import type { Draft, Post } from './post.ts';
import { lightOf, type Talk, type TalkLink } from './talk.ts';

export function check({ config }: Talk, link: TalkLink, post: Post): void {
  const { plan, tested, key } = lightOf(link);
  const shared = { step: 2, range: null, after: link.plan.pulses } as const;
  const bits = tested.sender.length;
  const sample: Draft = {
    ...shared,
    kind: 'sample',
    body: sampleBody(plan.sampleSeed, plan.sampleThreshold, tested.sender),
    content: { kind: 'sample', seed: plan.sampleSeed, bits },
  };
  if (!post(link, 'alice', [sample], true)) return;
  const judged = judge({
    ...tested,
    keyBits: key.sender.length,
    abortAbove: config.estimation.abortAbove,
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
  const bobGoes = post(link, 'bob', [answer, decision], true);
  // His bits are public once his letter is out, even if his judgement was to stop.
  if (bobGoes || link.stop?.verdict !== 'stopped-seal') link.reached = 'tested';
  if (!bobGoes) return;
  // Both ends count the same public bits, so Alice's judgement is Bob's unless his letter was altered.
  if (post(link, 'alice', [decision], true)) link.reached = 'accepted';
}
