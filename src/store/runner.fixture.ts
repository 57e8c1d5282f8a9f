import type { RunConfig } from '../scenarios/config.ts';
import type { RunListener, Runner } from '../worker/client.ts';

/** A worker that takes one turn of the page, and notes what it executed, in order. */
export function turnRunner(execute: (config: RunConfig, listener: RunListener) => void) {
  const desk = { executed: [] as RunConfig[], failing: false };
  const runner: Runner = {
    warm: () => {},
    run(config, listener) {
      let stopped = false;
      setTimeout(() => {
        if (stopped) return;
        desk.executed.push(config);
        if (desk.failing) listener.onFailed({ kind: 'crashed', message: 'no light' });
        else execute(config, listener);
      });
      return () => {
        stopped = true;
      };
    },
  };
  return { desk, runner };
}
