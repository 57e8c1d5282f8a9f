import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { binOf, run } from './run.mjs';

const ON_PATH = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];
const ON_MACOS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/** A Chromium for the tests of the built app, or null. LL_CHROMIUM names one by its path. */
export async function findBrowser() {
  const named = process.env['LL_CHROMIUM'];
  if (named) return named;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const installed = ON_PATH.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = [...installed, ...ON_MACOS].find((file) => isExecutable(file) && starts(file));
  if (found) return found;
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  return existsSync(own) && starts(own) ? own : null;
}

/** Finds a browser or installs one. @returns {Promise<string>} its path; throws with the reasons */
export async function ensureBrowser() {
  const present = await findBrowser();
  if (present) return present;
  console.error('Installing a browser for the tests …');
  const tries = [
    () =>
      run(process.execPath, [binOf('@playwright/test', 'playwright'), 'install', 'chromium'], {
        seconds: 180,
      }),
    installFromDebian,
  ];
  const reasons = [];
  for (const attempt of tries) {
    const { output, why } = await attempt();
    const browser = await findBrowser();
    if (browser) return browser;
    reasons.push(`${output.trim().split('\n').slice(-3).join('\n')} (${why})`);
  }
  throw new Error(
    `No Chromium, Chrome or Edge was found, and none could be installed:\n${reasons.join('\n')}\n` +
      'Install one, or give its path in the variable LL_CHROMIUM.',
  );
}

async function installFromDebian() {
  const root = process.getuid?.() === 0;
  const command = root ? 'env' : 'sudo';
  const before = [...(root ? [] : ['-n', 'env']), 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  const apt = (/** @type {string[]} */ ...args) =>
    run(command, [...before, '-o', 'DPkg::Lock::Timeout=300', '-y', ...args], { seconds: 400 });
  const updated = await apt('update');
  return updated.ok ? apt('install', '--no-install-recommends', 'chromium') : updated;
}

function isExecutable(/** @type {string} */ file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A name on the PATH may be a stub that only says where the browser could be had. */
function starts(/** @type {string} */ file) {
  const answer = spawnSync(file, ['--version'], { timeout: 20_000, encoding: 'utf8' });
  return answer.status === 0 && /\d+\.\d+/.test(answer.stdout);
}
