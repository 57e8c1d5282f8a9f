/**
 * Joins the lives of a link to the address: one that a link names is lived, and the viewer's own can be
 * shared. It comes with the screens that show lives; the address only holds the settings.
 */
import { configDifferences, configFromDifferences } from '../scenarios/config-parse.ts';
import { liveOn, livesStore } from '../store/lifecycle.ts';
import { lifeConfig } from '../store/lifecycle-plans.ts';
import { runStore } from '../store/run.ts';
import type { Differences } from './permalink.ts';
import { placeStore } from './place.ts';

/** What the address and the lives agree on. */
let agreed: Differences | null = null;

export function followLives(): void {
  const heed = ({ beside }: { readonly beside: Differences | null }) => {
    const life = beside?.['scenario'] === 'lifecycle' ? beside : null;
    if (life !== agreed) take(life);
  };
  heed(placeStore.getState());
  placeStore.subscribe(heed);
  livesStore.subscribe(give);
  runStore.subscribe(give);
}

function take(life: Differences | null): void {
  agreed = life;
  const parsed = life && configFromDifferences(life);
  if (parsed?.ok) liveOn(parsed.config);
}

function give(): void {
  const life = ownLife();
  if (JSON.stringify(life) === JSON.stringify(agreed)) return;
  agreed = life;
  placeStore.setState({ beside: life });
}

/** The viewer's own history as settings; null while a prepared one is shown. */
function ownLife(): Differences | null {
  const { chosen, setup, plans } = livesStore.getState();
  if (chosen !== 'own') return null;
  const parsed = lifeConfig(runStore.getState().config, setup, plans.own);
  return parsed.ok ? configDifferences(parsed.config) : null;
}
