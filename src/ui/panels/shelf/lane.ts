import type { ShelfView } from '../../../scenarios/knowledge/shelf-view.ts';
import type { LaneState } from '../../../store/shelf.ts';
import type { Lane } from '../../../store/shelf-lanes.ts';

/** A lane as the screen shows it. */
export interface LaneShown {
  readonly lane: Lane;
  readonly state: LaneState;
  /** As the chosen observer knows it; null: it has not run. */
  readonly view: ShelfView | null;
  /** What is shown was before: its successor is being executed. */
  readonly before: boolean;
}
