import { createStore } from 'zustand/vanilla';
import type { Run } from '../scenarios/run.ts';

export interface Pinned {
  /** Run A, kept beside the run that changes. */
  readonly pinned: Run | null;
  /** Whether the two are shown side by side now. */
  readonly comparing: boolean;
}

export const pinnedStore = createStore<Pinned>(() => ({ pinned: null, comparing: false }));

export function pin(run: Run): void {
  pinnedStore.setState({ pinned: run, comparing: true });
}

export function unpin(): void {
  pinnedStore.setState({ pinned: null, comparing: false });
}

export function compare(comparing: boolean): void {
  pinnedStore.setState({ comparing });
}
