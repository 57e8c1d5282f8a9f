// Node built-ins only: this file runs before anything is installed.
import { existsSync, readFileSync } from 'node:fs';
import { inProject } from './paths.mjs';
import { run } from './run.mjs';

/** Packages by their path in node_modules, as npm's lock files list them. */
function packagesIn(/** @type {string} */ lockFile) {
  /** @type {Record<string, { version?: string, optional?: boolean }>} */
  const packages = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  return packages;
}

/**
 * Whether node_modules holds exactly the versions of the lock file. npm writes a second lock file
 * into node_modules when an installation is complete; times of files say nothing, because a fresh
 * checkout is newer than everything.
 */
function isInstalled() {
  const record = inProject('node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const present = packagesIn(record);
  return Object.entries(packagesIn(inProject('package-lock.json'))).every(
    ([path, wanted]) =>
      path === '' ||
      (wanted.optional && !present[path]) || // native code of another platform
      present[path]?.version === wanted.version,
  );
}

/** Runs npm, the one that started us if there is one. */
function npm(/** @type {string[]} */ args, /** @type {boolean} */ show) {
  const itself = process.env['npm_execpath'];
  const options = { seconds: 600, show };
  if (itself && /\.c?js$/.test(itself)) return run(process.execPath, [itself, ...args], options);
  return run('npm', args, options);
}

/**
 * Installs what is missing; everything it says goes to standard error.
 * @param {{ show?: boolean }} [options] show: npm's own words as well
 */
export async function ensureInstalled({ show = false } = {}) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  // What Vite asks for; earlier ones fail later and less clearly.
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`Light & Letters needs Node 20.19 or newer; this is ${process.version}.`);
  }
  if (isInstalled()) return;
  console.error('Installing dependencies (only the first time and after a change) …');
  // NODE_ENV=production would leave the builder out.
  const always = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  let result = await npm(['ci', ...always], show);
  // A lock file can miss the native build of this very platform; then npm ci refuses.
  if (!result.ok) result = await npm(['install', '--no-save', ...always], show);
  if (!result.ok) {
    throw new Error(`npm could not install the dependencies (${result.why}):\n${result.output}`);
  }
}
