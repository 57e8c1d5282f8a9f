import { createStore } from 'zustand/vanilla';
import type { Run } from '../scenarios/run.ts';

/** Run A, kept beside the run that changes. */
export const pinnedStore = createStore<{ readonly pinned: Run | null }>(() => ({ pinned: null }));

export function pin(run: Run): void {
  pinnedStore.setState({ pinned: run });
}

export function unpin(): void {
  pinnedStore.setState({ pinned: null });
}
