import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bits, bitOf, bitsOf } from '../../../core/bits/bits.ts';
import { bytesAt, openStream, runKey } from '../../../core/random/streams.ts';
import { fromBase64 } from './base64.ts';
import { answer, type Kme, noteReserved, openKme } from './kme.ts';
import type { KmeRequest } from './request.ts';

const SAES = { a: ['sae-a', 'sae-d'], b: ['sae-b', 'sae-c', 'büro/7 %'] };

function keyOf(bits: number): Bits {
  return bitsOf(bytesAt(openStream(runKey(1984), 'test/key'), 0, bits / 8), bits);
}

function pairOf(key: Bits | null, otherKey = key): { a: Kme; b: Kme } {
  const session = '0123456789abcdef';
  const terms = { session, used: 0, saes: SAES.a, peerSaes: SAES.b };
  return {
    a: openKme({ ...terms, id: 'kme-a', peer: 'kme-b', key }),
    b: openKme({
      used: 0,
      id: 'kme-b',
      peer: 'kme-a',
      session,
      saes: SAES.b,
      peerSaes: SAES.a,
      key: otherKey,
    }),
  };
}

type Side = 'a' | 'b';

/** Asks one of a pair, and lets the other know what was cut. */
function ask(pair: { a: Kme; b: Kme }, side: Side, request: Partial<KmeRequest>) {
  const before = pair[side];
  const asked = { method: 'GET', path: '/', sae: 'sae-a', body: null, ...request };
  const { kme, response, reserved } = answer(before, asked);
  pair[side] = kme;
  const other = side === 'a' ? 'b' : 'a';
  pair[other] = noteReserved(pair[other], reserved);
  return { status: response.status, content: JSON.parse(response.body), before, kme };
}

const enc = (body: unknown, to = 'sae-b'): Partial<KmeRequest> => ({
  method: 'POST',
  path: `/api/v1/keys/${to}/enc_keys`,
  body: JSON.stringify(body),
});

const dec = (keyIds: readonly unknown[], sae = 'sae-b', master = 'sae-a'): Partial<KmeRequest> => ({
  method: 'POST',
  path: `/api/v1/keys/${master}/dec_keys`,
  sae,
  body: JSON.stringify({ key_IDs: keyIds.map((key_ID) => ({ key_ID })) }),
});

const NOT_FOUND = 'one or more keys specified are not found on KME';
const UNKNOWN_ID = '00000000-0000-8000-8000-000000000000';

describe('the conversation', () => {
  test('status, a new key, the same key by its ID', () => {
    const pair = pairOf(keyOf(1000));
    const status = { path: '/api/v1/keys/sae-b/status' };
    expect(ask(pair, 'a', status)).toMatchObject({
      status: 200,
      content: {
        source_KME_ID: 'kme-a',
        target_KME_ID: 'kme-b',
        master_SAE_ID: 'sae-a',
        slave_SAE_ID: 'sae-b',
        key_size: 256,
        stored_key_count: 3,
        max_key_count: 2000,
        max_key_per_request: 128,
        max_key_size: 1024,
        min_key_size: 64,
        max_SAE_ID_count: 0,
      },
    });
    const made = ask(pair, 'a', enc({ number: 1, size: 256 }));
    expect(made.status).toBe(200);
    const [{ key_ID, key }] = made.content.keys;
    expect(Object.keys(made.content)).toEqual(['keys']);
    expect(key_ID).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(fromBase64(key)).toEqual(bytesAt(openStream(runKey(1984), 'test/key'), 0, 32));
    expect(ask(pair, 'b', dec([key_ID]))).toMatchObject({
      status: 200,
      content: { keys: [{ key_ID, key }] },
    });
    expect(ask(pair, 'a', status).content.stored_key_count).toBe(2);
    expect(
      ask(pair, 'b', { path: '/api/v1/keys/sae-a/status', sae: 'sae-b' }).content,
    ).toMatchObject({ source_KME_ID: 'kme-b', master_SAE_ID: 'sae-b', stored_key_count: 2 });
  });

  test('GET is the short form of both', () => {
    const pair = pairOf(keyOf(1000));
    const made = ask(pair, 'a', { path: '/api/v1/keys/sae-b/enc_keys?number=2&size=64' });
    expect(made.content.keys.map(({ key }: { key: string }) => fromBase64(key)?.length)).toEqual([
      8, 8,
    ]);
    const { key_ID } = made.content.keys[1];
    const path = `/api/v1/keys/sae-a/dec_keys?key_ID=${key_ID.toUpperCase()}`;
    const got = ask(pair, 'b', { path, sae: 'sae-b' });
    expect(got.content).toEqual({ keys: [made.content.keys[1]] });
    expect(ask(pair, 'a', { path: '/api/v1/keys/sae-b/enc_keys' }).content.keys).toHaveLength(1);
  });

  test('an SAE may have any name that a path can carry', () => {
    const pair = pairOf(keyOf(512));
    const name = 'büro/7 %';
    const made = ask(pair, 'a', enc({}, encodeURIComponent(name)));
    expect(made.status).toBe(200);
    const ids = made.content.keys.map(({ key_ID }: { key_ID: string }) => key_ID);
    expect(ask(pair, 'b', dec(ids, name)).status).toBe(200);
  });
});

/** A model that knows the bits as text, and of each key who may still fetch it. */
describe('over any conversation', () => {
  const users = fc.constantFrom(
    { side: 'a', master: 'sae-a', slave: 'sae-b' },
    { side: 'a', master: 'sae-d', slave: 'sae-c' },
    { side: 'b', master: 'sae-b', slave: 'sae-a' },
  );
  const step = fc.oneof(
    fc.record({
      ask: fc.constant('enc' as const),
      user: users,
      number: fc.integer({ min: 1, max: 4 }),
      size: fc.constantFrom(64, 72, 128, 256, 1024),
    }),
    fc.record({
      ask: fc.constant('dec' as const),
      picks: fc.array(fc.nat(10), { minLength: 1, maxLength: 3 }),
      // Mostly whom the first is for, at their own KME.
      as: fc.option(fc.constantFrom('sae-a', 'sae-b', 'sae-c', 'sae-d'), { nil: null, freq: 3 }),
    }),
  );

  test('a key is the same at both ends, is handed out once at each, and no bit is in two keys', () => {
    let deliveries = 0;
    const statuses = new Set<number>();
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 600 }),
        fc.array(step, { minLength: 5, maxLength: 30 }),
        (eighth, steps) => {
          const key = keyOf(8 * eighth);
          const text = Array.from({ length: key.length }, (_, i) => bitOf(key, i)).join('');
          const pair = pairOf(key);
          const keys: {
            id: string;
            bits: string;
            master: string;
            slave: string;
            there: boolean;
          }[] = [];
          let cut = 0;
          for (const each of steps) {
            if (each.ask === 'enc') {
              const { user, number, size } = each;
              const { status, content } = ask(pair, user.side as Side, {
                ...enc({ number, size }, user.slave),
                sae: user.master,
              });
              statuses.add(status);
              const enough = cut + number * size <= text.length;
              expect(status).toBe(enough ? 200 : 503);
              if (!enough) continue;
              for (const { key_ID, key: sent } of content.keys) {
                const bits = text.slice(cut, cut + size);
                expect(bitsIn(sent)).toBe(bits);
                keys.push({
                  id: key_ID,
                  bits,
                  master: user.master,
                  slave: user.slave,
                  there: true,
                });
                cut += size;
              }
              continue;
            }
            if (keys.length === 0) continue;
            const picked = each.picks.map((pick) => keys[pick % keys.length]!);
            const as = each.as ?? picked[0]!.slave;
            const side = SAES.a.includes(as) ? 'a' : 'b';
            const master = picked[0]!.master;
            const request = dec(
              picked.map(({ id }) => id),
              as,
              master,
            );
            const { status, content, before, kme } = ask(pair, side, request);
            statuses.add(status);
            // The other end's SAEs are named in the path; one's own neighbours are not there.
            const local = SAES[side].includes(master);
            const here = picked.filter((k) => k.there && SAES[side].includes(k.slave));
            const foreign = !local && here.some(({ slave }) => slave !== as);
            const fits =
              new Set(picked).size === picked.length &&
              picked.every((k) => k.there && k.master === master && k.slave === as);
            expect(status).toBe(foreign ? 401 : !local && fits ? 200 : 400);
            if (status !== 200) {
              expect(kme).toBe(before);
              continue;
            }
            deliveries += picked.length;
            expect(content.keys).toHaveLength(picked.length);
            for (const [i, k] of picked.entries()) {
              expect([content.keys[i].key_ID, bitsIn(content.keys[i].key)]).toEqual([k.id, k.bits]);
              k.there = false;
            }
          }
          expect(new Set(keys.map(({ id }) => id)).size).toBe(keys.length);
          expect(pair.a.cursor).toBe(cut);
          expect(pair.b.cursor).toBe(cut);
        },
      ),
      { numRuns: 300, seed: 1984 },
    );
    expect(deliveries).toBeGreaterThan(200);
    expect([...statuses].sort()).toEqual([200, 400, 401, 503]);
  });

  test('what was handed out is not in the state any more', () => {
    const pair = pairOf(keyOf(512));
    const { content } = ask(pair, 'a', enc({ size: 128 }));
    const ones = ({ stream }: Kme, from: number, to: number) => {
      let sum = 0;
      for (let i = from; i < to; i++) sum += bitOf(stream, i);
      return sum;
    };
    expect(ones(pair.a, 0, 128)).toBe(0);
    expect(ones(pair.b, 0, 128)).toBeGreaterThan(0);
    const rest = ones(pair.b, 128, 512);
    ask(pair, 'b', dec([content.keys[0].key_ID]));
    expect(ones(pair.b, 0, 128)).toBe(0);
    expect([ones(pair.a, 128, 512), ones(pair.b, 128, 512)]).toEqual([rest, rest]);
  });

  test('bits at the front that serve something else are in no key', () => {
    const key = keyOf(512);
    const terms = { id: 'kme-a', peer: 'kme-b', session: 's', saes: SAES.a, peerSaes: SAES.b };
    const pair = {
      a: openKme({ ...terms, key, used: 200 }),
      b: openKme({ ...terms, key, used: 200 }),
    };
    const { content } = ask(pair, 'a', enc({ size: 64 }));
    const expected = Array.from({ length: 64 }, (_, i) => bitOf(key, 200 + i)).join('');
    expect(bitsIn(content.keys[0].key)).toBe(expected);
    expect(ask(pair, 'a', enc({ size: 256 })).status).toBe(503);
    expect(openKme({ ...terms, key, used: 513 }).stream.length).toBe(0);
  });

  test('the number of a key tells nothing of it: other bits, the same number', () => {
    const [one, other] = [pairOf(keyOf(512)), pairOf(bitsOf(new Uint8Array(64).fill(0x5a), 512))];
    const [made, alsoMade] = [ask(one, 'a', enc({})), ask(other, 'a', enc({}))];
    expect(made.content.keys[0].key_ID).toBe(alsoMade.content.keys[0].key_ID);
    expect(made.content.keys[0].key).not.toBe(alsoMade.content.keys[0].key);
  });
});

describe('errors', () => {
  const filled = () => {
    const pair = pairOf(keyOf(4096));
    const { content } = ask(pair, 'a', enc({ number: 3 }));
    return { pair, ids: content.keys.map(({ key_ID }: { key_ID: string }) => key_ID) };
  };

  test('an unknown ID is not found, and takes the known ones with it', () => {
    const { pair, ids } = filled();
    const { status, content } = ask(pair, 'b', dec([ids[0], UNKNOWN_ID]));
    expect([status, content]).toEqual([
      400,
      { message: NOT_FOUND, details: [{ key_ID: UNKNOWN_ID }] },
    ]);
    expect(ask(pair, 'b', dec([ids[0]])).status).toBe(200);
  });

  test('a key is kept for whom it is for', () => {
    const { pair, ids } = filled();
    const { status, content } = ask(pair, 'b', dec([ids[0]], 'sae-c'));
    expect(status).toBe(401);
    expect(content.message).toEqual(expect.any(String));
    expect(ask(pair, 'b', dec([ids[0]])).status).toBe(200);
  });

  test('a key that was handed out is not found a second time, nor asked for twice at once', () => {
    const { pair, ids } = filled();
    expect(ask(pair, 'b', dec([ids[1], ids[1]])).content).toEqual({
      message: NOT_FOUND,
      details: [{ key_ID: ids[1] }],
    });
    expect(ask(pair, 'b', dec([ids[1]])).status).toBe(200);
    expect(ask(pair, 'b', dec([ids[1]])).content.message).toBe(NOT_FOUND);
    // Nor does the one who has it get it again at the own KME.
    expect(ask(pair, 'a', dec([ids[2]], 'sae-a', 'sae-b')).content.message).toBe(NOT_FOUND);
  });

  test('another master in the path: not found', () => {
    const { pair, ids } = filled();
    expect(ask(pair, 'b', dec([ids[0]], 'sae-b', 'sae-d')).content.message).toBe(NOT_FOUND);
  });

  test('too few bits: nothing is cut', () => {
    const pair = pairOf(keyOf(512));
    const refused = ask(pair, 'a', enc({ number: 3 }));
    expect(refused.status).toBe(503);
    expect(refused.content.details).toEqual([{ asked_bits: 768 }, { stored_bits: 512 }]);
    expect(ask(pair, 'a', enc({ number: 2 })).status).toBe(200);
    expect(ask(pairOf(null), 'a', enc({ size: 64 })).status).toBe(503);
  });

  test.each<[string, Partial<KmeRequest>, 400 | 401]>([
    ['nobody', { sae: null, path: '/api/v1/keys/sae-b/status' }, 401],
    ['a stranger', { sae: 'sae-x', path: '/api/v1/keys/sae-b/status' }, 401],
    ["the other site's SAE", { sae: 'sae-b', path: '/api/v1/keys/sae-b/status' }, 401],
    ['an unknown SAE in the path', { path: '/api/v1/keys/sae-x/status' }, 400],
    ['itself in the path', { path: '/api/v1/keys/sae-a/status' }, 400],
    ['no SAE in the path', { path: '/api/v1/keys//status' }, 400],
    ['half a percent sign', { path: '/api/v1/keys/sae-b%2/status' }, 400],
    ['no UTF-8', { path: '/api/v1/keys/%ff/status' }, 400],
    ['another path', { path: '/api/v2/keys/sae-b/status' }, 400],
    ['a longer path', { path: '/api/v1/keys/sae-b/status/' }, 400],
    ['another question', { path: '/api/v1/keys/sae-b/keys' }, 400],
    ['POST status', { method: 'POST', path: '/api/v1/keys/sae-b/status', body: '{}' }, 400],
    ['DELETE', { method: 'DELETE', path: '/api/v1/keys/sae-b/enc_keys' }, 400],
    ['a query beside a body', { ...enc({}), path: '/api/v1/keys/sae-b/enc_keys?number=2' }, 400],
    ['a parameter twice', { path: '/api/v1/keys/sae-b/enc_keys?number=1&number=2' }, 400],
    ['an unknown parameter', { path: '/api/v1/keys/sae-b/enc_keys?nubmer=2' }, 400],
    ['a query of status', { path: '/api/v1/keys/sae-b/status?number=1' }, 400],
    ['a number that is none', { path: '/api/v1/keys/sae-b/enc_keys?number=one' }, 400],
    ['no number at all', { path: '/api/v1/keys/sae-b/enc_keys?number=' }, 400],
    ['a number in another notation', { path: '/api/v1/keys/sae-b/enc_keys?number=1e1' }, 400],
    ['no ID', { path: '/api/v1/keys/sae-b/dec_keys' }, 400],
    ['no body', { ...enc({}), body: null }, 400],
    ['an empty body', { ...enc({}), body: '' }, 400],
    ['no JSON', { ...enc({}), body: '{"number":1' }, 400],
    ['a list', enc([]), 400],
    ['a bare number', enc(1), 400],
    ['null', enc(null), 400],
    ['too long a body', enc({ more: 'x'.repeat(70_000) }), 400],
    ['deeply nested lists', { ...enc({}), body: '['.repeat(60_000) }, 400],
    ['no keys', enc({ number: 0 }), 400],
    ['fewer than none', enc({ number: -1 }), 400],
    ['half a key', enc({ number: 1.5 }), 400],
    ['too many keys', enc({ number: 129 }), 400],
    ['a huge number', { ...enc({}), body: '{"number":1e999}' }, 400],
    ['a number in words', enc({ number: '1' }), 400],
    ['a size with a fraction', enc({ size: 64.5 }), 400],
    ['too short a size', enc({ size: 56 }), 400],
    ['too long a size', enc({ size: 1032 }), 400],
    ['a negative size', enc({ size: -64 }), 400],
    ['more slaves', enc({ additional_slave_SAE_IDs: ['sae-c'] }), 400],
    ['no list of slaves', enc({ additional_slave_SAE_IDs: 'sae-c' }), 400],
    ['no list of options', enc({ extension_optional: {} }), 400],
    ['no IDs', dec([], 'sae-a', 'sae-b'), 400],
    ['too many IDs', dec(Array(129).fill(UNKNOWN_ID), 'sae-a', 'sae-b'), 400],
    ['an ID that is a number', dec([7], 'sae-a', 'sae-b'), 400],
    ['IDs without their name', { ...dec([], 'sae-a', 'sae-b'), body: `{"key_IDs":["x"]}` }, 400],
  ])('%s', (_, request, expected) => {
    const pair = pairOf(keyOf(4096));
    const { status, content, before, kme } = ask(pair, 'a', request);
    expect(status).toBe(expected);
    expect(Object.keys(content).filter((name) => name !== 'details')).toEqual(['message']);
    expect(content.message).not.toBe('');
    if ('details' in content) expect(content.details[0]).toBeTypeOf('object');
    expect(kme).toBe(before);
  });

  test('words that clients look for', () => {
    const pair = pairOf(keyOf(4096));
    expect(ask(pair, 'a', enc({ size: 100 })).content).toEqual({
      message: 'size shall be a multiple of 8',
    });
    expect(ask(pair, 'a', enc({ extension_mandatory: [{ route: 'short' }, 3] })).content).toEqual({
      message: 'not all extension_mandatory parameters are supported',
      details: [{ extension_mandatory_unsupported: 'route' }],
    });
    expect(ask(pair, 'a', enc({ extension_optional: [{ route: 'short' }] })).status).toBe(200);
    const empty = { additional_slave_SAE_IDs: [], extension_mandatory: [], extension_optional: [] };
    expect(ask(pair, 'a', enc(empty)).status).toBe(200);
  });

  test('any text whatever gets an answer of the standard, and none that gives a key to a stranger', () => {
    const part = fc.constantFrom(
      '/',
      'api',
      '/api/v1/keys/',
      'sae-b',
      '/enc_keys',
      '/status',
      '?',
      '=',
      '&',
      '%',
      '%2F',
      'number',
      '1',
    );
    fc.assert(
      fc.property(
        fc.constantFrom('GET', 'POST', 'PUT', ''),
        fc.oneof(
          fc.array(part).map((parts) => parts.join('')),
          fc.string({ unit: 'binary' }),
        ),
        fc.option(fc.oneof(fc.json(), fc.string()), { nil: null }),
        fc.constantFrom('sae-a', 'sae-x', '', null),
        (method, path, body, sae) => {
          const { kme, response } = answer(pairOf(keyOf(512)).a, { method, path, body, sae });
          expect([200, 400, 401, 503]).toContain(response.status);
          expect(JSON.parse(response.body)).toBeTypeOf('object');
          if (sae !== 'sae-a') expect([response.status, kme.cursor]).toEqual([401, 0]);
        },
      ),
      { numRuns: 500, seed: 1984 },
    );
  });
});

describe('two KMEs out of step', () => {
  test('with keys of different length, what is not at the other end is not found there', () => {
    const pair = pairOf(keyOf(512), keyOf(384));
    const { content } = ask(pair, 'a', enc({ number: 2 }));
    const [first, second] = content.keys;
    expect(ask(pair, 'b', dec([second.key_ID])).content.message).toBe(NOT_FOUND);
    expect(ask(pair, 'b', dec([first.key_ID])).content.keys).toEqual([first]);
    expect(
      ask(pair, 'b', { path: '/api/v1/keys/sae-a/status', sae: 'sae-b' }).content.stored_key_count,
    ).toBe(0);
  });

  test('bits that were cut already are not taken for a key', () => {
    const pair = pairOf(keyOf(512));
    const { reserved } = answer(pair.a, {
      method: 'GET',
      path: '/api/v1/keys/sae-b/enc_keys',
      sae: 'sae-a',
      body: null,
    });
    const noted = noteReserved(pair.b, reserved);
    expect(() => noteReserved(noted, reserved)).toThrow('from');
  });
});

function bitsIn(key: string): string {
  const bytes = fromBase64(key);
  if (bytes === null) throw new Error(`no base64: ${key}`);
  return Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
}
