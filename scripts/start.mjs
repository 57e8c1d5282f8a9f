// `npm start`: installs what is missing, builds if needed, serves the app, prints its address.
// Nothing that needs installing may be imported at the top.
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { ensureInstalled } from './lib/install.mjs';
import { serveNear } from './lib/serve.mjs';

const USAGE = `npm start -- [--port <number>] [--host <address>] [--no-open]
  --port     where to serve the app (also the variable PORT; otherwise 4173)
  --host     address to listen on, for example 0.0.0.0 for a classroom; otherwise this machine only
  --no-open  do not open a browser`;

function readOptions() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      'no-open': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  // npm keeps `--port` for itself when the `--` before it is forgotten, and passes it on like this.
  const given = values.port ?? process.env['npm_config_port'] ?? process.env['PORT'] ?? '4173';
  const port = Number(given);
  if (!/^\d+$/.test(given) || port < 1 || port > 65535) {
    throw new Error(`A port is a whole number from 1 to 65535, not "${given}".`);
  }
  return { ...values, port };
}

function openInBrowser(/** @type {string} */ url) {
  const [command, args] =
    process.platform === 'darwin'
      ? ['open', [url]]
      : process.platform === 'win32'
        ? ['cmd', ['/c', 'start', '', url]]
        : ['xdg-open', [url]];
  // No browser to be found is no failure: the address is on the screen.
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

try {
  const options = readOptions();
  if (options.help) {
    console.log(USAGE);
    process.exit(0);
  }
  await ensureInstalled({ show: true });
  const { ensureBuilt, SITE } = await import('./lib/site.mjs');
  await ensureBuilt();
  const site = { root: SITE, port: options.port, ...(options.host && { host: options.host }) };
  const { url, close } = await serveNear(site, (taken) =>
    console.log(`Port ${taken} is taken; trying ${taken + 1}.`),
  );
  console.log(`\n  Light & Letters is at ${url}\n  Stop it with Ctrl+C.\n`);
  const stop = () => close().then(() => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
  // npm does not always pass on that it was ended; without it we would hold the port for ever.
  const parent = process.ppid;
  if (process.env['npm_lifecycle_event']) {
    setInterval(() => process.ppid !== parent && stop(), 1000).unref();
  }
  if (!options['no-open'] && !process.env['CI'] && process.stdout.isTTY) openInBrowser(url);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
