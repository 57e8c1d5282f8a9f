/** What Correct and Shrink claim: speed in one thread, and against the plain ways to do the same. */
import { shrink, shrinkByConvolution, shrinkByWords } from '../core/amplification/toeplitz.ts';
import { type Bits, validMask } from '../core/bits/bits.ts';
import { fillPlane, openStream, runKey } from '../core/random/streams.ts';
import { type CascadeTerms, reconcile } from '../core/reconciliation/cascade.ts';
import { compare, report } from './measure.ts';
import { plainCascade } from './plain-cascade.ts';

const MILLION = 1_000_000;
const EFFICIENT = {
  variant: 'efficient',
  passes: 14,
  blockFactor: 0.73,
  subBlockReuse: true,
  schedule: 'sequential',
} as const;
const TEXTBOOK = { ...EFFICIENT, variant: 'textbook', passes: 4, subBlockReuse: false } as const;
const SEED = Uint8Array.from({ length: 16 }, (_, i) => i);

function coins(label: string, length: number): Bits {
  const words = new Int32Array(Math.ceil(length / 2048) * 64);
  fillPlane(words, openStream(runKey(1984), label), 0, 0);
  const bits = new Uint32Array(words.buffer, 0, (length + 31) >>> 5);
  bits[bits.length - 1] = bits[bits.length - 1]! & validMask(length, bits.length - 1);
  return { length, words: bits };
}

/** A copy with exactly ⌊n·rate⌋ of its bits turned, at random places. */
function noisy({ length, words }: Bits, rate: number): Bits {
  const turned = words.slice();
  const places = new Int32Array(Math.ceil((length * rate * 1.5 + 64) / 64) * 64);
  fillPlane(places, openStream(runKey(1984), `bench/errors ${rate}`), 0, 0);
  let left = Math.floor(length * rate);
  for (let i = 0; left > 0; i++) {
    const at = Math.floor(((places[i]! >>> 0) / 4294967296) * length);
    const bit = 1 << (at & 31);
    if (((turned[at >>> 5]! ^ words[at >>> 5]!) & bit) !== 0) continue;
    turned[at >>> 5] = turned[at >>> 5]! ^ bit;
    left--;
  }
  return { length, words: turned };
}

export function measureKey(): void {
  correct();
  shrinkKeys();
}

function correct(): void {
  const sender = coins('bench/key', MILLION);
  const ratios: number[] = [];
  for (const rate of [0.01, 0.03, 0.05, 0.08, 0.11]) {
    const receiver = noisy(sender, rate);
    const run = (terms: Omit<CascadeTerms, 'errorRate'>) =>
      reconcile({
        sender,
        receiver,
        terms: { ...terms, errorRate: rate },
        seed: SEED,
        keepLog: true,
      });
    const { a, b } = compare(
      () => run(EFFICIENT),
      () => run(TEXTBOOK),
    );
    ratios.push(b / a);
    if (rate === 0.03) {
      report('Cascade, efficient, 10⁶ bits at 3 %', MILLION / a / 1000, ' Mb/s', 5);
      const short = coins('bench/key', MILLION / 10);
      const heard = noisy(short, rate);
      const terms = { ...TEXTBOOK, errorRate: rate };
      const plain = compare(
        () => plainCascade(short, heard, rate),
        () => reconcile({ sender: short, receiver: heard, terms, seed: SEED, keepLog: true }),
      );
      report('Cascade, textbook, 10⁵ bits, against one bit at a time', plain.a / plain.b, '×', 1);
    }
  }
  const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
  report('Cascade, efficient against textbook, mean over 1…11 %', mean, '×', 0.7);
}

function shrinkKeys(): void {
  const million = { input: coins('bench/input', MILLION), seed: coins('bench/seed', MILLION - 1) };
  const { a } = compare(
    () => shrink(million.input, million.seed, MILLION / 2),
    () => shrink(million.input, million.seed, MILLION / 4),
  );
  report('Toeplitz, 10⁶ bits', MILLION / a / 1000, ' Mb/s', 4);
  const tenth = { input: coins('bench/input', 100_000), seed: coins('bench/seed', 99_999) };
  const { a: words, b: transform } = compare(
    () => shrinkByWords(tenth.input, tenth.seed, 50_000),
    () => shrinkByConvolution(tenth.input, tenth.seed, 50_000),
  );
  report('Toeplitz, 10⁵ bits, transform against words', words / transform, '×', 3);
}
