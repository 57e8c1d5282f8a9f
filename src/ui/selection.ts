import { createStore } from 'zustand/vanilla';

/** The photon pointed at: on the stage and in the ledger it is the same one. */
export const selectionStore = createStore<{ readonly pulse: number | null }>(() => ({
  pulse: null,
}));

export function selectPulse(pulse: number | null): void {
  selectionStore.setState({ pulse });
}
