import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { say } from '../content/words/use-words.ts';
import type { Timeline } from '../scenarios/knowledge/view.ts';
import { playhead } from '../store/playhead.ts';
import { runStore } from '../store/run.ts';
import { settingsStore } from '../store/settings.ts';
import { useTimeline, useView } from '../store/view.ts';
import { formatSeed } from './format.ts';
import { announce } from './live-region.tsx';
import { newRunWords } from './pages/lab/Tools.tsx';
import { placeStore } from './place.ts';
import { playsTheRun } from './routes.ts';
import { narrate } from './stage/narrate.ts';

/** Tells the live region what happens, as the chosen observer sees it. Draws nothing. */
export function Narrator() {
  const view = useView();
  const timeline = useTimeline();
  const speed = useStore(playhead, ({ speed }) => speed);
  const playing = useStore(playhead, ({ playing }) => playing);
  const describePhotons = useStore(settingsStore, ({ describePhotons }) => describePhotons);
  const before = useRef<{ timeline: Timeline | null; at: number }>({ timeline: null, at: 0 });

  // Where other runs are shown, they announce their own news.
  const elsewhere = useStore(
    placeStore,
    ({ route, frame }) => frame === 'auto' && route.screen === 'lab' && !playsTheRun(route.tab),
  );

  useEffect(() => {
    if (!view || !timeline || elsewhere) return;
    const previous = before.current;
    before.current = { timeline, at: view.at };
    // Another run begins to be told where the playhead stands.
    if (previous.timeline !== timeline) return;
    const eachPhoton = describePhotons && (speed === '1' || !playing);
    const narration = narrate(view, timeline, previous.at, { eachPhoton });
    if (narration)
      announce(say(narration.key, narration.values), narration.key !== 'narrate.photon');
  }, [view, timeline, speed, playing, describePhotons, elsewhere]);

  useEffect(
    () =>
      runStore.subscribe(({ status, changed, config }, { status: statusBefore }) => {
        if (status !== 'finished' || statusBefore !== 'running' || changed.length === 0) return;
        announce(newRunWords(say, changed, formatSeed(config.seed)), true);
      }),
    [],
  );
  return null;
}
