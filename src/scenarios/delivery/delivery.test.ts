import { describe, expect, test } from 'vitest';
import { chanceOfAtLeastOne } from '../../core/elementary/chance.ts';
import type { RunConfig } from '../config.ts';
import { configFromDifferences } from '../config-parse.ts';
import type { DeliveryRun, Progress } from '../run.ts';
import { fullTrustKit } from '../trust/full-kit.ts';
import { runDelivery } from './delivery.ts';
import { corruptInsiders } from './site.ts';

type Differences = Readonly<Record<string, unknown>>;

function configOf(differences: Differences = {}): RunConfig {
  const parsed = configFromDifferences({ scenario: 'delivery', ...differences });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems[0]));
  return parsed.config;
}

const run = (differences: Differences = {}): DeliveryRun =>
  runDelivery(configOf(differences), { kit: fullTrustKit });

/** A link of a few milliseconds that ends with a few hundred bits, nearly always. */
const SMALL = {
  'exchange.photons': 1200,
  'amplification.accounting': 'asymptotic',
  'authentication.method': 'none',
};
const HONEST = { 'delivery.insiderRate': 0 };

const line = ({ messages }: DeliveryRun) =>
  messages.map(({ from, to, method, path, status }) => `${from} ${to} ${method} ${path} ${status}`);

const STATUS = 'sae-a kme-a GET /api/v1/keys/sae-b/status 200';
const ENC = 'sae-a kme-a POST /api/v1/keys/sae-b/enc_keys';
const CARD = 'sae-a sae-b CARD  null';
const DEC = 'sae-b kme-b POST /api/v1/keys/sae-a/dec_keys';

describe('the conversation', () => {
  test('a key of the link reaches both applications, and a message goes from one to the other', () => {
    const delivered = run(HONEST);
    const { config, link, messages, envelope, read, receipt } = delivered;
    expect(line(delivered)).toEqual([STATUS, `${ENC} 200`, CARD, `${DEC} 200`]);
    // 2,507 bits, of which the seals took back 1,280.
    const left = link.links[0]!.use!.left;
    expect(messages[0]!.response).toMatchObject({ stored_key_count: Math.floor(left / 256) });
    expect(messages[3]!.response).toEqual(messages[1]!.response);
    const { key_IDs } = messages[2]!.body as { key_IDs: { key_ID: string }[] };
    expect(messages[1]!.response).toMatchObject({ keys: [{ key_ID: key_IDs[0]!.key_ID }] });
    expect(JSON.stringify(messages[2])).not.toContain('"key"');
    expect(envelope).toHaveLength(config.use.message.length + 16);
    expect(read).toBe(config.use.message);
    expect(receipt).toMatchObject({
      verdict: 'key',
      config,
      keys: link.receipt.keys,
      log: link.receipt.log,
      delivery: { exposedHops: 1, insiders: 3, sameKey: true, openedShare: 1, messages },
    });
    expect(JSON.parse(JSON.stringify(receipt)).delivery).toEqual(receipt.delivery);
  });

  test('several keys of another size, the first of them for the message', () => {
    const delivered = run({ ...HONEST, 'delivery.number': 5, 'delivery.size': 72 });
    const { keys } = delivered.messages[1]!.response as { keys: unknown[] };
    expect(keys).toHaveLength(5);
    expect(delivered.read).toBe(delivered.config.use.message);
    expect(delivered.receipt.delivery!.sameKey).toBe(true);
  });

  test.each([
    ['unknown-id', [STATUS, `${ENC} 200`, CARD, `${DEC} 400`, `${DEC} 200`]],
    [
      'wrong-application',
      [STATUS, `${ENC} 200`, CARD, DEC.replace('sae-b', 'sae-c').concat(' 401'), `${DEC} 200`],
    ],
    ['already-delivered', [STATUS, `${ENC} 200`, CARD, `${DEC} 200`, `${DEC} 400`]],
  ])('%s is answered as the standard says, and the key comes through', (fault, expected) => {
    const delivered = run({ ...HONEST, 'delivery.fault': fault });
    expect(line(delivered)).toEqual(expected);
    expect(delivered.receipt.delivery!.sameKey).toBe(true);
    expect(delivered.read).toBe(delivered.config.use.message);
    const refused = delivered.messages.find(({ status }) => (status ?? 0) >= 400)!;
    expect(refused.response).toHaveProperty('message');
  });

  test.each([256, 128, 64])(
    'an emptied store has no %i bits for anybody, and nothing is sent',
    (size) => {
      const delivered = run({
        'delivery.fault': 'pool-empty',
        'delivery.size': size,
        'delivery.insiderRate': 1,
      });
      const last = delivered.messages.at(-1)!;
      expect([last.from, last.status]).toEqual(['sae-a', 503]);
      expect(delivered.messages.at(-2)!.response).toMatchObject({ stored_key_count: 0 });
      expect(delivered).toMatchObject({ envelope: null, read: null });
      expect(delivered.receipt).toMatchObject({
        verdict: 'key',
        delivery: { openedShare: 0, sameKey: false },
      });
      expect(delivered.repeats[0]!.openedBy).toEqual({ hop: false, insider: false, link: false });
      // The hop is recorded and opened all the same; there is no key in it.
      expect(delivered.hops[1]).toMatchObject({ opened: true });
    },
  );

  test('without a key of the link the stores say so', () => {
    const delivered = run({ 'exchange.photons': 2000 });
    expect(delivered.receipt.verdict).toBe('stopped-short');
    expect(line(delivered)).toEqual([STATUS, `${ENC} 503`]);
    expect(delivered.messages[0]!.response).toMatchObject({ stored_key_count: 0 });
    expect(delivered.receipt.delivery).toMatchObject({ openedShare: 0, sameKey: false });
  });

  test('more bits than there are: none of them', () => {
    const delivered = run({ ...HONEST, 'delivery.number': 20 });
    expect(line(delivered)).toEqual([STATUS, `${ENC} 503`]);
    expect(delivered.envelope).toBeNull();
  });
});

describe('what Eve opens', () => {
  const DH = { 'delivery.hop': 'tls-dh' };
  const HYBRID = { 'delivery.hop': 'tls-hybrid' };
  const LATER = { 'rndl.qDay': false };
  const BROKEN = { 'rndl.whatIf': ['ml-kem-broken'] };

  test.each<[string, Differences, boolean]>([
    ['bare', { 'delivery.hop': 'none', ...LATER }, true],
    ['DH, before Q-day', { ...DH, ...LATER }, false],
    ['DH, at Q-day', DH, true],
    ['DH, ML-KEM broken but no Q-day', { ...DH, ...LATER, ...BROKEN }, false],
    ['hybrid, at Q-day', HYBRID, false],
    ['hybrid, ML-KEM broken', { ...HYBRID, ...LATER, ...BROKEN }, false],
    ['hybrid, both', { ...HYBRID, ...BROKEN }, true],
  ])('the hop outside the rack, %s', (_, differences, opened) => {
    const { hops, repeats, receipt } = run({ ...HONEST, ...differences });
    const [device, app] = hops;
    expect(device).toEqual({
      between: 'device-store',
      state: 'inside',
      recorded: 0,
      opened: null,
      steps: null,
    });
    expect(app).toMatchObject({ between: 'store-app', state: 'exposed', opened });
    expect(app!.recorded).toBeGreaterThan(200);
    // Only a search has steps.
    const searched = opened && differences['delivery.hop'] !== 'none';
    expect(app!.steps !== null).toBe(searched);
    expect(repeats[0]!.openedBy).toEqual({ hop: opened, insider: false, link: false });
    expect(receipt.delivery!.openedShare).toBe(opened ? 1 : 0);
  });

  test('a wall around everything leaves nothing to record, and more people', () => {
    const walls = ['same-box', 'rack', 'building', 'campus'].map((wall) =>
      run({ ...HONEST, ...SMALL, 'delivery.wall': wall, 'delivery.hop': 'none' }),
    );
    expect(walls.map(({ receipt }) => receipt.delivery!.exposedHops)).toEqual([0, 1, 0, 0]);
    expect(walls.map(({ receipt }) => receipt.delivery!.insiders)).toEqual([1, 3, 12, 40]);
    expect(walls.map(({ receipt }) => receipt.delivery!.openedShare)).toEqual([0, 1, 0, 0]);
    expect(walls[0]!.hops.map(({ state }) => state)).toEqual(['same-box', 'same-box']);
    // One thing differs: the link, its keys and the conversation are the same.
    for (const { messages, envelope } of walls) {
      expect(messages).toEqual(walls[0]!.messages);
      expect(envelope).toEqual(walls[0]!.envelope);
    }
  });

  test('an insider who is hers opens it with what the store held', () => {
    const { repeats, receipt } = run({
      ...LATER,
      'delivery.wall': 'same-box',
      'delivery.insiderRate': 1,
    });
    expect(repeats).toEqual([
      { corrupt: [0], sent: true, openedBy: { hop: false, insider: true, link: false } },
    ]);
    expect(receipt.delivery!.openedShare).toBe(1);
  });

  test('in the middle of the link she needs neither hop nor insider, and B reads nothing', () => {
    const { repeats, receipt, read, messages } = run({
      ...HONEST,
      ...SMALL,
      'delivery.wall': 'same-box',
      'eve.attack': 'man-in-the-middle',
    });
    expect(receipt.verdict).toBe('fooled');
    expect(receipt.delivery).toMatchObject({ sameKey: false, openedShare: 1 });
    expect(repeats[0]!.openedBy).toEqual({ hop: false, insider: false, link: true });
    expect(messages.at(-1)!.status).toBe(200);
    expect(read).toBeNull();
  });
});

describe('repeated', () => {
  test.each([
    ['same-box', 1],
    ['rack', 3],
    ['building', 12],
    ['campus', 40],
  ] as const)('%s: insiders open as often as one of %i people is corrupt', (wall, people) => {
    const rate = 0.05;
    const repeats = 300;
    const delivered = run({
      ...SMALL,
      'rndl.qDay': false,
      'delivery.wall': wall,
      'delivery.insiderRate': rate,
      'delivery.repeats': repeats,
      'delivery.size': 64,
    });
    const sent = delivered.repeats.filter((repeat) => repeat.sent);
    // A link of this size may stop short of a key now and then; such a repeat opens nothing.
    expect(sent.length).toBeGreaterThan(0.9 * repeats);
    for (const { sent, corrupt, openedBy } of delivered.repeats) {
      expect(openedBy).toEqual({ hop: false, insider: sent && corrupt.length > 0, link: false });
    }
    const opened = sent.filter(({ openedBy }) => openedBy.insider).length;
    const expected = chanceOfAtLeastOne({ chance: rate, attempts: people });
    const standardError = Math.sqrt((expected * (1 - expected)) / sent.length);
    expect(Math.abs(opened / sent.length - expected)).toBeLessThan(4 * standardError);
    expect(delivered.receipt.delivery!.openedShare).toBe(opened / repeats);
  });

  test('person k is corrupt in the campus exactly if in the rack, and stays so at a higher rate', () => {
    const at = (wall: string, rate: number, repeat: number) =>
      corruptInsiders(configOf({ 'delivery.wall': wall, 'delivery.insiderRate': rate }), repeat);
    let people = 0;
    for (let repeat = 0; repeat < 500; repeat++) {
      const campus = at('campus', 0.1, repeat);
      people += campus.length;
      expect(at('rack', 0.1, repeat)).toEqual(campus.filter((person) => person < 3));
      expect(at('campus', 0.3, repeat)).toEqual(expect.arrayContaining(campus));
    }
    // 20,000 people, p = 0.1: standard error 0.0021.
    expect(Math.abs(people / 20_000 - 0.1)).toBeLessThan(4 * 0.0021);
    expect(at('campus', 0, 0)).toEqual([]);
    expect(at('campus', 1, 0)).toHaveLength(40);
  });

  test('the first is the run alone, the others have light, keys and hops of their own', () => {
    const few = { ...SMALL, ...HONEST, 'delivery.repeats': 4 };
    const [alone, four, again] = [run({ ...few, 'delivery.repeats': 1 }), run(few), run(few)];
    expect(again).toEqual(four);
    expect(four.messages).toEqual(alone.messages);
    expect(four.repeats).toHaveLength(4);
  });

  test('repeat r is the run of a seed of its own', () => {
    // So few photons that a link makes enough key or not by chance.
    const few = { ...SMALL, ...HONEST, 'exchange.photons': 700, 'delivery.repeats': 12 };
    const sent = run(few).repeats.map((repeat) => repeat.sent);
    expect(new Set(sent).size).toBe(2);
    const alone = sent.map((_, r) =>
      run({ ...few, 'delivery.repeats': 1, seed: r === 0 ? 1984 : `1984/repeat-${r}` }),
    );
    expect(alone.map(({ repeats }) => repeats[0]!.sent)).toEqual(sent);
  });

  test('says how far it is', () => {
    const seen: Progress[] = [];
    const config = configOf({ ...SMALL, 'delivery.repeats': 3 });
    runDelivery(config, { kit: fullTrustKit, onProgress: (progress) => seen.push(progress) });
    expect(seen).toEqual([1, 2, 3].map((pulsesDone) => ({ pulsesDone, pulses: 3, step: 5 })));
  });
});
