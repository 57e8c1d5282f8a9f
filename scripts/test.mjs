// `npm test`: installs what is missing, runs every check, ends with `N passed, N failed`.
// `npm test -- lint unit` runs only the checks whose names start like this.
// Nothing that needs installing may be imported at the top.
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureBrowser } from './lib/browser.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { CACHE, inProject } from './lib/paths.mjs';
import { binOf, run } from './lib/run.mjs';

/** Of a failed check's output: compilers say most at the start, test runners at the end. */
const FIRST_LINES = 60;
const LAST_LINES = 140;
const UNIT_REPORT = join(CACHE, 'unit.json');
const E2E_REPORT = join(CACHE, 'e2e.json');

const began = Date.now();
const wanted = process.argv.slice(2);
const total = { passed: 0, failed: 0 };

/**
 * @typedef {object} Result
 * @property {number} passed
 * @property {number} failed
 * @property {string} [detail] said behind the name
 * @property {string} [output] shown when something failed
 */

/** Runs one check, prints its line, adds its counts. @returns {Promise<boolean>} nothing failed */
async function check(/** @type {string} */ name, /** @type {() => Promise<Result>} */ body) {
  if (wanted.length > 0 && !wanted.some((word) => name.startsWith(word))) return true;
  const since = Date.now();
  const result = await body().catch((error) => gate(false, '', String(error?.message ?? error)));
  total.passed += result.passed;
  total.failed += result.failed;
  const good = result.failed === 0;
  const seconds = ((Date.now() - since) / 1000).toFixed(1);
  const detail = result.detail ? `: ${result.detail}` : '';
  console.log(`${good ? 'ok    ' : 'FAILED'} ${name}${detail} (${seconds} s)`);
  if (!good && result.output) console.log(shortened(result.output));
  return good;
}

/** A check that is one thing: passed or failed. @returns {Result} */
function gate(/** @type {boolean} */ ok, detail = '', output = '') {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, detail, output };
}

function shortened(/** @type {string} */ output) {
  const lines = output.trim().split('\n');
  const left = lines.length - FIRST_LINES - LAST_LINES;
  if (left > 0) lines.splice(FIRST_LINES, left, `… ${left} lines left out`);
  return lines.map((line) => `       ${line}`).join('\n');
}

/**
 * A program of ours as a check.
 * @param {string[]} command
 * @param {{ lastLine?: boolean }} [options] lastLine: what it prints at the end is worth showing
 */
async function program(command, { lastLine = false } = {}) {
  const { ok, output, why } = await run(process.execPath, command);
  const detail = lastLine && ok ? output.trimEnd().split('\n').at(-1) : '';
  return gate(ok, detail, `${output}\n(${why})`);
}

/**
 * A test runner as a check: counts come from its report, the rest from how it ended.
 * @param {string[]} command
 * @param {string} report
 * @param {Record<string, string>} env
 * @param {(report: any) => { passed: number, failed: number, skipped: number }} count
 * @returns {Promise<Result>}
 */
async function runner(command, report, env, count) {
  await mkdir(CACHE, { recursive: true });
  await rm(report, { force: true });
  const { ok, output, why } = await run(process.execPath, command, { env, seconds: 480 });
  const text = await readFile(report, 'utf8').catch(() => null);
  const counts = text ? count(JSON.parse(text)) : { passed: 0, failed: 0, skipped: 0 };
  const nothingRan = counts.passed + counts.failed === 0;
  // A file that does not load, a crash, a time limit: no test failed, and yet it is a failure.
  const failed = counts.failed || (ok && !nothingRan ? 0 : 1);
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  const detail = `${counts.passed} passed, ${failed} failed${skipped}`;
  return { passed: counts.passed, failed, detail, output: `${output}\n(${why})` };
}

const lint = async () =>
  program([binOf('@biomejs/biome', 'biome'), 'check', '--error-on-warnings', '--colors=off']);
const types = (/** @type {string} */ project) => () =>
  program([binOf('typescript', 'tsc'), '-p', project]);

const unit = () =>
  runner(
    [
      binOf('vitest'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${UNIT_REPORT}`,
    ],
    UNIT_REPORT,
    { NO_COLOR: '1' },
    (report) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    }),
  );

/** Finds browser and build by itself, for `npm test -- e2e`; otherwise both are there already. */
async function stories() {
  const browser = await ensureBrowser();
  const built = await run(process.execPath, [inProject('scripts/build.mjs'), '--if-stale']);
  if (!built.ok) return gate(false, 'no build', built.output);
  return runner(
    [binOf('@playwright/test', 'playwright'), 'test', '--reporter=list,json'],
    E2E_REPORT,
    { LL_CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: E2E_REPORT, FORCE_COLOR: '0' },
    ({ stats }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
      skipped: stats.skipped,
    }),
  );
}

async function everything() {
  if (wanted.length > 0) await ensureInstalled();
  const started = await check('install', async () => {
    await ensureInstalled();
    return gate(true);
  });
  if (!started) return;

  let ready = true;
  // Two lanes for two processors: the unit tests, and all that is short.
  await Promise.all([
    check('unit', unit),
    (async () => {
      const browser = await check('browser', async () => gate(true, await ensureBrowser()));
      await check('types', types('tsconfig.json'));
      await check('types of the core, without a browser', types('src/core/tsconfig.json'));
      await check('lint and format', lint);
      await check('unused code', () => program([binOf('knip')]));
      const built = await check('build', () => program([inProject('scripts/build.mjs')]));
      if (built) {
        await check('size', () => program([inProject('scripts/budget.mjs')], { lastLine: true }));
      }
      ready = browser && built;
    })(),
  ]);
  // Alone, because stories have time limits.
  await check('e2e', ready ? stories : async () => gate(false, 'not run: no build or no browser'));
}

await everything().catch((error) => {
  console.error(error);
  total.failed += 1;
});
if (total.passed + total.failed === 0) console.log(`Nothing is named like ${wanted.join(' ')}.`);
console.log(`\n${((Date.now() - began) / 1000).toFixed(0)} s`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
