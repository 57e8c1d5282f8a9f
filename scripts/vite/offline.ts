import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, ResolvedConfig } from 'vite';

/**
 * Makes the app need no network after its first load, in two ways.
 *
 * 1. The page names every lazy script and font, and the app asks for them as soon as it runs (see
 *    src/offline.ts), so that nothing is left to fetch later. This also covers plain http, where
 *    browsers offer no service worker. Asked for by the page itself they would only hold up the
 *    first drawing, which needs none of them.
 * 2. A service worker keeps all files, so that the app also opens again without a network.
 */
export function offline(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'offline',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const ahead = Object.keys(bundle).filter((file) => !html.includes(file));
        return [
          {
            tag: 'link',
            attrs: { rel: 'manifest', href: './manifest.webmanifest' },
            injectTo: 'head',
          },
          {
            tag: 'meta',
            attrs: { name: 'ahead', content: ahead.filter(isFetchedLater).join(' ') },
            injectTo: 'head',
          },
        ];
      },
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const hash = createHash('sha256');
        const files = new Set(['./', './index.html']);
        for (const [name, file] of Object.entries(bundle)) {
          if (name.startsWith('.')) continue; // the build's own notes
          files.add(`./${name}`);
          hash.update(name).update(file.type === 'chunk' ? file.code : file.source);
        }
        for (const name of readdirSync(config.publicDir)) {
          files.add(`./${name}`);
          hash.update(name).update(readFileSync(join(config.publicDir, name)));
        }
        const version = hash.digest('hex').slice(0, 12);
        const source = serviceWorker(version, [...files].sort());
        this.emitFile({ type: 'asset', fileName: 'sw.js', source });
      },
    },
  };
}

/** What the page itself does not name, and the app will want. */
function isFetchedLater(file: string): boolean {
  return file.endsWith('.js') || file.endsWith('.woff2');
}

/**
 * Cache first: a version is complete or not there, so old and new files never mix. A new version
 * waits until the last page of the old one is closed. The scope is part of the cache's name, because
 * several copies of the app may live on one host.
 */
function serviceWorker(version: string, files: readonly string[]): string {
  return `const scope = 'light-and-letters ' + self.registration.scope + ' ';
const name = scope + '${version}';
const files = ${JSON.stringify(files, null, 1)};

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(name).then((cache) => cache.addAll(files)));
});
self.addEventListener('activate', (event) => {
  const old = (key) => key.startsWith(scope) && key !== name;
  event.waitUntil(
    caches.keys().then((keys) => Promise.all(keys.filter(old).map((key) => caches.delete(key)))),
  );
});
self.addEventListener('fetch', (event) => {
  if (event.request.method !== 'GET') return;
  event.respondWith(
    caches
      .open(name)
      .then((cache) => cache.match(event.request, { ignoreSearch: true }))
      .then((kept) => kept ?? fetch(event.request)),
  );
});
`;
}
