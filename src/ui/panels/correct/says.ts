import type { WordKey } from '../../../content/words/use-words.ts';
import type { CorrectionView } from '../../../scenarios/knowledge/steps-view.ts';
import type { Focus } from './focus.ts';
import { type Heard, passTallies } from './heard.ts';

export interface Says {
  readonly key: WordKey;
  readonly values: Readonly<Record<string, string | number>>;
}

/** What happens in the picture, in one or two sentences. */
export function correctSays(
  view: CorrectionView,
  heard: Heard,
  { focus, begun }: { readonly focus: Focus | null; readonly begun: boolean },
): Says {
  if (view.verified === true) return { key: 'correct.says.verified', values: {} };
  if (view.verified === false) return { key: 'correct.says.unequal', values: {} };
  if (!view.detailed) return { key: 'correct.says.no-detail', values: {} };
  if (view.questions === 0 || !focus) {
    const { passes, firstBlock } = view;
    return begun
      ? { key: 'correct.says.terms', values: { passes, length: firstBlock } }
      : { key: 'correct.says.none', values: {} };
  }
  if (view.complete) return { key: 'correct.says.complete', values: { found: view.found } };
  return focusSays(view, heard, focus);
}

/** The same of one search, wherever the playhead is. */
export function focusSays(view: CorrectionView, heard: Heard, focus: Focus): Says {
  const { block, pass, positions, end, steps, openedBy } = focus;
  const place = { block: block + 1, pass: pass + 1 };
  if (end && openedBy !== null) {
    const opener = view.error(openedBy);
    return {
      key: 'correct.says.cascade',
      values: {
        ...place,
        n: end.position + 1,
        cause: (opener?.position ?? 0) + 1,
        from: (opener?.pass ?? 0) + 1,
      },
    };
  }
  if (end) return { key: 'correct.says.flips', values: { ...place, n: end.position + 1 } };
  const last = steps.at(-1);
  if (last) {
    return {
      key: openedBy === null ? 'correct.says.search' : 'correct.says.search-again',
      values: { ...place, length: last.to - last.from, odd: last.odd ? 'yes' : 'no' },
    };
  }
  const tally = passTallies(heard, view)[pass];
  return {
    key: 'correct.says.opening',
    values: {
      ...place,
      blocks: tally?.blocks ?? 0,
      odd: tally?.odd ?? 0,
      length: tally?.blockLength ?? positions.length,
    },
  };
}
