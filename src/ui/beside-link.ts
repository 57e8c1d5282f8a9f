/**
 * Joins to the address what is no run on the stage: a life of a link, a recording, a site, a chain. One that a
 * link names is executed in its own tab; what its tab shows can be shared. It comes with those tabs.
 */
import type { RunConfig } from '../scenarios/config.ts';
import { configDifferences, configFromDifferences } from '../scenarios/config-parse.ts';
import { liveOn, livesStore } from '../store/lifecycle.ts';
import { lifeConfig } from '../store/lifecycle-plans.ts';
import { adoptRelay, relaysConfig, relaysStore } from '../store/relays.ts';
import { runStore } from '../store/run.ts';
import { adoptRndl, configOfLane, shelfStore } from '../store/shelf.ts';
import { adoptDelivery, siteConfig, siteStore } from '../store/site.ts';
import type { Differences } from './permalink.ts';
import { placeStore } from './place.ts';
import { type LabTab, placeOf } from './routes.ts';

interface Beside {
  readonly scenario: RunConfig['scenario'];
  take(config: RunConfig): void;
  /** What its tab shows, as settings; null while that needs none. */
  shown(): RunConfig | null;
}

const KINDS: readonly Beside[] = [
  { scenario: 'lifecycle', take: liveOn, shown: ownLife },
  { scenario: 'rndl', take: adoptRndl, shown: focusedLane },
  { scenario: 'delivery', take: adoptDelivery, shown: siteConfig },
  { scenario: 'relay', take: adoptRelay, shown: relaysConfig },
];

/** What the address and the stores agree on. */
let agreed: Differences | null = null;

export function followBeside(): void {
  const heed = () => {
    const { beside } = placeStore.getState();
    if (beside !== null && beside !== agreed) take(beside);
    else give();
  };
  heed();
  placeStore.subscribe(heed);
  for (const store of [livesStore, shelfStore, siteStore, relaysStore, runStore]) {
    (store.subscribe as (listener: () => void) => void)(give);
  }
}

function take(beside: Differences): void {
  agreed = beside;
  const parsed = configFromDifferences(beside);
  if (!parsed.ok) return;
  KINDS.find(({ scenario }) => scenario === parsed.config.scenario)?.take(parsed.config);
}

function give(): void {
  const kind = kindShown();
  if (kind === null) return;
  const config = kind.shown();
  const beside = config && configDifferences(config);
  if (JSON.stringify(beside) === JSON.stringify(placeStore.getState().beside)) return;
  agreed = beside;
  placeStore.setState({ beside });
}

function kindShown(): Beside | null {
  const { route } = placeStore.getState();
  if (route.screen !== 'lab') return null;
  return KINDS.find(({ scenario }) => tabOf(scenario) === route.tab) ?? null;
}

function tabOf(scenario: Beside['scenario']): LabTab | null {
  const place = placeOf(scenario);
  return place.screen === 'lab' ? place.tab : null;
}

/** The viewer's own history; null while a prepared one is shown. */
function ownLife(): RunConfig | null {
  const { chosen, setup, plans } = livesStore.getState();
  if (chosen !== 'own') return null;
  const parsed = lifeConfig(runStore.getState().config, setup, plans.own);
  return parsed.ok ? parsed.config : null;
}

/** Nothing is recorded before it is sent. */
function focusedLane(): RunConfig | null {
  const state = shelfStore.getState();
  return state.sent ? configOfLane(state, state.focus) : null;
}
