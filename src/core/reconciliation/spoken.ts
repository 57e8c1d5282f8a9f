/**
 * The record of a Correct while it is being held: frame after frame here, round trip after round trip in
 * the log. All frames open a pass together, so a pass takes as many round trips as its slowest frame.
 */
import type { ParityLog } from './log.ts';

/** Words of a question: what it was, when, from, to. */
const QUESTION = 4;
/** Words of a correction: pass of the block, when, position, question, correction that opened it. */
const CORRECTION = 5;
/** What a question was: pass, sender's parity, whether the receiver's differed, block. */
const PASS = 31;
const PARITY = 5;
const DIFFERS = 6;
const BLOCK = 7;
/** When: the pass that was being held, which may be later than the block's, and above it the round. */
const ROUND = 5;

export interface Spoken {
  /** Whether more than the counts is kept. */
  readonly kept: boolean;
  questions: Int32Array;
  corrections: Int32Array;
  questionCount: number;
  correctionCount: number;
  /** Index of each frame's first question and first correction. */
  readonly frameQuestions: number[];
  readonly frameCorrections: number[];
  /** Round trips of each pass: those of the frame that needed most. */
  readonly rounds: Uint32Array;
  /** The pass being held, and the round in it, counted from its opening. */
  pass: number;
  round: number;
}

export function openSpoken(passes: number, kept: boolean): Spoken {
  return {
    kept,
    questions: new Int32Array(kept ? QUESTION * 4096 : 0),
    corrections: new Int32Array(kept ? CORRECTION * 512 : 0),
    questionCount: 0,
    correctionCount: 0,
    frameQuestions: [],
    frameCorrections: [],
    rounds: new Uint32Array(passes),
    pass: 0,
    round: 0,
  };
}

export function beginFrame(spoken: Spoken): void {
  spoken.frameQuestions.push(spoken.questionCount);
  spoken.frameCorrections.push(spoken.correctionCount);
}

export function beginPass(spoken: Spoken, pass: number): void {
  spoken.pass = pass;
  spoken.round = 0;
}

export function endPass({ rounds, pass, round }: Spoken): void {
  rounds[pass] = Math.max(rounds[pass]!, round + 1);
}

/** A parity was said and compared. */
export function noteQuestion(
  spoken: Spoken,
  pass: number,
  block: number,
  from: number,
  to: number,
  parity: number,
  differs: number,
): void {
  const at = QUESTION * spoken.questionCount++;
  if (!spoken.kept) return;
  if (at === spoken.questions.length) spoken.questions = widened(spoken.questions);
  const { questions } = spoken;
  questions[at] = pass | (parity << PARITY) | (differs << DIFFERS) | (block << BLOCK);
  questions[at + 1] = spoken.pass | (spoken.round << ROUND);
  questions[at + 2] = from;
  questions[at + 3] = to;
}

/** An error was found by this question's answer. Returns its index. */
export function noteCorrection(
  spoken: Spoken,
  pass: number,
  position: number,
  question: number,
  openedBy: number,
): number {
  const index = spoken.correctionCount++;
  if (!spoken.kept) return index;
  const at = CORRECTION * index;
  if (at === spoken.corrections.length) spoken.corrections = widened(spoken.corrections);
  const { corrections } = spoken;
  corrections[at] = pass;
  corrections[at + 1] = spoken.pass | (spoken.round << ROUND);
  corrections[at + 2] = position;
  corrections[at + 3] = question;
  corrections[at + 4] = openedBy;
  return index;
}

function widened(old: Int32Array): Int32Array {
  const wider = new Int32Array(2 * old.length);
  wider.set(old);
  return wider;
}

/** All that was said, by round trips, in each by frames. */
export function logOf(spoken: Spoken): ParityLog {
  const first = firstRounds(spoken);
  const rounds = first.at(-1)!;
  const opening = new Uint8Array(rounds);
  spoken.rounds.forEach((held, pass) => {
    if (held > 0) opening[first[pass]!] = 1;
  });
  const { questions, questionCount, corrections, correctionCount } = spoken;
  const asked = spread(questions, questionCount, QUESTION, first);
  const found = spread(corrections, correctionCount, CORRECTION, first);
  return {
    ...questionColumns(spoken, asked.target),
    roundStart: asked.start,
    opening,
    ...correctionColumns(spoken, found, asked.target),
  };
}

/** Round in which each pass opens; one more entry at the end. */
function firstRounds({ rounds }: Spoken): readonly number[] {
  const first = [0];
  for (const held of rounds) first.push(first.at(-1)! + held);
  return first;
}

interface Order {
  /** Index of each round's first item; one more entry at the end. */
  readonly start: Uint32Array;
  /** Where each item goes. */
  readonly target: Uint32Array;
}

/** Counting sort by rounds; items of one round stay as they came, which is by frames. */
function spread(items: Int32Array, count: number, width: number, first: readonly number[]): Order {
  const rounds = first.at(-1)!;
  const start = new Uint32Array(rounds + 1);
  const target = new Uint32Array(count);
  for (let i = 0, at = 0; i < count; i++, at += width) {
    const when = items[at + 1]!;
    const round = first[when & PASS]! + (when >>> ROUND);
    target[i] = round;
    start[round + 1]!++;
  }
  for (let r = 0; r < rounds; r++) start[r + 1]! += start[r]!;
  const next = start.slice();
  for (let i = 0; i < count; i++) target[i] = next[target[i]!]!++;
  return { start, target };
}

function questionColumns(
  { questions, questionCount, frameQuestions }: Spoken,
  target: Uint32Array,
) {
  const columns = {
    frame: new Uint16Array(questionCount),
    pass: new Uint8Array(questionCount),
    block: new Uint32Array(questionCount),
    from: new Uint32Array(questionCount),
    to: new Uint32Array(questionCount),
    parity: new Uint8Array(questionCount),
    differs: new Uint8Array(questionCount),
  };
  const { frame, pass, block, from, to, parity, differs } = columns;
  for (let f = 0; f < frameQuestions.length; f++) {
    const end = frameQuestions[f + 1] ?? questionCount;
    for (let q = frameQuestions[f]!; q < end; q++) {
      const at = q * QUESTION;
      const what = questions[at]!;
      const into = target[q]!;
      frame[into] = f;
      pass[into] = what & PASS;
      block[into] = what >>> BLOCK;
      from[into] = questions[at + 2]!;
      to[into] = questions[at + 3]!;
      parity[into] = (what >>> PARITY) & 1;
      differs[into] = (what >>> DIFFERS) & 1;
    }
  }
  return columns;
}

function correctionColumns(
  { corrections, correctionCount, frameCorrections }: Spoken,
  { start, target }: Order,
  question: Uint32Array,
) {
  const columns = {
    errorAt: new Uint32Array(correctionCount),
    errorQuestion: new Int32Array(correctionCount),
    errorRound: new Uint32Array(correctionCount),
    errorPass: new Uint8Array(correctionCount),
    errorFrame: new Uint16Array(correctionCount),
    errorOpenedBy: new Int32Array(correctionCount),
  };
  for (let f = 0; f < frameCorrections.length; f++) {
    const end = frameCorrections[f + 1] ?? correctionCount;
    for (let c = frameCorrections[f]!; c < end; c++) {
      const at = c * CORRECTION;
      const into = target[c]!;
      const openedBy = corrections[at + 4]!;
      columns.errorAt[into] = corrections[at + 2]!;
      columns.errorQuestion[into] = question[corrections[at + 3]!]!;
      columns.errorPass[into] = corrections[at]!;
      columns.errorFrame[into] = f;
      columns.errorOpenedBy[into] = openedBy < 0 ? -1 : target[openedBy]!;
    }
  }
  for (let round = 0; round + 1 < start.length; round++) {
    columns.errorRound.fill(round, start[round]!, start[round + 1]!);
  }
  return columns;
}
