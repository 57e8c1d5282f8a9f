import { useState } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import type { Step } from '../../../scenarios/actors.ts';
import type { KnowledgeView, Timeline } from '../../../scenarios/knowledge/view.ts';
import { classes } from '../../parts/classes.ts';
import { Tooltip } from '../../parts/Tooltip.tsx';
import { type StepMark, stepMarks } from './step-states.ts';

type Instant = Timeline['length'];

/** The five steps of a session and where this run stands in them. */
export function StepBar({
  view,
  timeline,
  shown,
  onSeek,
}: {
  readonly view: KnowledgeView;
  readonly timeline: Timeline;
  /** The step on show, if the host shows one at a time; else that of the playhead. */
  readonly shown?: Step;
  readonly onSeek: (instant: Instant) => void;
}) {
  const say = useWords();
  const furthest = useFurthest(view, timeline);
  const marks = stepMarks({
    timeline,
    instant: view.at,
    furthest,
    verdict: view.verdict,
    useFrom: view.use()?.from ?? null,
    shown,
  });
  return (
    <nav aria-label={say('steps.title')} className="@container min-w-0 flex-1">
      <ol className="flex items-center gap-[7px] text-[13px]">
        {marks.map((mark, i) => (
          <li key={mark.step} className="flex items-center gap-[7px]">
            {i > 0 && (
              <span
                aria-hidden="true"
                className="h-[1.5px] w-3.5 shrink bg-line2 @max-[470px]:hidden"
              />
            )}
            <StepItem mark={mark} onSeek={onSeek} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StepItem({
  mark,
  onSeek,
}: {
  readonly mark: StepMark;
  readonly onSeek: (instant: Instant) => void;
}) {
  const say = useWords();
  const { step, state, instant } = mark;
  const name = say(`steps.${step}`);
  const strong = state === 'now' || state === 'stopped';
  const look = classes(
    'relative flex items-center gap-[5px] whitespace-nowrap rounded-md after:absolute after:-inset-x-[3px] after:-inset-y-3',
    strong && 'font-[650] text-ink',
    state === 'done' && 'font-medium text-ink2',
    (state === 'ahead' || state === 'left-out' || state === 'never') && 'font-medium text-ink3',
  );
  const drawing = (
    <>
      <StepDisc mark={mark} />
      {/* Where there is no room, only the step that matters says its name. */}
      <span className={strong ? '' : '@max-[470px]:hidden'} aria-hidden="true">
        {name}
      </span>
    </>
  );
  if (instant !== null) {
    const label =
      state === 'now' ? 'steps.now' : state === 'stopped' ? 'steps.stopped' : 'steps.go';
    return (
      <button
        type="button"
        aria-label={say(label, { n: step, name })}
        aria-current={state === 'now' || state === 'stopped' ? 'step' : undefined}
        onClick={() => onSeek(instant)}
        className={classes(look, 'hover:text-ink')}
      >
        {drawing}
      </button>
    );
  }
  if (state === 'left-out') {
    return (
      <Tooltip text={say('steps.left-out-why', { name })} side="bottom">
        {(describedBy) => (
          // A button that leads nowhere, so that the reason can be reached by keys.
          <button
            type="button"
            aria-disabled="true"
            aria-label={say('steps.left-out', { n: step, name })}
            aria-describedby={describedBy}
            className={classes(look, '!cursor-help')}
          >
            {drawing}
          </button>
        )}
      </Tooltip>
    );
  }
  return (
    <span className={look}>
      <span className="sr-only">{say(SPOKEN[state], { n: step, name })}</span>
      {drawing}
    </span>
  );
}

/** What a step that cannot be pressed says of itself. */
const SPOKEN = {
  done: 'steps.now',
  now: 'steps.now',
  ahead: 'steps.ahead',
  stopped: 'steps.stopped',
  never: 'steps.never',
  'left-out': 'steps.left-out',
} as const satisfies Readonly<Record<StepMark['state'], string>>;

function StepDisc({ mark: { step, state } }: { readonly mark: StepMark }) {
  const solid = state === 'now' || state === 'stopped';
  return (
    <svg viewBox="0 0 20 20" className="size-5 shrink-0" aria-hidden="true">
      <circle
        cx="10"
        cy="10"
        r="9"
        fill={solid ? 'var(--btn)' : 'none'}
        stroke={solid ? 'var(--btn)' : state === 'done' ? 'var(--ink3)' : 'var(--line2)'}
        strokeWidth="1.5"
        strokeDasharray={state === 'left-out' ? '2.6 2.6' : undefined}
      />
      {state === 'stopped' ? (
        <path
          d="M6.8 6.8l6.4 6.4M13.2 6.8l-6.4 6.4"
          stroke="var(--btnink)"
          strokeWidth="1.9"
          strokeLinecap="round"
        />
      ) : (
        <text
          x="10"
          y="14"
          textAnchor="middle"
          fill={solid ? 'var(--btnink)' : 'currentColor'}
          className="font-bold text-[11px]"
        >
          {step}
        </text>
      )}
    </svg>
  );
}

/** How far the playhead has been in this run. Another timeline is another run: it begins anew. */
function useFurthest(view: KnowledgeView, timeline: Timeline): Instant {
  const [known, setKnown] = useState({ timeline, instant: view.at });
  if (known.timeline !== timeline) {
    setKnown({ timeline, instant: view.at });
    return view.at;
  }
  if (view.at > known.instant) {
    setKnown({ timeline, instant: view.at });
    return view.at;
  }
  return known.instant;
}
