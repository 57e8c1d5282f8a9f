/**
 * Many runs, on as many workers as the machine has cores. A run depends on its configuration alone, so
 * the number of workers changes only when a result comes, never what it is.
 */
import type { RunConfig } from '../scenarios/config.ts';
import type { Run } from '../scenarios/run.ts';
import {
  createRunner,
  pageSurroundings,
  type RunFailure,
  type Runner,
  type Surroundings,
  type WorkerPort,
} from './client.ts';

export interface PoolListener {
  /** In the order in which they end. */
  onRun(index: number, run: Run): void;
  /** Share of all runs that is done, 0…1. */
  onProgress(share: number): void;
  onDone(): void;
  /** One run failed twice, or cannot be executed here; nothing more comes. */
  onFailed(failure: RunFailure, config: RunConfig): void;
  /** No worker starts here; the page itself computes. */
  onWithoutWorker(): void;
}

export interface Pool {
  readonly workers: number;
  /** Executes all; returns the way to stop, which ends the workers. They live no longer than the runs. */
  runAll(configs: readonly RunConfig[], listener: PoolListener): () => void;
}

/** `workers`: 1 or more. */
export function createPool(surroundings: Surroundings, workers: number): Pool {
  return {
    workers,
    runAll(configs, listener) {
      const ports = new Set<WorkerPort>();
      let over = false;
      const spawn: Surroundings['spawn'] = async (kind) => {
        // A runner that is stopped warms a worker for its next run; here there is none.
        if (over) throw new Error('the pool is closed');
        const port = await surroundings.spawn(kind);
        ports.add(port);
        if (over) port.terminate();
        return port;
      };
      const stops = new Map<Runner, () => void>();
      /** Of the runs under way, what is done of each. */
      const parts = new Map<Runner, number>();
      let next = 0;
      let done = 0;

      const close = () => {
        over = true;
        for (const stop of stops.values()) stop();
        for (const port of ports) port.terminate();
      };
      const tell = () => {
        const underWay = [...parts.values()].reduce((sum, part) => sum + part, 0);
        listener.onProgress((done + underWay) / configs.length);
      };
      const take = (runner: Runner) => {
        const index = next;
        const config = configs[index];
        if (over || config === undefined) return;
        next += 1;
        const stop = runner.run(config, {
          onProgress({ pulsesDone, pulses }) {
            parts.set(runner, pulses > 0 ? pulsesDone / pulses : 0);
            if (!over) tell();
          },
          onFinished(run) {
            if (over) return;
            parts.delete(runner);
            done += 1;
            listener.onRun(index, run);
            tell();
            if (done < configs.length) take(runner);
            else {
              close();
              listener.onDone();
            }
          },
          onFailed(failure) {
            if (over) return;
            close();
            listener.onFailed(failure, config);
          },
          onRestarted: () => parts.delete(runner),
          onWithoutWorker: () => listener.onWithoutWorker(),
        });
        stops.set(runner, stop);
      };

      if (configs.length === 0) {
        queueMicrotask(() => {
          if (!over) listener.onDone();
        });
      }
      for (let i = 0; i < Math.min(workers, configs.length); i++) {
        take(createRunner({ ...surroundings, spawn }));
      }
      return close;
    },
  };
}

/** All cores of this machine, as the browser tells them. */
export function pagePool(): Pool {
  return createPool(pageSurroundings(), Math.max(1, navigator.hardwareConcurrency || 1));
}
