import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../../../content/words/use-words.ts';
import type { Step } from '../../../scenarios/actors.ts';
import type { KnowledgeView, Timeline } from '../../../scenarios/knowledge/view.ts';
import type { Run } from '../../../scenarios/run.ts';
import { runStore } from '../../../store/run.ts';
import { useTimeline, useView } from '../../../store/view.ts';
import { jump } from '../../connected.tsx';
import { StepBar } from '../../panels/steps/StepBar.tsx';
import { Card } from '../../parts/Panel.tsx';
import { Segmented } from '../../parts/Segmented.tsx';
import { useFrameSize } from '../../use-frame-size.ts';
import { StepPanel } from './StepPanels.tsx';
import { useShownStep } from './use-shown-step.ts';

/** Steps 2 to 5 of the run on screen, each with the page to itself. */
export function StepsTab({ head, wide }: { readonly head: ReactNode; readonly wide: boolean }) {
  const view = useView();
  const timeline = useTimeline();
  const run = useStore(runStore, ({ run }) => run);
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
  const [link, setLink] = useState<0 | 1>(0);
  const { step, stayIn } = useShownStep(view, timeline);
  const shown = view.twoLinks ? link : 0;
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
          <div className="px-4 pt-2">
            <StepTitle step={step} />
          </div>
          <div className="flex min-h-11 items-center px-4">
            <StepBar view={view} timeline={timeline} shown={step} onSeek={jump} />
          </div>
        </Card>
      )}
      {wide && (
        <div className="flex min-h-9 items-center gap-4 px-1">
          <StepBar view={view} timeline={timeline} shown={step} onSeek={jump} />
          {view.twoLinks && <ChooseLink link={link} onChange={setLink} />}
        </div>
      )}
      {!wide && view.twoLinks && <ChooseLink link={link} onChange={setLink} />}
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
