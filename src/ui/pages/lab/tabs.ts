import { later } from '../../later.tsx';

/** What the first view does not show: the other tabs, and two runs side by side. */
export const Compare = later(({ Compare }) => Compare);
export const MiddlemanTab = later(({ MiddlemanTab }) => MiddlemanTab);

/** Tabs that take their head and the width, and nothing else. */
export const LATER_TABS = {
  light: later(({ LightTab }) => LightTab),
  letters: later(({ LettersTab }) => LettersTab),
  steps: later(({ StepsTab }) => StepsTab),
  trust: later(({ TrustTab }) => TrustTab),
  time: later(({ TimeTab }) => TimeTab),
  side: later(({ SideTab }) => SideTab),
  later: later(({ LaterTab }) => LaterTab),
  'read-out': later(({ ReadOutTab }) => ReadOutTab),
  site: later(({ SiteTab }) => SiteTab),
  distance: later(({ DistanceTab }) => DistanceTab),
  boxes: later(({ BoxesTab }) => BoxesTab),
  relays: later(({ RelaysTab }) => RelaysTab),
  cards: later(({ CardsTab }) => CardsTab),
} as const;
