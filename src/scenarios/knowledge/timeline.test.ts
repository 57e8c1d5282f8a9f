import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Step } from '../actors.ts';
import { configFromDifferences } from '../config-parse.ts';
import { runConfig } from '../execute.ts';
import type { Run } from '../run.ts';
import { firstWhere, timelineOf } from './timeline.ts';

const anyRun = fc
  .record({
    'eve.attack': fc.constantFrom('none', 'intercept-resend', 'man-in-the-middle'),
    'eve.forgesTo': fc.constantFrom('alice', 'bob'),
    'exchange.photons': fc.oneof(fc.integer({ min: 1, max: 400 }), fc.constant(1200)),
    'exchange.pulsesPerLetter': fc.integer({ min: 16, max: 150 }),
    'exchange.prepare': fc.constantFrom('random', 'random', 'random', 'H'),
    'authentication.method': fc.constantFrom('none', 'wegman-carter'),
    'authentication.broken': fc.constantFrom('none', 'key-leaked'),
    'authentication.sealing': fc.constantFrom('phase', 'letter'),
    'authentication.preSharedBits': fc.constantFrom(256, 1000, 4096),
    'channel.lossDb': fc.constantFrom(0, 3),
    'channel.flipProbability': fc.constantFrom(0, 0.02),
    'amplification.accounting': fc.constantFrom('finite-key', 'asymptotic'),
    'use.cipher': fc.constantFrom('none', 'aes-256-gcm'),
    seed: fc.nat(1000),
  })
  .map((differences): Run => {
    const parsed = configFromDifferences(differences);
    if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
    return runConfig(parsed.config);
  });

test('the axis holds every pulse, letter and round trip once, in order, found both ways', () => {
  fc.assert(
    fc.property(anyRun, (run) => {
      const timeline = timelineOf(run);
      let pulses = 0;
      let letters = 0;
      const rounds = [0, 0];
      for (let instant = 0; instant < run.length; instant++) {
        const event = timeline.eventAt(instant);
        const before = timeline.pulsesBefore(instant);
        if (before !== pulses) throw new Error(`${before} pulses before ${instant}: ${pulses}`);
        if (event.kind === 'pulse') {
          const back = timeline.instantOfPulse(event.pulse);
          if (event.pulse !== pulses || back !== instant) {
            throw new Error(`pulse ${event.pulse} at ${instant}, looked up at ${back}`);
          }
          pulses++;
        } else if (event.kind === 'round') {
          const { at } = run.links[event.link]!.correction!;
          if (event.round !== rounds[event.link] || at + event.round !== instant) {
            throw new Error(`round ${event.round} at ${instant}`);
          }
          rounds[event.link]!++;
        } else {
          expect(event.index).toBe(letters);
          expect(run.letters[letters]!.at).toBe(instant);
          // A letter speaks of pulses that were sent before it, and only of those.
          expect(run.letters[letters]!.range?.to ?? 0).toBeLessThanOrEqual(pulses);
          expect(run.letterPulses[letters]).toBe(pulses);
          letters++;
        }
      }
      expect(letters).toBe(run.letters.length);
      run.links.forEach(({ correction }, link) => {
        expect(rounds[link]).toBe(correction?.rounds ?? 0);
      });
      expect(pulses).toBe(Math.max(...run.links.map((link) => link.pulses)));
      expect(timeline.pulsesBefore(run.length)).toBe(pulses);
      expect(timeline.pulsesBefore(run.length + 5)).toBe(pulses);
      expect(timeline.pulsesBefore(-3)).toBe(0);
    }),
    { seed: 1984, numRuns: 120 },
  );
});

test('each step begins with its first letter, Use when both ends hold a key; a run that stopped before has none', () => {
  fc.assert(
    fc.property(anyRun, (run) => {
      const { stepStart, stepAt } = timelineOf(run);
      expect(stepStart(1)).toBe(0);
      let last: Step = 1;
      for (const step of [2, 3, 4] as const) {
        const first = run.letters.find((letter) => letter.step === step);
        expect(stepStart(step)).toBe(first?.at ?? null);
        if (first === undefined) continue;
        expect(stepAt(first.at - 1)).toBe(last);
        expect(stepAt(first.at)).toBe(step);
        last = step;
      }
      const used = run.links.some(({ use }) => use !== null);
      expect(stepStart(5) !== null).toBe(used);
      expect(stepAt(run.length)).toBe(used ? 5 : last);
      const before = run.letters.filter(({ step }) => step < 5);
      if (used) expect(stepStart(5)).toBe(before.at(-1)!.at + 1);
      if (run.stop !== null) {
        expect(run.stop.at).toBeLessThanOrEqual(run.length);
        if (run.stop.letter !== null)
          expect(run.letters[run.stop.letter]!.at + 1).toBe(run.stop.at);
      }
    }),
    { seed: 1984, numRuns: 60 },
  );
});

test('bisection finds the first place where a thing holds', () => {
  fc.assert(
    fc.property(fc.nat(100), fc.nat(100), (length, border) => {
      expect(firstWhere(length, (i) => i >= border)).toBe(Math.min(length, border));
    }),
    { seed: 1984 },
  );
});
