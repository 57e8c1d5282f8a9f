import { createStore } from 'zustand/vanilla';
import { OBSERVERS, type Observer } from '../scenarios/actors.ts';

/** Whose eyes the screen shows ("See as"). Changing it never changes the run. */
export const observerStore = createStore<{ readonly observer: Observer }>(() => ({
  observer: 'everyone',
}));

export function seeAs(observer: Observer): void {
  observerStore.setState({ observer });
}

/** The next observer in order, or the previous one. */
export function seeAsNext(step: 1 | -1): void {
  const at = OBSERVERS.indexOf(observerStore.getState().observer);
  seeAs(OBSERVERS[(at + step + OBSERVERS.length) % OBSERVERS.length] ?? 'everyone');
}
