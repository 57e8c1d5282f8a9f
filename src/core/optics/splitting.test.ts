import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PATTERNS, splitLaw, splitPhotons, splittingRule } from './splitting.ts';
import { weakErrorRate, weakLaw } from './weak-law.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const mean = fc.double({ min: 0.001, max: 6, noNaN: true });
const lines = fc.record({
  transmittance: share,
  efficiency: fc.double({ min: 0.01, max: 1, noNaN: true }),
  misalignment: fc.double({ min: 0, max: 0.5, noNaN: true }),
});

test('all intensities together click exactly as often as over the honest line', () => {
  fc.assert(
    fc.property(mean, share, share, share, lines, (signal, weaker, probability, fraction, line) => {
      const levels = [
        { meanPhotonNumber: signal, probability: 1 - probability },
        { meanPhotonNumber: signal * weaker, probability },
      ];
      const rule = splittingRule(levels, line, fraction);
      for (const part of [rule.single, rule.split, rule.forward]) {
        expect(part).toBeGreaterThanOrEqual(0);
        expect(part).toBeLessThanOrEqual(1);
      }
      // Blocks singles before she lets a split pulse pass, and splits all before she lets singles pass.
      expect(rule.forward === 1 || rule.single === 0).toBe(true);
      expect(rule.split === 1 || rule.single === 1).toBe(true);
      let clicks = 0;
      let honest = 0;
      for (const { meanPhotonNumber, probability: weight } of levels) {
        const arriving = meanPhotonNumber * line.transmittance * line.efficiency;
        clicks += weight * splitLaw(meanPhotonNumber, rule, line).law.arrival;
        honest += weight * weakLaw(arriving, line.misalignment).arrival;
      }
      expect(clicks).toBeCloseTo(honest, 10);
    }),
    { seed: 1984, numRuns: 200 },
  );
});

test('where she does nothing the law is that of weak pulses', () => {
  fc.assert(
    fc.property(mean, lines, (meanPhotonNumber, line) => {
      const rule = { fraction: 0, single: 1, split: 1, forward: 1 };
      const { law, held } = splitLaw(meanPhotonNumber, rule, line);
      const plain = weakLaw(
        meanPhotonNumber * line.transmittance * line.efficiency,
        line.misalignment,
      );
      expect(law.arrival).toBeCloseTo(plain.arrival, 12);
      expect(law.arrival * weakErrorRate(law)).toBeCloseTo(
        plain.arrival * weakErrorRate(plain),
        12,
      );
      expect(law.arrival * law.both.otherBases).toBeCloseTo(
        plain.arrival * plain.both.otherBases,
        12,
      );
      for (const pattern of PATTERNS) expect(held.equalBases[pattern]).toBe(0);
    }),
    { seed: 1984, numRuns: 100 },
  );
});

test('a pulse of which she holds a photon had two or more, and one more than Bob saw at least', () => {
  fc.assert(
    fc.property(mean, lines, share, fc.boolean(), (meanPhotonNumber, line, uniform, equalBases) => {
      const rule = splittingRule([{ meanPhotonNumber, probability: 1 }], line, 1);
      const { held } = splitLaw(meanPhotonNumber, rule, line);
      for (const pattern of PATTERNS) {
        if ((equalBases ? held.equalBases : held.otherBases)[pattern] < 1e-12) continue;
        const seen = { held: true, equalBases, pattern };
        const photons = splitPhotons(meanPhotonNumber, seen, rule, line, uniform);
        expect(photons).toBeGreaterThanOrEqual(pattern === 'both' ? 3 : 2);
      }
    }),
    { seed: 1984, numRuns: 100 },
  );
});
