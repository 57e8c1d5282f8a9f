/** Correct as one observer sees it, after as many round trips as have happened. */
import { binaryEntropy } from '../../core/elementary/entropy.ts';
import { blocksOf, isOpening } from '../../core/reconciliation/log.ts';
import { blockLength } from '../../core/reconciliation/terms.ts';
import type { Correction, Instant, LinkSummary, Run } from '../run.ts';
import { type CorrectionFacts, correctionFacts } from './correction-facts.ts';
import type { KeyBits } from './key-bits.ts';
import { keyViews } from './key-kit.ts';
import { roundsDone } from './pools.ts';
import { linkAsked, linkOf, type Scope } from './scope.ts';
import type { CorrectionView, FoundError, QuestionView } from './steps-view.ts';

const NO_POSITIONS = new Uint32Array(0);

export function correctionView(scope: Scope, asked: 0 | 1): CorrectionView | null {
  const { run, now, observer } = scope;
  const link = linkAsked(scope, asked);
  const summary = run.links[link]!;
  const { correction } = summary;
  const span = spanOf(run, link);
  if (correction === null || span === null || now < span.from) return null;
  const { bits, terms, seed, rounds } = correction;
  const done = roundsDone(correction, now);
  const complete = done === rounds && wasComplete(summary);
  const facts = correctionFacts(correction);
  const counted = countsOf(correction, facts, done, complete);
  let bitsOfKey: KeyBits | undefined;
  // Only who asks for a bit needs what tells it.
  const key = () => {
    bitsOfKey ??= keyViews().keyBitsOf(scope, link)!;
    return bitsOfKey;
  };
  const begun = now >= correction.at;
  const isSaid = (question: number) =>
    Number.isInteger(question) && question >= 0 && question < counted.questions;
  return {
    bits,
    passes: terms.passes,
    variant: terms.variant,
    schedule: terms.schedule,
    firstBlock: Math.min(bits, blockLength(terms, 0) ?? bits),
    plannedRate: terms.errorRate,
    ...span,
    rounds,
    roundsDone: done,
    leaked: counted.leaked,
    found: counted.found,
    spoken: complete ? { letters: correction.letters, bytes: correction.bytes } : null,
    left: observer === 'everyone' ? errorsIn(scope, link) - counted.found : null,
    efficiency: complete ? efficiencyOf(counted.leaked, counted.found, bits) : null,
    complete,
    verified: verifiedSeen(scope, link),
    detailed: facts !== null,
    questions: counted.questions,
    question: (index) => (facts !== null && isSaid(index) ? questionView(facts, index) : null),
    positions: (index) => (facts !== null && isSaid(index) ? facts.positions(index) : NO_POSITIONS),
    error: (index) =>
      facts !== null && index >= 0 && index < counted.found ? foundError(facts, index) : null,
    errorAt(position) {
      const error = facts?.errorAt(position) ?? null;
      return error !== null && error < counted.found ? error : null;
    },
    blocks: (pass, frame) =>
      facts !== null && begun && pass >= 0 && pass < terms.passes
        ? blocksOf(terms, seed, bits, frame, pass)
        : null,
    bit: (end, position) => key().bit(end, position),
    eveKnows: (position) => key().eveKnows(position),
    eveKnownBits: () => key().eveKnownBits(),
  };
}

/** From the letter that says how it will go to the answer on the comparison, or to where it broke off. */
function spanOf({ letters }: Run, link: 0 | 1): { from: Instant; to: Instant } | null {
  const own = letters.filter((letter) => letter.link === link && letter.step === 3);
  const [first] = own;
  return first === undefined ? null : { from: first.at, to: own.at(-1)!.at + 1 };
}

/** No seal broke it off in the middle. */
function wasComplete({ stop }: LinkSummary): boolean {
  return stop === null || stop.step !== 3 || stop.letter !== null;
}

function countsOf(
  { leakedBits, errorsCorrected }: Correction,
  facts: CorrectionFacts | null,
  done: number,
  complete: boolean,
) {
  if (facts !== null) {
    const questions = facts.questionsAfter(done);
    return { questions, leaked: questions, found: facts.errorsAfter(done) };
  }
  // Of a run too large to keep every question the totals are known, and only at the end.
  return complete
    ? { questions: 0, leaked: leakedBits, found: errorsCorrected }
    : { questions: 0, leaked: 0, found: 0 };
}

/** Errors among the key material: all of the link's, without those that the test showed. */
function errorsIn({ run, facts }: Scope, link: 0 | 1): number {
  const { counts } = run.receipt;
  const { testErrors } = counts.links?.[link] ?? counts;
  const replay = linkOf(facts, link);
  return replay.totals(replay.plan.pulses).errors - testErrors;
}

function efficiencyOf(leaked: number, errors: number, bits: number): number | null {
  const limit = errors === 0 ? 0 : bits * binaryEntropy(errors / bits);
  return limit === 0 ? null : leaked / limit;
}

/** How the comparison went: Bob's end knows by Alice's letter, everybody else by his answer. */
function verifiedSeen({ run, observer, now }: Scope, link: 0 | 1): boolean | null {
  const { correction, ends } = run.links[link]!;
  const kind = observer === 'everyone' || observer === ends[1] ? 'verification' : 'decision';
  const letter = run.letters.findLast(
    (one) => one.link === link && one.step === 3 && one.kind === kind,
  );
  if (letter === undefined || letter.at >= now) return null;
  const { content, check } = letter;
  if (content.kind !== 'decision') return correction!.verified;
  // A decision for another reason, or one whose seal is broken, says nothing of the comparison.
  const answers = content.reason === 'fine' || content.reason === 'unequal';
  return answers && check !== 'rejected' ? correction!.verified : null;
}

function questionView(facts: CorrectionFacts, index: number): QuestionView {
  const { log } = facts;
  const round = facts.roundOf(index);
  const asked = !isOpening(log, round);
  return {
    round,
    pass: log.pass[index]!,
    frame: log.frame[index]!,
    block: log.block[index]!,
    length: facts.positions(index).length,
    asked,
    parity: log.parity[index] as 0 | 1,
    odd: log.differs[index] === 1,
    get reopened() {
      return asked && facts.isReopened(index);
    },
  };
}

function foundError(facts: CorrectionFacts, index: number): FoundError {
  const { log } = facts;
  const openedBy = log.errorOpenedBy[index]!;
  let path: readonly number[] | undefined;
  return {
    position: log.errorAt[index]!,
    round: log.errorRound[index]!,
    pass: log.errorPass[index]!,
    openedBy: openedBy < 0 ? null : openedBy,
    get path() {
      path ??= facts.pathOf(index);
      return path;
    },
  };
}
