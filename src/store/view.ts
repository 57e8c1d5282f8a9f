import { useStore } from 'zustand';
import type { Observer } from '../scenarios/actors.ts';
import { timelineOf } from '../scenarios/knowledge/timeline.ts';
import type { KnowledgeView, Timeline } from '../scenarios/knowledge/view.ts';
import { viewOf } from '../scenarios/knowledge/view-of.ts';
import type { Instant, Run } from '../scenarios/run.ts';
import { observerStore } from './observer.ts';
import { playhead } from './playhead.ts';
import { runStore } from './run.ts';

/**
 * What the chosen observer knows at the playhead, of the run on screen; null before the first run.
 * The playhead tells of instants at readable pace, so the view changes no more often than that.
 */
export function useView(): KnowledgeView | null {
  return useViewOf(useStore(runStore, ({ run }) => run));
}

/** The same of any finished run, such as one of two that are compared. */
export function useViewOf(run: Run | null): KnowledgeView | null {
  const observer = useStore(observerStore, ({ observer }) => observer);
  const instant = useStore(playhead, ({ instant }) => instant);
  return run && viewAt(run, observer, Math.min(instant, run.length));
}

export function useTimeline(): Timeline | null {
  const run = useStore(runStore, ({ run }) => run);
  return run && timelineFor(run);
}

/** One view serves every panel that asks for the same run, observer and instant. */
const latest = new WeakMap<Run, Map<Observer, KnowledgeView>>();

function viewAt(run: Run, observer: Observer, at: Instant): KnowledgeView {
  let views = latest.get(run);
  if (!views) {
    views = new Map();
    latest.set(run, views);
  }
  const known = views.get(observer);
  if (known && known.at === at) return known;
  const view = viewOf(run, observer, at);
  views.set(observer, view);
  runs.set(view, run);
  return view;
}

const runs = new WeakMap<KnowledgeView, Run>();

/** The same eyes one event later: what is under way now will have arrived then. */
export function viewAfter(view: KnowledgeView): KnowledgeView | null {
  const run = runs.get(view);
  return run && view.at < run.length ? viewOf(run, view.observer, view.at + 1) : null;
}

const timelines = new WeakMap<Run, Timeline>();

export function timelineFor(run: Run): Timeline {
  let timeline = timelines.get(run);
  if (!timeline) {
    timeline = timelineOf(run);
    timelines.set(run, timeline);
  }
  return timeline;
}
