/** The places of the app. A place enters the navigation when it exists. */

/** The Lab in two halves: one run looked at from all sides, and experiments with runs of their own. */
export const LAB_HALVES = {
  run: ['stage', 'steps', 'letters', 'light'],
  experiments: ['middleman', 'trust', 'time', 'side', 'later', 'read-out', 'site'],
} as const;
export type LabHalf = keyof typeof LAB_HALVES;
export type LabTab = (typeof LAB_HALVES)[LabHalf][number];
export const LAB_TABS: readonly LabTab[] = [...LAB_HALVES.run, ...LAB_HALVES.experiments];

export function halfOf(tab: LabTab): LabHalf {
  return (LAB_HALVES.run as readonly LabTab[]).includes(tab) ? 'run' : 'experiments';
}

/** Tabs that show the run on screen at the playhead. The others have runs, or none, of their own. */
export function playsTheRun(tab: LabTab): boolean {
  return tab === 'stage' || tab === 'steps' || tab === 'letters';
}

/** Tabs that compare many runs: none of them is the one that a receipt and a link could name. */
export function comparesRuns(tab: LabTab): boolean {
  return tab === 'side' || tab === 'read-out';
}

/** Tabs whose runs are of another kind than the run on screen: nothing of them can be pinned beside it. */
export function hasRunsOfItsOwn(tab: LabTab): boolean {
  return ['time', 'side', 'later', 'read-out', 'site'].includes(tab);
}

export type Route =
  | { readonly screen: 'lab'; readonly tab: LabTab }
  | { readonly screen: 'receipt' }
  | { readonly screen: 'about' };

export const HOME: Route = { screen: 'lab', tab: 'stage' };
export const EXPERIMENTS: Route = { screen: 'lab', tab: 'middleman' };

/** Where a run of this scenario is shown. */
export function placeOf(scenario: unknown): Route {
  switch (scenario) {
    case 'lifecycle':
      return { screen: 'lab', tab: 'time' };
    case 'rndl':
      return { screen: 'lab', tab: 'later' };
    case 'delivery':
      return { screen: 'lab', tab: 'site' };
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
