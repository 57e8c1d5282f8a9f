/** The classical line of a hop whose session is over: the next letter, under the next seal of its pool. */
import { letterBytes, sessionOf } from '../channels/letters.ts';
import type { RunConfig } from '../config.ts';
import { spentAt } from '../link/spent.ts';
import type { TalkLink } from '../link/talk.ts';

export interface Sent {
  /** As it crossed, without its tag. */
  readonly bytes: Uint8Array;
  /** null: nothing seals here, or no key is left to do it. */
  readonly tag: Uint8Array | null;
  /** Text under the tag. */
  readonly coveredBytes: number;
  /** Whether the far end checked it; it cannot without a seal. */
  readonly checked: boolean;
  readonly result: 'accepted' | 'rejected' | 'pool-dry';
}

export interface Line {
  send(body: Uint8Array): Sent;
  /** Sealing key that its two ends used up so far, bits; the end that spent more counts. */
  spent(): number;
  /** Sealing key that is left, bits. */
  left(): number;
}

/** Of a link that both ends brought to a key. Keeps their desks, and nothing of the session. */
export function lineOf(config: RunConfig, { ends, sequence }: TalkLink): Line {
  const { alice: near, bob: far } = ends;
  const session = sessionOf(config.seed);
  const sealed = config.authentication.method !== 'none';
  const spent = () => Math.max(spentAt(near, config), spentAt(far, config));
  return {
    send(body) {
      const envelope = {
        kind: 'envelope',
        claimedFrom: 'alice',
        step: 5,
        session,
        sequence: sequence.alice++,
        range: null,
      } as const;
      const bytes = letterBytes(envelope, [body]);
      near.desk.write(bytes);
      far.desk.read(bytes, envelope);
      const bare = { bytes, tag: null, coveredBytes: 0, checked: false };
      if (!sealed) return { ...bare, result: 'accepted' };
      const seal = near.desk.seal();
      if (seal === null) return { ...bare, result: 'pool-dry' };
      const { tag, coveredBytes } = seal;
      const { result } = far.desk.check(seal);
      const checked = result === 'accepted' || result === 'rejected';
      return { bytes, tag, coveredBytes, checked, result: passed(result) };
    },
    spent,
    left: () => (near.key === null ? 0 : Math.max(0, near.key.bits - spent())),
  };
}

/** Both ends of an honest hop can check; one that could not would have nothing to go by. */
function passed(result: 'accepted' | 'rejected' | 'not-checked' | 'pool-dry'): Sent['result'] {
  return result === 'not-checked' ? 'rejected' : result;
}
