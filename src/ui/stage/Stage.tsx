import './stage.css';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useWords } from '../../content/words/use-words.ts';
import type { KnowledgeView, Timeline } from '../../scenarios/knowledge/view.ts';
import { EndPanel } from './EndPanel.tsx';
import { EveOnTheLine, EvePanel } from './EvePanel.tsx';
import { FlowLayer } from './FlowLayer.tsx';
import { drawnSingly, type StageSpeed } from './flights.ts';
import { ChannelWords, Ground } from './Ground.tsx';
import { type StageItem, stageItems } from './items.ts';
import type { LayoutId, StageLayout } from './layouts/places.ts';
import { LAYOUTS, layoutForWidth } from './layouts.ts';
import { Barrier, MessageLayer } from './MessageLayer.tsx';
import { PulseLayer } from './PulseLayer.tsx';
import { eveRole } from './reading.ts';
import { legsAround, subjectsAt } from './scene.ts';
import { useContainerWidth } from './use-container-width.ts';
import { useMoment } from './use-moment.ts';

/** A vertical stage grows no wider than this, CSS pixels: beyond it would push everything off the screen. */
const WIDEST_VERTICAL_PX = 440;

export interface StageProps {
  /** null before the first run is finished: the actors are there, and nothing has happened. */
  readonly view: KnowledgeView | null;
  readonly timeline: Timeline | null;
  /** One event later, where a round trip of Correct is under way and is to be seen. */
  readonly upcoming?: KnowledgeView | null;
  /** By the container's width if not given. */
  readonly layout?: 'wide' | 'compact' | 'vertical';
  /** 'pair': the low drawing of two runs under each other; where it does not fit, the full one. */
  readonly variant?: 'full' | 'pair';
  readonly speed: StageSpeed;
  readonly reducedMotion: boolean;
  /** For reduced motion: while playing, each photon is shown at start, detector and record. */
  readonly playing?: boolean;
  /** The fractional instant. */
  readonly now: () => number;
  /** The frame clock; must be the same function from render to render. */
  readonly onFrame: (callback: (now: number) => void) => () => void;
  readonly selectedPulse?: number | null;
  readonly onSelectPulse?: (pulse: number | null) => void;
}

/** Light and letters between the actors, as one observer sees them at one instant. */
export function Stage(props: StageProps) {
  const { view, timeline, variant = 'full', layout: asked } = props;
  const frame = useRef<HTMLDivElement>(null);
  const width = useContainerWidth(frame);
  const fitting = asked ?? layoutForWidth(width ?? 0);
  const layout: LayoutId = variant === 'pair' && fitting === 'wide' ? 'pair' : fitting;
  return (
    <div ref={frame} className="flex w-full justify-center">
      {(width !== null || asked) &&
        (view && timeline ? (
          <LiveStage {...props} view={view} timeline={timeline} layoutId={layout} />
        ) : (
          <WaitingStage layoutId={layout} />
        ))}
    </div>
  );
}

function boxStyle(layoutId: LayoutId) {
  return layoutId === 'vertical' ? { maxWidth: WIDEST_VERTICAL_PX } : undefined;
}

/** With reduced motion nothing moves between two renders. */
const noFrames = () => () => undefined;

/** Before the first run: everybody in place, empty tiles, one sentence. */
function WaitingStage({ layoutId }: { readonly layoutId: LayoutId }) {
  const say = useWords();
  const layout = LAYOUTS[layoutId];
  return (
    <div className="relative w-full" style={boxStyle(layoutId)}>
      <svg
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        className="block h-auto w-full"
        aria-hidden="true"
      >
        <Ground layout={layout} dimmed />
        <EndPanel actor="alice" view={null} subjects={null} layout={layout} />
        <EndPanel actor="bob" view={null} subjects={null} layout={layout} />
      </svg>
      <p
        role="status"
        className="absolute inset-x-0 top-[18%] m-0 px-[22%] text-center text-sm text-ink2"
      >
        {say('stage.starting')}
      </p>
    </div>
  );
}

type LiveProps = StageProps & {
  readonly view: KnowledgeView;
  readonly timeline: Timeline;
  readonly layoutId: LayoutId;
};

function LiveStage({
  view,
  timeline,
  upcoming = null,
  layoutId,
  speed,
  reducedMotion,
  playing = false,
  now,
  onFrame,
  selectedPulse = null,
  onSelectPulse,
}: LiveProps) {
  const say = useWords();
  const summary = useId();
  const layout = LAYOUTS[layoutId];
  const moment = useMoment({ view, timeline, layout, speed, reducedMotion, playing, now, onFrame });
  const legs = useMemo(
    () => legsAround(view, timeline, { at: view.at, speed: moment.speed, layout }),
    [view, timeline, layout, moment.speed],
  );
  const subjects = subjectsAt(view, timeline, { now: moment.at, speed: moment.speed, layout });
  const focus = useStageItems(() => stageItems(view, { legs, now: moment.now(), layout, say }));
  const { item } = focus;
  const selected = item?.pulse ?? selectedPulse;
  const parts = { view, subjects, layout };

  useEffect(() => {
    if (item?.pulse != null) onSelectPulse?.(item.pulse);
  }, [item?.pulse, onSelectPulse]);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with items is a group, not a fieldset.
    <div
      role="group"
      aria-label={say('stage.label')}
      aria-describedby={summary}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys go through its items.
      tabIndex={0}
      onKeyDown={focus.onKeyDown}
      onBlur={focus.leave}
      className={`relative w-full rounded-panel ${reducedMotion ? 'stage-still' : ''}`}
      style={boxStyle(layoutId)}
    >
      <p id={summary} className="sr-only">
        <Summary view={view} timeline={timeline} /> {say('stage.summary.keys')}
      </p>
      <svg
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        className="block h-auto w-full overflow-visible"
        aria-hidden="true"
      >
        <Ground layout={layout} dimmed={false} />
        {/* A new pair of eyes: what is seen fades in, the boxes stay. */}
        <g key={`words-${view.observer}`} className="stage-appear">
          <ChannelWords view={view} layout={layout} />
          <MessageLayer
            view={view}
            upcoming={upcoming}
            layout={layout}
            speed={speed}
            playing={playing}
            still={reducedMotion}
            now={now}
            onFrame={onFrame}
          />
        </g>
        {/* Under the panels, so that a photon comes out from behind one and goes in behind the next. */}
        {drawnSingly(moment.speed) && (
          <PulseLayer
            legs={legs}
            layout={layout}
            now={moment.now}
            onFrame={reducedMotion ? noFrames : onFrame}
            selectedPulse={selected}
            onSelectPulse={onSelectPulse}
          />
        )}
        <EndPanel actor="alice" {...parts} />
        <EndPanel actor="bob" {...parts} />
        <g key={`eve-${view.observer}`} className="stage-appear">
          <EvePanel {...parts} />
          <EveOnTheLine view={view} layout={layout} />
          <Barrier view={view} layout={layout} />
        </g>
        {item && <FocusBox item={item} />}
      </svg>
      {!drawnSingly(moment.speed) && (
        <FlowLayer
          view={view}
          layout={layout}
          speed={speed}
          still={reducedMotion}
          onFrame={onFrame}
        />
      )}
      <p
        role="status"
        className={
          item
            ? `absolute inset-x-2 ${isLow(item, layout) ? 'top-1' : 'bottom-1'} m-0 mx-auto w-fit max-w-full rounded-tile border border-line2 bg-surface px-3 py-1.5 text-sm text-ink shadow-card`
            : 'sr-only'
        }
      >
        {item?.text}
      </p>
    </div>
  );
}

function Summary({ view, timeline }: { view: KnowledgeView; timeline: Timeline }) {
  const say = useWords();
  const kept = view.kept();
  return say('stage.summary', {
    step: timeline.stepAt(view.at),
    sent: view.pulsesSent,
    photons: view.pulses,
    kept: kept === null ? 'unknown' : String(kept),
    letters: view.letters.length,
    eve: eveRole(view),
  });
}

/** The text of an item stands clear of the item. */
function isLow({ box }: StageItem, { height }: StageLayout): boolean {
  return box.y + box.height / 2 > height * 0.55;
}

function FocusBox({ item: { box } }: { item: StageItem }) {
  const rim = 3;
  return (
    <rect
      x={box.x - rim}
      y={box.y - rim}
      width={box.width + 2 * rim}
      height={box.height + 2 * rim}
      rx="12"
      className="fill-none stroke-focus"
      strokeWidth="2"
    />
  );
}

/** Arrow keys through the items; the text of the one they stand on. */
function useStageItems(itemsNow: () => StageItem[]) {
  const [at, setAt] = useState<number | null>(null);
  const items = at === null ? [] : itemsNow();
  const item = at === null ? null : (items[Math.min(at, items.length - 1)] ?? null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (event.key === 'Escape' && at !== null) {
      event.stopPropagation();
      setAt(null);
      return;
    }
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    // On the stage the arrows belong to its items, not to the playhead.
    event.preventDefault();
    event.stopPropagation();
    const count = itemsNow().length;
    setAt(
      at === null ? (step > 0 ? 0 : count - 1) : (Math.min(at, count - 1) + step + count) % count,
    );
  };
  return { item, onKeyDown, leave: () => setAt(null) };
}

const STEPS: Readonly<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};
