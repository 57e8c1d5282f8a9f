import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bitsOf } from '../../../core/bits/bits.ts';
import { bytesAt, openStream, runKey } from '../../../core/random/streams.ts';
import { answer, type Kme, noteReserved, openKme } from './kme.ts';

/**
 * The same function behind HTTP. The client's name comes from a header, as from a proxy that has
 * checked its certificate; in a browser's run it is an argument.
 */
const CLIENT = 'x-client-name';

type Side = 'a' | 'b';
const key = bitsOf(bytesAt(openStream(runKey(1984), 'test/key'), 0, 128), 1024);
const SAES = { a: ['sae-a'], b: ['sae-b', 'sae-c'] };
const kmes: Record<Side, Kme> = {
  a: openKme({
    id: 'kme-a',
    peer: 'kme-b',
    session: 's',
    used: 0,
    saes: SAES.a,
    peerSaes: SAES.b,
    key,
  }),
  b: openKme({
    id: 'kme-b',
    peer: 'kme-a',
    session: 's',
    used: 0,
    saes: SAES.b,
    peerSaes: SAES.a,
    key,
  }),
};

function serve(side: Side): Server {
  return createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    const { method = '', url = '' } = request;
    const sae = request.headers[CLIENT];
    const answered = answer(kmes[side], {
      method,
      path: url,
      sae: typeof sae === 'string' ? sae : null,
      body: pieces.length > 0 ? Buffer.concat(pieces).toString('utf8') : null,
    });
    kmes[side] = answered.kme;
    const other = side === 'a' ? 'b' : 'a';
    kmes[other] = noteReserved(kmes[other], answered.reserved);
    response.writeHead(answered.response.status, { 'content-type': 'application/json' });
    response.end(answered.response.body);
  });
}

const servers = { a: serve('a'), b: serve('b') };

beforeAll(async () => {
  for (const server of Object.values(servers)) {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  }
});

afterAll(async () => {
  for (const server of Object.values(servers)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function call(side: Side, sae: string | null, path: string, body?: object) {
  const { port } = servers[side].address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/keys/${path}`, {
    headers: { ...(sae && { [CLIENT]: sae }), 'content-type': 'application/json' },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
  return { status: response.status, content: await response.json() };
}

test('serves HTTP unchanged', async () => {
  const status = await call('a', 'sae-a', 'sae-b/status');
  expect([status.status, status.content.stored_key_count]).toEqual([200, 4]);
  const made = await call('a', 'sae-a', 'sae-b/enc_keys', { number: 2, size: 256 });
  const ids = made.content.keys.map(({ key_ID }: { key_ID: string }) => ({ key_ID }));
  expect(await call('b', 'sae-c', 'sae-a/dec_keys', { key_IDs: ids })).toMatchObject({
    status: 401,
  });
  const got = await call('b', 'sae-b', 'sae-a/dec_keys', { key_IDs: ids });
  expect(got).toEqual({ status: 200, content: made.content });
  expect((await call('b', 'sae-b', 'sae-a/dec_keys', { key_IDs: ids })).status).toBe(400);
  expect((await call('b', 'sae-b', `sae-a/dec_keys?key_ID=${ids[0].key_ID}`)).status).toBe(400);
  expect((await call('a', 'sae-a', 'sae-b/enc_keys', { number: 3 })).status).toBe(503);
  expect((await call('a', null, 'sae-b/status')).status).toBe(401);
  expect((await call('a', 'sae-a', 'sae%2Db/enc_keys?size=64')).content.keys).toHaveLength(1);
});
