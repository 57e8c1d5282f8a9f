import { describe, expect, test } from 'vitest';
import { rank } from '../../core/amplification/gf2.ts';
import type { Bits } from '../../core/bits/bits.ts';
import { verificationRow } from '../../core/reconciliation/verification.ts';
import { ACTORS, OBSERVERS } from '../actors.ts';
import { configFromDifferences } from '../config-parse.ts';
import { runConfig } from '../execute.ts';
import './key-views.ts';
import type { Run } from '../run.ts';
import type { CorrectionView } from './steps-view.ts';
import { timelineOf } from './timeline.ts';
import { viewOf } from './view-of.ts';

type Differences = Readonly<Record<string, unknown>>;

function runOf(differences: Differences): Run {
  const parsed = configFromDifferences(differences);
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return runConfig(parsed.config);
}

const noisy = {
  'exchange.photons': 1200,
  'channel.flipProbability': 0.05,
  'estimation.abortAbove': 0.5,
  'amplification.accounting': 'asymptotic',
} as const;

/** Textbook and efficient, one block at a time and all at once, with and without what was learned before. */
const WAYS: readonly (readonly [string, Differences])[] = [
  ['textbook', { ...noisy, 'reconciliation.variant': 'textbook' }],
  [
    'textbook, in parallel',
    { ...noisy, 'reconciliation.variant': 'textbook', 'reconciliation.schedule': 'parallel' },
  ],
  ['efficient', { ...noisy, 'reconciliation.variant': 'efficient' }],
  [
    'efficient, in parallel',
    { ...noisy, 'reconciliation.variant': 'efficient', 'reconciliation.schedule': 'parallel' },
  ],
];

function correctionAt(run: Run, at: number, observer: (typeof OBSERVERS)[number] = 'everyone') {
  const view = viewOf(run, observer, at).correction();
  if (view === null) throw new Error(`no correction at ${at}`);
  return view;
}

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

describe.each(WAYS)('%s', (_, differences) => {
  const run = runOf(differences);
  const { correction, material } = run.links[0]!;
  const { at, rounds } = correction!;
  const { bits } = material!;
  const end = correctionAt(run, run.length);

  test('what was said is what each end had then', () => {
    for (const question of upTo(end.questions)) {
      const { round, parity, odd, length, asked } = end.question(question)!;
      const before = correctionAt(run, at + round);
      const positions = end.positions(question);
      expect(positions.length).toBe(length);
      let [alices, both] = [0, 0];
      for (const position of positions) {
        alices ^= before.bit('alice', position)!;
        both ^= before.bit('alice', position)! ^ before.bit('bob', position)!;
      }
      expect([parity, odd]).toEqual([alices, both === 1]);
      if (!asked) {
        const { pass, frame, block } = end.question(question)!;
        expect([...end.blocks(pass, frame)![block]!]).toEqual([...positions]);
      }
    }
  });

  test('the counters run to the receipt’s', () => {
    const { reconciliation } = run.receipt;
    let before: CorrectionView = correctionAt(run, at);
    expect(before).toMatchObject({ roundsDone: 0, leaked: 0, found: 0, questions: 0 });
    for (const done of upTo(rounds + 1)) {
      const view = correctionAt(run, at + done);
      expect(view.roundsDone).toBe(done);
      expect(view.left! + view.found).toBe(before.left! + before.found);
      if (done > 0) expect(view.question(view.questions - 1)!.round).toBeLessThan(done);
      const next = end.question(view.questions);
      if (next !== null) expect(next.round).toBeGreaterThanOrEqual(done);
      expect(view.question(view.questions)).toBeNull();
      expect(view.error(view.found)).toBeNull();
      expect(view.complete).toBe(done === rounds);
      expect(view.efficiency === null).toBe(done < rounds);
      before = view;
    }
    expect(before.left).toBe(0);
    expect(before.leaked).toBe(reconciliation?.leakedBits);
    expect(before.found).toBe(reconciliation?.errorsCorrected);
    expect(before.efficiency).toBe(reconciliation?.efficiency);
    expect(before.found).toBeGreaterThan(5);
  });

  test('each error: found where the ends differed, by questions that close in on it', () => {
    let reopened = 0;
    for (const index of upTo(end.found)) {
      const { position, round, pass, openedBy, path } = end.error(index)!;
      expect(end.errorAt(position)).toBe(index);
      const before = correctionAt(run, at + round);
      expect(before.errorAt(position)).toBeNull();
      expect(correctionAt(run, at + round + 1).errorAt(position)).toBe(index);
      expect(before.bit('bob', position)).not.toBe(before.bit('alice', position));
      const left = narrowed(end, path);
      expect(left.has(position)).toBe(true);
      for (const question of path) {
        const asked = end.question(question)!;
        expect(asked.pass).toBe(pass);
        expect(asked.round).toBeLessThanOrEqual(round);
        if (openedBy !== null) expect(asked.reopened).toBe(true);
      }
      if (openedBy === null) {
        expect([...left]).toEqual([position]);
        continue;
      }
      reopened++;
      expect(openedBy).toBeLessThan(index);
      const cause = end.error(openedBy)!;
      for (const question of path) {
        expect(end.question(question)!.round).toBeGreaterThan(cause.round);
      }
    }
    expect(reopened).toBeGreaterThan(0);
  });

  test('an end has its own bits, and the other’s when the hashes were equal', () => {
    const hash = run.letters.find(({ kind }) => kind === 'verification')!;
    const from = { alice: hash.at + 2, bob: hash.at + 1 } as const;
    for (const actor of ['alice', 'bob'] as const) {
      const other = actor === 'alice' ? 'bob' : 'alice';
      for (const instant of [at, at + 1, at + rounds, from[actor] - 1]) {
        const view = correctionAt(run, instant, actor);
        const true_ = correctionAt(run, instant);
        for (const i of upTo(bits)) {
          expect(view.bit(other, i)).toBeNull();
          expect(view.bit(actor, i)).toBe(true_.bit(actor, i));
          expect(view.eveKnows(i)).toBeNull();
        }
        expect([view.left, view.verified, view.eveKnownBits()]).toEqual([null, null, null]);
        expect(view.leaked).toBe(true_.leaked);
      }
      const view = correctionAt(run, from[actor], actor);
      expect(view.verified).toBe(true);
      for (const i of upTo(bits)) {
        expect(view.bit(other, i)).toBe(view.bit(actor, i));
        expect(view.bit(actor, bits)).toBeNull();
      }
    }
    expect(correctionAt(run, hash.at, 'everyone').verified).toBeNull();
    expect(correctionAt(run, hash.at + 1, 'everyone').verified).toBe(true);
    expect(correctionAt(run, hash.at + 1, 'eve').verified).toBeNull();
  });
});

/** Positions that are left when each answer has said in which part the error lies. */
function narrowed(view: CorrectionView, path: readonly number[]): Set<number> {
  const first = view.question(path[0]!)!;
  let left = new Set(view.blocks(first.pass, first.frame)![first.block]!);
  for (const question of path) {
    const inside = new Set(view.positions(question));
    const odd = view.question(question)!.odd;
    left = new Set([...left].filter((position) => inside.has(position) === odd));
  }
  return left;
}

describe('what Eve can compute', () => {
  const listening = {
    ...noisy,
    'exchange.photons': 260,
    'eve.attack': 'intercept-resend',
    'eve.fraction': 0.5,
  } as const;

  /** By the definition: a bit follows if its unit row adds nothing to the rank of the rows she holds. */
  function follows(run: Run, done: number, compared: boolean): readonly boolean[] {
    const { correction, material } = run.links[0]!;
    const { bits, certain } = material!;
    const end = correctionAt(run, run.length);
    const row = (positions: Iterable<number>): Bits => {
      const words = new Uint32Array((bits + 31) >>> 5);
      for (const i of positions) words[i >>> 5] = words[i >>> 5]! ^ (1 << (i & 31));
      return { length: bits, words };
    };
    const held = upTo(end.questions)
      .filter((question) => end.question(question)!.round < done)
      .map((question) => row(end.positions(question)));
    for (const i of upTo(bits)) {
      if (certain !== null && (certain[i >>> 5]! >>> (i & 31)) & 1) held.push(row([i]));
    }
    const letter = run.letters.find(({ kind }) => kind === 'verification')!;
    if (compared && letter.content.kind === 'verification') {
      const { seed } = letter.content;
      held.push(...upTo(50).map((r) => verificationRow(seed, r, bits)));
    }
    expect(correction).not.toBeNull();
    const all = rank(held, bits);
    return upTo(bits).map((i) => rank([...held, row([i])], bits) === all);
  }

  test.each([
    ['listening', listening],
    ['only reading letters', { ...noisy, 'exchange.photons': 260 }],
    ['listening to everything', { ...listening, 'eve.fraction': 1 }],
  ])('%s: exactly what follows from what she holds', (_, differences) => {
    const run = runOf(differences);
    const { at, rounds } = run.links[0]!.correction!;
    const last = run.letters.find(({ kind }) => kind === 'verification')!.at + 1;
    const instants = [at, at + 1, at + (rounds >> 1), at + rounds - 1, at + rounds, last, last + 1];
    const counts = instants.map((instant) => {
      const expected = follows(run, Math.min(rounds, instant - at), instant >= last);
      for (const observer of ['eve', 'everyone'] as const) {
        const view = correctionAt(run, instant, observer);
        expect(expected.map((_yes, i) => view.eveKnows(i))).toEqual(expected);
        expect(view.eveKnownBits()).toBe(expected.filter(Boolean).length);
      }
      const eve = correctionAt(run, instant, 'eve');
      const true_ = correctionAt(run, instant);
      expected.forEach((yes, i) => {
        expect(eve.bit('alice', i)).toBe(yes ? true_.bit('alice', i) : null);
        // Of Bob's she knows that it is Alice's only where an error has been found, or all are.
        const found = eve.errorAt(i) !== null || eve.verified === true;
        expect(eve.bit('bob', i)).toBe(yes && found ? true_.bit('bob', i) : null);
      });
      return expected.filter(Boolean).length;
    });
    expect(counts.at(-1)).toBeGreaterThan(counts[0]!);
  });

  test('going back takes nothing along', () => {
    const run = runOf(listening);
    const { at, rounds } = run.links[0]!.correction!;
    const count = (done: number) => correctionAt(run, at + done, 'eve').eveKnownBits();
    const forwards = upTo(rounds + 1).map(count);
    const backwards = upTo(rounds + 1)
      .reverse()
      .map(count)
      .reverse();
    expect(backwards).toEqual(forwards);
    expect(forwards).toEqual([...forwards].sort((a, b) => a! - b!));
  });
});

describe('in the middle', () => {
  const middle = { ...noisy, 'eve.attack': 'man-in-the-middle', 'authentication.method': 'none' };
  const run = runOf(middle);

  test('she has her own bits on both links, and the ends’ when they are corrected', () => {
    for (const link of [0, 1] as const) {
      const { correction, ends } = run.links[link]!;
      const [hers, theirs] =
        ends[0] === 'eve' ? (['alice', 'bob'] as const) : (['bob', 'alice'] as const);
      const early = viewOf(run, 'eve', correction!.at + 3).correction(link)!;
      const true_ = viewOf(run, 'everyone', correction!.at + 3).correction(link)!;
      const late = viewOf(run, 'eve', run.length).correction(link)!;
      for (const i of upTo(early.bits)) {
        expect(early.bit(hers, i)).toBe(true_.bit(hers, i));
        expect(early.bit(theirs, i)).toBeNull();
        expect(late.bit(theirs, i)).toBe(late.bit(hers, i));
        expect(late.eveKnows(i)).toBe(true);
      }
    }
  });

  test('an end sees its own link only, under either number', () => {
    for (const actor of ['alice', 'bob'] as const) {
      const view = viewOf(run, actor, run.length);
      expect(view.correction(0)!.bits).toBe(run.links[actor === 'alice' ? 0 : 1]!.material!.bits);
      expect(view.correction(1)!.bits).toBe(view.correction(0)!.bits);
    }
  });
});

test('a pool that runs dry breaks it off: not complete, nothing compared', () => {
  const run = runOf({
    ...noisy,
    'authentication.sealing': 'letter',
    'authentication.preSharedBits': 8192,
  });
  const { correction, stop } = run.links[0]!;
  expect([stop?.step, stop?.verdict, correction?.verified]).toEqual([3, 'stopped-short', null]);
  for (const observer of OBSERVERS) {
    const view = correctionAt(run, run.length, observer);
    expect(view).toMatchObject({ complete: false, efficiency: null, verified: null });
    expect(view.roundsDone).toBe(view.rounds);
    expect(view.to).toBe(run.length);
    expect(viewOf(run, observer, run.length).shrink()).toBeNull();
  }
});

test('before it begins there is none, and none in a run that never came so far', () => {
  const run = runOf(noisy);
  const start = timelineOf(run).stepStart(3)!;
  for (const observer of OBSERVERS) {
    expect(viewOf(run, observer, start - 1).correction()).toBeNull();
    const first = viewOf(run, observer, start).correction()!;
    // The public seed of the blocks comes with the letter that is just under way.
    expect(first.blocks(0, 0)).toBeNull();
    expect(
      viewOf(run, observer, start + 1)
        .correction()!
        .blocks(0, 0),
    ).not.toBeNull();
  }
  const stopped = runOf({ ...noisy, 'estimation.abortAbove': 0.001 });
  for (const actor of ACTORS)
    expect(viewOf(stopped, actor, stopped.length).correction()).toBeNull();
});

test('hashes that differ: everybody hears it, nobody has the other’s bits or the rate of all', () => {
  // One pass leaves every block with two errors as it is.
  const run = runOf({
    ...noisy,
    'reconciliation.variant': 'textbook',
    'reconciliation.passes': 1,
  });
  expect(run.links[0]!.correction?.verified).toBe(false);
  expect(run.links[0]!.stop).toMatchObject({ step: 3, verdict: 'stopped-errors' });
  const { at } = run.letters.find(({ kind }) => kind === 'verification')!;
  expect(correctionAt(run, at + 1, 'bob').verified).toBe(false);
  expect(correctionAt(run, at + 1, 'alice').verified).toBeNull();
  expect(correctionAt(run, run.length).left).toBeGreaterThan(0);
  for (const actor of ACTORS) {
    const view = viewOf(run, actor, run.length);
    expect(view.correction()).toMatchObject({ verified: false, complete: true, left: null });
    expect(view.errorRate()).toBeNull();
    expect(view.key(actor)).toBeNull();
    expect(view.use()).toBeNull();
  }
  for (const i of upTo(run.links[0]!.material!.bits)) {
    expect(correctionAt(run, run.length, 'alice').bit('bob', i)).toBeNull();
    expect(correctionAt(run, run.length, 'bob').bit('alice', i)).toBeNull();
  }
});
