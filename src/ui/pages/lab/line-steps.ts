/** The steps of one line: with Eve in the middle there are two, and each may stop for itself. */
import type { Step } from '../../../scenarios/actors.ts';
import type { KnowledgeView, LetterView, Timeline } from '../../../scenarios/knowledge/view.ts';
import type { Run } from '../../../scenarios/run.ts';

type Link = 0 | 1;

const REACHED: readonly Run['links'][number]['reached'][] = [
  'exchange',
  'sifted',
  'tested',
  'accepted',
  'corrected',
  'key',
];

/** The line that went furthest; Alice's, if both went as far. */
export function furthestLine({ links }: Run): Link {
  const [near, far] = links.map(({ reached }) => REACHED.indexOf(reached));
  return (far ?? -1) > (near ?? 0) ? 1 : 0;
}

/** The event axis with the steps that this observer lives through: an end those of its own line. */
export function timelineFor(run: Run, timeline: Timeline, observer: KnowledgeView['observer']) {
  if (run.links.length < 2 || observer === 'everyone' || observer === 'eve') return timeline;
  return lineTimeline(run, timeline, observer === 'alice' ? 0 : 1);
}

function lineTimeline({ letters, links }: Run, timeline: Timeline, link: Link): Timeline {
  const own = letters.filter((letter) => letter.link === link);
  const first = (step: Step) => own.find((letter) => letter.step === step)?.at ?? null;
  const inUse = links[link]?.use != null && links[link].keyPreview !== null;
  const lastBefore = own.findLast(({ step }) => step < 5)?.at ?? -1;
  const starts = {
    1: 0,
    2: first(2),
    3: first(3),
    4: first(4),
    5: inUse ? lastBefore + 1 : null,
  } as const;
  return {
    ...timeline,
    stepStart: (step) => starts[step],
    stepAt: (instant) =>
      ([5, 4, 3, 2] as const).find((step) => {
        const start = starts[step];
        return start !== null && instant >= start;
      }) ?? 1,
  };
}

type Decision = Extract<LetterView['content'], { readonly kind: 'decision' }>;

export interface LineEnd {
  readonly step: Step;
  /** What the letter said that stopped it; 'silence': no letter did. */
  readonly why: Exclude<Decision['reason'], 'fine'> | 'silence';
}

/** Where and why the line on show stopped, once this observer can tell; null before, or with a key. */
export function lineEnd(view: KnowledgeView, run: Run, shown: Link): LineEnd | null {
  const isEnd = view.observer === 'alice' || view.observer === 'bob';
  const last = run.links.length - 1;
  const at = view.observer === 'bob' ? last : view.observer === 'alice' ? 0 : Math.min(shown, last);
  const { stop, use } = run.links[at]!;
  const seen = isEnd
    ? view.verdict !== null
    : view.at >= run.length || (stop !== null && view.at > stop.at);
  if (!seen || (stop === null && use !== null)) return null;
  const letters = view.letters.filter((letter) => !view.twoLinks || letter.link === at);
  const said = letters.findLast(({ content }) => content.kind === 'decision' && !content.go);
  const reason = said?.content.kind === 'decision' ? said.content.reason : 'fine';
  const step = stop?.step ?? (Math.max(1, ...letters.map((letter) => letter.step)) as Step);
  return { step, why: reason === 'fine' ? 'silence' : reason };
}
