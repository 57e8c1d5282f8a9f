import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fields } from '../config-fields.ts';
import { configFromDifferences } from '../config-parse.ts';
import './full-light.ts';
import { fullLight, learnFullLight, needsFullLight } from './light-kit.ts';
import { planLinks } from './plan.ts';
import { openPulses, visitChunk } from './quantum.ts';

const attacks = fields['eve.attack'] as { readonly values: readonly string[] };

test('whoever is said not to need the full light is planned and executed without it', () => {
  const kit = fullLight();
  let plain = 0;
  const differences = fc.record({
    'eve.attack': fc.constantFrom('none', ...attacks.values),
    'exchange.photons': fc.constantFrom(64, 40_000, 1_000_000, 1_000_001),
    'exchange.source': fc.constantFrom('single', 'single', 'weak-coherent'),
    'channel.lossDb': fc.constantFrom(0, 3, 30),
    'detector.darkCountProbability': fc.constantFrom(0, 1e-3),
    'detector.deadTimePulses': fc.constantFrom(0, 0, 0, 5),
    'detector.mismatch': fc.constantFrom(1, 1, 1, 0.5),
    'exchange.prepare': fc.constantFrom('random', 'H'),
  });
  try {
    fc.assert(
      fc.property(differences, (given) => {
        const parsed = configFromDifferences(given);
        if (!parsed.ok || needsFullLight(parsed.config)) return;
        plain++;
        learnFullLight(null);
        for (const plan of planLinks(parsed.config)) {
          expect(plan.listed).toBe(false);
          visitChunk(openPulses(plan), 0, { sample: true }, ({ to }) => {
            expect(to).toBeGreaterThan(0);
            return false;
          });
        }
        learnFullLight(kit);
      }),
      { seed: 7, numRuns: 200 },
    );
  } finally {
    learnFullLight(kit);
  }
  expect(plain).toBeGreaterThan(20);
});

test('without it, a run that needs it says so', () => {
  const kit = fullLight();
  learnFullLight(null);
  const parsed = configFromDifferences({ 'detector.deadTimePulses': 3 });
  try {
    expect(() => parsed.ok && planLinks(parsed.config)).toThrow(/full-light/);
  } finally {
    learnFullLight(kit);
  }
});
