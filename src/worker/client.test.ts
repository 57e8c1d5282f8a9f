import { beforeEach, expect, test, vi } from 'vitest';
import type { RunConfig } from '../scenarios/config.ts';
import { DEFAULT_CONFIG } from '../scenarios/config-parse.ts';
import { runConfig } from '../scenarios/execute.ts';
import {
  createRunner,
  PHOTONS_WITHOUT_WORKER,
  type RunListener,
  type WorkerKind,
  type WorkerPort,
} from './client.ts';
import { buffersOf, type FromWorker, type ToWorker } from './protocol.ts';

/** A worker played by the test: it answers pings, and keeps what it was asked. */
class FakePort implements WorkerPort {
  readonly asked: ToWorker[] = [];
  ended = false;
  onmessage: WorkerPort['onmessage'] = null;
  onerror: WorkerPort['onerror'] = null;
  readonly mute: boolean;
  constructor(isMute: boolean) {
    this.mute = isMute;
  }
  postMessage(message: ToWorker) {
    this.asked.push(message);
    if (message.type === 'ping' && !this.mute) setTimeout(() => this.say({ type: 'pong' }), 0);
  }
  terminate() {
    this.ended = true;
  }
  say(message: FromWorker) {
    this.onmessage?.({ data: message } as MessageEvent<FromWorker>);
  }
  fail(message: string) {
    this.onerror?.({ message, preventDefault: () => {} } as ErrorEvent);
  }
  get runs() {
    return this.asked.filter((message) => message.type === 'run');
  }
}

const small: RunConfig = {
  ...DEFAULT_CONFIG,
  exchange: { ...DEFAULT_CONFIG.exchange, photons: 64 },
};
const run = runConfig(small);

let ports: FakePort[];
let mute: boolean;
let kinds: string[];
const spawn = async (kind: WorkerKind) => {
  const port = new FakePort(mute);
  kinds.push(kind);
  ports.push(port);
  return port;
};
const runHere = vi.fn(async () => run);

beforeEach(() => {
  vi.useFakeTimers();
  ports = [];
  kinds = [];
  mute = false;
  runHere.mockClear();
});

function listener() {
  return {
    onProgress: vi.fn<RunListener['onProgress']>(),
    onFinished: vi.fn<RunListener['onFinished']>(),
    onFailed: vi.fn<RunListener['onFailed']>(),
    onRestarted: vi.fn<RunListener['onRestarted']>(),
    onWithoutWorker: vi.fn<RunListener['onWithoutWorker']>(),
  };
}
const settle = (ms = 10) => vi.advanceTimersByTimeAsync(ms);

test('one warm worker serves run after run', async () => {
  const runner = createRunner({ spawn, runHere });
  runner.warm();
  const heard = listener();
  for (const id of [1, 2]) {
    runner.run(small, heard);
    await settle();
    ports[0]?.say({
      type: 'progress',
      runId: id,
      progress: { pulsesDone: 1, pulses: 64, step: 1 },
    });
    ports[0]?.say({ type: 'finished', runId: id, run });
  }
  expect(ports).toHaveLength(1);
  expect(heard.onProgress).toHaveBeenCalledTimes(2);
  expect(heard.onFinished).toHaveBeenCalledTimes(2);
});

test('a cancelled run ends its worker at once, and its late reply is dropped', async () => {
  const runner = createRunner({ spawn, runHere });
  const heard = listener();
  const cancel = runner.run(small, heard);
  await settle();
  const [first] = ports;
  cancel();
  await settle();
  expect(first?.ended).toBe(true);
  first?.say({ type: 'finished', runId: 1, run });
  expect(heard.onFinished).not.toHaveBeenCalled();
  expect(ports).toHaveLength(2); // the next one is warming up
});

test('a superseded run may still finish within the grace, and its worker goes on', async () => {
  const runner = createRunner({ spawn, runHere });
  const old = listener();
  const heard = listener();
  runner.run(small, old);
  await settle();
  runner.run(small, heard);
  ports[0]?.say({ type: 'finished', runId: 1, run });
  await settle();
  ports[0]?.say({ type: 'finished', runId: 2, run });
  expect(old.onFinished).not.toHaveBeenCalled();
  expect(heard.onFinished).toHaveBeenCalledOnce();
  expect(ports).toHaveLength(1);
});

test('a superseded run that takes longer loses its worker within 100 ms', async () => {
  const runner = createRunner({ spawn, runHere });
  runner.run(small, listener());
  await settle();
  runner.run(small, listener());
  await settle(100);
  expect(ports[0]?.ended).toBe(true);
  expect(ports[1]?.runs).toHaveLength(1);
});

test('a crash restarts worker and run once, with a message; a second one is told', async () => {
  const runner = createRunner({ spawn, runHere });
  const heard = listener();
  runner.run(small, heard);
  await settle();
  ports[0]?.fail('out of memory');
  await settle();
  expect(heard.onRestarted).toHaveBeenCalledOnce();
  expect(ports[1]?.runs).toHaveLength(1);
  ports[1]?.say({ type: 'crashed', runId: 1, message: 'again' });
  await settle();
  expect(heard.onFailed).toHaveBeenCalledExactlyOnceWith({ kind: 'crashed', message: 'again' });
});

test('a run begins when what it is shown with is there, and fails where that does not come', async () => {
  let come: () => void = () => {};
  let fail: (reason: Error) => void = () => {};
  const prepare = () =>
    new Promise<void>((resolve, reject) => {
      come = resolve;
      fail = reject;
    });
  const runner = createRunner({ spawn, runHere, prepare });
  const heard = listener();
  runner.run(small, heard);
  await settle();
  expect(ports[0]?.runs).toHaveLength(0);
  come();
  await settle();
  expect(ports[0]?.runs).toHaveLength(1);
  ports[0]?.say({ type: 'finished', runId: 1, run });
  runner.run(small, heard);
  await settle();
  fail(new Error('offline'));
  await settle();
  expect(ports[0]?.runs).toHaveLength(1);
  expect(heard.onFailed).toHaveBeenCalledExactlyOnceWith({
    kind: 'crashed',
    message: expect.stringContaining('offline'),
  });
});

test('certificates take the larger worker, which then stays', async () => {
  const runner = createRunner({ spawn, runHere });
  const certified: RunConfig = {
    ...small,
    authentication: { ...small.authentication, trustAnchor: 'pki' },
  };
  for (const config of [small, certified, small]) {
    runner.run(config, listener());
    await settle(100);
    ports.at(-1)?.say({ type: 'finished', runId: ports.length, run });
    await settle();
  }
  expect(kinds).toEqual(['plain', 'trust']);
  expect(ports[0]?.ended).toBe(true);
  expect(ports[1]?.runs).toHaveLength(2);
});

test('a lifecycle is told to who listens for one', async () => {
  const runner = createRunner({ spawn, runHere });
  const heard = { ...listener(), onTold: vi.fn() };
  runner.run({ ...small, scenario: 'lifecycle' }, heard);
  await settle();
  const lifecycle = { config: small, rounds: [], receipt: run.receipt };
  ports[0]?.say({ type: 'told', runId: 1, outcome: lifecycle });
  expect(heard.onTold).toHaveBeenCalledExactlyOnceWith(lifecycle);
  expect(heard.onFinished).not.toHaveBeenCalled();
});

test('where no worker answers in two seconds, the page computes what is small enough', async () => {
  mute = true;
  const runner = createRunner({ spawn, runHere });
  const heard = listener();
  runner.run(small, heard);
  await settle(2_100);
  expect(heard.onWithoutWorker).toHaveBeenCalledOnce();
  expect(heard.onFinished).toHaveBeenCalledExactlyOnceWith(run);
  const photons = PHOTONS_WITHOUT_WORKER + 1;
  runner.run({ ...small, exchange: { ...small.exchange, photons } }, heard);
  await settle();
  expect(heard.onFailed).toHaveBeenCalledExactlyOnceWith({
    kind: 'no-worker',
    photons: PHOTONS_WITHOUT_WORKER,
  });
});

test('the long columns are moved; tags are not', () => {
  const buffers = buffersOf(run);
  expect(buffers).toContain(run.letterPulses.buffer);
  expect(buffers).toContain(run.links[0]?.counts.sifted.buffer);
  const tags = run.letters.map(({ seal }) => seal?.tag.buffer).filter(Boolean);
  expect(tags.length).toBeGreaterThan(0);
  for (const tag of tags) expect(buffers).not.toContain(tag);
});
