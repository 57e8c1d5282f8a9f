/**
 * Who writes when during Exchange. Eve in the middle hears Bob's report before she must write one to
 * Alice; whom she answers first is the configuration's choice.
 */
import { basesBody, detectionsBody } from '../channels/letters.ts';
import type { RunConfig } from '../config.ts';
import type { Party } from '../trust/contract.ts';
import type { Draft } from './post.ts';
import { lightOf, type TalkLink } from './talk.ts';

interface Turn {
  readonly link: TalkLink;
  readonly from: Party;
  readonly drafts: readonly Draft[];
  /** The last draft ends the phase, so it carries the seal. */
  readonly closes: boolean;
}

export function exchangeTurns(config: RunConfig, links: readonly TalkLink[]): Turn[] {
  const alive = links.filter(({ over }) => !over);
  const counts = alive.map((link) => lightOf(link).letters.length);
  const each = Array.from({ length: Math.max(0, ...counts) }, (_, i) => i);
  const apart = config.authentication.sealing === 'phase';
  const turn = (link: TalkLink, from: Party, i: number, late = false): Turn[] => {
    const matters = lightOf(link).letters;
    const matter = matters[i];
    if (matter === undefined) return [];
    const { range, count } = matter;
    const closes = !apart || i === matters.length - 1;
    if (from === 'bob') {
      const content = { kind: 'detections', detected: count } as const;
      const after = late ? link.plan.pulses : range.to;
      const body = detectionsBody(matter);
      const draft = { kind: 'detections', step: 1, range, body, content, after } as const;
      return [{ link, from, drafts: [draft], closes }];
    }
    const { everyBasis } = matter;
    const announced = everyBasis === null ? count : everyBasis.length;
    const content = { kind: 'bases', announced } as const;
    const after = everyBasis !== null ? range.from : apart ? link.plan.pulses : range.to;
    const body = basesBody(matter);
    const draft = { kind: 'bases', step: 1, range, body, content, after } as const;
    return [{ link, from, drafts: [draft], closes }];
  };
  const [near, far] = alive;
  if (near === undefined) return [];
  if (far === undefined && config.exchange.announce === 'early') {
    return each.flatMap((i) => [...turn(near, 'alice', i), ...turn(near, 'bob', i)]);
  }
  if (far === undefined) {
    return apart
      ? [
          ...each.flatMap((i) => turn(near, 'bob', i)),
          ...each.flatMap((i) => turn(near, 'alice', i)),
        ]
      : each.flatMap((i) => [...turn(near, 'bob', i), ...turn(near, 'alice', i)]);
  }
  if (config.eve.forgesTo === 'bob') {
    return apart
      ? [
          ...each.flatMap((i) => turn(far, 'bob', i)),
          ...each.flatMap((i) => turn(far, 'alice', i)),
          ...each.flatMap((i) => turn(near, 'bob', i, true)),
          ...each.flatMap((i) => turn(near, 'alice', i)),
        ]
      : each.flatMap((i) => [
          ...turn(far, 'bob', i),
          ...turn(far, 'alice', i),
          ...turn(near, 'bob', i),
          ...turn(near, 'alice', i),
        ]);
  }
  return apart
    ? [
        ...each.flatMap((i) => [...turn(far, 'bob', i), ...turn(near, 'bob', i)]),
        ...each.flatMap((i) => turn(near, 'alice', i)),
        ...each.flatMap((i) => turn(far, 'alice', i)),
      ]
    : each.flatMap((i) => [
        ...turn(far, 'bob', i),
        ...turn(near, 'bob', i),
        ...turn(near, 'alice', i),
        ...turn(far, 'alice', i),
      ]);
}
