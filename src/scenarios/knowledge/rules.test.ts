import { describe, expect, test } from 'vitest';
import type { ActorId } from '../actors.ts';
import { configFromDifferences } from '../config-parse.ts';
import { runConfig } from '../execute.ts';
import type { LetterKind } from '../messages.ts';
import type { Run } from '../run.ts';
import { type PulseRecord, replayOf } from './replay.ts';
import { timelineOf } from './timeline.ts';
import type { PulseFact } from './view.ts';
import { viewOf } from './view-of.ts';

function runOf(differences: Readonly<Record<string, unknown>>): Run {
  const parsed = configFromDifferences(differences);
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return runConfig(parsed.config);
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

/**
 * What an actor may say, spelled out anew from the letters alone: which have come, what each says, and
 * what the actor did herself. Undefined: not hers to know.
 */
function oracle(
  run: Run,
  actor: ActorId,
  fact: PulseFact,
  pulse: number,
  at: number,
  asked: 0 | 1,
) {
  const replays = replayOf(run);
  const two = replays.length === 2;
  const link = !two || actor === 'alice' ? 0 : actor === 'bob' ? 1 : asked;
  const heard = (kind: LetterKind, on: number) =>
    run.letters.some(
      (letter) =>
        letter.kind === kind &&
        letter.link === on &&
        letter.at < at &&
        (letter.range === null || (pulse >= letter.range.from && pulse < letter.range.to)),
    );
  const landed = timelineOf(run).instantOfPulse(pulse) < at;
  const begun = pulse <= timelineOf(run).pulsesBefore(at);
  const here = replays[link]!.record(pulse);
  const near = replays[0]!.record(pulse);
  const far = replays.at(-1)!.record(pulse);
  const { attack, basis } = run.config.eve;
  const clean =
    run.config.channel.flipProbability === 0 && run.config.detector.darkCountProbability === 0;
  const tested = ({ kept, sampled }: PulseRecord) => kept && sampled;
  // Bob's end learns from Alice's hash that nothing differs any more, all others from his answer.
  const corrected = (on: number) => {
    const { correction, ends } = run.links[on]!;
    const told = run.letters.some(
      ({ link: place, content, step, at: sent }) =>
        place === on &&
        sent < at &&
        step === 3 &&
        (content.kind === 'decision' || (actor === ends[1] && content.kind === 'verification')),
    );
    return correction?.verified === true && told;
  };
  const when = (condition: boolean, value: () => number | boolean) =>
    condition ? Number(value()) : undefined;

  if (fact.startsWith('eve.') || fact === 'eve-knows') {
    if (actor !== 'eve' || attack === 'none') return undefined;
    if (fact === 'eve-knows') {
      return when(heard('bases', 0), () => (two ? near.kept && clean : near.certain));
    }
    if (two) {
      if (!landed) return undefined;
      if (fact === 'eve.acts') return 1;
      if (fact === 'eve.basis') return near.askedBasis;
      if (fact === 'eve.saw') return when(near.detected, () => near.gotBit);
      return fact === 'eve.sends-bit' ? far.sentBit : far.sentBasis;
    }
    if (!begun) return undefined;
    if (fact === 'eve.acts') return Number(near.tapActs);
    if (!near.tapActs) return undefined;
    if (fact === 'eve.saw' || fact === 'eve.sends-bit') return near.tapBit;
    return basis === 'breidbart' ? undefined : near.tapBasis;
  }
  switch (actor) {
    case 'alice':
      if (fact === 'alice.bit') return when(begun, () => here.sentBit);
      if (fact === 'alice.basis') return when(begun, () => here.sentBasis);
      if (fact === 'bob.basis') {
        return when(heard('detections', 0) && here.detected, () => here.askedBasis);
      }
      if (fact === 'detected') return when(heard('detections', 0), () => here.detected);
      if (fact === 'kept') return when(heard('detections', 0), () => here.kept);
      if (fact === 'tested') return when(heard('sample', 0), () => tested(here));
      if (!(heard('test-bits', 0) && tested(here)) && !(here.kept && corrected(0)))
        return undefined;
      return fact === 'bob.bit' ? here.gotBit : Number(here.sentBit !== here.gotBit);
    case 'bob':
      if (fact === 'bob.basis') return when(landed, () => here.askedBasis);
      if (fact === 'bob.bit') return when(landed && here.detected, () => here.gotBit);
      if (fact === 'detected') return when(landed, () => here.detected);
      if (fact === 'alice.basis') {
        return when(heard('bases', link) && here.detected, () => here.sentBasis);
      }
      if (fact === 'kept') {
        return when(heard('bases', link) || (landed && !here.detected), () => here.kept);
      }
      if (fact === 'tested') return when(heard('sample', link), () => tested(here));
      if (!(heard('sample', link) && tested(here)) && !(here.kept && corrected(link))) {
        return undefined;
      }
      return fact === 'alice.bit' ? here.sentBit : Number(here.sentBit !== here.gotBit);
    default: {
      const last = replays.length - 1;
      if (fact === 'alice.basis')
        return when(heard('bases', 0) && near.detected, () => near.sentBasis);
      if (fact === 'bob.basis') {
        return when(heard('detections', last) && far.detected, () => far.askedBasis);
      }
      if (fact === 'alice.bit') {
        const sure =
          heard('bases', 0) && (two ? near.kept && (clean || corrected(0)) : near.certain);
        return when(sure || (heard('sample', 0) && tested(near)), () => near.sentBit);
      }
      if (fact === 'bob.bit') {
        const sure = two
          ? heard('detections', last) && far.kept && (clean || corrected(last))
          : near.certain && corrected(0);
        return when(sure || (heard('test-bits', last) && tested(far)), () => far.gotBit);
      }
      if (fact === 'detected') {
        const own = two && link === 0 && landed;
        return when(own || heard('detections', link), () => here.detected);
      }
      if (fact === 'kept') {
        const enough = two && link === 1 ? heard('detections', 1) : heard('bases', link);
        return when(enough, () => here.kept);
      }
      if (fact === 'tested') return when(heard('sample', link), () => tested(here));
      const told = (heard('test-bits', link) && tested(here)) || (here.kept && corrected(link));
      return when(told, () => here.sentBit !== here.gotBit);
    }
  }
}

const small = { 'exchange.photons': 170, 'exchange.pulsesPerLetter': 48 } as const;
const noisy = { 'channel.lossDb': 2, 'channel.flipProbability': 0.1, 'estimation.abortAbove': 0.5 };
const middle = { 'eve.attack': 'man-in-the-middle', 'authentication.method': 'none' } as const;
const listening = { 'eve.attack': 'intercept-resend', 'eve.fraction': 0.7 } as const;

const RUNS: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ['nobody', { ...small, 'channel.lossDb': 2 }],
  [
    'nobody, letter by letter',
    { ...small, 'authentication.method': 'hmac-sha-256', 'authentication.sealing': 'letter' },
  ],
  ['Eve listening', { ...small, ...noisy, ...listening }],
  ['Eve midway', { ...small, ...listening, 'eve.basis': 'breidbart' }],
  ['Eve in the middle, clean line', { ...small, ...middle, 'channel.lossDb': 3 }],
  ['Eve in the middle, noisy', { ...small, ...middle, ...noisy }],
  ['Eve answers Bob first', { ...small, ...middle, 'eve.forgesTo': 'bob' }],
  [
    'Eve answers Bob first, letter by letter',
    { ...small, ...middle, ...noisy, 'eve.forgesTo': 'bob', 'authentication.sealing': 'letter' },
  ],
  ['Eve is refused', { ...small, ...middle, 'authentication.method': 'wegman-carter' }],
  [
    'stopped in the exchange',
    { ...small, 'authentication.sealing': 'letter', 'authentication.preSharedBits': 700 },
  ],
];

describe.each(RUNS)('%s', (_, differences) => {
  const run = runOf(differences);
  const pulses = timelineOf(run).pulsesBefore(run.length);
  const instants = new Set([0, 1, 17, run.length - 1, run.length]);
  for (const { at } of run.letters) for (const near of [at - 1, at, at + 1]) instants.add(near);

  test('every actor knows what she did and what she was told, when she was, and nothing else', () => {
    for (const at of instants) {
      for (const actor of ['alice', 'bob', 'eve'] as const) {
        const view = viewOf(run, actor, at);
        for (let pulse = 0; pulse < pulses; pulse += 7) {
          for (const fact of FACTS) {
            for (const link of [0, 1] as const) {
              const expected = oracle(
                run,
                actor,
                fact,
                pulse,
                at,
                run.links.length === 2 ? link : 0,
              );
              const got = view.bit(fact, pulse, link);
              if (got !== (expected ?? null)) {
                throw new Error(
                  `${actor} at ${at} on ${fact} of ${pulse}, link ${link}: ${got}, expected ${expected}`,
                );
              }
            }
          }
        }
      }
    }
  });

  test('who knows, as Everyone sees it, is who can say so about that very record', () => {
    const split = run.links.length === 2;
    for (const at of instants) {
      const everyone = viewOf(run, 'everyone', at);
      for (let pulse = 0; pulse < pulses; pulse += 7) {
        for (const fact of ['alice.bit', 'alice.basis', 'bob.basis', 'bob.bit'] as const) {
          const expected = (['alice', 'bob', 'eve'] as const).filter((actor) => {
            // With Eve in between, neither end has a word of the other's.
            if (split && actor !== 'eve' && !fact.startsWith(actor)) return false;
            return oracle(run, actor, fact, pulse, at, 0) !== undefined;
          });
          expect(everyone.knownTo(fact, pulse), `${fact} of ${pulse} at ${at}`).toEqual(expected);
        }
        // And then Alice was told Eve's basis, and Bob what Eve sent.
        if (!split) continue;
        const alice = oracle(run, 'alice', 'bob.basis', pulse, at, 0) !== undefined;
        const bob = oracle(run, 'bob', 'alice.basis', pulse, at, 1) !== undefined;
        expect(everyone.knownTo('eve.basis', pulse).includes('alice')).toBe(alice);
        expect(everyone.knownTo('eve.sends-basis', pulse).includes('bob')).toBe(bob);
      }
      expect(viewOf(run, 'alice', at).knownTo('alice.bit', 0)).toEqual([]);
    }
  });

  test('a pulse that there is not is nobody’s to know', () => {
    for (const observer of ['everyone', 'alice', 'bob', 'eve'] as const) {
      const view = viewOf(run, observer, run.length);
      for (const pulse of [-1, pulses, pulses + 1, 1e9, 0.5, Number.NaN]) {
        for (const fact of FACTS) expect(view.bit(fact, pulse)).toBeNull();
        expect(view.odds(pulse)).toBeNull();
        expect(view.outcome(pulse)).toBeNull();
        expect(view.knownTo('alice.bit', pulse)).toEqual([]);
        expect(view.photon(pulse)).toEqual({
          pulse,
          near: { kind: 'absent' },
          far: { kind: 'absent' },
          lost: null,
        });
      }
    }
  });
});
