import type { CorrectionView } from '../../../scenarios/knowledge/steps-view.ts';

/** What a pass has come to, counted from what was said in public. */
export interface PassTally {
  /** From 0. */
  readonly pass: number;
  /** Length of its blocks (all but the last of a frame), bits. */
  readonly blockLength: number;
  /** Parities said at its opening. */
  readonly blocks: number;
  /** Blocks of those whose parities differed. */
  readonly odd: number;
  /** Questions asked inside its blocks. */
  readonly asked: number;
  readonly found: number;
  /** Searches that a correction made elsewhere opened again. */
  readonly reopened: number;
}

/**
 * Everything said so far, one entry a question, in a few bytes each: what was said stays said, so it
 * is read from the view once and only added to.
 */
export interface Heard {
  readonly pass: number[];
  /** 1 asked, 2 odd, 4 re-opened. */
  readonly flags: number[];
  readonly length: number[];
  /** Question that opened a block, by `blockName`. */
  readonly opening: Map<number, number>;
  /** Pass, opener and place of each error found; opener −1: its own pass. */
  readonly errorPass: number[];
  readonly errorOpener: number[];
  readonly errorPosition: number[];
  /** Opening letters so far, by round. */
  readonly openingRounds: Set<number>;
  /** Frames that have been spoken of. */
  frames: number;
  /** All places that ever differed, for who may see them; null before it was asked. */
  wrong: readonly number[] | null;
}

const ASKED = 1;
const ODD = 2;
const REOPENED = 4;

const kept = new WeakMap<object, Map<0 | 1, Heard>>();

/** `run`: whatever stands for the run, such as its timeline; the same one gives the same talk. */
export function heardOf(run: object, link: 0 | 1, view: CorrectionView): Heard {
  let links = kept.get(run);
  if (!links) {
    links = new Map();
    kept.set(run, links);
  }
  let heard = links.get(link);
  if (!heard) {
    heard = {
      pass: [],
      flags: [],
      length: [],
      opening: new Map(),
      errorPass: [],
      errorOpener: [],
      errorPosition: [],
      openingRounds: new Set(),
      frames: 1,
      wrong: null,
    };
    links.set(link, heard);
  }
  readOn(heard, view);
  return heard;
}

function readOn(heard: Heard, view: CorrectionView): void {
  for (let q = heard.pass.length; q < view.questions; q++) {
    const question = view.question(q);
    if (!question) return;
    const { pass, frame, block, length, asked, odd, reopened, round } = question;
    heard.pass.push(pass);
    heard.frames = Math.max(heard.frames, frame + 1);
    heard.length.push(length);
    heard.flags.push((asked ? ASKED : 0) | (odd ? ODD : 0) | (reopened ? REOPENED : 0));
    if (!asked) {
      heard.opening.set(blockName({ pass, frame, block }), q);
      heard.openingRounds.add(round);
    }
  }
  for (let e = heard.errorPass.length; e < view.found; e++) {
    const error = view.error(e);
    if (!error) return;
    heard.errorPass.push(error.pass);
    heard.errorOpener.push(error.openedBy ?? -1);
    heard.errorPosition.push(error.position);
  }
}

/** Whether Bob's parity differed when a question was answered. */
export function wasOdd(heard: Heard, question: number): boolean {
  return ((heard.flags[question] ?? 0) & ODD) !== 0;
}

/** Places of the errors not yet found; null for who does not see them, or where not all bits are kept. */
export function errorsLeft(heard: Heard, view: CorrectionView): readonly number[] | null {
  if (view.left === null || view.bit('alice', view.bits - 1) === null) return null;
  if (heard.wrong === null) {
    const wrong: number[] = [];
    for (let position = 0; position < view.bits; position++) {
      const differs = view.bit('bob', position) !== view.bit('alice', position);
      if (differs || view.errorAt(position) !== null) {
        wrong.push(position);
      }
    }
    heard.wrong = wrong;
  }
  return heard.wrong.filter((position) => view.errorAt(position) === null);
}

/** One number for a block of a pass of a frame; a frame has fewer than 2²⁰ blocks, a run 64 passes. */
export function blockName({
  pass,
  frame,
  block,
}: {
  readonly pass: number;
  readonly frame: number;
  readonly block: number;
}): number {
  return (frame * 64 + pass) * 2 ** 20 + block;
}

/** The passes opened so far, up to what this view has heard. */
export function passTallies(
  heard: Heard,
  { questions, found }: Pick<CorrectionView, 'questions' | 'found'>,
): readonly PassTally[] {
  type Count = { -readonly [Name in keyof PassTally]: PassTally[Name] };
  const tallies: Count[] = [];
  const of = (pass: number): Count => {
    for (let p = tallies.length; p <= pass; p++) {
      tallies.push({ pass: p, blockLength: 0, blocks: 0, odd: 0, asked: 0, found: 0, reopened: 0 });
    }
    return tallies[pass] as Count;
  };
  for (let q = 0; q < questions; q++) {
    const tally = of(heard.pass[q] ?? 0);
    const flags = heard.flags[q] ?? 0;
    if (flags & ASKED) {
      tally.asked += 1;
    } else {
      tally.blocks += 1;
      tally.blockLength = Math.max(tally.blockLength, heard.length[q] ?? 0);
      if (flags & ODD) tally.odd += 1;
    }
  }
  for (let e = 0; e < found; e++) {
    const tally = of(heard.errorPass[e] ?? 0);
    tally.found += 1;
    if ((heard.errorOpener[e] ?? -1) >= 0) tally.reopened += 1;
  }
  return tallies;
}

/** Letters so far: the opening of a pass is one, a question and its answer are two. */
export function lettersSoFar(heard: Heard, roundsDone: number): number {
  let openings = 0;
  for (const round of heard.openingRounds) if (round < roundsDone) openings += 1;
  return 2 * roundsDone - openings;
}

/** Errors whose search a correction opened: what followed from error `index`. */
export function openedBy(heard: Heard, index: number, found: number): readonly number[] {
  const opened: number[] = [];
  for (let e = 0; e < found; e++) if (heard.errorOpener[e] === index) opened.push(e);
  return opened;
}
