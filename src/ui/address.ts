/**
 * Keeps the address and the stores in step. Screens are entries of the history; the playhead and
 * the configuration replace the entry they are in, at most once a second.
 */

import type { RunConfig } from '../scenarios/config.ts';
import { configDifferences, configFromDifferences } from '../scenarios/config-parse.ts';
import { notify } from '../store/notices.ts';
import { observerStore, seeAs } from '../store/observer.ts';
import { pause, playhead, seek, setSpeed } from '../store/playhead.ts';
import { type Arrival, runStore, start } from '../store/run.ts';
import { timelineFor } from '../store/view.ts';
import { type Differences, type LinkState, readLink, writeLink } from './permalink.ts';
import { type BadLink, placeStore } from './place.ts';
import { pathOf, placeOf } from './routes.ts';

type FinishedRun = Parameters<Exclude<Arrival, 'stay'>>[0];

const REPLACE_EVERY_MS = 1_000;

let written = '';
let timer: ReturnType<typeof setTimeout> | undefined;

/** Opens what the address says, and follows both from now on. */
export function openAddress(): void {
  open(location.hash);
  window.addEventListener('popstate', () => {
    if (location.hash !== written) open(location.hash);
  });
  // In a frame of another page the address is nobody's to share.
  if (placeStore.getState().frame === 'embed') return;
  placeStore.subscribe((place, before) => {
    const moved = pathOf(place.route) !== pathOf(before.route) || place.frame !== before.frame;
    if (moved) write('push');
    else replaceSoon();
  });
  for (const store of [runStore, playhead, observerStore]) store.subscribe(replaceSoon);
}

/** The link to what is on screen now, as a fragment. */
function currentLink(changes: Partial<LinkState> = {}): string {
  const { route, frame, theme, hide, answers } = placeStore.getState();
  const { instant, speed } = playhead.getState();
  return writeLink({
    route,
    config: configOnScreen(),
    observer: observerStore.getState().observer,
    step: null,
    instant: instant === 0 ? null : instant,
    speed,
    frame,
    theme,
    hide,
    answers,
    ...changes,
  });
}

function configOnScreen(): Differences {
  const { route, beside } = placeStore.getState();
  return beside && pathOf(route) === pathOf(placeOf(beside['scenario']))
    ? beside
    : configDifferences(runStore.getState().config);
}

/** The whole address, for copying. */
export function currentAddress(changes: Partial<LinkState> = {}): string {
  return location.href.replace(/#.*$/, '') + currentLink(changes);
}

/** Opens a bad link after all, with the defaults in place of the fields that cannot stand. */
export function openWithoutBadFields({ state }: BadLink): void {
  const config = withoutBadFields(state.config);
  placeStore.setState({ badLink: null, beside: besideOf(config) });
  begin({ ...state, config });
}

/** What remains of a configuration when every field that is refused is left out. */
export function withoutBadFields(config: Differences): Differences {
  let rest: Record<string, unknown> = { ...config };
  for (;;) {
    const parsed = configFromDifferences(rest);
    if (parsed.ok) return rest;
    const kept = Object.entries(rest).filter(
      ([path]) => !parsed.problems.some((problem) => concerns(problem.path, path)),
    );
    // A problem that names no field we hold: nothing of the link can be trusted.
    if (kept.length === Object.keys(rest).length) return {};
    rest = Object.fromEntries(kept);
  }
}

/** Whether a problem at a pointer is about this dotted field, or about a part of it or around it. */
function concerns(pointer: string, path: string): boolean {
  const field = `/${path.replaceAll('.', '/')}`;
  return pointer === field || pointer.startsWith(`${field}/`) || field.startsWith(`${pointer}/`);
}

function open(fragment: string): void {
  written = fragment;
  const { state, problems, clamped } = readLink(fragment);
  pause();
  seeAs(state.observer);
  setSpeed(state.speed);
  const { frame, theme, hide, answers } = state;
  const beside = besideOf(state.config);
  // What is no link is shown in one place only.
  const route = beside ? placeOf(beside['scenario']) : state.route;
  placeStore.setState({ route, frame, theme, hide, answers, beside, dialog: null, badLink: null });
  if (clamped.length > 0) notify('notice.link-clamped', { list: clamped.join(', ') });
  const parsed = configFromDifferences(state.config);
  const all = parsed.ok ? problems : [...problems, ...parsed.problems];
  if (all.length > 0) placeStore.setState({ badLink: { state, problems: all } });
  else begin(state);
}

function begin(state: LinkState): void {
  const parsed = configFromDifferences(sessionOf(state.config));
  if (!parsed.ok) return;
  const arrival = (run: FinishedRun) => instantOf(state, run);
  const { run } = runStore.getState();
  if (run && sameConfig(run.config, parsed.config)) seek(arrival(run));
  else start(parsed.config, [], arrival);
}

/** A configuration of another scenario than a link. */
function besideOf(config: Differences): Differences | null {
  return (config['scenario'] ?? 'link') === 'link' ? null : config;
}

/** One session with the same settings; what is built on it is executed beside it. */
function sessionOf(config: Differences): Differences {
  if (besideOf(config) === null) return config;
  const own = /^(scenario$|lifecycle\.|rndl\.|delivery\.|relay\.)/;
  return Object.fromEntries(Object.entries(config).filter(([path]) => !own.test(path)));
}

function instantOf({ instant, step }: LinkState, run: FinishedRun): number {
  if (instant !== null) {
    if (instant > run.length) notify('notice.link-clamped', { list: `t=${instant}` });
    return Math.min(instant, run.length);
  }
  return step === null ? 0 : (timelineFor(run).stepStart(step) ?? run.length);
}

function sameConfig(a: RunConfig, b: RunConfig): boolean {
  return JSON.stringify(configDifferences(a)) === JSON.stringify(configDifferences(b));
}

function replaceSoon(): void {
  timer ??= setTimeout(() => write('replace'), REPLACE_EVERY_MS);
}

function write(how: 'push' | 'replace'): void {
  clearTimeout(timer);
  timer = undefined;
  if (placeStore.getState().badLink) return;
  const link = currentLink();
  if (link === written) return;
  written = link;
  if (how === 'push') history.pushState(null, '', link);
  else history.replaceState(null, '', link);
}
