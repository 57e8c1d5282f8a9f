import { useState } from 'react';
import type { Step } from '../../../scenarios/actors.ts';
import type { KnowledgeView, Timeline } from '../../../scenarios/knowledge/view.ts';
import { stepNow } from '../../panels/steps/step-states.ts';

interface Trail {
  readonly timeline: Timeline;
  readonly at: number;
  /** Where the playhead was before. */
  readonly before: number;
}

/**
 * Which step to show. Who comes to the first event of a step one event at a time has just seen the last
 * one of the step before, and sees what came of it; who jumps there sees the step begin.
 */
export function useShownStep(view: KnowledgeView, timeline: Timeline, link: 0 | 1) {
  const { at } = view;
  const [trail, setTrail] = useState<Trail>({ timeline, at, before: at });
  const [stay, setStay] = useState<{ readonly step: Step; readonly at: number } | null>(null);
  if (trail.timeline !== timeline || trail.at !== at) {
    setTrail({ timeline, at, before: trail.timeline === timeline ? trail.at : at });
  }
  const walked = trail.timeline === timeline && trail.at === at && at - trail.before === 1;
  const useFrom = view.use(link)?.from ?? null;
  const here = stepNow({ timeline, instant: at, useFrom });
  const step = stay?.at === at ? stay.step : walked ? timeline.stepAt(at - 1) : here;
  return {
    step,
    /** Keeps showing `step` once the playhead is at `end`. */
    stayIn: (kept: Step, end: number) => setStay({ step: kept, at: end }),
  };
}
