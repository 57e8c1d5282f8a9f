/**
 * Sessions beside the run on screen: a link whose trust anchor has lost something, with Eve in the
 * middle. Each is executed once and kept, so that the table of losses fills as the viewer goes.
 */
import { createStore } from 'zustand/vanilla';
import type { Observer } from '../scenarios/actors.ts';
import type {
  AuthenticationMethod,
  RunConfig,
  Seed,
  TrustAnchorName,
} from '../scenarios/config.ts';
import type { KnowledgeView } from '../scenarios/knowledge/view.ts';
import { viewOf } from '../scenarios/knowledge/view-of.ts';
import type { Run } from '../scenarios/run.ts';
import { pageRunner, type Runner } from '../worker/client.ts';
import { keyOf } from './config-key.ts';
import { execute } from './once.ts';
import { LOSSES, type Loss, type Session, sessionConfig } from './trust-losses.ts';

/** When the anchor loses it; before and during are one run, because Eve needs it when she is checked. */
export type Timing = 'before' | 'during' | 'after';

export interface Trust {
  readonly seed: Seed;
  readonly anchor: TrustAnchorName;
  readonly method: AuthenticationMethod;
  /** The loss looked at, of each anchor. */
  readonly losses: Readonly<Record<TrustAnchorName, Loss>>;
  readonly timing: Timing;
  /** Whose check is shown; Eve answers this end first. */
  readonly reader: 'alice' | 'bob';
  /** Whose check was chosen, while the run is seen as one end; null: `reader` is the choice. */
  readonly chosenReader: 'alice' | 'bob' | null;
  /** Finished sessions by the configuration they ran. */
  readonly runs: Readonly<Record<string, Run>>;
  readonly waiting: readonly RunConfig[];
  /** For copying into a report: what went wrong, with the configuration. */
  readonly failure: string | null;
}

export const trustStore = createStore<Trust>(() => ({
  seed: 1984,
  anchor: 'pki',
  method: 'ed25519',
  losses: { pki: 'none', 'web-of-trust': 'none', 'pre-shared-key': 'none' },
  timing: 'before',
  reader: 'bob',
  chosenReader: null,
  runs: {},
  waiting: [],
  failure: null,
}));

/** Picture only: finished sessions that are kept. */
const MOST_RUNS = 80;

let runner: Runner | null = null;
let working = false;
let stop: (() => void) | null = null;

/** Tests put their own in the page's place. */
export function trustWith(own: Runner): void {
  runner = own;
}

export function choose(
  changes: Partial<Pick<Trust, 'seed' | 'anchor' | 'method' | 'timing' | 'reader'>>,
): void {
  trustStore.setState(changes);
  executeChosen();
}

/** Seen as one end, its own check is the one to see; afterwards the one that was chosen before. */
export function seeChecksAs(observer: Observer): void {
  const { reader, chosenReader } = trustStore.getState();
  const chosen = chosenReader ?? reader;
  const end = observer === 'alice' || observer === 'bob' ? observer : null;
  trustStore.setState({ reader: end ?? chosen, chosenReader: end && chosen });
  executeChosen();
}

/** A loss of any anchor; the anchor comes into view with it. */
export function chooseLoss(anchor: TrustAnchorName, loss: Loss): void {
  trustStore.setState(({ losses }) => ({ anchor, losses: { ...losses, [anchor]: loss } }));
  executeChosen();
}

/** What the picture in view needs: the honest session, and the one that the choice makes of it. */
export function executeChosen(): void {
  const state = trustStore.getState();
  const { timing, reader } = state;
  const loss = state.losses[state.anchor];
  request(
    configsOf([
      sessionOf(state, { loss, eveAnswers: timing === 'after' ? null : reader }),
      sessionOf(state, { loss: 'none', eveAnswers: null }),
    ]),
  );
}

/** Every loss of every anchor that has not been executed with this method and seed. */
export function executeAll(): void {
  const state = trustStore.getState();
  const all = (Object.keys(LOSSES) as TrustAnchorName[]).flatMap((anchor) =>
    LOSSES[anchor].map((loss) => ({ ...sessionOf(state, { loss }), anchor })),
  );
  request(
    configsOf(all.filter((session) => theftOf(state, session.anchor, session.loss) === null)),
  );
}

/** Ends what is under way and forgets what waits; what is finished stays. */
export function cancelTrust(): void {
  trustStore.setState({ waiting: [] });
  stop?.();
  stop = null;
  working = false;
}

/** The session that a choice in view stands for. */
export function sessionOf(
  { seed, anchor, method, reader }: Trust,
  { loss, eveAnswers = reader }: { loss: Loss; eveAnswers?: Session['eveAnswers'] },
): Session {
  return { seed, anchor, method, loss, eveAnswers };
}

/** The finished run of a configuration; null: not there, or not yet. */
export function finishedRun({ runs }: Pick<Trust, 'runs'>, config: RunConfig): Run | null {
  return runs[keyOf(config)] ?? null;
}

/** The same of a session. */
export function runOf(state: Trust, session: Session): Run | null {
  const parsed = sessionConfig(session);
  return parsed.ok ? finishedRun(state, parsed.config) : null;
}

/** The same with Eve in the middle, whichever end she answered first: the verdict does not depend on it. */
export function theftOf(state: Trust, anchor: TrustAnchorName, loss: Loss): Run | null {
  const { reader } = state;
  const other = reader === 'alice' ? 'bob' : 'alice';
  for (const eveAnswers of [reader, other] as const) {
    const run = runOf(state, { ...sessionOf(state, { loss, eveAnswers }), anchor });
    if (run) return run;
  }
  return null;
}

export function isWaiting({ waiting }: Trust, session: Session): boolean {
  const parsed = sessionConfig(session);
  return parsed.ok && waiting.some((config) => keyOf(config) === keyOf(parsed.config));
}

/** Those of the sessions that can be. */
export function configsOf(sessions: readonly Session[]): RunConfig[] {
  return sessions.flatMap((session) => {
    const parsed = sessionConfig(session);
    return parsed.ok ? [parsed.config] : [];
  });
}

/** Puts sessions first in line. */
export function request(configs: readonly RunConfig[]): void {
  const { runs, waiting } = trustStore.getState();
  const wanted = new Map<string, RunConfig>();
  for (const config of [...configs, ...waiting]) {
    if (!wanted.has(keyOf(config))) wanted.set(keyOf(config), config);
  }
  for (const key of wanted.keys()) if (runs[key]) wanted.delete(key);
  trustStore.setState({ waiting: [...wanted.values()], failure: null });
  void work();
}

async function work(): Promise<void> {
  if (working) return;
  working = true;
  runner ??= pageRunner();
  for (;;) {
    const [config] = trustStore.getState().waiting;
    if (!config) break;
    try {
      const run = await execute(runner, config, (end) => {
        stop = end;
      });
      keep(config, run);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const failure = `${message}\n${JSON.stringify(config)}`;
      trustStore.setState({ waiting: [], failure });
    }
  }
  working = false;
}

function keep(config: RunConfig, run: Run): void {
  const key = keyOf(config);
  trustStore.setState(({ runs, waiting }) => ({
    runs: Object.fromEntries([...Object.entries(runs).slice(1 - MOST_RUNS), [key, run]]),
    waiting: waiting.filter((other) => keyOf(other) !== key),
  }));
}

const views = new WeakMap<Run, Map<Observer, KnowledgeView>>();

/** What an observer knows when a session is over. */
export function endView(run: Run, observer: Observer): KnowledgeView {
  let known = views.get(run);
  if (!known) {
    known = new Map();
    views.set(run, known);
  }
  let view = known.get(observer);
  if (!view) {
    view = viewOf(run, observer, run.length);
    known.set(observer, view);
  }
  return view;
}
