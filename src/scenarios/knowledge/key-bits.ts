/**
 * The key material of one link on its way through Correct and Shrink: which end's bits an observer
 * has, and which of them Eve can compute.
 */
import { VERIFICATION_BITS, verificationRow } from '../../core/reconciliation/verification.ts';
import type { Observer } from '../actors.ts';
import type { Instant, LinkSummary, Run } from '../run.ts';
import { type CorrectionFacts, correctionFacts } from './correction-facts.ts';
import { verifiedFrom } from './facts.ts';
import { openParityKnowledge, type ParityKnowledge } from './parity-knowledge.ts';
import { roundsDone } from './pools.ts';
import type { Scope } from './scope.ts';

export interface KeyBits {
  /** An end's bit now; null when not this observer's to know. */
  bit(end: 'alice' | 'bob', position: number): 0 | 1 | null;
  /** Eve can compute Alice's bit; null for who sees no hatch. */
  eveKnows(position: number): boolean | null;
  eveKnownBits(): number | null;
}

/** Bits of a link's material that the run keeps. */
export const SHOWN_BITS = 65_536;

export function keyBitsOf(scope: Scope, link: 0 | 1): KeyBits | null {
  const { run, facts, observer, now } = scope;
  const summary = run.links[link]!;
  const { material, correction, ends } = summary;
  if (material === null) return null;
  const { near, far } = material;
  const shown = Math.min(material.bits, SHOWN_BITS);
  const found = correction && correctionFacts(correction);
  const done = correction === null ? 0 : roundsDone(correction, now);
  const bitAt = (words: Uint32Array, at: number) => ((words[at >>> 5]! >>> (at & 31)) & 1) as 0 | 1;
  const verified = verifiedFrom(facts, link, observer) <= now;
  const eve = eveOf(scope, link, done);

  function bobsBit(position: number): 0 | 1 {
    if (found === null) return verified ? bitAt(near, position) : bitAt(far, position);
    const flipped = isFound(found, position, done) ? 1 : 0;
    return (bitAt(far, position) ^ flipped) as 0 | 1;
  }
  function mayKnow(end: 'alice' | 'bob', position: number): boolean {
    if (observer === 'everyone' || ends[end === 'alice' ? 0 : 1] === observer) return true;
    const isEnd = (ends as readonly Observer[]).includes(observer);
    if (isEnd) return verified || (observer === 'eve' && facts.noiseless);
    // Where an error was found Bob now has Alice's bit; elsewhere nothing says so before the comparison.
    const told = end === 'alice' || verified || (found !== null && isFound(found, position, done));
    return told && eve.knows(position);
  }
  const exists = (position: number) => position >= 0 && position < shown;
  const hatched = observer === 'everyone' || observer === 'eve';
  return {
    bit(end, position) {
      if (!exists(position) || !mayKnow(end, position)) return null;
      return end === 'alice' ? bitAt(near, position) : bobsBit(position);
    },
    eveKnows: (position) => (hatched && exists(position) ? eve.knows(position) : null),
    eveKnownBits: () => (hatched ? eve.count() : null),
  };
}

function isFound({ log, errorAt }: CorrectionFacts, position: number, rounds: number): boolean {
  const error = errorAt(position);
  return error !== null && log.errorRound[error]! < rounds;
}

interface Eve {
  knows(position: number): boolean;
  count(): number;
}

/** What Eve knows of Alice's end's bits: as an end of the link herself, or from light and parities. */
function eveOf({ run, facts, now }: Scope, link: 0 | 1, done: number): Eve {
  const summary = run.links[link]!;
  const middle = facts.attack === 'man-in-the-middle';
  const hers = middle && (link === 1 || facts.noiseless || verifiedFrom(facts, link, 'eve') <= now);
  if (run.config.exchange.announce === 'hidden') return { knows: () => false, count: () => 0 };
  if (hers) return { knows: () => true, count: () => summary.material!.bits };
  const compared = comparedFrom(run, link) <= now;
  return {
    knows: (position) => knowledgeOf(run, link).knows(position, done, compared),
    count: () => knowledgeOf(run, link).count(done, compared),
  };
}

/** From when the rows of the comparison and their sums are public; Infinity: never. */
function comparedFrom(run: Run, link: 0 | 1): Instant {
  return verificationLetter(run, link)?.at ?? Number.POSITIVE_INFINITY;
}

function verificationLetter({ letters }: Run, link: 0 | 1) {
  for (const { at, link: own, content } of letters) {
    if (own === link && content.kind === 'verification') return { at: at + 1, seed: content.seed };
  }
  return null;
}

const knowledge = new WeakMap<LinkSummary, ParityKnowledge>();

function knowledgeOf(run: Run, link: 0 | 1): ParityKnowledge {
  const summary = run.links[link]!;
  let known = knowledge.get(summary);
  if (known === undefined) {
    const { correction, material } = summary;
    const found = correction && correctionFacts(correction);
    const { bits, certain } = material!;
    known = openParityKnowledge({
      bits,
      certain,
      rounds: found === null ? 0 : correction!.rounds,
      parities(round) {
        const from = found!.questionsAfter(round);
        const count = found!.questionsAfter(round + 1) - from;
        return Array.from({ length: count }, (_, i) => found!.positions(from + i));
      },
      rows() {
        const seed = verificationLetter(run, link)?.seed;
        if (seed === undefined) return [];
        return Array.from({ length: VERIFICATION_BITS }, (_, row) =>
          verificationRow(seed, row, bits),
        );
      },
    });
    knowledge.set(summary, known);
  }
  return known;
}
