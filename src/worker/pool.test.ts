import { expect, test } from 'vitest';
import type { RunConfig } from '../scenarios/config.ts';
import { FIRST_SETTING, jobsAt } from '../scenarios/distance/sweep.ts';
import { runConfig } from '../scenarios/execute.ts';
import type { Run } from '../scenarios/run.ts';
import type { Surroundings, WorkerPort } from './client.ts';
import { createPool } from './pool.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** A worker in this thread: it really executes, after as many turns as its number says. */
class OwnPort implements WorkerPort {
  onmessage: WorkerPort['onmessage'] = null;
  onerror: WorkerPort['onerror'] = null;
  ended = false;
  asked = 0;
  readonly late: number;
  readonly crashes: (asked: number) => boolean;
  constructor(late: number, crashes: (asked: number) => boolean = () => false) {
    this.late = late;
    this.crashes = crashes;
  }
  postMessage(message: ToWorker) {
    if (message.type === 'ping') {
      setTimeout(() => this.say({ type: 'pong' }));
      return;
    }
    const { runId, config } = message;
    const asked = ++this.asked;
    setTimeout(() => {
      if (this.ended) return;
      if (this.crashes(asked)) this.say({ type: 'crashed', runId, message: 'unlucky' });
      else this.say({ type: 'finished', runId, run: runConfig(config) });
    }, this.late);
  }
  terminate() {
    this.ended = true;
  }
  private say(message: FromWorker) {
    this.onmessage?.({ data: message } as MessageEvent<FromWorker>);
  }
}

const configs = jobsAt({ ...FIRST_SETTING, pulses: 2_000, repeats: 2 }, [0, 20]).map(
  ({ config }) => config,
);

function surroundings(make: (n: number) => OwnPort) {
  const ports: OwnPort[] = [];
  const given: Surroundings = {
    spawn: async () => {
      const port = make(ports.length);
      ports.push(port);
      return port;
    },
    runHere: async (config) => runConfig(config),
  };
  return { ports, given };
}

function execute(given: Surroundings, workers: number, wanted: readonly RunConfig[] = configs) {
  const runs: Run[] = [];
  const order: number[] = [];
  const shares: number[] = [];
  const ended = new Promise<string>((resolve) => {
    createPool(given, workers).runAll(wanted, {
      onRun(index, run) {
        runs[index] = run;
        order.push(index);
      },
      onProgress: (share) => shares.push(share),
      onDone: () => resolve('done'),
      onFailed: (failure) => resolve(failure.kind),
      onWithoutWorker: () => undefined,
    });
  });
  return ended.then((end) => ({ end, runs, order, shares }));
}

test('one worker or four, whoever is fast: the same receipts', async () => {
  const one = surroundings(() => new OwnPort(0));
  const alone = await execute(one.given, 1);
  // The first worker is the slowest, so that results come in another order.
  const four = surroundings((n) => new OwnPort((4 - n) * 7));
  const many = await execute(four.given, 4);
  expect(one.ports).toHaveLength(1);
  expect(four.ports).toHaveLength(4);
  expect(many.order).not.toEqual(alone.order);
  expect(many.runs.map(({ receipt }) => receipt)).toEqual(alone.runs.map(({ receipt }) => receipt));
  expect(many.shares.at(-1)).toBe(1);
  expect([...one.ports, ...four.ports].every(({ ended }) => ended)).toBe(true);
});

test('a worker that crashes once loses nothing; one run that always crashes ends the sweep', async () => {
  const once = surroundings((n) => new OwnPort(0, (asked) => n === 0 && asked === 2));
  const mended = await execute(once.given, 1);
  expect(mended.end).toBe('done');
  expect(once.ports).toHaveLength(2);
  expect(mended.runs.map(({ config }) => config)).toEqual(configs);
  const always = surroundings(() => new OwnPort(0, (asked) => asked === 1));
  expect(await execute(always.given, 2)).toMatchObject({ end: 'crashed', runs: [] });
  expect(always.ports.every(({ ended }) => ended)).toBe(true);
});

test('cancelled: every worker is ended, none is started, nothing more is told', async () => {
  const { ports, given } = surroundings(() => new OwnPort(2));
  const told: string[] = [];
  let first: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    first = resolve;
  });
  const stop = createPool(given, 3).runAll(configs, {
    onRun() {
      told.push('run');
      first();
    },
    onProgress: () => undefined,
    onDone: () => told.push('done'),
    onFailed: () => told.push('failed'),
    onWithoutWorker: () => undefined,
  });
  await begun;
  stop();
  const before = told.length;
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(told).toHaveLength(before);
  expect(told).not.toContain('done');
  expect(ports).toHaveLength(3);
  expect(ports.every(({ ended }) => ended)).toBe(true);
});

test('without workers the page computes what is small enough', async () => {
  const refusing: Surroundings = {
    spawn: async () => {
      throw new Error('refused');
    },
    runHere: async (config) => runConfig(config),
  };
  const here = await execute(refusing, 2);
  expect(here.end).toBe('done');
  expect(here.runs).toHaveLength(configs.length);
});
