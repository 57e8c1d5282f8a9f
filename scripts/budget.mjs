// `npm run budget`: compressed sizes of what was built, against their limits.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { SITE } from './lib/site.mjs';

/**
 * Limits in kB (1000 bytes) after gzip. The first view is what the Lab needs before it shows
 * anything: the entry, the page it opens, and all that these import at once.
 */
const LIMITS = {
  'first view JS': 200,
  CSS: 15,
  worker: 60,
  // Every scenario, with X.509, Ed25519, ML-DSA, ML-KEM and X25519; started only when a run needs it.
  // Sessions (weak pulses, decoys and attacks on the boxes among them) are 58 kB of it, as in the
  // worker above; a fifth is the ASN.1 library, which has no smaller equal that reads certificates.
  'trust worker': 140,
  fonts: 90,
  // One script with every place of the app and that worker in it: it grows with each screen.
  embed: 640,
};
const HOME_PAGE = /^src\/ui\/pages\/lab\//;

const INLINED_FONT = /data:font\/[^)"']*/g;

/** @typedef {{ file: string, isEntry?: boolean, imports?: string[] }} Chunk as in Vite's manifest */

/** @type {Record<string, Chunk>} */
const manifest = JSON.parse(readFileSync(join(SITE, '.vite/manifest.json'), 'utf8'));

/** Files of these chunks and of everything that they import statically. */
function closure(/** @type {string[]} */ keys, seen = new Set()) {
  for (const key of keys) {
    if (seen.has(key)) continue;
    seen.add(key);
    closure(manifest[key]?.imports ?? [], seen);
  }
  return [...seen].map((key) => /** @type {Chunk} */ (manifest[key]).file);
}

/** Without inlined fonts: those have a limit of their own. */
function compressed(/** @type {string[]} */ files) {
  const texts = files.map((file) => readFileSync(join(SITE, file), 'utf8'));
  const bytes = texts.map((text) => gzipSync(text.replaceAll(INLINED_FONT, '')).length);
  return bytes.reduce((sum, size) => sum + size, 0) / 1000;
}

/** Fonts are compressed already. */
function plain(/** @type {string[]} */ files) {
  return files.reduce((sum, file) => sum + readFileSync(join(SITE, file)).length, 0) / 1000;
}

function filesIn(/** @type {string} */ folder, /** @type {RegExp} */ name) {
  const path = join(SITE, folder);
  return existsSync(path)
    ? readdirSync(path)
        .filter((file) => name.test(file))
        .map((file) => `${folder}/${file}`)
    : [];
}

const firstView = Object.keys(manifest).filter(
  (key) => manifest[key]?.isEntry || HOME_PAGE.test(key),
);
const workers = Object.keys(manifest).filter((key) => key.includes('.worker.'));
const workerSize = (/** @type {RegExp} */ name) =>
  compressed(
    workers.filter((key) => name.test(key)).map((key) => /** @type {Chunk} */ (manifest[key]).file),
  );
const sizes = {
  'first view JS': compressed(closure(firstView)),
  CSS: compressed(filesIn('assets', /\.css$/)),
  worker: workerSize(/run\.worker/),
  'trust worker': workerSize(/trust\.worker/),
  fonts: plain(filesIn('assets', /\.woff2$/)),
  embed: compressed([...filesIn('embed/assets', /\.(js|css)$/), 'embed/index.html']),
};

const over = [];
const scripts = filesIn('assets', /\.js$/).map((file) => readFileSync(join(SITE, file), 'utf8'));
if (workers.length === 0 && scripts.some((script) => script.includes('new Worker('))) {
  over.push('worker not in a lazy chunk of its own: import it with import(), see src/worker');
}
const parts = [];
for (const name of /** @type {(keyof typeof LIMITS)[]} */ (Object.keys(LIMITS))) {
  const part = `${name} ${sizes[name].toFixed(1)}/${LIMITS[name]}`;
  parts.push(part);
  if (sizes[name] > LIMITS[name]) over.push(part);
}
console.log(`${parts.join(', ')} kB`);
if (over.length > 0) {
  console.error(`Too big: ${over.join(', ')} kB`);
  process.exitCode = 1;
}
