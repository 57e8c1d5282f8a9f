import { useCallback, useEffect, useState } from 'react';
import type { KnowledgeView, Timeline } from '../../scenarios/knowledge/view.ts';
import type { StageSpeed } from './flights.ts';
import type { StageLayout } from './layouts/places.ts';
import { tileChanges } from './scene.ts';

/** Reduced motion: when each of the three still frames of a photon begins, ms after its instant. */
const STILLS_MS = [250, 600] as const;
/** Shares of a slot at which those frames are taken: the photon at Alice, the photon at Bob. */
const STILL_AT = [0.24, 0.985] as const;

export interface Moment {
  /** The fractional instant for which tiles are drawn: the last one at which some tile changed. */
  readonly at: number;
  readonly now: () => number;
  /** The speed at which photons are drawn: stills are those of one a second. */
  readonly speed: StageSpeed;
}

/**
 * The moment React draws. Tiles change a few times within an event at one a second, and not at all
 * at higher speeds; only then does this hook render anew.
 */
export function useMoment({
  view,
  timeline,
  layout,
  speed,
  reducedMotion,
  playing,
  now,
  onFrame,
}: {
  readonly view: KnowledgeView;
  readonly timeline: Timeline;
  readonly layout: StageLayout;
  readonly speed: StageSpeed;
  readonly reducedMotion: boolean;
  readonly playing: boolean;
  readonly now: () => number;
  readonly onFrame: (callback: (now: number) => void) => () => void;
}): Moment {
  const { at } = view;
  const [passed, setPassed] = useState({ at, share: 0 });
  const stills = reducedMotion && playing && (speed === '1' || speed === '10');
  const drawn: StageSpeed = reducedMotion && speed === '10' ? '1' : speed;

  useEffect(() => {
    if (!stills) return;
    const timers = STILLS_MS.map((ms, frame) =>
      setTimeout(() => setPassed({ at, share: STILL_AT[frame] ?? 0 }), ms),
    );
    return () => timers.forEach(clearTimeout);
  }, [stills, at]);

  useEffect(() => {
    if (reducedMotion) return;
    const changes = tileChanges(timeline, { at, speed, layout });
    if (changes.length === 0) return;
    const share = (moment: number) => {
      // A hair after the change itself, so that "later than" holds.
      const last = changes.findLast((change) => moment > change);
      return last === undefined ? 0 : last - at + 1e-6;
    };
    return onFrame((moment) => {
      const next = share(moment);
      setPassed((before) => {
        const known = before.at === at ? before.share : 0;
        return known === next ? before : { at, share: next };
      });
    });
  }, [timeline, at, speed, layout, reducedMotion, onFrame]);

  const share = passed.at === at && (stills || !reducedMotion) ? passed.share : 0;
  const still = useCallback(() => at + share, [at, share]);
  return { at: at + share, now: reducedMotion ? still : now, speed: drawn };
}
