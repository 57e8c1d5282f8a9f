import { existsSync, readFileSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { fingerprint } from './fingerprint.mjs';
import { inProject } from './paths.mjs';

export const SITE = inProject('dist');
const STAMP = inProject('dist/.built-from');
const SOURCES = [
  'src',
  'public',
  'scripts/vite',
  'index.html',
  'vite.config.ts',
  'tailwind.config.js',
  'package.json',
  'package-lock.json',
];

function isBuilt() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint(SOURCES);
}

/**
 * Builds the app into dist/ and its embeddable twin into dist/embed/. The work is done beside dist/
 * and swapped in at the end, so a failed build leaves the last good one standing.
 * @param {{ logLevel?: 'info' | 'warn' }} [options]
 */
export async function buildSite({ logLevel = 'warn' } = {}) {
  const { build } = await import('vite');
  const builtFrom = fingerprint(SOURCES);
  const work = inProject(`dist.${process.pid}`);
  try {
    const common = { root: inProject('.'), logLevel };
    await build({ ...common, mode: 'production', build: { outDir: work } });
    await build({ ...common, mode: 'embed', build: { outDir: `${work}/embed` } });
    await writeFile(`${work}/.built-from`, builtFrom);
    await rm(SITE, { recursive: true, force: true });
    await rename(work, SITE);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

export async function ensureBuilt() {
  if (isBuilt()) return;
  console.error('Building the app …');
  await buildSite();
}
