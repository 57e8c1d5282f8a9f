import type { CorrectionView, QuestionView } from '../../../scenarios/knowledge/steps-view.ts';

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

/** What the last round trip was about. null before anything was said, or without detail. */
export function liveFocus(view: CorrectionView): Focus | null {
  const last = view.questions - 1;
  const question = last < 0 ? null : view.question(last);
  if (!question) return null;
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
  const questions = error?.path ?? [];
  const last = questions.at(-1);
  const question = last === undefined ? null : view.question(last);
  if (!error || !question) return null;
  return focusOn(view, question, {
    steps: questions.filter((q) => view.question(q)?.asked),
    error: index,
    position: error.position,
    openedBy: error.openedBy,
  });
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

/** The latest correction inside this block: it turned the block's parity. */
function openerOf(view: CorrectionView, question: QuestionView): number | null {
  const positions = view.blocks(question.pass, question.frame)?.[question.block] ?? [];
  let latest: number | null = null;
  for (const position of positions) {
    const error = view.errorAt(position);
    if (error !== null && error > (latest ?? -1)) latest = error;
  }
  return latest;
}

function sameBlock(a: QuestionView, b: QuestionView): boolean {
  return a.pass === b.pass && a.frame === b.frame && a.block === b.block;
}

/** One row of the halving: the part under search, the part asked about, and what is left. */
export interface LadderRow {
  readonly from: number;
  readonly to: number;
  readonly asked: Halving;
  /** Where the search goes on. */
  readonly next: { readonly from: number; readonly to: number };
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
    const goal = steps[i + 1]?.from ?? end?.index ?? null;
    const length = asked.to - asked.from;
    let next = { from: asked.from, to: asked.to };
    if (!asked.odd) {
      const right = goal === null ? asked.to < to && asked.from === from : goal >= asked.to;
      // A half and its sibling differ by one bit at most.
      next = right
        ? { from: asked.to, to: Math.min(to, asked.to + length + 1) }
        : { from: Math.max(from, asked.from - length - 1), to: asked.from };
    }
    rows.push({ from, to, asked, next });
    from = next.from;
    to = next.to;
  });
  return rows;
}
