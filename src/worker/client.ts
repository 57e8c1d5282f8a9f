import { needsFullLight } from '../scenarios/channels/light-kit.ts';
import type { RunConfig } from '../scenarios/config.ts';
import { needsLargerEngine } from '../scenarios/needs.ts';
import { isRun, type Outcome, type Progress, type Run } from '../scenarios/run.ts';
import type { FromWorker, RunId, ToWorker } from './protocol.ts';

/** Photons a run without a worker may have, so that the page stays responsive. */
export const PHOTONS_WITHOUT_WORKER = 1_000_000;
/** A worker that says nothing for this long after its start will not come. */
const PING_MS = 2_000;
/** How long a run that nobody waits for any more may still take, before its worker is ended. */
const GRACE_MS = 40;

/** Why there is no result. */
export type RunFailure =
  | { readonly kind: 'crashed'; readonly message: string }
  /** This browser starts no workers, and the run is too big for the page itself. */
  | { readonly kind: 'no-worker'; readonly photons: number };

export interface RunListener {
  onProgress(progress: Progress): void;
  onFinished(run: Run): void;
  /** Of every scenario but `link`; who does not ask for one need not listen. */
  onTold?(outcome: Exclude<Outcome, Run>): void;
  onFailed(failure: RunFailure): void;
  /** The worker crashed; it was started again, and so was the run. */
  onRestarted(): void;
  /** No worker starts here; the page itself computes. */
  onWithoutWorker(): void;
}

/** What the client needs of a worker. */
export interface WorkerPort {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** 'trust' has every scenario and public-key anchors; 'plain', the smaller one, has sessions only. */
export type WorkerKind = 'plain' | 'trust';

export interface Surroundings {
  /** Throws or rejects where workers are refused. */
  spawn(kind: WorkerKind): Promise<WorkerPort>;
  runHere(config: RunConfig): Promise<Outcome>;
  /** Loads what a finished run of this configuration is shown with; left out: all of it is there. */
  prepare?(config: RunConfig): Promise<void>;
}

/** Executes one run at a time; a new one takes the place of the one under way. */
export interface Runner {
  /** Starts the worker before it is needed, so that the first run feels instant. */
  warm(): void;
  /** Returns the way to stop it. */
  run(config: RunConfig, listener: RunListener): () => void;
}

interface Job {
  readonly runId: RunId;
  readonly config: RunConfig;
  readonly listener: RunListener;
  restarted: boolean;
}

export function createRunner({ spawn, runHere, prepare }: Surroundings): Runner {
  let lastId: RunId = 0;
  let job: Job | null = null;
  /** null while no worker was asked for; resolves to null where none starts. */
  let opening: Promise<WorkerPort | null> | null = null;
  let kind: WorkerKind = 'plain';
  /** The run the worker computes, wanted or not. */
  let busyWith: RunId | null = null;
  let whenFree: (() => void) | null = null;

  function open(): Promise<WorkerPort | null> {
    opening ??= startWorker(() => spawn(kind)).then((port) => {
      if (!port) return null;
      port.onmessage = ({ data }) => hear(data);
      port.onerror = (event) => {
        event.preventDefault?.();
        crash(event.message || 'The worker ended without a message.');
      };
      return port;
    });
    return opening;
  }

  function discardWorker(): void {
    const old = opening;
    opening = null;
    busyWith = null;
    whenFree?.();
    void old?.then((port) => {
      if (!port) return;
      port.onmessage = null;
      port.onerror = null;
      port.terminate();
    });
  }

  function hear(message: FromWorker): void {
    if (message.type === 'pong') return;
    if (message.type !== 'progress' && message.runId === busyWith) {
      busyWith = null;
      whenFree?.();
    }
    if (message.runId !== job?.runId) return;
    const { listener } = job;
    switch (message.type) {
      case 'progress':
        listener.onProgress(message.progress);
        break;
      case 'finished':
        job = null;
        listener.onFinished(message.run);
        break;
      case 'told':
        job = null;
        listener.onTold?.(message.outcome);
        break;
      case 'crashed':
        crash(message.message);
        break;
      default:
        message satisfies never;
    }
  }

  /** A worker that failed once may have been unlucky (memory, a killed process): it gets one more. */
  function crash(message: string): void {
    discardWorker();
    if (!job) return;
    if (job.restarted) {
      const { listener } = job;
      job = null;
      listener.onFailed({ kind: 'crashed', message });
      return;
    }
    job.restarted = true;
    job.listener.onRestarted();
    void dispatch(job);
  }

  async function dispatch(next: Job): Promise<void> {
    if (busyWith !== null && !(await freeWithin(GRACE_MS))) discardWorker();
    if (job !== next) return;
    if (kind === 'plain' && needsLargerEngine(next.config)) {
      discardWorker();
      kind = 'trust';
    }
    const prepared = prepare?.(next.config).then(null, described);
    const port = await open();
    const failure = await prepared;
    if (job !== next) return;
    if (failure !== undefined) {
      job = null;
      next.listener.onFailed({ kind: 'crashed', message: failure });
      return;
    }
    if (port) {
      busyWith = next.runId;
      port.postMessage({ type: 'run', runId: next.runId, config: next.config });
    } else {
      await computeHere(next);
    }
  }

  /** Resolves to false if the worker is still busy after `ms`. */
  function freeWithin(ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = () => {
        clearTimeout(timer);
        if (whenFree === settle) whenFree = null;
        resolve(busyWith === null);
      };
      const timer = setTimeout(settle, ms);
      whenFree?.();
      whenFree = settle;
    });
  }

  async function computeHere(next: Job): Promise<void> {
    const { config, listener } = next;
    if (config.exchange.photons > PHOTONS_WITHOUT_WORKER) {
      job = null;
      listener.onFailed({ kind: 'no-worker', photons: PHOTONS_WITHOUT_WORKER });
      return;
    }
    listener.onWithoutWorker();
    try {
      const outcome = await runHere(config);
      if (job !== next) return;
      job = null;
      if (isRun(outcome)) listener.onFinished(outcome);
      else listener.onTold?.(outcome);
    } catch (error) {
      if (job !== next) return;
      job = null;
      listener.onFailed({ kind: 'crashed', message: described(error) });
    }
  }

  return {
    warm() {
      void open();
    },
    run(config, listener) {
      lastId += 1;
      const next: Job = { runId: lastId, config, listener, restarted: false };
      job = next;
      void dispatch(next);
      return () => {
        if (job !== next) return;
        job = null;
        if (busyWith === next.runId) {
          discardWorker();
          void open();
        }
      };
    },
  };
}

/** A worker that has answered a ping, or null. */
async function startWorker(spawn: () => Promise<WorkerPort>): Promise<WorkerPort | null> {
  let port: WorkerPort;
  try {
    port = await spawn();
  } catch {
    // Refused by the browser or its policy: the page computes by itself, and says so.
    return null;
  }
  return new Promise((resolve) => {
    const settle = (answered: boolean) => {
      clearTimeout(timer);
      port.onmessage = null;
      port.onerror = null;
      if (!answered) port.terminate();
      resolve(answered ? port : null);
    };
    const timer = setTimeout(() => settle(false), PING_MS);
    port.onmessage = () => settle(true);
    port.onerror = () => settle(false);
    port.postMessage({ type: 'ping' });
  });
}

function described(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

export function pageRunner(): Runner {
  return createRunner(pageSurroundings());
}

/** The page's: the worker's code comes with the page and starts from a blob. */
export function pageSurroundings(): Surroundings {
  return {
    async spawn(kind) {
      // One script has room for one worker only, so there it is the one that can do everything.
      const { default: RunWorker } =
        kind === 'trust' || import.meta.env.MODE === 'embed'
          ? await import('./trust.worker.ts?worker&inline')
          : await import('./run.worker.ts?worker&inline');
      return new RunWorker();
    },
    async prepare({ scenario, ...config }) {
      if (scenario !== 'link' || !needsFullLight(config)) return;
      await import('../scenarios/channels/full-light.ts');
    },
    async runHere(config) {
      // One frame for the message that says so to appear.
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (needsLargerEngine(config)) return runLargerHere(config);
      const { runSessions } = await import('../scenarios/sessions.ts');
      return runSessions(config);
    },
  };
}

/** The embed build carries the larger engine in its worker only; twice would make it a fifth larger. */
async function runLargerHere(config: RunConfig): Promise<Outcome> {
  if (import.meta.env.MODE === 'embed') {
    throw new Error('This experiment needs a worker, and this page may not start one.');
  }
  const [{ runScenario }, { fullTrustKit }] = await Promise.all([
    import('../scenarios/scenario.ts'),
    import('../scenarios/trust/full-kit.ts'),
  ]);
  return runScenario(config, { kit: fullTrustKit });
}
