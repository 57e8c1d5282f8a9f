import fc from 'fast-check';
import { expect, test } from 'vitest';
import { configFromDifferences } from '../config-parse.ts';
import { runConfig } from '../execute.ts';
import type { Run } from '../run.ts';
import { firstWhere, timelineOf } from './timeline.ts';

const anyRun = fc
  .record({
    'eve.attack': fc.constantFrom('none', 'intercept-resend', 'man-in-the-middle'),
    'eve.forgesTo': fc.constantFrom('alice', 'bob'),
    'exchange.photons': fc.integer({ min: 1, max: 400 }),
    'exchange.pulsesPerLetter': fc.integer({ min: 16, max: 150 }),
    'exchange.prepare': fc.constantFrom('random', 'random', 'random', 'H'),
    'authentication.method': fc.constantFrom('none', 'wegman-carter'),
    'authentication.broken': fc.constantFrom('none', 'key-leaked'),
    'authentication.sealing': fc.constantFrom('phase', 'letter'),
    'authentication.preSharedBits': fc.constantFrom(256, 1000, 4096),
    'channel.lossDb': fc.constantFrom(0, 3),
    seed: fc.nat(1000),
  })
  .map((differences): Run => {
    const parsed = configFromDifferences(differences);
    if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
    return runConfig(parsed.config);
  });

test('the axis holds every pulse and every letter once, in order, found both ways', () => {
  fc.assert(
    fc.property(anyRun, (run) => {
      const timeline = timelineOf(run);
      let pulses = 0;
      let letters = 0;
      for (let instant = 0; instant < run.length; instant++) {
        expect(timeline.pulsesBefore(instant)).toBe(pulses);
        const event = timeline.eventAt(instant);
        if (event.kind === 'pulse') {
          expect(event.pulse).toBe(pulses);
          expect(timeline.instantOfPulse(event.pulse)).toBe(instant);
          pulses++;
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
      expect(pulses).toBe(run.receipt.counts.links?.[0]?.sent ?? run.receipt.counts.sent);
      expect(timeline.pulsesBefore(run.length)).toBe(pulses);
      expect(timeline.pulsesBefore(run.length + 5)).toBe(pulses);
      expect(timeline.pulsesBefore(-3)).toBe(0);
    }),
    { seed: 1984, numRuns: 120 },
  );
});

test('Check begins with its first letter, and a run that stopped before has none', () => {
  fc.assert(
    fc.property(anyRun, (run) => {
      const { stepStart, stepAt } = timelineOf(run);
      const first = run.letters.find(({ step }) => step === 2);
      expect(stepStart(1)).toBe(0);
      expect(stepStart(2)).toBe(first?.at ?? null);
      if (first === undefined) expect(stepAt(run.length)).toBe(1);
      else {
        expect(stepAt(first.at - 1)).toBe(1);
        expect(stepAt(first.at)).toBe(2);
      }
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
