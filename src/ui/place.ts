import { createStore } from 'zustand/vanilla';
import type { ConfigProblem } from '../scenarios/config.ts';
import {
  DEFAULT_VIEW,
  type Differences,
  type Frame,
  type Hideable,
  type LinkState,
} from './permalink.ts';
import { HOME, type Route } from './routes.ts';

export type DialogName = 'help' | 'settings' | 'receipt';

/** A link whose configuration cannot run as it stands. */
export interface BadLink {
  readonly state: LinkState;
  readonly problems: readonly ConfigProblem[];
}

/** Where the viewer is: screen, frame, and what lies over it. */
export interface Place {
  readonly route: Route;
  readonly frame: Frame;
  /** Of the link; null: as the settings say. */
  readonly theme: 'light' | 'dark' | null;
  readonly hide: readonly Hideable[];
  readonly answers: boolean;
  /** What an address names beside the run on screen: a life, a recording, a site; in its own tab. */
  readonly beside: Differences | null;
  readonly badLink: BadLink | null;
  readonly dialog: DialogName | null;
}

export const placeStore = createStore<Place>(() => ({
  route: HOME,
  frame: DEFAULT_VIEW.frame,
  theme: DEFAULT_VIEW.theme,
  hide: DEFAULT_VIEW.hide,
  answers: DEFAULT_VIEW.answers,
  beside: null,
  badLink: null,
  dialog: null,
}));

export function go(route: Route): void {
  placeStore.setState({ route, dialog: null });
}

export function openDialog(dialog: DialogName): void {
  placeStore.setState({ dialog });
}

export function closeDialog(): void {
  placeStore.setState({ dialog: null });
}

export function present(on: boolean): void {
  placeStore.setState({ frame: on ? 'present' : 'auto', dialog: null });
}

export function revealAnswers(): void {
  placeStore.setState({ answers: true });
}
