/**
 * What must hold of every Correct, however it was planned: the log says all that happened, and what it
 * says is enough. A second receiver, written as a list of parts, hears nothing but the letters' bytes.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bits, bitOf } from '../bits/bits.ts';
import { type Reconciled, reconcile } from './cascade.ts';
import {
  answeredBytes,
  askedBytes,
  blocksOf,
  isOpening,
  openingBytes,
  questionPositions,
} from './log.ts';
import { differences, EFFICIENT, type Planted, planted, seedOf, TEXTBOOK } from './planted.ts';
import { blockLength, type CascadeTerms, framesOf } from './terms.ts';

interface Case {
  readonly pair: Planted;
  readonly errors: number;
  readonly terms: CascadeTerms;
  readonly seed: Uint8Array;
}

const terms: fc.Arbitrary<CascadeTerms> = fc.record({
  variant: fc.constantFrom('textbook', 'efficient'),
  passes: fc.integer({ min: 1, max: 20 }),
  blockFactor: fc.constantFrom(0.1, 0.73, 1, 5),
  subBlockReuse: fc.boolean(),
  schedule: fc.constantFrom('sequential', 'parallel'),
  errorRate: fc.constantFrom(1e-6, 0.003, 0.03, 0.11, 0.3, 0.5),
});

/** Short keys, since ends and corners are found there; from no errors to nothing else. */
const cases: fc.Arbitrary<Case> = fc
  .record({
    length: fc.oneof(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 900 })),
    share: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 0.4, noNaN: true })),
    terms,
    number: fc.nat(1e6),
  })
  .map(({ length, share, number, ...rest }) => {
    const errors = Math.round(share * length);
    return { ...rest, errors, pair: planted(length, errors, number), seed: seedOf(number) };
  });

const runs = { seed: 1984, numRuns: 150 };

function hold({ pair, terms, seed }: Case): Reconciled & { log: NonNullable<Reconciled['log']> } {
  const done = reconcile({ ...pair, terms, seed, keepLog: true });
  return { ...done, log: done.log! };
}

function parityOf(bits: Bits, positions: Uint32Array): number {
  return positions.reduce((sum, at) => sum ^ bitOf(bits, at), 0);
}

function flipped({ length, words }: Bits, places: Iterable<number>): Bits {
  const copy = { length, words: words.slice() };
  for (const at of places) copy.words[at >>> 5]! ^= 1 << at;
  return copy;
}

describe('every Correct', () => {
  test('flips wrong bits only, each once, and says which', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { corrected, errorsCorrected, log } = hold(one);
        const wrong = new Set(differences(one.pair.sender, one.pair.receiver));
        expect(new Set(log.errorAt).size).toBe(errorsCorrected);
        for (const at of log.errorAt) expect(wrong.has(at)).toBe(true);
        expect(corrected).toEqual(flipped(one.pair.receiver, log.errorAt));
        expect(differences(one.pair.sender, corrected)).toHaveLength(one.errors - errorsCorrected);
      }),
      runs,
    );
  });

  test('leaks as many bits as parities stand in its log, and takes the same way without one', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { log, ...counts } = hold(one);
        expect(counts.leakedBits).toBe(log.parity.length);
        expect(counts.roundTrips).toBe(log.opening.length);
        expect(log.roundStart).toHaveLength(counts.roundTrips + 1);
        expect(log.roundStart.at(-1)).toBe(counts.leakedBits);
        const { pair, terms, seed } = one;
        const again = reconcile({ ...pair, terms, seed, keepLog: false });
        expect(again).toEqual({ ...counts, log: null });
      }),
      runs,
    );
  });

  test('says parities of the sender’s bits, and where the receiver’s differed when they were said', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { sender, receiver } = one.pair;
        const { log } = hold(one);
        let own = receiver;
        let corrections = 0;
        const parities: number[] = [];
        const differing: number[] = [];
        for (let r = 0; r < log.opening.length; r++) {
          for (let q = log.roundStart[r]!; q < log.roundStart[r + 1]!; q++) {
            const positions = questionPositions(log, q, one.terms, one.seed, sender.length);
            parities.push(positions.length === 0 ? -1 : parityOf(sender, positions));
            differing.push(parityOf(sender, positions) ^ parityOf(own, positions));
          }
          const from = corrections;
          while (log.errorRound[corrections] === r) corrections++;
          own = flipped(own, log.errorAt.subarray(from, corrections));
        }
        expect(corrections).toBe(log.errorAt.length);
        expect([...log.parity]).toEqual(parities);
        expect([...log.differs]).toEqual(differing);
      }),
      runs,
    );
  });

  test('ends with no block whose parity still differs', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { corrected, log } = hold(one);
        for (let q = 0; q < log.parity.length; q++) {
          // What halving told is forgotten without reuse, and may be wrong again.
          const isBlock = isOpening(log, roundOf(log.roundStart, q));
          if (!isBlock && !one.terms.subBlockReuse) continue;
          const positions = questionPositions(log, q, one.terms, one.seed, corrected.length);
          expect(parityOf(corrected, positions)).toBe(log.parity[q]);
        }
      }),
      runs,
    );
  });

  test('asks one thing a round trip, or of every block at most one', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { log } = hold(one);
        for (let r = 0; r < log.opening.length; r++) {
          const [from, to] = [log.roundStart[r]!, log.roundStart[r + 1]!];
          const isOne = one.terms.schedule === 'sequential' && !isOpening(log, r);
          const nodes = Array.from(log.from.subarray(from, to), (at, i) =>
            [log.block[from + i], at].join(),
          );
          const isSound =
            to > from &&
            new Set(log.pass.subarray(from, to)).size === 1 &&
            new Set(nodes).size === to - from &&
            (!isOne || to - from === 1);
          if (!isSound) expect.fail(`round ${r} asks ${nodes.join('; ')}`);
        }
      }),
      runs,
    );
  });

  test('knows no key, only where two differ: the same questions for keys changed alike', () => {
    fc.assert(
      fc.property(cases, fc.nat(1e6), (one, mask) => {
        const { sender, receiver } = one.pair;
        const change = differences(planted(sender.length, 0, mask).sender, flipped(sender, []));
        const pair = { sender: flipped(sender, change), receiver: flipped(receiver, change) };
        const { parity: _, ...here } = hold(one).log;
        const { parity: __, ...there } = hold({ ...one, pair }).log;
        expect(there).toEqual(here);
      }),
      { ...runs, numRuns: 100 },
    );
  });

  test('names the correction that opened a search again: in that block, and made before', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { log } = hold(one);
        const bits = one.pair.sender.length;
        log.errorOpenedBy.forEach((cause, error) => {
          const [pass, frame] = [log.errorPass[error]!, log.errorFrame[error]!];
          const blocks = blocksOf(one.terms, one.seed, bits, frame, pass);
          const block = blocks.find((positions) => positions.includes(log.errorAt[error]!))!;
          const question = log.errorQuestion[error]!;
          expect(roundOf(log.roundStart, question)).toBeLessThanOrEqual(log.errorRound[error]!);
          expect(log.pass[question]).toBe(pass);
          if (cause < 0) return;
          expect(cause).toBeLessThan(error);
          expect(block).toContain(log.errorAt[cause]);
        });
      }),
      runs,
    );
  });
});

function roundOf(roundStart: Uint32Array, question: number): number {
  let round = 0;
  while (roundStart[round + 1]! <= question) round++;
  return round;
}

describe('a receiver who has only his bits and the letters', () => {
  test('corrects the same bits after the same round trips', () => {
    fc.assert(
      fc.property(cases, (one) => {
        expect(heard(one)).toEqual(toldOf(hold(one)));
      }),
      runs,
    );
  });

  test.each([
    ['textbook', { ...TEXTBOOK, errorRate: 0.01 }],
    ['efficient', { ...EFFICIENT, errorRate: 0.01, schedule: 'parallel' }],
  ] as const)('also over several frames, %s', (_, terms) => {
    const one = { pair: planted(260_001, 2600, 'frames'), errors: 2600, terms, seed: seedOf(3) };
    expect(framesOf(260_001)).toHaveLength(3);
    const done = hold(one);
    expect(differences(done.corrected, one.pair.sender)).toEqual([]);
    expect(heard(one)).toEqual(toldOf(done));
  });
});

function toldOf({ log }: ReturnType<typeof hold>): string[] {
  return Array.from(log.errorAt, (at, i) => `${at} after ${log.errorRound[i]}`).sort();
}

/** A part of a block: its range, its positions, and the sender's parity of them. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly positions: Uint32Array;
  readonly parity: number;
}

/** Corrections of the second receiver. */
function heard({ pair, terms, seed }: Case): string[] {
  const { log } = reconcile({ ...pair, terms, seed, keepLog: true });
  const bits = pair.sender.length;
  const frames = framesOf(bits);
  const blocks = new Map<string, Part[]>();
  const wholes = frames.map(() => 0);
  const own = flipped(pair.receiver, []);
  const corrections: string[] = [];
  let pass = -1;

  const settle = (parts: Iterable<Part>, round: number) => {
    for (const { positions, parity } of parts) {
      const [at] = positions;
      if (positions.length !== 1 || bitOf(own, at!) === parity) continue;
      own.words[at! >>> 5]! ^= 1 << at!;
      corrections.push(`${at} after ${round}`);
    }
  };
  for (let r = 0; r < log!.opening.length; r++) {
    if (isOpening(log!, r)) {
      pass++;
      while (!frames.some((_, f) => hasNews(f))) pass++;
      const said = bitReader(openingBytes(log!, r));
      const opened = frames.flatMap((_, f) => (hasNews(f) ? open(f, said) : []));
      said.end();
      settle(opened, r);
      continue;
    }
    const said = bitReader(answeredBytes(log!, r));
    const learned = questionsIn(askedBytes(log!, r)).flatMap((asked) => hear(asked, said.next()));
    said.end();
    settle(learned, r);
  }
  return corrections.sort();

  function hasNews(frame: number): boolean {
    const known = blocksOf(terms, seed, bits, frame, pass).filter(({ length }) => length > 0);
    return known.length > (pass === 0 ? 0 : 1);
  }

  function open(frame: number, said: ReturnType<typeof bitReader>): Part[] {
    const length = blockLength(terms, pass);
    const start = frames[frame]!;
    const all = blocksOf(terms, seed, bits, frame, pass);
    let rest = wholes[frame]!;
    return all.map((positions, block) => {
      const parity = pass > 0 && block === all.length - 1 ? rest : said.next();
      rest ^= parity;
      if (pass === 0) wholes[frame] = rest;
      const from = length === null ? 0 : block * length;
      const to = length === null ? start.to - start.from : from + positions.length;
      const part = { from, to, positions, parity };
      blocks.set([frame, pass, block].join(), [part]);
      return part;
    });
  }

  /** Halves the part that the question begins with; what it was cut into, or without reuse for now. */
  function hear(asked: Asked, parity: number): Part[] {
    const name = [asked.frame, asked.pass, asked.block].join();
    let parts = blocks.get(name)!;
    let at = parts.findIndex(({ from, to }) => from === asked.from && to > asked.to);
    if (at < 0) {
      // Without reuse a search begins at the whole block, whatever the last one told.
      expect(terms.subBlockReuse).toBe(false);
      parts = [joined(parts)];
      at = 0;
    }
    const part = parts[at]!;
    const length = blockLength(terms, asked.pass);
    const start = frames[asked.frame]!.from;
    const split =
      length === null
        ? part.positions.filter((position) => position < start + asked.to).length
        : asked.to - part.from;
    const first = { ...asked, positions: part.positions.subarray(0, split), parity };
    const second = {
      from: asked.to,
      to: part.to,
      positions: part.positions.subarray(split),
      parity: part.parity ^ parity,
    };
    blocks.set(name, [...parts.slice(0, at), first, second, ...parts.slice(at + 1)]);
    return [first, second];
  }
}

function joined(parts: readonly Part[]): Part {
  return {
    from: parts[0]!.from,
    to: parts.at(-1)!.to,
    positions: Uint32Array.from(parts.flatMap(({ positions }) => [...positions])),
    parity: parts.reduce((sum, { parity }) => sum ^ parity, 0),
  };
}

interface Asked {
  readonly frame: number;
  readonly pass: number;
  readonly block: number;
  readonly from: number;
  readonly to: number;
}

function questionsIn(bytes: Uint8Array): Asked[] {
  const asked: Asked[] = [];
  let at = 0;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const [frame, pass, block, from] = [number(), number(), number(), number()];
    asked.push({ frame, pass, block, from, to: from + number() });
  }
  return asked;
}

function bitReader(bytes: Uint8Array) {
  let at = 0;
  return {
    next(): number {
      const bit = (bytes[at >>> 3]! >>> (7 - (at & 7))) & 1;
      at++;
      return bit;
    },
    /** All bytes were read, and what fills the last one is 0. */
    end(): void {
      expect(bytes.length).toBe((at + 7) >>> 3);
      const rest = bytes.length === 0 || (at & 7) === 0 ? 0 : bytes.at(-1)! & (0xff >>> (at & 7));
      expect(rest).toBe(0);
    },
  };
}
