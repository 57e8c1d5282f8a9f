/** Panels joined to the stores. A panel knows nothing of its host; this is the host's half. */
import { memo, type ReactNode, useDeferredValue, useMemo } from 'react';
import { useStore } from 'zustand';
import type { KnowledgeView, Timeline } from '../scenarios/knowledge/view.ts';
import { observerStore, seeAs } from '../store/observer.ts';
import {
  clock,
  onFrame,
  pause,
  play,
  playhead,
  restart,
  seek,
  setSpeed,
  stepBy,
} from '../store/playhead.ts';
import { runStore } from '../store/run.ts';
import { useTimeline, useView, viewAfter } from '../store/view.ts';
import { useReducedMotion } from './appearance.ts';
import { timelineFor } from './pages/lab/line-steps.ts';
import { SeeAs } from './panels/see-as/SeeAs.tsx';
import { StepBar } from './panels/steps/StepBar.tsx';
import { Transport } from './panels/transport/Transport.tsx';
import { selectionStore, selectPulse } from './selection.ts';
import { Stage, type StageProps } from './stage/Stage.tsx';

/** The steps of the run on screen. */
export function RunSteps() {
  const view = useDeferredValue(useView());
  const timeline = useTimeline();
  const run = useStore(runStore, ({ run }) => run);
  const observer = view?.observer;
  // With Eve in the middle an end lives through its own line's steps; one object a run and observer.
  const own = useMemo(
    () => run && observer && timeline && timelineFor(run, timeline, observer),
    [run, observer, timeline],
  );
  return view && own ? <PlainSteps view={view} timeline={own} onSeek={jump} /> : null;
}

const PlainSteps = memo(StepBar);

/** Whose eyes the screen shows. */
export function ChooseObserver(looks: {
  readonly showTitle?: boolean;
  readonly stretch?: boolean;
  readonly large?: boolean;
}) {
  const observer = useStore(observerStore, ({ observer }) => observer);
  return <SeeAs observer={observer} onChange={seeAs} {...looks} />;
}

/** A stage that plays. */
export function PlayingStage(props: Pick<StageProps, 'view' | 'timeline' | 'layout' | 'variant'>) {
  const speed = useStore(playhead, ({ speed }) => speed);
  const playing = useStore(playhead, ({ playing }) => playing);
  const selected = useStore(selectionStore, ({ pulse }) => pulse);
  const { view, timeline } = props;
  const upcoming = useMemo(() => {
    // Only at one a second is a round trip drawn as it goes.
    if (speed !== '1' || !view || !timeline || view.at >= timeline.length) return null;
    return timeline.eventAt(view.at).kind === 'round' ? viewAfter(view) : null;
  }, [view, timeline, speed]);
  return (
    <Stage
      {...props}
      upcoming={upcoming}
      speed={speed}
      playing={playing}
      reducedMotion={useReducedMotion()}
      now={clock.now}
      onFrame={onFrame}
      selectedPulse={selected}
      onSelectPulse={selectPulse}
    />
  );
}

/** The bar that moves the playhead, whatever run it plays. */
export function PlaybackBar({
  timeline,
  pulses,
  ...looks
}: {
  readonly timeline: Timeline;
  readonly pulses: number;
  readonly variant?: 'full' | 'embed' | 'phone';
  readonly showSpeeds?: boolean;
  readonly children?: ReactNode;
}) {
  const playing = useStore(playhead, ({ playing }) => playing);
  const speed = useStore(playhead, ({ speed }) => speed);
  // The stage has its frame first, ten times a second; the counter follows.
  const instant = useDeferredValue(useStore(playhead, ({ instant }) => instant));
  return (
    <PlainTransport
      timeline={timeline}
      instant={Math.min(instant, timeline.length)}
      pulses={pulses}
      playing={playing}
      speed={speed}
      onSeek={jump}
      onStep={stepBy}
      onPlay={play}
      onPause={pause}
      onRestart={restart}
      onSpeed={setSpeed}
      {...looks}
    />
  );
}

const PlainTransport = memo(Transport);

/** A jump made by hand ends playing: the viewer wants to look at this place. */
export function jump(instant: number): void {
  pause();
  seek(instant);
}

/** The run's own limit, public from the start. */
export function useAbortLimit(): number {
  return useStore(runStore, ({ run, config }) => (run?.config ?? config).estimation.abortAbove);
}

/** A view and its timeline come and go together. */
export interface Watched {
  readonly view: KnowledgeView;
  readonly timeline: Timeline;
}
