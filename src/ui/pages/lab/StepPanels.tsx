import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../../../content/words/use-words.ts';
import type { Step } from '../../../scenarios/actors.ts';
import type { KnowledgeView, Timeline } from '../../../scenarios/knowledge/view.ts';
import type { Run } from '../../../scenarios/run.ts';
import { changeOneInput } from '../../../scenarios/shrinking/one-input.ts';
import { missChance } from '../../../scenarios/shrinking/repeat-tests.ts';
import { change, runStore } from '../../../store/run.ts';
import { jump } from '../../connected.tsx';
import { announce } from '../../live-region.tsx';
import { CheckPanel } from '../../panels/check/CheckPanel.tsx';
import { CorrectPanel } from '../../panels/correct/CorrectPanel.tsx';
import { ShrinkPanel } from '../../panels/shrink/ShrinkPanel.tsx';
import { UsePanel } from '../../panels/use/UsePanel.tsx';
import { Button } from '../../parts/Button.tsx';
import { Card } from '../../parts/Panel.tsx';
import { type LineEnd, lineEnd } from './line-steps.ts';
import {
  comparisonOf,
  endLooks,
  noKeyOf,
  remainingInUse,
  remainingOf,
  repeatInSlices,
  sealPrice,
  TOY_LENGTHS,
  toyOf,
} from './steps-of-run.ts';

/** Part of the photons that the Eve of a question measures, where the run has none to show. */
const WEAK_EVE = 0.1;

export interface StepProps {
  readonly view: KnowledgeView;
  readonly timeline: Timeline;
  readonly run: Run;
  readonly link: 0 | 1;
  readonly narrow: boolean;
  /** To the end of the step on show, without leaving it. */
  readonly finish: (end: number) => void;
}

/** The panel of one step, joined to the run on screen. */
export function StepPanel({ step, ...props }: StepProps & { readonly step: Step }) {
  const end = lineEnd(props.view, props.run, props.link);
  if (end !== null && (end.step < step || !hasBegun(step, props))) {
    return <Ended end={end} two={props.view.twoLinks} />;
  }
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
      return <Use {...props} />;
    default:
      return step satisfies never;
  }
}

function hasBegun(step: Step, { view, link }: StepProps): boolean {
  if (step === 3) return view.correction(link) !== null;
  if (step === 4) return view.shrink(link) !== null;
  return step === 5 ? view.use(link) !== null : step === 2;
}

/** A step that this line does not get to, and why. */
function Ended({ end, two }: { readonly end: LineEnd; readonly two: boolean }) {
  const say = useWords();
  return (
    <Card className="flex flex-1 flex-col items-start gap-2 px-5 py-5 max-[599px]:px-4">
      <p className="font-[650] text-[16px]" data-testid="line-ended">
        {say('steps-tab.ended', {
          line: two ? 'two' : 'one',
          n: end.step,
          name: say(`steps.${end.step}`),
        })}
      </p>
      <p className="max-w-[70ch] text-[14px] text-ink2" data-testid="line-ended-why">
        {say(`steps-tab.ended-why.${end.why}`)}
      </p>
    </Card>
  );
}

/** Before there is anything to check: what the steps to come are for. */
function BeforeCheck({ timeline }: StepProps) {
  const say = useWords();
  const start = timeline.stepStart(2);
  return (
    <Card className="flex flex-1 flex-col items-start gap-4 px-5 py-5 max-[599px]:px-4">
      <p className="max-w-[80ch] text-[14px] text-ink2">{say('steps-tab.exchange')}</p>
      <ol className="grid w-full gap-3 min-[600px]:grid-cols-2 min-[1120px]:grid-cols-4">
        {([2, 3, 4, 5] as const).map((step) => (
          <li key={step} className="rounded-[12px] border border-line bg-surface2 px-4 py-3">
            <h3 className="font-[650] text-[14px]">
              <span className="mr-2 text-ink3 tabular-nums">{step}</span>
              {say(`steps.${step}`)}
            </h3>
            <p className="mt-1 text-[13px] text-ink2">{say(`steps-tab.about.${step}`)}</p>
          </li>
        ))}
      </ol>
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
  const { attack, fraction, basis } = run.config.eve;
  const shown = view.sight('eve.presence') === 'full';
  return (
    <CheckPanel
      view={view}
      link={link}
      {...looks}
      limit={run.config.estimation.abortAbove}
      finiteLimit={view.test(link)?.finiteLimit ?? null}
      sampleFraction={sampleFraction}
      onSampleFraction={(share) => change('estimation.sampleFraction', share)}
      miss={{
        line: {
          // Who cannot see her cannot say how she measures.
          basis: shown && attack === 'intercept-resend' ? basis : 'random',
          basisBias: run.config.exchange.basisBias,
          flipProbability: run.config.channel.flipProbability,
        },
        eveFraction: shown && attack === 'intercept-resend' ? fraction : WEAK_EVE,
        missChance,
        repeat: (test, times) => repeatInSlices(test, { seed: run.config.seed, times }),
      }}
      onNext={() => jump(view.at + 1)}
      onFinish={() => finish(timeline.stepStart(3) ?? timeline.stepStart(4) ?? timeline.length)}
      tell={announce}
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
      begun={view.letters.some(
        (letter) => letter.step === 3 && (!view.twoLinks || letter.link === link),
      )}
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
      middle={view.twoLinks}
      toy={toy}
      corrected={run.config.reconciliation.method !== 'none'}
      noKey={noKeyOf(view)}
      turnOne={(position) =>
        changeOneInput({ seed, inputBits, outputBits, position }).flipped.length
      }
      onNext={() => jump(view.at + 1)}
      tell={announce}
    />
  );
}

/** Range of `use.message` in the public contract. */
const MESSAGE_BYTES = { min: 1, max: 4096 } as const;

function Use({ view, timeline, run, link }: StepProps) {
  const { cipher, message, sealed } = useStore(runStore, ({ config }) => config.use);
  const say = useWords();
  const looks = endLooks(say, view, link);
  const use = view.use(link);
  if (!use) return null;
  return (
    <UsePanel
      view={use}
      {...looks}
      eve={
        view.twoLinks
          ? 'end'
          : view.observer === 'everyone' || view.observer === 'eve'
            ? 'apart'
            : 'unseen'
      }
      reader={{
        name: say(`see-as.${view.observer}`),
        isEnd: view.observer === 'alice' || view.observer === 'bob',
      }}
      remaining={remainingInUse(view, run)}
      pool={view.pool(looks.near.tone === 'alice' ? 'alice' : 'bob') ?? view.pool('bob')}
      settings={{
        cipher,
        message,
        sealed,
        limits: MESSAGE_BYTES,
        onCipher: (value) => change('use.cipher', value),
        onMessage: (value) => change('use.message', value),
        onSealed: (value) => change('use.sealed', value),
      }}
      more={view.at < timeline.length}
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
      <p className="max-w-[60ch] text-[14px] text-ink2">
        {say(view.twoLinks ? 'steps-tab.before.other' : `steps-tab.before.${step}`)}
      </p>
      {view.at < timeline.length && (
        <Button look="primary" onClick={() => jump(view.at + 1)}>
          {say('steps-tab.next-letter')}
        </Button>
      )}
    </Card>
  );
}
