import { fileURLToPath } from 'node:url';

/** Absolute path of a file or folder of the project; every script works from any directory. */
export function inProject(/** @type {string} */ path) {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

/** What the scripts make and may lose at any time. */
export const CACHE = inProject('node_modules/.cache/light-and-letters');
