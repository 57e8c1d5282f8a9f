import { type ReactNode, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../../../content/words/use-words.ts';
import type { Step } from '../../../scenarios/actors.ts';
import type { KnowledgeView, Timeline } from '../../../scenarios/knowledge/view.ts';
import type { Run } from '../../../scenarios/run.ts';
import { runStore } from '../../../store/run.ts';
import { useTimeline, useView } from '../../../store/view.ts';
import { useReducedMotion } from '../../appearance.ts';
import { jump } from '../../connected.tsx';
import '../../charts/steps.css';
import { StepBar } from '../../panels/steps/StepBar.tsx';
import { classes } from '../../parts/classes.ts';
import { VerdictPill } from '../../parts/glyphs/VerdictPill.tsx';
import { Card } from '../../parts/Panel.tsx';
import { Segmented } from '../../parts/Segmented.tsx';
import { useFrameSize } from '../../use-frame-size.ts';
import { furthestLine, timelineFor } from './line-steps.ts';
import { StepPanel } from './StepPanels.tsx';
import { useShownStep } from './use-shown-step.ts';

/** Steps 2 to 5 of the run on screen, each with the page to itself. */
export function StepsTab({ head, wide }: { readonly head: ReactNode; readonly wide: boolean }) {
  const view = useView();
  const whole = useTimeline();
  const run = useStore(runStore, ({ run }) => run);
  const observer = view?.observer ?? 'everyone';
  const timeline = useMemo(
    () => (run && whole ? timelineFor(run, whole, observer) : null),
    [run, whole, observer],
  );
  if (!view || !timeline || !run) return <Card>{head}</Card>;
  return <Steps head={head} wide={wide} view={view} timeline={timeline} run={run} />;
}

function Steps({
  head,
  wide,
  view,
  timeline,
  run,
}: {
  readonly head: ReactNode;
  readonly wide: boolean;
  readonly view: KnowledgeView;
  readonly timeline: Timeline;
  readonly run: Run;
}) {
  const size = useFrameSize();
  const [link, setLink] = useState<0 | 1 | null>(null);
  const still = useReducedMotion();
  const shown = view.twoLinks ? (link ?? furthestLine(run)) : 0;
  const { step, stayIn } = useShownStep(view, timeline, shown);
  return (
    <>
      {wide ? (
        <div className="grid grid-cols-[300px_minmax(0,1fr)] items-center gap-x-4">
          <StepTitle step={step} />
          <Card className="[&>*]:border-b-0">{head}</Card>
        </div>
      ) : (
        <Card>
          {head}
          <div className="flex flex-wrap items-center justify-between gap-x-3 px-4 pt-2">
            <StepTitle step={step} />
            <Outcome view={view} />
          </div>
          <div className="flex min-h-11 items-center px-4">
            <StepBar view={view} timeline={timeline} shown={step} onSeek={jump} />
          </div>
        </Card>
      )}
      {wide && (
        <div className="flex min-h-9 items-center gap-4 px-1">
          <StepBar view={view} timeline={timeline} shown={step} onSeek={jump} />
          {view.twoLinks && <ChooseLink link={shown} onChange={setLink} />}
          <Outcome view={view} />
        </div>
      )}
      {!wide && view.twoLinks && <ChooseLink link={shown} onChange={setLink} />}
      <div className={classes('flex min-h-0 flex-1 flex-col', still && 'steps-still')}>
        <StepPanel
          step={step}
          view={view}
          timeline={timeline}
          run={run}
          link={shown}
          narrow={size === 'vertical'}
          finish={(end) => {
            stayIn(step, end);
            jump(end);
          }}
        />
      </div>
    </>
  );
}

function StepTitle({ step }: { readonly step: Step }) {
  const say = useWords();
  return (
    <div>
      <p className="font-semibold text-[12px] text-ink3">
        {say('steps-tab.eyebrow', { n: step, name: say(`steps.${step}`) })}
      </p>
      <h2 className="font-bold text-title">{say(`steps-tab.title.${step}`)}</h2>
    </div>
  );
}

/** How the run ended, once this observer can say. */
function Outcome({ view }: { readonly view: KnowledgeView }) {
  const { verdict } = view;
  if (!verdict) return null;
  return (
    <span className="ml-auto">
      <VerdictPill verdict={verdict.kind === 'verdict' ? verdict.verdict : verdict.kind} />
    </span>
  );
}

/** With Eve in the middle there are two sessions, and each has its own steps. */
function ChooseLink({
  link,
  onChange,
}: {
  readonly link: 0 | 1;
  readonly onChange: (link: 0 | 1) => void;
}) {
  const say = useWords();
  return (
    <Segmented
      label={say('steps-tab.link')}
      value={link === 0 ? 'near' : 'far'}
      options={[
        { value: 'near', label: say('steps-tab.near') },
        { value: 'far', label: say('steps-tab.far') },
      ]}
      onChange={(side) => onChange(side === 'near' ? 0 : 1)}
    />
  );
}
