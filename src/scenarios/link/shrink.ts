/**
 * Shrink: both ends reckon the length from public figures alone, Alice says the seed of the matrix,
 * and each multiplies. A run that has nothing left after what was said in public ends without a key.
 * Sources: Tomamichel, Lim, Gisin & Renner, Nat. Commun. 3 (2012) 634; Krawczyk, CRYPTO '94.
 */
import { shrink as multiply } from '../../core/amplification/toeplitz.ts';
import { type Bits, zeros } from '../../core/bits/bits.ts';
import { fillPlane, openStream, runKey } from '../../core/random/streams.ts';
import { shrinkBody } from '../channels/letters.ts';
import type { RunConfig } from '../config.ts';
import { differing } from '../protocols/bb84/judge.ts';
import { budgetOf, errorLimitOf, evidenceOf } from './accounting.ts';
import { decision } from './decision.ts';
import type { Draft, Post } from './post.ts';
import { lightOf, streamName, type Talk, type TalkLink } from './talk.ts';

export function shrink(talk: Talk, link: TalkLink, post: Post): void {
  const { config } = talk;
  const light = lightOf(link);
  const { key } = light;
  const input = {
    sender: key.sender,
    receiver: link.correction?.reconciled.corrected ?? key.receiver,
  };
  if (config.amplification.method === 'none') {
    link.final = input;
    link.reached = 'key';
    return;
  }
  const budget = budgetOf(config, evidenceOf(light), link.correction?.reconciled.leakedBits ?? 0);
  const { outputBits } = budget;
  const seed =
    outputBits === 0
      ? zeros(0)
      : coins(config.seed, `${streamName(link.ends.alice)}/toeplitz-seed`, input.sender.length - 1);
  link.shrunk = { budget, accounting: config.amplification.accounting, seed, input };
  if (outputBits === 0) {
    post(link, 'alice', [decision('nothing-left', 4, link)], true);
    return;
  }
  const inputBits = input.sender.length;
  const letter: Draft = {
    step: 4,
    range: null,
    after: link.plan.pulses,
    kind: 'shrink',
    body: shrinkBody(inputBits, outputBits, seed),
    content: { kind: 'shrink', inputBits, outputBits },
  };
  if (!post(link, 'alice', [letter], true)) return;
  if (!post(link, 'bob', [decision('fine', 4, link)], true)) return;
  const sender = multiply(input.sender, seed, outputBits);
  // Each multiplies his own bits; the same bits under the same seed need not be multiplied twice.
  const same = differing(input.sender, input.receiver) === 0;
  const receiver = same ? sender : multiply(input.receiver, seed, outputBits);
  link.final = { sender, receiver };
  link.reached = 'key';
}

/** Error rate in the test above which a run of these sizes has no key left. */
export function finiteLimitOf(config: RunConfig, link: TalkLink): number | null {
  return errorLimitOf(config, evidenceOf(lightOf(link)));
}

function coins(runSeed: RunConfig['seed'], label: string, length: number): Bits {
  const words = new Int32Array(Math.ceil(length / 2048) * 64);
  fillPlane(words, openStream(runKey(runSeed), label), 0, 0);
  const bits = { length, words: new Uint32Array(words.buffer, 0, (length + 31) >>> 5) };
  const rest = length & 31;
  if (rest > 0) {
    const last = bits.words.length - 1;
    bits.words[last] = bits.words[last]! & (0xffffffff >>> (32 - rest));
  }
  return bits;
}
