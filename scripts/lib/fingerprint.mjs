import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from './paths.mjs';

/** Files under a path of the project, sorted; tests are left out because nothing built has them. */
function filesUnder(/** @type {string} */ path) {
  const full = inProject(path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full, { recursive: true, encoding: 'utf8' })
    .filter((name) => !/\.test\.tsx?$/.test(name))
    .map((name) => join(path, name))
    .filter((file) => statSync(inProject(file)).isFile())
    .sort();
}

/**
 * One word for the contents of files and folders. Contents rather than times: they also notice a
 * deleted file and an older version brought back, and a few hundred files take some milliseconds.
 */
export function fingerprint(/** @type {readonly string[]} */ paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesUnder)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(inProject(file)))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}
