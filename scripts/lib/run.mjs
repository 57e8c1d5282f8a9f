import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inProject } from './paths.mjs';

/**
 * @typedef {object} Outcome
 * @property {boolean} ok        it ended by itself with status 0
 * @property {string} output     standard output and standard error, in order
 * @property {string} why        how it ended, in words
 *
 * @typedef {object} Options
 * @property {number} [seconds]  longest time it may take; the whole process group ends with it
 * @property {Record<string, string>} [env]
 * @property {boolean} [show]    pass the output on to standard error as it comes
 */

/**
 * Runs a program in the project folder, without standard input. Never throws.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Options} [options]
 * @returns {Promise<Outcome>}
 */
export function run(command, args, { seconds = 300, env = {}, show = false } = {}) {
  return new Promise((settle) => {
    const posix = process.platform !== 'win32';
    const child = spawn(command, args, {
      cwd: inProject('.'),
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that what it started ends with it.
      detached: posix,
      // npm is a .cmd file on Windows, which only a shell starts.
      shell: !posix && command === 'npm',
    });
    const end = () => {
      try {
        if (posix && child.pid) process.kill(-child.pid, 'SIGKILL');
        else child.kill();
      } catch {
        // It ended in the meantime, which is what we want.
      }
    };
    const interrupted = () => {
      end();
      process.exit(130);
    };
    let output = '';
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      end();
    }, seconds * 1000);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
        if (show) process.stderr.write(text);
      });
    }
    process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
    const finish = (/** @type {boolean} */ ok, /** @type {string} */ why) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
      settle({ ok, output, why });
    };
    child.on('error', (error) => finish(false, error.message));
    child.on('close', (status, signal) => {
      if (late) finish(false, `stopped after ${seconds} s`);
      else finish(status === 0, signal ? `ended by ${signal}` : `exit status ${status}`);
    });
  });
}

/**
 * How to start a program that a package of ours brings along: by its file, so that no shell and no
 * `.cmd` wrapper is needed.
 * @param {string} packageName
 * @param {string} [bin]
 * @returns {string}
 */
export function binOf(packageName, bin = packageName) {
  const manifest = inProject(`node_modules/${packageName}/package.json`);
  const declared = JSON.parse(readFileSync(manifest, 'utf8')).bin;
  return join(dirname(manifest), typeof declared === 'string' ? declared : declared[bin]);
}
