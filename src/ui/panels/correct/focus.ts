import type {
  CorrectionView,
  FoundError,
  QuestionView,
} from '../../../scenarios/knowledge/steps-view.ts';

/** The block that the picture shows, and the search inside it. */
export interface Focus {
  readonly pass: number;
  readonly frame: number;
  readonly block: number;
  /** Its bits in the block's own order, as places in the key. */
  readonly positions: Uint32Array;
  /** Halvings asked about, oldest first. */
  readonly steps: readonly Halving[];
  /** Where the error was: place in the block's order, and in the key; null while it is sought. */
  readonly end: { readonly index: number; readonly position: number } | null;
  /** Index of the error; null while it is sought. */
  readonly error: number | null;
  /** Index of the correction that opened this block again. */
  readonly openedBy: number | null;
}

/** One question of a search: a part [from, to) of the block, in its order. */
export interface Halving {
  readonly from: number;
  readonly to: number;
  readonly odd: boolean;
}

/** How far back the questions of one search are looked for; other frames speak in between. */
const MOST_BACK = 4096;

const NOTHING_ASKED = { steps: [], error: null, position: null, openedBy: null };

/** What the last round trip was about. null before the terms are known, or without detail. */
export function liveFocus(view: CorrectionView): Focus | null {
  const last = view.questions - 1;
  const question = last < 0 ? null : view.question(last);
  // The terms are said, the first parities are not: the first block stands ready.
  if (!question) return focusOn(view, { pass: 0, frame: 0, block: 0 }, NOTHING_ASKED);
  const found = view.found === 0 ? null : view.error(view.found - 1);
  if (found && found.round === question.round) return errorFocus(view, view.found - 1);
  const steps: number[] = [];
  for (let q = last; q >= 0 && q > last - MOST_BACK && question.asked; q--) {
    const earlier = view.question(q);
    if (!earlier || !sameBlock(earlier, question) || !earlier.asked) continue;
    const next = steps[0];
    // A search narrows; a question that is no longer than its successor belongs to one before.
    if (next !== undefined && earlier.length < (view.question(next)?.length ?? 0)) break;
    steps.unshift(q);
  }
  // The opening of a pass says many parities: the first odd block is the one that is searched.
  const shown = question.asked ? question : (firstOdd(view, question) ?? question);
  return focusOn(view, shown, {
    steps,
    error: null,
    position: null,
    openedBy: question.reopened && found ? openerOf(view, shown) : null,
  });
}

/** The search that ended at error `index`. */
export function errorFocus(view: CorrectionView, index: number): Focus | null {
  const error = view.error(index);
  if (!error) return null;
  const last = error.path.at(-1);
  // Where every part was known already, no question led here.
  const question = last === undefined ? blockAround(view, error) : view.question(last);
  if (!question) return null;
  return focusOn(view, question, {
    steps: error.path.filter((q) => view.question(q)?.asked),
    error: index,
    position: error.position,
    openedBy: error.openedBy,
  });
}

function blockAround(view: CorrectionView, { pass, position }: FoundError) {
  for (let frame = 0; ; frame++) {
    const blocks = view.blocks(pass, frame);
    if (!blocks) return null;
    const block = blocks.findIndex((bits) => bits.includes(position));
    if (block >= 0) return { pass, frame, block };
    // Frames follow one another through the key.
    if (blocks.every((bits) => (bits[0] ?? 0) > position)) return null;
  }
}

function focusOn(
  view: CorrectionView,
  { pass, frame, block }: Pick<QuestionView, 'pass' | 'frame' | 'block'>,
  search: {
    readonly steps: readonly number[];
    readonly error: number | null;
    readonly position: number | null;
    readonly openedBy: number | null;
  },
): Focus | null {
  const positions = view.blocks(pass, frame)?.[block];
  if (!positions) return null;
  const steps = search.steps.flatMap((q) => {
    const question = view.question(q);
    const from = positions.indexOf(view.positions(q)[0] ?? -1);
    return question && from >= 0 ? [{ from, to: from + question.length, odd: question.odd }] : [];
  });
  const { position } = search;
  const index = position === null ? -1 : positions.indexOf(position);
  return {
    pass,
    frame,
    block,
    positions,
    steps,
    end: position === null || index < 0 ? null : { index, position },
    error: search.error,
    openedBy: search.openedBy,
  };
}

function firstOdd(view: CorrectionView, { round }: QuestionView): QuestionView | null {
  let odd: QuestionView | null = null;
  for (let q = view.questions - 1; q >= 0; q--) {
    const question = view.question(q);
    if (!question || question.round !== round) break;
    if (question.odd) odd = question;
  }
  return odd;
}

/** The latest correction inside this block that another pass made: it turned a parity in here. */
function openerOf(view: CorrectionView, question: QuestionView): number | null {
  const positions = view.blocks(question.pass, question.frame)?.[question.block] ?? [];
  let latest: number | null = null;
  for (const position of positions) {
    const error = view.errorAt(position);
    if (error === null || error <= (latest ?? -1)) continue;
    if (view.error(error)?.pass !== question.pass) latest = error;
  }
  return latest;
}

function sameBlock(a: QuestionView, b: QuestionView): boolean {
  return a.pass === b.pass && a.frame === b.frame && a.block === b.block;
}

interface Part {
  readonly from: number;
  readonly to: number;
}

/** One row of the halving: the part under search, the part asked about, and what is left. */
export interface LadderRow {
  readonly from: number;
  readonly to: number;
  readonly asked: Halving;
  /** Where the search goes on. */
  readonly next: Part;
}

/**
 * The halvings of a search as rows. With sub-block reuse some levels were known already, and a
 * question may then lie deep inside the part before; what it leaves follows from where the search
 * went on.
 */
export function ladder({
  positions,
  steps,
  end,
}: Pick<Focus, 'steps' | 'end'> & {
  readonly positions: { readonly length: number };
}): readonly LadderRow[] {
  const rows: LadderRow[] = [];
  let from = 0;
  let to = positions.length;
  steps.forEach((asked, i) => {
    from = Math.min(from, asked.from);
    to = Math.max(to, asked.to);
    const next = asked.odd ? asked : theRest({ from, to }, asked, steps[i + 1]?.from ?? end?.index);
    rows.push({ from, to, asked, next: { from: next.from, to: next.to } });
    from = next.from;
    to = next.to;
  });
  return rows;
}

/** Where the error is, if it is not in the part asked about; `goal`: where the search went on, if it did. */
function theRest(around: Part, asked: Part, goal: number | undefined): Part {
  const left = { from: around.from, to: asked.from };
  const right = { from: asked.to, to: around.to };
  if (left.to === left.from) return right;
  if (right.to === right.from) return left;
  // Levels were skipped: of the two neighbours the one that was gone on with, a half like this one.
  const half = asked.to - asked.from + 1;
  return goal === undefined || goal >= asked.to
    ? { from: asked.to, to: Math.min(around.to, asked.to + half) }
    : { from: Math.max(around.from, asked.from - half), to: asked.from };
}

/** A stretch of a row: asked about, or what its answer says of a neighbour; quiet where it says nothing. */
export interface LadderPart extends Part {
  readonly is: 'asked' | 'follows' | 'quiet';
  readonly odd: boolean;
}

/** A row cut where something begins or ends; its parts in order fill it. */
export function ladderParts({ from, to, asked, next }: LadderRow): readonly LadderPart[] {
  const cuts = [...new Set([from, to, asked.from, asked.to, next.from, next.to])].sort(
    (a, b) => a - b,
  );
  const half = asked.to - asked.from + 1;
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1] ?? to;
    const part = { from: start, to: end };
    if (start >= asked.from && end <= asked.to) return { ...part, is: 'asked', odd: asked.odd };
    if (start >= next.from && end <= next.to) return { ...part, is: 'follows', odd: true };
    // The sibling of an odd half is even; whatever lies beyond was not spoken of.
    const sibling = asked.odd && end - start <= half;
    return { ...part, is: sibling ? 'follows' : 'quiet', odd: false };
  });
}
