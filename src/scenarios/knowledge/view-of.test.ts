import { describe, expect, test, vi } from 'vitest';
import { openStream, runKey, type Stream } from '../../core/random/streams.ts';
import { ACTORS, type Observer } from '../actors.ts';
import type { LinkPlan } from '../channels/link-plan.ts';
import { configFromDifferences } from '../config-parse.ts';
import { runConfig } from '../execute.ts';
import './key-views.ts';
import type { Run } from '../run.ts';
import { replayOf } from './replay.ts';
import type { CorrectionView, ShrinkView } from './steps-view.ts';
import { timelineOf } from './timeline.ts';
import type { Item, KnowledgeView, LetterView, PulseFact, Sight } from './view.ts';
import { viewOf } from './view-of.ts';

/** Which link's coins are tossed anew, so that everything on that link is otherwise than it was. */
const other = vi.hoisted(() => ({ link: null as number | null }));

vi.mock('../channels/plan.ts', async (original) => {
  const real = await original<typeof import('../channels/plan.ts')>();
  const tossed = (stream: Stream) => openStream(runKey('another'), stream.label);
  return {
    ...real,
    planLinks: (config: Parameters<typeof real.planLinks>[0]): readonly LinkPlan[] =>
      real.planLinks(config).map((plan, link) => {
        if (link !== other.link) return plan;
        const streams = Object.fromEntries(
          Object.entries(plan.streams as unknown as Record<string, Stream>).map(
            ([name, stream]) => [name, tossed(stream)],
          ),
        ) as unknown as LinkPlan['streams'];
        return { ...plan, streams, sample: tossed(plan.sample), sampleSeed: new Uint8Array(16) };
      }),
  };
});

function runOf(differences: Readonly<Record<string, unknown>>): Run {
  const parsed = configFromDifferences(differences);
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  const run = runConfig(parsed.config);
  replayOf(run); // plans are made now, under this toss
  return run;
}

const FACTS: readonly PulseFact[] = [
  'alice.bit',
  'alice.basis',
  'eve.acts',
  'eve.basis',
  'eve.saw',
  'eve.sends-bit',
  'eve.sends-basis',
  'bob.basis',
  'bob.bit',
  'detected',
  'kept',
  'differs',
  'tested',
  'eve-knows',
];

/** DESIGN's table: alice, bob, eve. Everyone sees every row. */
const TABLE: Readonly<Record<Item, readonly [Sight, Sight, Sight]>> = {
  'alice.record': ['full', 'none', 'none'],
  'photon.near': ['full', 'none', 'exists'],
  'photon.far': ['none', 'exists', 'exists'],
  'eve.presence': ['none', 'none', 'full'],
  'eve.record': ['none', 'none', 'full'],
  'bob.record': ['none', 'full', 'none'],
  odds: ['none', 'none', 'none'],
  losses: ['full', 'full', 'full'],
  letters: ['full', 'full', 'full'],
  'seal-result': ['full', 'full', 'exists'],
  'letter-maker': ['none', 'none', 'full'],
  'alice.pool': ['full', 'none', 'exists'],
  'bob.pool': ['none', 'full', 'exists'],
  'error-rate': ['none', 'none', 'none'],
  test: ['full', 'full', 'full'],
  'eve-knows': ['none', 'none', 'full'],
  parities: ['full', 'full', 'full'],
  'errors-left': ['none', 'none', 'none'],
  'toeplitz-seed': ['full', 'full', 'full'],
  message: ['full', 'full', 'exists'],
  introductions: ['full', 'full', 'full'],
  keys: ['full', 'full', 'full'],
  verdict: ['full', 'full', 'full'],
  'double-click': ['none', 'full', 'none'],
  'dark-count': ['none', 'none', 'none'],
};
const ITEMS = Object.keys(TABLE) as Item[];

/** Every value that a view can give, walked to the bottom. */
function everything(view: KnowledgeView, pulses: readonly number[]) {
  return {
    ...view,
    letters: view.letters.map((letter) => ({ ...letter })),
    nextLetter: view.nextLetter && { ...view.nextLetter },
    verdict: view.verdict,
    sights: ITEMS.map((item) => view.sight(item)),
    bits: pulses.map((pulse) =>
      FACTS.map((fact) => [view.bit(fact, pulse), view.bit(fact, pulse, 1)]),
    ),
    knownTo: pulses.map((pulse) => FACTS.map((fact) => view.knownTo(fact, pulse))),
    photons: pulses.map((pulse) => view.photon(pulse)),
    odds: pulses.map((pulse) => view.odds(pulse)),
    outcomes: pulses.map((pulse) => [view.outcome(pulse), view.outcome(pulse, 1)]),
    pools: [view.pool('alice'), view.pool('bob')],
    rates: [view.errorRate(), view.errorRate(1), view.trace(), view.trace(1, 'diagonal')],
    tests: [view.test(), view.test(1)],
    kept: [view.kept(), view.kept(1)],
    eveKnowsNow: view.eveKnows(),
    keys: ACTORS.map((actor) => [view.key(actor), view.key(actor, 1)]),
    steps: ([0, 1] as const).map((link) => [
      stepOf(view.correction(link)),
      stepOf(view.shrink(link)),
      view.use(link),
    ]),
    introductions: view.introductions,
  };
}

const PLACES = Array.from({ length: 40 }, (_, i) => i * 5);

function stepOf(step: CorrectionView | ShrinkView | null) {
  if (step === null) return null;
  if ('entry' in step) {
    const bits = PLACES.map((i) => [step.input(i), step.output(i), step.eveKnows(i)]);
    return { ...step, bits, row: PLACES.map((i) => step.entry(1, i)) };
  }
  return {
    ...step,
    asked: PLACES.map((i) => [step.question(i), step.positions(i).length]),
    errors: PLACES.map((i) => [step.error(i), step.errorAt(i)]),
    bits: PLACES.map((i) => [step.bit('alice', i), step.bit('bob', i), step.eveKnows(i)]),
    known: step.eveKnownBits(),
  };
}

/** As text, functions left out, and places on the axis too: what happens on one link moves those of the other. */
const textOf = (view: KnowledgeView, pulses: readonly number[]) => {
  const axis = new Set(['at', 'index']);
  const text = JSON.stringify(everything(view, pulses), (name, value) =>
    axis.has(name) ? undefined : value,
  );
  return text.replace(/"from":\d+,("to":\d+,)?"(rounds|accounting|made)"/g, '"$2"');
};

function instantsOf(run: Run): number[] {
  const instants = new Set([0, 1, 2, 50, 199, run.length - 1, run.length]);
  for (const { correction } of run.links) if (correction) instants.add(correction.at + 2);
  for (const { at } of run.letters) for (const near of [at, at + 1]) instants.add(near);
  if (run.stop) instants.add(run.stop.at);
  return [...instants];
}

/** Instants of one link's own events, and the end of the run. */
function eventsOn(run: Run, link: number): number[] {
  const { pulses, correction } = run.links[link]!;
  const timeline = timelineOf(run);
  return [
    ...Array.from({ length: pulses }, (_, pulse) => timeline.instantOfPulse(pulse)),
    ...run.letters.filter((letter) => letter.link === link).map(({ at }) => at),
    ...Array.from({ length: correction?.rounds ?? 0 }, (_, r) => correction!.at + r),
    run.length,
  ].sort((a, b) => a - b);
}

const everyThird = Array.from({ length: 70 }, (_, i) => i * 3);
const small = { 'exchange.photons': 200, 'exchange.pulsesPerLetter': 64 } as const;
/** Two hundred photons leave nothing after the costs of Correct and Shrink; the tested key is taken as it is. */
const plain = {
  ...small,
  'reconciliation.method': 'none',
  'amplification.method': 'none',
} as const;
/** And these keep some, and use it. */
const used = {
  'amplification.accounting': 'asymptotic',
  'channel.flipProbability': 0.02,
  'use.cipher': 'one-time-pad',
  'use.message': 'Hi',
} as const;
const middle = { ...small, 'eve.attack': 'man-in-the-middle' } as const;

describe('the table of who sees what', () => {
  test.each(ITEMS)('%s', (item) => {
    const run = runOf({ ...small, 'eve.attack': 'intercept-resend' });
    const sights = ACTORS.map((actor) => viewOf(run, actor, run.length).sight(item));
    expect(sights).toEqual(TABLE[item]);
    expect(viewOf(run, 'everyone', 0).sight(item)).toBe('full');
  });

  test('without an attack Eve only reads letters, and has no record', () => {
    const run = runOf(small);
    const eve = viewOf(run, 'eve', run.length);
    expect(eve.sight('eve.presence')).toBe('exists');
    expect(eve.sight('eve.record')).toBe('none');
    // Until parities are said, which tell every listener something.
    const { at } = run.links[0]!.correction!;
    expect(viewOf(run, 'eve', at).sight('eve-knows')).toBe('none');
    expect(viewOf(run, 'eve', at + 1).sight('eve-knows')).toBe('full');
    expect(viewOf(run, 'bob', at + 1).sight('eve-knows')).toBe('none');
    expect(viewOf(run, 'alice', 0).sight('eve.presence')).toBe('none');
  });

  test('a photon in flight: Alice sees hers fade, Bob a grey ring, Eve what she measured', () => {
    const run = runOf({ ...small, 'eve.attack': 'intercept-resend', 'eve.fraction': 0.5 });
    const [replay] = replayOf(run);
    for (const pulse of everyThird.filter((p) => p < 200)) {
      const at = timelineOf(run).instantOfPulse(pulse);
      const { sentBit, sentBasis, tapActs, tapBit, tapBasis } = replay!.record(pulse);
      const sent = { kind: 'state', angle: sentBasis * 45 + sentBit * 90, maker: 'alice' };
      const resent = {
        kind: 'state',
        angle: tapBasis * 45 + tapBit * 90,
        maker: 'eve',
        fades: false,
      };
      expect(viewOf(run, 'alice', at).photon(pulse)).toEqual({
        pulse,
        near: { ...sent, fades: true },
        far: { kind: 'absent' },
        lost: null,
      });
      expect(viewOf(run, 'bob', at).photon(pulse)).toEqual({
        pulse,
        near: { kind: 'absent' },
        far: { kind: 'unknown' },
        lost: null,
      });
      expect(viewOf(run, 'eve', at).photon(pulse)).toEqual({
        pulse,
        near: { kind: 'unknown' },
        far: tapActs ? resent : { kind: 'unknown' },
        lost: null,
      });
      expect(viewOf(run, 'everyone', at).photon(pulse)).toEqual({
        pulse,
        near: { ...sent, fades: false },
        far: tapActs ? resent : { ...sent, fades: false },
        lost: false,
      });
    }
  });

  test('a lost photon: Bob at once, Alice and Eve when he reports it', () => {
    const run = runOf({ ...small, 'channel.lossDb': 10 });
    const pulse = everyThird.find((p) => !replayOf(run)[0]!.record(p).detected)!;
    const after = timelineOf(run).instantOfPulse(pulse) + 1;
    const report = run.letters.find(({ range }) => range !== null && range.to > pulse)!;
    const lost = (observer: Observer, at: number) => viewOf(run, observer, at).photon(pulse).lost;
    expect([lost('bob', after - 1), lost('bob', after)]).toEqual([null, true]);
    for (const actor of ['alice', 'eve'] as const) {
      expect([lost(actor, report.at), lost(actor, report.at + 1)]).toEqual([null, true]);
      expect(viewOf(run, actor, report.at + 1).outcome(pulse)).toBe('lost');
    }
  });

  test('a seal: its addressee sees whether it fits, the others that it is there', () => {
    const run = runOf(small);
    const last = run.letters.length - 1;
    for (const [i, { claimedFrom }] of run.letters.entries()) {
      const reader = claimedFrom === 'alice' ? 'bob' : 'alice';
      const seen = (observer: Observer) => viewOf(run, observer, run.length).letters[i]!;
      expect(seen(reader).seal).toBe('fits');
      expect(seen(claimedFrom).seal).toBe('sealed');
      expect(seen('eve').seal).toBe('sealed');
      expect(seen('everyone').seal).toBe('fits');
      expect(seen('eve').expectedTagHex).toBeNull();
      if (run.letters[i]!.seal) expect(seen(reader).expectedTagHex).toBe(seen(reader).tagHex);
    }
    // A letter under its phase's seal waits for it.
    const first = (at: number) => viewOf(run, 'alice', at).letters[0]!.seal;
    const closing = run.letters.findIndex(({ seal }) => seal !== null);
    expect(first(run.letters[closing]!.at)).toBe('sealed');
    expect(first(run.letters[closing]!.at + 1)).toBe('fits');
    expect(viewOf(run, 'bob', run.letters[last]!.at).nextLetter?.seal).toBe('sealed');
  });

  test('a forged letter: Eve and Everyone see who made it, its addressee whom it names', () => {
    const refused = runOf(middle);
    const fooled = runOf({ ...middle, 'authentication.broken': 'key-leaked' });
    const forged = (run: Run, observer: Observer) =>
      viewOf(run, observer, run.length).letters.find(
        ({ index }) => run.letters[index]!.writtenBy === 'eve' && run.letters[index]!.seal !== null,
      )!;
    const seal = (run: Run, observer: Observer) => forged(run, observer).seal;
    expect(['everyone', 'alice', 'eve'].map((o) => seal(refused, o as Observer))).toEqual([
      'broken',
      'broken',
      'sealed',
    ]);
    expect(['everyone', 'alice', 'eve'].map((o) => seal(fooled, o as Observer))).toEqual([
      'fits-wrongly',
      'fits',
      'fits-wrongly',
    ]);
    expect(forged(fooled, 'everyone').writtenBy).toBe('eve');
    expect(forged(fooled, 'alice').writtenBy).toBe('bob');
    expect(forged(fooled, 'alice').to).toBe('alice');
  });

  test('the pool: each end its own level, falling with every seal it makes or checks', () => {
    const run = runOf({ ...small, 'authentication.tagBits': 64 });
    const bits = run.config.authentication.preSharedBits - 256;
    const level = (observer: Observer, actor: 'alice' | 'bob', at: number) =>
      viewOf(run, observer, at).pool(actor);
    expect(level('alice', 'alice', 0)).toBe(bits);
    expect(level('alice', 'bob', run.length)).toBeNull();
    expect(level('eve', 'alice', run.length)).toBeNull();
    run.letters.forEach(({ at }, i) => {
      const seals = run.letters.slice(0, i + 1).filter(({ seal }) => seal !== null).length;
      for (const actor of ['alice', 'bob'] as const) {
        expect(level('everyone', actor, at + 1)).toBe(bits - 64 * seals);
        expect(level(actor, actor, at + 1)).toBe(bits - 64 * seals);
      }
    });
    expect(bits - level('bob', 'bob', run.length)!).toBe(run.receipt.seals.keyBitsSpent - 256);
    const open = runOf({ ...small, 'authentication.method': 'none' });
    expect(viewOf(open, 'everyone', open.length).pool('alice')).toBeNull();
  });

  test('the error rate of all bits: Everyone, the others when all are corrected; of the tested: once compared', () => {
    const run = runOf({ ...small, 'channel.flipProbability': 0.2, 'estimation.abortAbove': 0.5 });
    expect(run.links[0]!.correction?.verified).toBe(true);
    const answer = run.letters.find(({ kind }) => kind === 'test-bits')!;
    const hashes = run.letters.find(({ kind }) => kind === 'verification')!;
    for (const observer of ['alice', 'bob', 'eve', 'everyone'] as const) {
      const late = viewOf(run, observer, run.length);
      const from = observer === 'bob' ? hashes.at + 1 : hashes.at + 2;
      const early = viewOf(run, observer, from - 1);
      const then = viewOf(run, observer, from);
      expect(early.errorRate() === null).toBe(observer !== 'everyone');
      expect(early.trace() === null).toBe(observer !== 'everyone');
      expect(early.sight('error-rate')).toBe(observer === 'everyone' ? 'full' : 'none');
      expect(then.errorRate()).toEqual(viewOf(run, 'everyone', from).errorRate());
      expect(then.trace()).toEqual(viewOf(run, 'everyone', from).trace());
      expect(then.sight('error-rate')).toBe('full');
      expect(viewOf(run, observer, answer.at).test()).toBeNull();
      const { tested, testErrors } = run.receipt.counts;
      expect(viewOf(run, observer, answer.at + 1).test()).toMatchObject({
        kept: tested,
        errors: testErrors,
        rate: run.receipt.qber.estimated,
        low: run.receipt.qber.interval?.low,
        limit: 0.5,
      });
      expect(late.kept()).toBe(run.receipt.counts.sifted);
    }
    const { kept, errors } = viewOf(run, 'everyone', run.length).errorRate()!;
    expect(errors / kept).toBe(run.receipt.qber.actual);
  });

  test('the key: each end its own, Eve when it is hers', () => {
    const keys = (run: Run, observer: Observer) =>
      ACTORS.map((actor) => viewOf(run, observer, run.length).key(actor)?.bits ?? null);
    const fair = runOf(plain);
    const { bits } = fair.receipt.keys.alice!;
    expect(keys(fair, 'everyone')).toEqual([bits, bits, null]);
    expect(keys(fair, 'alice')).toEqual([bits, null, null]);
    expect(keys(fair, 'eve')).toEqual([null, null, null]);
    expect(viewOf(fair, 'alice', fair.length - 1).key('alice')).toBeNull();
    expect(viewOf(fair, 'alice', fair.length).key('alice')).toEqual(
      viewOf(fair, 'bob', fair.length).key('bob'),
    );
    const run = runOf({ ...plain, ...middle, 'authentication.method': 'none' });
    const eve = viewOf(run, 'eve', run.length);
    expect(eve.key('eve', 0)).toEqual(viewOf(run, 'alice', run.length).key('alice'));
    expect(eve.key('eve', 1)).toEqual(viewOf(run, 'bob', run.length).key('bob'));
    // In the only basis that is used she knows every bit without being an end.
    const read = runOf({
      ...plain,
      'eve.attack': 'intercept-resend',
      'eve.basis': 'rectilinear',
      'exchange.basisBias': 1,
    });
    expect(viewOf(read, 'eve', read.length).key('eve')).toEqual(
      viewOf(read, 'alice', read.length).key('alice'),
    );
  });

  test('the verdict: in the words of whoever says it', () => {
    const say = (run: Run) =>
      ['everyone', 'alice', 'bob', 'eve'].map(
        (o) => viewOf(run, o as Observer, run.length).verdict,
      );
    const verdict = (name: string, by: string | null = null, step: number | null = null) => ({
      kind: 'verdict',
      verdict: name,
      stoppedBy: by,
      step,
    });
    const noKey = (wentOn: boolean) => ({ kind: 'no-key-for-me', wentOn });
    const key = verdict('key');
    expect(say(runOf(plain))).toEqual([key, key, key, noKey(true)]);
    const fooled = verdict('fooled');
    expect(say(runOf({ ...plain, ...middle, 'authentication.method': 'none' }))).toEqual([
      fooled,
      key,
      key,
      fooled,
    ]);
    const seal = verdict('stopped-seal', 'alice', 1);
    expect(say(runOf(middle))).toEqual([seal, seal, { kind: 'silence' }, noKey(false)]);
    const errors = verdict('stopped-errors', 'bob', 2);
    const noise = { 'channel.flipProbability': 0.4, 'estimation.sampleFraction': 0.5 };
    expect(say(runOf({ ...small, ...noise }))).toEqual([errors, errors, errors, noKey(false)]);
    // Eve in Bob's place says "too many errors" in Bob's name. Without seals she can go on with the real
    // Bob, who then finds as many.
    const asBob = runOf({ ...middle, ...noise, 'authentication.method': 'none' });
    expect(asBob.stop?.by).toBe('eve');
    expect(say(asBob)).toEqual([verdict('stopped-errors', 'eve', 2), errors, errors, noKey(false)]);
    expect(viewOf(asBob, 'alice', asBob.stop!.at - 1).verdict).toBeNull();
    const short = verdict('stopped-short', 'alice', 4);
    expect(say(runOf(small))).toEqual([short, short, short, noKey(false)]);
  });

  test('odds: Born’s rule at Bob’s detector, for Everyone and no photon that has not left', () => {
    const run = runOf({ ...small, 'channel.flipProbability': 0.1 });
    const view = viewOf(run, 'everyone', 100);
    const pulse = view.pulsesSent - 10;
    const { sentBit, sentBasis, askedBasis } = replayOf(run)[0]!.record(pulse);
    const ideal = sentBasis === askedBasis ? 1 - sentBit : 0.5;
    expect(view.odds(pulse)?.zero).toBeCloseTo(ideal * 0.8 + 0.1, 12);
    expect(view.odds(view.pulsesSent + 1)).toBeNull();
    for (const actor of ACTORS) expect(viewOf(run, actor, 100).odds(pulse)).toBeNull();
  });
});

describe('nothing of Eve is in Alice’s view or Bob’s', () => {
  const runs: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
    ['listening', { ...small, 'eve.attack': 'intercept-resend' }],
    ['in the middle, seals off', { ...middle, 'authentication.method': 'none' }],
    ['in the middle, refused', middle],
    ['in the middle, to the end', { ...middle, ...used, 'authentication.method': 'none' }],
    [
      'in the middle, the envelope altered',
      { ...middle, ...used, 'use.sealed': false, 'authentication.method': 'none' },
    ],
    ['in the middle, key leaked', { ...middle, 'authentication.broken': 'key-leaked' }],
    [
      'in the middle, noisy',
      { ...middle, 'authentication.method': 'none', 'channel.flipProbability': 0.4 },
    ],
    [
      'in the middle, Bob first',
      { ...middle, 'eve.forgesTo': 'bob', 'authentication.sealing': 'letter' },
    ],
  ];

  test.each(runs)('%s: no word of her, no second link', (_, differences) => {
    const run = runOf(differences);
    for (const at of instantsOf(run)) {
      for (const actor of ['alice', 'bob'] as const) {
        const view = viewOf(run, actor, at);
        const text = textOf(view, everyThird);
        expect(text).not.toContain('"eve"');
        expect(text).not.toMatch(/fooled|fits-wrongly|no-key-for-me/);
        expect(view.twoLinks).toBe(false);
        expect(view.letters.every(({ link }) => link === 0)).toBe(true);
      }
    }
  });

  test('an Eve who disturbs nothing is not in them at all', () => {
    const undisturbed = { ...plain, 'exchange.basisBias': 1 } as const;
    const alone = runOf(undisturbed);
    const heard = runOf({
      ...undisturbed,
      'eve.attack': 'intercept-resend',
      'eve.basis': 'rectilinear',
    });
    expect(heard.receipt.verdict).toBe('fooled');
    for (const at of instantsOf(alone)) {
      for (const actor of ['alice', 'bob'] as const) {
        expect(textOf(viewOf(heard, actor, at), everyThird)).toBe(
          textOf(viewOf(alone, actor, at), everyThird),
        );
      }
    }
  });

  test('until the test is answered, Alice’s does not depend on who listens', () => {
    const alone = runOf(small);
    const heard = runOf({ ...small, 'eve.attack': 'intercept-resend' });
    const answer = alone.letters.findIndex(({ kind }) => kind === 'test-bits');
    for (const at of instantsOf(alone).filter((instant) => instant < alone.letters[answer]!.at)) {
      // Tags differ, for nothing but the bytes under them: none of Alice's own depend on Bob's bits.
      expect(textOf(viewOf(heard, 'alice', at), everyThird)).toBe(
        textOf(viewOf(alone, 'alice', at), everyThird),
      );
    }
  });

  test.each([
    ['alice', 1],
    ['bob', 0],
  ] as const)('in the middle, %s’s is a function of one link alone', (actor, elsewhere) => {
    for (const differences of [
      { ...middle, 'authentication.method': 'none', 'channel.lossDb': 2 },
      { ...middle, 'authentication.broken': 'key-leaked', 'eve.forgesTo': 'bob' },
      { ...middle, 'authentication.broken': 'key-leaked', 'authentication.sealing': 'letter' },
      { ...middle, ...used, 'authentication.method': 'none' },
    ]) {
      other.link = null;
      const one = runOf(differences);
      other.link = elsewhere;
      const two = runOf(differences);
      other.link = null;
      expect(two.receipt.log.sha256).not.toBe(one.receipt.log.sha256);
      const own = eventsOn(one, 1 - elsewhere);
      const again = eventsOn(two, 1 - elsewhere);
      expect(again.length).toBe(own.length);
      // The last moment before each event of the own link, whatever has happened on the other by then.
      for (const [k, at] of own.entries()) {
        if (k % 20 !== 0 && k < own.length - 60) continue;
        expect(textOf(viewOf(two, actor, again[k]!), everyThird)).toBe(
          textOf(viewOf(one, actor, at), everyThird),
        );
      }
      // The control: those who see both links do see the difference.
      expect(textOf(viewOf(two, 'everyone', two.length), everyThird)).not.toBe(
        textOf(viewOf(one, 'everyone', one.length), everyThird),
      );
    }
  });
});

test('a view of a run with thousands of letters asks for each only once', () => {
  const run = runOf({
    'exchange.photons': 60_000,
    'exchange.pulsesPerLetter': 16,
    'authentication.method': 'hmac-sha-256',
  });
  expect(run.letters.length).toBeGreaterThan(7000);
  const views: readonly LetterView[] = viewOf(run, 'everyone', run.length - 1).letters;
  const again = viewOf(run, 'everyone', run.length).letters;
  expect(again.length).toBe(views.length + 1);
  expect(again[0]).toBe(views[0]);
  expect(views.slice(0, 3750).every(({ seal }) => seal === 'fits')).toBe(true);
});
