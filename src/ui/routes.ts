/** The places of the app. A place enters the navigation when it exists. */

/**
 * The Lab in parts: one run looked at from all sides, experiments with runs of their own, and what real
 * boxes make of the theory.
 */
export const LAB_PARTS = {
  run: ['stage', 'steps', 'letters', 'light'],
  experiments: ['middleman', 'trust', 'time', 'side', 'later', 'read-out', 'site'],
  boxes: ['distance', 'boxes', 'relays', 'cards'],
} as const;
export type LabPart = keyof typeof LAB_PARTS;
export type LabTab = (typeof LAB_PARTS)[LabPart][number];
export const LAB_TABS: readonly LabTab[] = Object.values(LAB_PARTS).flat();

export function partOf(tab: LabTab): LabPart {
  const parts = Object.keys(LAB_PARTS) as LabPart[];
  return parts.find((part) => (LAB_PARTS[part] as readonly LabTab[]).includes(tab))!;
}

/** Tabs that show the run on screen at the playhead. The others have runs, or none, of their own. */
export function playsTheRun(tab: LabTab): boolean {
  return tab === 'stage' || tab === 'steps' || tab === 'letters';
}

/** Tabs that compare many runs: none of them is the one that a receipt and a link could name. */
export function comparesRuns(tab: LabTab): boolean {
  return ['side', 'read-out', 'distance', 'cards'].includes(tab);
}

/** Tabs whose runs are of another kind than the run on screen: nothing of them can be pinned beside it. */
export function hasRunsOfItsOwn(tab: LabTab): boolean {
  return ['time', 'side', 'later', 'read-out', 'site'].includes(tab) || partOf(tab) === 'boxes';
}

/** Tabs on which all know the same: nothing there depends on who looks. */
export function looksTheSameToAll(tab: LabTab): boolean {
  return tab === 'light' || tab === 'distance' || tab === 'cards';
}

export type Route =
  | { readonly screen: 'lab'; readonly tab: LabTab }
  | { readonly screen: 'receipt' }
  | { readonly screen: 'about' };

export const HOME: Route = { screen: 'lab', tab: 'stage' };
export const EXPERIMENTS: Route = { screen: 'lab', tab: 'middleman' };
export const REAL_BOXES: Route = { screen: 'lab', tab: 'distance' };

/** Where a run of this scenario is shown. */
export function placeOf(scenario: unknown): Route {
  switch (scenario) {
    case 'lifecycle':
      return { screen: 'lab', tab: 'time' };
    case 'rndl':
      return { screen: 'lab', tab: 'later' };
    case 'delivery':
      return { screen: 'lab', tab: 'site' };
    case 'relay':
      return { screen: 'lab', tab: 'relays' };
    default:
      return HOME;
  }
}

/** "/lab/light" → a place; null if there is none of that name. */
export function routeOf(path: string): Route | null {
  const [screen, tab, ...rest] = path.split('/').filter(Boolean);
  if (rest.length > 0) return null;
  switch (screen) {
    case undefined:
      return HOME;
    case 'lab':
      if (tab === undefined) return HOME;
      return isLabTab(tab) ? { screen, tab } : null;
    case 'receipt':
    case 'about':
      return tab === undefined ? { screen } : null;
    default:
      return null;
  }
}

export function pathOf(route: Route): string {
  if (route.screen !== 'lab') return `/${route.screen}`;
  return route.tab === 'stage' ? '/lab' : `/lab/${route.tab}`;
}

function isLabTab(name: string): name is LabTab {
  return (LAB_TABS as readonly string[]).includes(name);
}
