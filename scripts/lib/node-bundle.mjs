import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { engineVersion } from '../version.mjs';
import { fingerprint } from './fingerprint.mjs';
import { ensureInstalled } from './install.mjs';
import { CACHE, inProject } from './paths.mjs';

const DAY_MS = 86_400_000;

/**
 * Runs a TypeScript entry under Node, which cannot strip types in version 20: bundles it when its
 * sources changed, then imports it. Arguments, standard input and output are the entry's own.
 *
 * @param {string} name  of the bundle
 * @param {string} entry path in the project
 */
export async function runBundled(name, entry) {
  await ensureInstalled();
  const sources = ['src', 'package.json', 'package-lock.json', 'scripts/lib/node-bundle.mjs'];
  const bundle = join(CACHE, `${name}-${fingerprint(sources)}.mjs`);
  if (!existsSync(bundle)) await writeBundle(bundle, name, inProject(entry));
  await import(pathToFileURL(bundle).href);
}

/**
 * The file's name holds the contents of the sources and it appears in one piece, so that several
 * runs at the same time, also of different versions, do not disturb each other.
 * @param {string} bundle
 * @param {string} name
 * @param {string} entry
 */
async function writeBundle(bundle, name, entry) {
  const { rolldown } = await import('rolldown');
  const build = await rolldown({
    input: entry,
    platform: 'node',
    transform: { define: engineVersion },
    logLevel: 'silent',
  });
  const { output } = await build.generate({ format: 'esm', codeSplitting: false });
  await build.close();
  await mkdir(CACHE, { recursive: true });
  const part = `${bundle}.${process.pid}`;
  await writeFile(part, output[0].code);
  await rename(part, bundle);
  await removeOld(name, bundle);
}

/** Bundles of earlier sources, unless so young that somebody may be about to import them. */
async function removeOld(/** @type {string} */ name, /** @type {string} */ kept) {
  for (const file of await readdir(CACHE)) {
    const path = join(CACHE, file);
    if (!file.startsWith(`${name}-`) || path === kept) continue;
    const made = await stat(path).catch(() => null); // another run may have removed it
    if (made && Date.now() - made.mtimeMs > DAY_MS) await rm(path, { force: true });
  }
}
