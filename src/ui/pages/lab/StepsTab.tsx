import { type ReactNode, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../../../content/words/use-words.ts';
import type { Step } from '../../../scenarios/actors.ts';
import type { KnowledgeView, Timeline } from '../../../scenarios/knowledge/view.ts';
import type { Run } from '../../../scenarios/run.ts';
import { changeOneInput } from '../../../scenarios/shrinking/one-input.ts';
import { missChance } from '../../../scenarios/shrinking/repeat-tests.ts';
import { change, runStore } from '../../../store/run.ts';
import { useTimeline, useView } from '../../../store/view.ts';
import { jump } from '../../connected.tsx';
import { announce } from '../../live-region.tsx';
import { CheckPanel } from '../../panels/check/CheckPanel.tsx';
import { CorrectPanel } from '../../panels/correct/CorrectPanel.tsx';
import { ShrinkPanel } from '../../panels/shrink/ShrinkPanel.tsx';
import { StepBar } from '../../panels/steps/StepBar.tsx';
import { Button } from '../../parts/Button.tsx';
import { Card } from '../../parts/Panel.tsx';
import { Segmented } from '../../parts/Segmented.tsx';
import { useFrameSize } from '../../use-frame-size.ts';
import {
  comparisonOf,
  endLooks,
  remainingOf,
  repeatInSlices,
  sealPrice,
  TOY_LENGTHS,
  toyOf,
} from './steps-of-run.ts';
import { useShownStep } from './use-shown-step.ts';

/** Part of the photons that the Eve of a question measures, where the run has none to show. */
const WEAK_EVE = 0.1;

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

interface StepProps {
  readonly view: KnowledgeView;
  readonly timeline: Timeline;
  readonly run: Run;
  readonly link: 0 | 1;
  readonly narrow: boolean;
  /** To the end of the step on show, without leaving it. */
  readonly finish: (end: number) => void;
}

function StepPanel({ step, ...props }: StepProps & { readonly step: Step }) {
  switch (step) {
    case 1:
      return <BeforeCheck {...props} />;
    case 2:
      return <Check {...props} />;
    case 3:
      return <Correct {...props} />;
    case 4:
      return <Shrink {...props} />;
    case 5:
      return null;
    default:
      return step satisfies never;
  }
}

function BeforeCheck({ timeline }: StepProps) {
  const say = useWords();
  const start = timeline.stepStart(2);
  return (
    <Card className="flex flex-1 flex-col items-start gap-3 px-5 py-5">
      <p className="max-w-[60ch] text-[14px] text-ink2">
        {say(start === null ? 'steps-tab.not-there' : 'steps-tab.exchange')}
      </p>
      {start !== null && (
        <Button look="primary" onClick={() => jump(start)}>
          {say('steps-tab.to-check')}
        </Button>
      )}
    </Card>
  );
}

function Check({ view, timeline, run, link, narrow, finish }: StepProps) {
  const sampleFraction = useStore(runStore, ({ config }) => config.estimation.sampleFraction);
  const looks = endLooks(useWords(), view, link);
  const { attack, fraction } = run.config.eve;
  const shown = view.sight('eve.presence') === 'full';
  return (
    <CheckPanel
      view={view}
      link={link}
      {...looks}
      limit={run.config.estimation.abortAbove}
      finiteLimit={null}
      sampleFraction={sampleFraction}
      onSampleFraction={(share) => change('estimation.sampleFraction', share)}
      miss={{
        eveFraction: shown && attack === 'intercept-resend' ? fraction : WEAK_EVE,
        missChance,
        repeat: (test, times) => repeatInSlices(test, { seed: run.config.seed, times }),
      }}
      onNext={() => jump(view.at + 1)}
      onFinish={() => finish(timeline.stepStart(3) ?? timeline.stepStart(4) ?? timeline.length)}
      narrow={narrow}
    />
  );
}

function Correct({ view, timeline, run, link, narrow, finish }: StepProps) {
  const looks = endLooks(useWords(), view, link);
  const correction = view.correction(link);
  if (!correction) return <BeforeStep step={3} view={view} timeline={timeline} />;
  return (
    <CorrectPanel
      view={correction}
      run={timeline}
      link={link}
      {...looks}
      comparison={comparisonOf(view, correction, link)}
      price={sealPrice(run.config)}
      onNext={() => jump(view.at + 1)}
      onFinish={() => finish(correction.to)}
      tell={announce}
      narrow={narrow}
    />
  );
}

function Shrink({ view, timeline, run, link }: StepProps) {
  const accounting = useStore(runStore, ({ config }) => config.amplification.accounting);
  const { seed } = run.config;
  // The same function for the same seed, so that the toy is made once.
  const toy = useMemo(
    () => ({ run: (length: number) => toyOf(seed, length), ...TOY_LENGTHS }),
    [seed],
  );
  const shrink = view.shrink(link);
  if (!shrink) return <BeforeStep step={4} view={view} timeline={timeline} />;
  const { inputBits, outputBits } = shrink;
  return (
    <ShrinkPanel
      view={shrink}
      accounting={accounting}
      onAccounting={(value) => change('amplification.accounting', value)}
      remaining={remainingOf(view, shrink, run)}
      everyone={view.observer === 'everyone'}
      toy={toy}
      turnOne={(position) =>
        changeOneInput({ seed, inputBits, outputBits, position }).flipped.length
      }
      onNext={() => jump(view.at + 1)}
      tell={announce}
    />
  );
}

/** Where a step has begun, but its first letter is still to come. */
function BeforeStep({
  step,
  view,
  timeline,
}: {
  readonly step: 3 | 4;
  readonly view: KnowledgeView;
  readonly timeline: Timeline;
}) {
  const say = useWords();
  return (
    <Card className="flex flex-1 flex-col items-start gap-3 px-5 py-5">
      <p className="max-w-[60ch] text-[14px] text-ink2">{say(`steps-tab.before.${step}`)}</p>
      <Button look="primary" onClick={() => jump(Math.min(timeline.length, view.at + 1))}>
        {say('steps-tab.next-letter')}
      </Button>
    </Card>
  );
}
