import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bitsOf } from '../../core/bits/bits.ts';
import { hex } from '../../core/bits/hex.ts';
import { utf8 } from '../../core/random/streams.ts';
import type { RunConfig } from '../config.ts';
import { configFromDifferences, parseConfig } from '../config-parse.ts';
import { runConfig } from '../execute.ts';
import type { Progress } from '../run.ts';
import { runScenario } from '../scenario.ts';
import { fullTrustKit } from '../trust/full-kit.ts';
import { computedByEve } from './eve.ts';
import { forward } from './forward.ts';
import { executeHop, type Held } from './hop.ts';
import { hopConfig } from './hop-config.ts';
import { exclusiveOr } from './relations.ts';
import { runRelay } from './relay.ts';

type Differences = Readonly<Record<string, unknown>>;

function configOf(differences: Differences = {}): RunConfig {
  const parsed = configFromDifferences({ scenario: 'relay', ...differences });
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return parsed.config;
}

const relayOf = (differences: Differences = {}) =>
  runRelay(configOf(differences), { kit: fullTrustKit });
const receiptOf = (differences: Differences = {}) => relayOf(differences).receipt;

const noisy = {
  'channel.lengthKm': 30,
  'channel.flipProbability': 0.01,
  'exchange.photons': 120_000,
};

describe('hops', () => {
  const config = configOf({ ...noisy, 'relay.nodes': 3 });
  const { hops, receipt } = runRelay(config);

  test.each([0, 1, 2, 3])('hop %i is the link of its configuration, to the byte', (hop) => {
    const parsed = parseConfig(hopConfig(config, hop));
    if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
    const link = runConfig(parsed.config).receipt;
    expect(JSON.stringify(executeHop(config, hop, {}).receipt)).toBe(JSON.stringify(link));
    expect(hops[hop]).toMatchObject({
      verdict: link.verdict,
      keyBits: link.keys.bob!.bits,
      detected: link.counts.detected,
      sent: link.counts.sent,
      qber: link.qber.estimated,
    });
    expect(hops[hop]!.lossDb).toBeCloseTo((30 * 0.2) / 4, 12);
  });

  test('have photons of their own, and together are counted as one run', () => {
    expect(new Set(hops.map(({ detected }) => detected)).size).toBe(4);
    const links = hops.map((_, hop) => runConfig(hopConfig(config, hop)).receipt);
    const sum = (pick: (link: (typeof links)[number]) => number) =>
      links.reduce((total, link) => total + pick(link), 0);
    expect(receipt.counts.sent).toBe(480_000);
    expect(receipt.counts.sifted).toBe(sum(({ counts }) => counts.sifted));
    expect(receipt.qber.estimated).toBeCloseTo(
      sum(({ counts }) => counts.testErrors) / sum(({ counts }) => counts.tested),
      12,
    );
    expect(receipt.messages.number).toBe(sum(({ messages }) => messages.number) + 3);
    expect(receipt.seals.made).toBe(sum(({ seals }) => seals.made) + 3);
    // A mask for each letter of a node.
    expect(receipt.seals.keyBitsSpent).toBe(sum(({ seals }) => seals.keyBitsSpent) + 3 * 128);
  });
});

test('without a node it is one link over the whole line', () => {
  const config = configOf({ ...noisy, 'relay.nodes': 0 });
  const { receipt, published } = runRelay(config);
  const link = runConfig(hopConfig(config, 0)).receipt;
  expect(hopConfig(config, 0).channel).toEqual(config.channel);
  expect(published).toEqual([]);
  expect(receipt.relay!.boxes).toEqual(['alice', 'bob']);
  expect(receipt.relay!.keyBits).toBe(link.keys.bob!.bits - link.seals.keyBitsSpent);
  expect({ ...receipt.counts }).toEqual({ ...link.counts });
  expect(receipt.qber).toEqual(link.qber);
  expect(receipt.seals).toEqual(link.seals);
  expect(receipt.log.sha256).toBe(hex(sha256(utf8(link.log.sha256))));
});

describe('the key on its way', () => {
  const held = (keys: readonly Uint8Array[], spoiled = -1): Held[] =>
    keys.map((key, i) => {
      const bits = bitsOf(key, 8 * key.length);
      return {
        near: bits,
        far: bits,
        eve: { near: null, far: null },
        knownToEve: { known: 0, by: 'rank' },
        line: {
          send: (body) => ({
            bytes: body,
            tag: null,
            coveredBytes: body.length,
            checked: true,
            result: i === spoiled ? 'rejected' : 'accepted',
          }),
          spent: () => 0,
          left: () => 0,
        },
      };
    });
  const keys = fc.array(fc.uint8Array({ minLength: 1, maxLength: 12 }), {
    minLength: 1,
    maxLength: 21,
  });

  test('reaches Bob through every pad, cut to the shortest hop’s length; any box gives it away', () => {
    fc.assert(
      fc.property(keys, (given) => {
        const hops = held(given);
        const forwarded = forward(hops);
        const length = Math.min(...given.map((key) => key.length));
        expect(forwarded.bits).toBe(8 * length);
        expect(forwarded.clear).toHaveLength(given.length + 1);
        for (const clear of forwarded.clear) expect(clear).toEqual(given[0]!.slice(0, length));
        forwarded.letters.forEach(({ sum }, i) => {
          expect(sum).toEqual(exclusiveOr(given[0]!.slice(0, length), given[i + 1]!));
        });
        expect(computedByEve(hops, forwarded, 0)).toBeNull();
        for (let node = 1; node < given.length; node++) {
          expect(computedByEve(hops, forwarded, node)).toEqual(forwarded.clear.at(-1));
        }
      }),
      { seed: 1984, numRuns: 200 },
    );
  });

  test('stops where a seal is refused', () => {
    const forwarded = forward(
      held(
        [[1], [2], [3], [4]].map((key) => Uint8Array.from(key)),
        2,
      ),
    );
    expect(forwarded.letters).toHaveLength(2);
    expect(forwarded.clear).toHaveLength(3);
  });
});

describe('what one box gives away', () => {
  const honest = relayOf({ 'relay.nodes': 3 });

  test('nobody read out: Eve has the sums, and no bit of the key', () => {
    const { receipt, alice, bob, eve, published } = honest;
    expect(receipt.verdict).toBe('key');
    expect(receipt.relay).toMatchObject({
      boxes: ['alice', 'relay-1', 'relay-2', 'relay-3', 'bob'],
      equal: true,
      eveBits: 0,
    });
    expect(bob).toEqual(alice);
    expect(eve).toBeNull();
    expect(receipt.readOut).toBeNull();
    expect(published.map(({ by, accepted }) => [by, accepted])).toEqual([
      ['relay-1', true],
      ['relay-2', true],
      ['relay-3', true],
    ]);
  });

  test.each([1, 2, 3])('relay %i read out: all of it', (readOut) => {
    const { receipt, eve, bob } = relayOf({ 'relay.nodes': 3, 'relay.readOut': readOut });
    const { keyBits } = honest.receipt.relay!;
    expect(receipt.verdict).toBe('fooled');
    expect(receipt.relay).toMatchObject({ keyBits, eveBits: keyBits });
    expect(eve).toEqual(bob);
    expect(receipt.keys.eve).toEqual([{ sharedWith: 'alice', ...receipt.keys.bob! }]);
    expect(receipt.readOut!.inUse).toBe(2 * keyBits);
    // Nothing on the lines shows it.
    expect(receipt.log).toEqual(honest.receipt.log);
  });
});

describe('Eve at the first hop', () => {
  test('intercepting: it stops, and so does the chain, while the other hops have keys', () => {
    const { receipt, hops, published } = relayOf({ 'eve.attack': 'intercept-resend' });
    expect(hops.map(({ verdict }) => verdict)).toEqual(['stopped-errors', 'key', 'key']);
    expect(receipt.verdict).toBe('stopped-errors');
    expect(receipt.relay).toMatchObject({ boxes: [], keyBits: 0, rate: 0, eveBits: 0 });
    expect(receipt.keys).toMatchObject({ alice: null, bob: null, equal: false });
    expect(published).toEqual([]);
    expect(receipt.keyLedger.spentOnMessages).toBe(0);
  });

  test('in the middle without seals: two keys, and the one at Bob is hers', () => {
    const { receipt, hops, alice, bob, eve } = relayOf({
      'eve.attack': 'man-in-the-middle',
      'authentication.method': 'none',
    });
    expect(hops[0]!.verdict).toBe('fooled');
    expect(receipt.verdict).toBe('fooled');
    expect(eve).toEqual(bob);
    expect(alice).not.toEqual(bob);
    const { keyBits, eveBits, equal, boxes } = receipt.relay!;
    expect(equal).toBe(false);
    expect(eveBits).toBe(keyBits);
    expect(boxes).toEqual(['relay-1', 'relay-2', 'bob']);
    expect(receipt.keys.eve.map(({ sharedWith }) => sharedWith)).toEqual(['alice', 'bob']);
    expect(receipt.keys.agreement).toBeGreaterThan(0.4);
    expect(receipt.keys.agreement).toBeLessThan(0.6);
    expect(receipt.seals).toMatchObject({ made: 0, keyBitsSpent: 0, forgeryOdds: 0, kind: 'none' });
  });

  const stolen = (stolenFrom: string) =>
    relayOf({
      'eve.attack': 'man-in-the-middle',
      'authentication.method': 'ml-dsa-65',
      'authentication.broken': 'private-key-stolen',
      'authentication.stolenFrom': stolenFrom,
    });

  test('as Alice before the first relay: her key is handed on to Bob, and Alice has none', () => {
    const { receipt, alice, bob, eve } = stolen('alice');
    expect(receipt.verdict).toBe('fooled');
    expect(receipt.keys).toMatchObject({ alice: null, equal: false, agreement: null });
    expect(receipt.keys.eve).toEqual([{ sharedWith: 'bob', ...receipt.keys.bob! }]);
    expect(receipt.relay!.boxes).toEqual(['relay-1', 'relay-2', 'bob']);
    expect(receipt.relay!.eveBits).toBe(receipt.keys.bob!.bits);
    expect(alice).toBeNull();
    expect(bob).toEqual(eve);
  });

  test('as the first relay before Alice: the relay stops, and nothing reaches Bob', () => {
    const { receipt, hops, published } = stolen('bob');
    expect(hops[0]!.verdict).toBe('fooled');
    expect(receipt.verdict).toBe('stopped-seal');
    expect(receipt.keys).toMatchObject({ alice: null, bob: null, eve: [] });
    expect(receipt.relay).toMatchObject({ boxes: [], keyBits: 0, eveBits: 0 });
    expect(published).toEqual([]);
  });

  test('splitting pulses, where single photons are assumed: the first hop’s key is the chain’s', () => {
    const { verdict, relay } = receiptOf({
      'exchange.source': 'weak-coherent',
      'exchange.photons': 1_000_000,
      'channel.lossDb': 20,
      'eve.attack': 'photon-number-splitting',
      'amplification.accounting': 'single-photons-assumed',
      'relay.nodes': 1,
    });
    expect(relay!.hops.map((hop) => hop.verdict)).toEqual(['fooled', 'key']);
    expect(verdict).toBe('fooled');
    expect(relay!.eveBits).toBe(relay!.keyBits);
    expect(relay!.equal).toBe(true);
  });
});

test('every bit made is paid back to seals, a pad, the key itself, or thrown away', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 1e6 }),
      fc.nat({ max: 4 }),
      fc.constantFrom('wegman-carter', 'gmac', 'ml-dsa-65', 'none'),
      (seed, nodes, method) => {
        const config = configOf({ seed, 'relay.nodes': nodes, 'authentication.method': method });
        const { receipt } = runRelay(config, { kit: fullTrustKit });
        const { made, spentOnMessages, discarded } = receipt.keyLedger;
        const { keyBits } = receipt.relay!;
        const paidBack = Array.from({ length: nodes + 1 }, (_, hop) =>
          executeHop(config, hop, { kit: fullTrustKit }),
        ).reduce((sum, { receipt }) => sum + receipt.seals.keyBitsSpent, 0);
        expect(receipt.verdict).toBe('key');
        expect(spentOnMessages).toBe(nodes * keyBits);
        expect(made).toBe(paidBack + spentOnMessages + keyBits + discarded);
      },
    ),
    { seed: 1984, numRuns: 8 },
  );
});

test('a hop that Eve knows in part: what she surely knows of the end-to-end key, and never all of it', () => {
  const trojan = { 'eve.attack': 'trojan-horse', 'exchange.photons': 30_000 };
  const chain = receiptOf({ ...trojan, 'detector.mismatch': 0.5 });
  expect(chain.verdict).toBe('key');
  expect(chain.eve.keyBitsKnownBy).toBe('bound');
  expect(chain.eve.keyBitsKnown).toBeGreaterThan(0);
  expect(chain.eve.keyBitsKnown).toBeLessThan(chain.relay!.keyBits);
  // One hop, and nothing of its key goes elsewhere: the hop's own count.
  const alone = configOf({ ...trojan, 'relay.nodes': 0, 'authentication.method': 'none' });
  const hop = executeHop(alone, 0, { kit: fullTrustKit });
  expect(runRelay(alone).receipt.eve).toMatchObject({
    keyBitsKnown: hop.receipt.eve.keyBitsKnown,
    keyBitsKnownBy: 'rank',
  });
});

test('of every chain: verdict, keys, boxes, ledger and what Eve computes say the same', () => {
  const seen = new Set<string>();
  const chains = fc.record({
    seed: fc.nat(0xffffffff),
    'exchange.photons': fc.constantFrom(1, 200, 3000, 12_000),
    'channel.flipProbability': fc.constantFrom(0, 0, 0.02, 0.3),
    'amplification.accounting': fc.constantFrom('asymptotic', 'finite-key'),
    'amplification.method': fc.constantFrom('toeplitz', 'toeplitz', 'none'),
    'reconciliation.method': fc.constantFrom('cascade', 'none'),
    'eve.attack': fc.constantFrom('none', 'none', 'intercept-resend', 'man-in-the-middle', 'block'),
    'authentication.method': fc.constantFrom('none', 'wegman-carter', 'hmac-sha-256'),
    'authentication.preSharedBits': fc.constantFrom(256, 1408, 4096),
    'authentication.sealing': fc.constantFrom('phase', 'letter'),
    'authentication.broken': fc.constantFrom('none', 'key-leaked'),
    'relay.nodes': fc.constantFrom(1, 2, 4),
    'relay.readOut': fc.constantFrom(0, 0, 1),
  });
  fc.assert(
    fc.property(chains, (differences) => {
      const { receipt, published, alice, bob, eve } = relayOf(differences);
      const { verdict, keys, keyLedger, seals } = receipt;
      const { keyBits, eveBits, equal, boxes, hops } = receipt.relay!;
      seen.add(verdict);
      expect(keys.bob?.bits ?? 0).toBe(keyBits);
      expect(keyBits > 0).toBe(verdict === 'key' || verdict === 'fooled');
      expect(verdict === 'fooled').toBe(keyBits > 0 && eveBits === keyBits);
      expect(keys.eve.length > 0).toBe(verdict === 'fooled');
      const { keyBitsKnown, keyBitsKnownBy } = receipt.eve;
      expect(keyBitsKnown).toBeGreaterThanOrEqual(eveBits);
      if (keyBitsKnownBy === 'rank') expect(keyBitsKnown).toBe(eveBits);
      expect(keys.equal).toBe(equal);
      expect([alice === null, bob === null, eve === null]).toEqual([
        keys.alice === null,
        keys.bob === null,
        eveBits === 0,
      ]);
      expect(boxes.includes('bob')).toBe(keyBits > 0);
      expect(boxes.includes('alice')).toBe(equal);
      expect(published.every(({ bytes }) => bytes === Math.ceil(keyBits / 8))).toBe(true);
      expect(keyLedger.spentOnSeals).toBe(seals.keyBitsSpent);
      expect(keyLedger.made).toBe(hops.reduce((sum, hop) => sum + hop.keyBits, 0));
      expect(keyLedger.discarded).toBeGreaterThanOrEqual(0);
    }),
    { seed: 1984, numRuns: 120 },
  );
  expect([...seen].sort()).toEqual([
    'fooled',
    'key',
    'stopped-errors',
    'stopped-seal',
    'stopped-short',
  ]);
});

test('a key from far away: no hop of 40 dB gives one, four of 10 dB do', () => {
  const far = (nodes: number) =>
    receiptOf({
      'exchange.source': 'weak-coherent',
      'exchange.photons': 30_000_000,
      'exchange.decoys': [
        { meanPhotonNumber: 0.2, probability: 0.35 },
        { meanPhotonNumber: 0, probability: 0.15 },
      ],
      'channel.lengthKm': 200,
      'channel.lossDbPerKm': 0.2,
      'channel.flipProbability': 0.01,
      'detector.darkCountProbability': 1e-7,
      'relay.nodes': nodes,
    });
  expect(far(0)).toMatchObject({ verdict: 'stopped-short', relay: { keyBits: 0, rate: 0 } });
  const { verdict, relay } = far(3);
  expect(verdict).toBe('key');
  expect(relay!.hops.map(({ lossDb }) => lossDb)).toEqual([10, 10, 10, 10]);
  expect(relay!.rate).toBe(relay!.keyBits / 30_000_000);
  expect(relay!.keyBits).toBeGreaterThan(0);
  expect(relay!.boxes).toHaveLength(5);
});

test('a receipt’s configuration gives the receipt again', () => {
  const first = receiptOf({ 'relay.nodes': 1, 'relay.readOut': 1, 'channel.lossDb': 1 });
  const parsed = parseConfig(JSON.parse(JSON.stringify(first.config)));
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  const again = runScenario(parsed.config, { kit: fullTrustKit });
  expect(JSON.stringify(again.receipt)).toBe(JSON.stringify(first));
});

test('progress goes up from hop to hop and ends at the last pulse', () => {
  const told: Progress[] = [];
  const config = configOf({ 'eve.attack': 'man-in-the-middle', 'relay.nodes': 2 });
  runRelay(config, { onProgress: (progress) => told.push(progress) });
  const done = told.map(({ pulsesDone }) => pulsesDone);
  expect(done).toEqual(done.toSorted((a, b) => a - b));
  expect(done.at(-1)).toBe(60_000);
  expect(new Set(told.map(({ pulses }) => pulses))).toEqual(new Set([60_000]));
});
