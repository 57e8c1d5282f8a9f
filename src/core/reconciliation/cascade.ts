/**
 * Cascade: parities of blocks find errors, and every error found opens blocks of other passes again.
 * Source: Brassard & Salvail, EUROCRYPT '93; sub-block reuse: Martínez-Mateo et al. (2015).
 */
import { type Bits, bitOf } from '../bits/bits.ts';
import type { ParityLog } from './log.ts';
import { passBlocks } from './orders.ts';
import { type CascadeTerms, framesOf } from './terms.ts';

export type { ParityLog } from './log.ts';
export type { CascadeTerms, Schedule } from './terms.ts';

export interface Reconciled {
  readonly corrected: Bits;
  readonly errorsCorrected: number;
  readonly leakedBits: number;
  readonly roundTrips: number;
  readonly log: ParityLog | null;
}

interface Node {
  readonly pass: number;
  readonly block: number;
  readonly from: number;
  readonly to: number;
  odd: boolean;
  left: Node | null;
  right: Node | null;
  openedBy: number;
}

interface Question {
  readonly frame: number;
  readonly pass: number;
  readonly block: number;
  readonly from: number;
  readonly to: number;
  readonly parity: number;
  readonly differs: number;
}

interface Found {
  readonly position: number;
  readonly question: Question | null;
  readonly round: number;
  readonly pass: number;
  readonly frame: number;
  readonly openedBy: Found | null;
}

interface FrameTalk {
  readonly rounds: { readonly opening: boolean; readonly questions: Question[] }[];
  readonly found: Found[];
}

/** Reconciles the receiver's bits to the sender's; questions of one round trip of all frames travel together. */
export function reconcile(input: {
  readonly sender: Bits;
  readonly receiver: Bits;
  readonly terms: CascadeTerms;
  readonly seed: Uint8Array;
  readonly keepLog: boolean;
}): Reconciled {
  const { sender, receiver, terms, seed } = input;
  const frames = framesOf(sender.length);
  const talks = frames.map(({ from, to }, frame) =>
    frameTalk(sender, receiver, from, to, frame, terms, seed),
  );
  const words = receiver.words.slice();
  let errors = 0;
  talks.forEach(({ found }, f) => {
    for (const { position } of found) {
      const at = frames[f]!.from + position;
      words[at >>> 5] = (words[at >>> 5]! ^ (1 << (at & 31))) >>> 0;
      errors++;
    }
  });
  const log = merge(
    talks,
    frames.map(({ from }) => from),
  );
  return {
    corrected: { length: receiver.length, words },
    errorsCorrected: errors,
    leakedBits: log.parity.length,
    roundTrips: log.opening.length,
    log: input.keepLog ? log : null,
  };
}

function frameTalk(
  sender: Bits,
  receiver: Bits,
  from: number,
  to: number,
  frame: number,
  terms: CascadeTerms,
  seed: Uint8Array,
): FrameTalk {
  const length = to - from;
  const own = new Uint8Array(length);
  const error = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    own[i] = bitOf(sender, from + i);
    error[i] = own[i]! ^ bitOf(receiver, from + i);
  }
  const passes: {
    blocks: readonly Uint32Array[];
    roots: Node[];
    blockOf: Uint32Array;
    placeIn: Uint32Array;
  }[] = [];
  const talk: FrameTalk = { rounds: [], found: [] };
  const byFound: Found[] = [];
  let cause = -1;

  const ask = (pass: number, block: number, lo: number, hi: number): Question => {
    const positions = passes[pass]!.blocks[block]!;
    let parity = 0;
    let differs = 0;
    for (let i = lo; i < hi; i++) {
      parity ^= own[positions[i]!]!;
      differs ^= error[positions[i]!]!;
    }
    return { frame, pass, block, from: lo, to: hi, parity, differs };
  };
  const node = (
    pass: number,
    block: number,
    lo: number,
    hi: number,
    odd: boolean,
    openedBy: number,
  ): Node => ({
    pass,
    block,
    from: lo,
    to: hi,
    odd,
    left: null,
    right: null,
    openedBy,
  });

  function leaves(of: Node, into: Node[]): void {
    if (of.left && of.right) {
      leaves(of.left, into);
      leaves(of.right, into);
    } else if (of.odd) into.push(of);
  }

  function oddLeaves(pass: number): Node[] {
    const into: Node[] = [];
    for (const root of passes[pass]!.roots) leaves(root, into);
    return into;
  }

  function split(of: Node): Question {
    const middle = (of.from + of.to) >>> 1;
    const question = ask(of.pass, of.block, of.from, middle);
    of.left = node(of.pass, of.block, of.from, middle, question.differs === 1, of.openedBy);
    of.right = node(
      of.pass,
      of.block,
      middle,
      of.to,
      of.odd !== (question.differs === 1),
      of.openedBy,
    );
    return question;
  }

  const dirty = new Set<Node>();
  function flip(leaf: Node, question: Question | null): void {
    const position = passes[leaf.pass]!.blocks[leaf.block]![leaf.from]!;
    error[position] = error[position]! ^ 1;
    const found: Found = {
      position,
      question,
      round: talk.rounds.length - 1,
      pass: leaf.pass,
      frame,
      openedBy: leaf.openedBy < 0 ? null : byFound[leaf.openedBy]!,
    };
    talk.found.push(found);
    byFound.push(found);
    cause = byFound.length - 1;
    for (const { roots, blockOf, placeIn } of passes) {
      let at: Node | null = roots[blockOf[position]!]!;
      const place = placeIn[position]!;
      while (at) {
        at.odd = !at.odd;
        if (at.odd) at.openedBy = cause;
        if (!at.left || !at.right) {
          if (at.odd) dirty.add(at);
          break;
        }
        at = place < at.left.to ? at.left : at.right;
      }
    }
  }

  function trim(root: Node): void {
    if (!terms.subBlockReuse) {
      root.left = null;
      root.right = null;
    }
  }

  for (let pass = 0; pass < terms.passes; pass++) {
    const blocks = passBlocks(terms, seed, frame, length, pass);
    if (pass > 0 && blocks.length === 1 && passes.some((earlier) => earlier.blocks.length === 1))
      continue;
    const blockOf = new Uint32Array(length);
    const placeIn = new Uint32Array(length);
    blocks.forEach((positions, b) => {
      positions.forEach((position, i) => {
        blockOf[position] = b;
        placeIn[position] = i;
      });
    });
    passes.push({ blocks, roots: [], blockOf, placeIn });
    const index = passes.length - 1;
    const questions = blocks.map((positions, b) => ask(index, b, 0, positions.length));
    const said = index > 0 ? questions.slice(0, -1) : questions;
    talk.rounds.push({ opening: true, questions: said.map((q) => ({ ...q, pass })) });
    passes[index]!.roots.push(
      ...questions.map((q) => node(index, q.block, q.from, q.to, q.differs === 1, -1)),
    );
    realPass[index] = pass;
    search(index);
  }

  function search(upTo: number): void {
    for (;;) {
      let best: Node[] = [];
      if (terms.schedule === 'parallel') {
        for (let p = 0; p <= upTo && best.length === 0; p++) best = oddLeaves(p);
        if (best.length === 0) return;
      } else {
        let smallest: Node | null = null;
        for (let p = 0; p <= upTo; p++) {
          for (const leaf of oddLeaves(p)) {
            if (!smallest || leaf.to - leaf.from < smallest.to - smallest.from) smallest = leaf;
          }
        }
        if (!smallest) return;
        best = [smallest];
      }
      resolve(best);
    }
  }

  function resolve(found: Node[]): void {
    let open = found;
    while (open.length > 0) {
      const single = open.filter((leaf) => leaf.to - leaf.from === 1);
      for (const leaf of single)
        if (leaf.odd) flip(leaf, talk.rounds.at(-1)?.questions.at(-1) ?? null);
      const rest = open.filter((leaf) => leaf.to - leaf.from > 1 && leaf.odd);
      if (rest.length === 0) break;
      const questions = rest.map(split);
      talk.rounds.push({
        opening: false,
        questions: questions.map((q) => ({ ...q, pass: realPass[q.pass]! })),
      });
      open = rest.map((leaf) => (leaf.left!.odd ? leaf.left! : leaf.right!));
    }
    if (!terms.subBlockReuse) for (const leaf of found) trim(leaf);
  }
  return talk;
}

const realPass: number[] = [];

function merge(talks: readonly FrameTalk[], starts: readonly number[]): ParityLog {
  const rounds = Math.max(0, ...talks.map((talk) => talk.rounds.length));
  const questions: Question[] = [];
  const roundStart = new Uint32Array(rounds + 1);
  const opening = new Uint8Array(rounds);
  const indexOf = new Map<Question, number>();
  for (let r = 0; r < rounds; r++) {
    roundStart[r] = questions.length;
    for (const { rounds: own } of talks) {
      const round = own[r];
      if (!round) continue;
      if (round.opening) opening[r] = 1;
      for (const question of round.questions) {
        indexOf.set(question, questions.length);
        questions.push(question);
      }
    }
  }
  roundStart[rounds] = questions.length;
  const found = talks.flatMap((talk) => talk.found).sort((a, b) => a.round - b.round);
  const foundIndex = new Map(found.map((one, i) => [one, i]));
  return {
    frame: Uint16Array.from(questions, (q) => q.frame),
    pass: Uint8Array.from(questions, (q) => q.pass),
    block: Uint32Array.from(questions, (q) => q.block),
    from: Uint32Array.from(questions, (q) => q.from),
    to: Uint32Array.from(questions, (q) => q.to),
    parity: Uint8Array.from(questions, (q) => q.parity),
    differs: Uint8Array.from(questions, (q) => q.differs),
    roundStart,
    opening,
    errorAt: Uint32Array.from(found, (f) => f.position + starts[f.frame]!),
    errorQuestion: Int32Array.from(found, (f) =>
      f.question ? (indexOf.get(f.question) ?? -1) : -1,
    ),
    errorRound: Uint32Array.from(found, (f) => f.round),
    errorPass: Uint8Array.from(found, (f) => f.pass),
    errorFrame: Uint16Array.from(found, (f) => f.frame),
    errorOpenedBy: Int32Array.from(found, (f) => (f.openedBy ? foundIndex.get(f.openedBy)! : -1)),
  };
}
