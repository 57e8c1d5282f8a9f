import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bitOf } from '../../core/bits/bits.ts';
import { makeColumns } from '../../core/optics/columns.ts';
import { CHUNK_LANES, CHUNK_WORDS } from '../../core/random/events.ts';
import type { Batch } from '../channels/batch.ts';
import { planLinks } from '../channels/plan.ts';
import { openPulses, visitChunk } from '../channels/quantum.ts';
import type { RunConfig } from '../config.ts';
import { configFromDifferences } from '../config-parse.ts';
import { countLight } from './count.ts';
import { digestBatch, openColumnDigest, openLogHash, uint32s } from './digest.ts';
import { type LetterMatter, type Light, shine } from './light.ts';

/** What a digest of single photons without a tap has. */
const PLAIN = { tapped: false, decoys: 0 };

function configOf(differences: Readonly<Record<string, unknown>>): RunConfig {
  const parsed = configFromDifferences(differences);
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return parsed.config;
}

function lightOf(config: RunConfig): Light {
  const [plan] = planLinks(config);
  const digest = openColumnDigest(openLogHash(), 0, plan!.pulses, PLAIN);
  return shine(plan!, config.exchange.pulsesPerLetter, digest, () => {});
}

/** Offsets of the detected pulses that a letter tells, whatever its form. */
function placesIn({ detected, range }: LetterMatter): number[] {
  const all = Array.from({ length: range.to - range.from }, (_, i) => i);
  switch (detected.kind) {
    case 'all':
      return all;
    case 'offsets':
      return [...detected.offsets];
    case 'bitmap':
      expect(detected.bits.length).toBe(all.length);
      return all.filter((i) => bitOf(detected.bits, i) === 1);
    default:
      detected satisfies never;
      return [];
  }
}

interface Click {
  readonly pulse: number;
  readonly asked: 0 | 1;
  readonly sent: 0 | 1;
}

/** Every click of a link by number of its pulse, straight from the batches. */
function clicksOf(config: RunConfig): Click[] {
  const [plan] = planLinks(config);
  const source = openPulses(plan!);
  const clicks: Click[] = [];
  for (let chunk = 0; chunk < source.chunks; chunk++) {
    visitChunk(source, chunk, {}, ({ columns, lanes, positions, base }) => {
      const at = (column: Int32Array, i: number) => ((column[i >>> 5]! >>> (i & 31)) & 1) as 0 | 1;
      for (let i = 0; i < lanes; i++) {
        if (at(columns.detected, i) === 0) continue;
        const pulse = base + (positions ? positions[i]! : i);
        clicks.push({ pulse, asked: at(columns.askedBasis, i), sent: at(columns.sentBasis, i) });
      }
      return undefined;
    });
  }
  return clicks;
}

describe('what the letters say', () => {
  // By pulse and by detection; letters within a chunk, across chunks and across batches; every form.
  test.each([
    ['all', { 'exchange.photons': 70_000, 'exchange.pulsesPerLetter': 1000 }],
    [
      'bitmap',
      { 'exchange.photons': 70_000, 'exchange.pulsesPerLetter': 999, 'channel.lossDb': 3 },
    ],
    [
      'offsets',
      { 'exchange.photons': 70_000, 'exchange.pulsesPerLetter': 40_000, 'channel.lossDb': 17 },
    ],
    [
      'bitmap',
      { 'exchange.photons': 1_200_000, 'exchange.pulsesPerLetter': 70_000, 'channel.lossDb': 7 },
    ],
    [
      'offsets',
      { 'exchange.photons': 1_200_000, 'exchange.pulsesPerLetter': 2 ** 30, 'channel.lossDb': 17 },
    ],
    [
      'offsets',
      {
        'exchange.photons': 1_200_000,
        'exchange.pulsesPerLetter': 12_345,
        'channel.lossDb': 25,
        'detector.darkCountProbability': 0.001,
      },
    ],
  ] as const)('is who clicked and in which bases, no more: %s, %j', (form, differences) => {
    const config = configOf(differences);
    const light = lightOf(config);
    const clicks = clicksOf(config);
    expect(light.letters.map(({ range }) => range.from)).toEqual(
      light.letters.map((_, i) => i * config.exchange.pulsesPerLetter),
    );
    expect(light.letters.at(-1)!.range.to).toBe(config.exchange.photons);
    expect(light.letters.some(({ detected }) => detected.kind === form)).toBe(true);
    let n = 0;
    for (const letter of light.letters) {
      const places = placesIn(letter);
      expect(letter.count).toBe(places.length);
      expect(letter.receiverBasis.length).toBe(places.length);
      expect(letter.senderBasis.length).toBe(places.length);
      for (const [i, place] of places.entries()) {
        const click = clicks[n]!;
        n++;
        if (
          letter.range.from + place !== click.pulse ||
          bitOf(letter.receiverBasis, i) !== click.asked ||
          bitOf(letter.senderBasis, i) !== click.sent
        ) {
          throw new Error(
            `click ${n} is ${JSON.stringify(click)}, told ${letter.range.from + place}`,
          );
        }
      }
    }
    expect(n).toBe(clicks.length);
    expect(n).toBe(light.tally.detected);
  });

  test('test and key bits share out the kept bits, each end its own', () => {
    const light = lightOf(configOf({ 'channel.flipProbability': 0.1, 'channel.lossDb': 1 }));
    const { tested, key, tally } = light;
    expect(tested.sender.length).toBe(tally.tested);
    expect(tested.receiver.length).toBe(tally.tested);
    expect(key.sender.length).toBe(tally.sifted - tally.tested);
    const differ = Array.from({ length: tested.sender.length }, (_, i) => i).filter(
      (i) => bitOf(tested.sender, i) !== bitOf(tested.receiver, i),
    );
    expect(differ).toHaveLength(tally.testErrors);
  });
});

test('a run that only counts has the counters of a full run', () => {
  for (const differences of [
    { 'eve.attack': 'intercept-resend', 'channel.lossDb': 1, 'exchange.photons': 50_001 },
    { 'exchange.photons': 1_100_000, 'channel.lossDb': 10, 'detector.darkCountProbability': 0.01 },
  ]) {
    const config = configOf(differences);
    const counted = countLight(config);
    const { tally } = lightOf(config);
    const { detected, sifted, errors, knownToEve } = tally;
    expect(counted).toEqual({ detected, sifted, errors, knownToEve, byIntensity: [] });
  }
});

test('no two batches of a run read the same coins', () => {
  for (const differences of [
    { 'exchange.photons': 200_000 },
    { 'exchange.photons': 2_200_000, 'channel.lossDb': 7 },
  ]) {
    const [plan] = planLinks(configOf(differences));
    const source = openPulses(plan!);
    const seen: number[] = [];
    for (let chunk = 0; chunk < source.chunks; chunk++) {
      visitChunk(source, chunk, {}, ({ columns, lanes }) => {
        if (lanes >= 32) seen.push(columns.sentBit[0]!);
        return undefined;
      });
    }
    expect(seen.length).toBeGreaterThan(6);
    expect(new Set(seen).size).toBe(seen.length);
  }
});

test('the trace has each of the first 256 kept bits, and then a point every 2 %', () => {
  const { trace, tally } = lightOf(configOf({}));
  const points = [...trace.kept];
  expect(points.slice(0, 256)).toEqual(Array.from({ length: 256 }, (_, i) => i + 1));
  points.forEach((kept, i) => {
    if (i >= 256) expect(kept - points[i - 1]!).toBeLessThanOrEqual(0.02 * points[i - 1]! + 1);
  });
  expect(tally.sifted / points.at(-1)!).toBeLessThan(1.021);
});

describe('the digest of the light', () => {
  interface Shone {
    readonly pulse: number;
    /** The five columns as the bits of a number. */
    readonly values: number;
  }

  const bitColumns = ['sentBit', 'sentBasis', 'askedBasis', 'gotBit', 'double'] as const;

  /** A batch of pulses [from, to), one lane a pulse or one lane a detection. */
  function batchOf(clicks: readonly Shone[], from: number, to: number, listed: boolean): Batch {
    const columns = makeColumns();
    for (const column of Object.values(columns) as Int32Array[]) column.fill(0x77777777);
    columns.detected.fill(0);
    const base = Math.floor(from / 2 ** 20) * 2 ** 20;
    clicks.forEach(({ pulse, values }, n) => {
      const i = listed ? n : pulse - from;
      columns.detected[i >>> 5]! |= 1 << (i & 31);
      bitColumns.forEach((name, k) => {
        const column = columns[name];
        column[i >>> 5] = (column[i >>> 5]! & ~(1 << (i & 31))) | (((values >> k) & 1) << (i & 31));
      });
    });
    const none = new Int32Array(CHUNK_WORDS);
    return {
      from,
      to,
      lanes: listed ? clicks.length : to - from,
      positions: listed ? Uint32Array.from(clicks, ({ pulse }) => pulse - base) : null,
      base: listed ? base : from,
      columns,
      allDetected: false,
      weak: null,
      sifted: none,
      sampled: none,
      guess: none,
      weaker: null,
    };
  }

  function digestOf(clicks: readonly Shone[], borders: readonly number[], listed: boolean): string {
    const pulses = borders.at(-1)!;
    const hash = openLogHash();
    const digest = openColumnDigest(hash, 1, pulses, PLAIN);
    borders.forEach((to, i) => {
      const from = borders[i - 1] ?? 0;
      const inside = clicks.filter(({ pulse }) => pulse >= from && pulse < to);
      digestBatch(digest, batchOf(inside, from, to, listed));
    });
    return Buffer.from(hash.digest()).toString('hex');
  }

  test('depends on who clicked and on their columns, not on how the engine went through them', () => {
    const share = fc.constantFrom(0, 1 / 100, 1 / 32, 1 / 10, 1);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), share, fc.nat(2 ** 30), (pulses, p, salt) => {
        const clicks = Array.from({ length: pulses }, (_, pulse) => ({
          pulse,
          values: Math.imul(pulse + salt, 0x9e3779b1) >>> 27,
        })).filter(({ pulse }) => Math.imul(pulse ^ salt, 0x85ebca6b) >>> 0 < p * 2 ** 32);
        const expected = digestOf(clicks, [pulses], false);
        expect(digestOf(clicks, [pulses], true)).toBe(expected);
        // Batches of a listed chunk end where a detection begins.
        const middle = clicks[clicks.length >> 1]?.pulse ?? 0;
        if (middle > 0) expect(digestOf(clicks, [middle, pulses], true)).toBe(expected);
        if (pulses > 64) expect(digestOf(clicks, [64, pulses], false)).toBe(expected);
      }),
      { seed: 1984, numRuns: 60 },
    );
  });

  test('takes a new chunk at 2²⁰ pulses, in both ways of the engine', () => {
    const pulses = 2 ** 20 + 5000;
    const clicks = [0, 31, 4711, 2 ** 20 - 1, 2 ** 20, 2 ** 20 + 4999].map((pulse) => ({
      pulse,
      values: pulse % 31,
    }));
    const dense: number[] = [];
    for (let to = CHUNK_LANES; to < pulses; to += CHUNK_LANES) dense.push(to);
    expect(digestOf(clicks, [...dense, pulses], false)).toBe(
      digestOf(clicks, [2 ** 20, pulses], true),
    );
  });

  test('is SHA-256 of what its description says', () => {
    const hash = openLogHash();
    const digest = openColumnDigest(hash, 1, 3, PLAIN);
    digestBatch(
      digest,
      batchOf(
        [
          { pulse: 0, values: 0b00101 },
          { pulse: 2, values: 0b11001 },
        ],
        0,
        3,
        false,
      ),
    );
    // Link, first pulse, pulses, detected; bitmap 101; then each column's two bits on top of a byte.
    const expected = sha256(
      Uint8Array.of(...uint32s([1, 0, 3, 2]), 0xa0, 0xc0, 0x00, 0x80, 0x40, 0x40),
    );
    expect(hash.digest()).toEqual(expected);
  });

  test('says no places where every pulse was detected', () => {
    const hash = openLogHash();
    const clicks = [0, 1, 2].map((pulse) => ({ pulse, values: 1 }));
    digestBatch(openColumnDigest(hash, 0, 3, PLAIN), batchOf(clicks, 0, 3, false));
    const expected = Uint8Array.of(...uint32s([0, 0, 3, 3]), 0xe0, 0, 0, 0, 0);
    expect(hash.digest()).toEqual(sha256(expected));
  });
});
