import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * @typedef {object} Site
 * @property {string} root    folder on disk
 * @property {string} [base]  path it appears under, with a slash at both ends
 * @property {number} [port]  0: any free one
 * @property {string} [host]  address to listen on; both loopback addresses when absent
 */

/**
 * Serves a static folder the way a plain web host does: compressed text, hashed files for ever,
 * honest 404s, no other headers. In particular no CORS, so what works here works anywhere.
 * @param {Site} site
 * @returns {Promise<{ port: number, url: string, close: () => Promise<void> }>}
 */
export async function serve({ root, base = '/', port = 0, host }) {
  const answer = answerFrom(root, base);
  const first = await listen(answer, port, host ?? '127.0.0.1');
  const servers = [first.server];
  if (host === undefined) {
    // "localhost" means ::1 to some programs; somebody else there would be mistaken for us.
    try {
      servers.push((await listen(answer, first.port, '::1')).server);
    } catch (error) {
      if (codeOf(error) === 'EADDRINUSE' && port !== 0) {
        close(servers);
        throw error;
      }
    }
  }
  const shown = host === undefined || host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return {
    port: first.port,
    url: `http://${shown}:${first.port}${base}`,
    close: async () => close(servers),
  };
}

/**
 * The same, at the first free port from the wanted one on.
 * @param {Site & { port: number }} site
 * @param {(taken: number) => void} onTaken
 */
export async function serveNear(site, onTaken) {
  for (let port = site.port; ; port++) {
    try {
      return await serve({ ...site, port });
    } catch (error) {
      const code = codeOf(error);
      if ((code !== 'EADDRINUSE' && code !== 'EACCES') || port >= 65535) throw error;
      onTaken(port);
    }
  }
}

function codeOf(/** @type {unknown} */ error) {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function close(/** @type {import('node:http').Server[]} */ servers) {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
}

/**
 * @param {import('node:http').RequestListener} answer
 * @param {number} port
 * @param {string} host
 * @returns {Promise<{ server: import('node:http').Server, port: number }>}
 */
function listen(answer, port, host) {
  return new Promise((listening, failed) => {
    const server = createServer(answer);
    server.once('error', failed);
    server.listen(port, host, () => {
      const address = server.address();
      listening({ server, port: typeof address === 'object' && address ? address.port : port });
    });
  });
}

/**
 * @param {string} root
 * @param {string} base
 * @returns {import('node:http').RequestListener}
 */
function answerFrom(root, base) {
  /** @type {Map<string, Buffer>} compressed files by path and time */
  const compressed = new Map();
  return async (request, response) => {
    const end = (/** @type {number} */ status, headers = {}) => {
      response.writeHead(status, { 'content-type': 'text/plain', ...headers });
      response.end(`${status}\n`);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(405);
    const [address = ''] = (request.url ?? '').split('?');
    if (address === base.slice(0, -1)) return end(301, { location: base });
    if (!address.startsWith(base)) return end(404);
    try {
      const path = normalize(decodeURIComponent(address.slice(base.length)));
      const named = path === '.' || path.endsWith(sep) ? join(path, 'index.html') : path;
      const file = join(root, named);
      if (!file.startsWith(join(root, sep)) || named.includes('\0')) return end(404);
      const { mtimeMs } = await stat(file);
      const type = TYPES[extname(file)] ?? 'application/octet-stream';
      /** @type {Record<string, string | number>} */
      const headers = {
        'content-type': type,
        'cache-control': named.includes(`assets${sep}`)
          ? 'public, max-age=31536000, immutable'
          : 'no-cache',
      };
      /** @type {Buffer} */
      let body = await readFile(file);
      const mayCompress = /\bgzip\b/.test(String(request.headers['accept-encoding']));
      if (mayCompress && /^text|json|svg/.test(type)) {
        const key = `${file} ${mtimeMs}`;
        body = compressed.get(key) ?? gzipSync(body);
        compressed.set(key, body);
        headers['content-encoding'] = 'gzip';
      }
      headers['content-length'] = body.length;
      response.writeHead(200, headers);
      response.end(request.method === 'HEAD' ? undefined : body);
    } catch {
      end(404); // no such file, a folder without a slash, or an address that does not decode
    }
  };
}
