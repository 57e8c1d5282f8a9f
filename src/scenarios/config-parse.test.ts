import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConfigProblem, ParsedConfig, RunConfig } from './config.ts';
import { fields } from './config-fields.ts';
import {
  configDifferences,
  configFromDifferences,
  DEFAULT_CONFIG,
  parseConfig,
} from './config-parse.ts';

function problemOf(parsed: ParsedConfig): ConfigProblem {
  if (parsed.ok) throw new Error('expected a problem, got a configuration');
  return parsed.problems[0]!;
}

function configOf(parsed: ParsedConfig): RunConfig {
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return parsed.config;
}

const codeAndPath = (input: unknown) => {
  const { code, path } = problemOf(parseConfig(input));
  return [code, path];
};

const weak = { source: 'weak-coherent' } as const;
const decoy = (meanPhotonNumber: number, probability: number) => ({
  meanPhotonNumber,
  probability,
});

test('an empty document is the default run, field by field', () => {
  expect(DEFAULT_CONFIG).toEqual({
    scenario: 'link',
    seed: 1984,
    exchange: {
      protocol: 'bb84',
      photons: 20_000,
      basisBias: 0.5,
      prepare: 'random',
      measure: 'random',
      announce: 'after',
      pulsesPerLetter: 512,
      source: 'single',
      meanPhotonNumber: 0.5,
      decoys: [],
    },
    channel: { lossDb: 0, flipProbability: 0 },
    detector: {
      efficiency: 1,
      darkCountProbability: 0,
      deadTimePulses: 0,
      jointDeadTime: true,
      mismatch: 1,
    },
    devices: { eraseKeys: true, fixes: [], isolationDb: 110, isolatorDb: 60 },
    eve: { attack: 'none', fraction: 1, basis: 'random', trojanPhotons: 1e11, forgesTo: 'alice' },
    authentication: {
      method: 'wegman-carter',
      tagBits: 128,
      sealing: 'phase',
      preSharedBits: 4096,
      trustAnchor: 'pre-shared-key',
      broken: 'none',
      stolenFrom: 'both',
      fault: 'none',
    },
    estimation: { sampleFraction: 0.25, abortAbove: 0.11 },
    reconciliation: {
      method: 'cascade',
      variant: 'efficient',
      schedule: 'sequential',
      passes: 14,
      blockFactor: 0.73,
      subBlockReuse: true,
    },
    amplification: { method: 'toeplitz', failure: 1e-10, accounting: 'finite-key' },
    use: {
      cipher: 'none',
      message: 'Meet at the old bridge at 9. Bring the blue folder.',
      sealed: true,
    },
    lifecycle: {
      rounds: 20,
      events: [],
      poolTarget: 4096,
      reserveBits: 512,
      onDry: 'start-again',
    },
    rndl: {
      keyEstablishment: 'dh-toy',
      groupBits: 40,
      cipher: 'aes-256-gcm',
      message: 'The account number is 4471 9023. Call me on Tuesday.',
      qDay: true,
      whatIf: [],
    },
    delivery: {
      wall: 'rack',
      hop: 'tls-dh',
      insiderRate: 0.01,
      repeats: 1,
      number: 1,
      size: 256,
      fault: 'none',
    },
    relay: { nodes: 2, readOut: 0 },
  });
  expect(Object.isFrozen(DEFAULT_CONFIG) && Object.isFrozen(DEFAULT_CONFIG.exchange)).toBe(true);
});

describe('what is refused, by code and path', () => {
  test.each([
    [null, 'config/wrong-type', ''],
    [[], 'config/wrong-type', ''],
    ['{}', 'config/wrong-type', ''],
    [{ exchange: 5 }, 'config/wrong-type', '/exchange'],
    [{ exchange: [] }, 'config/wrong-type', '/exchange'],
    [{ exchange: { photons: '100' } }, 'config/wrong-type', '/exchange/photons'],
    [{ exchange: { photons: null } }, 'config/wrong-type', '/exchange/photons'],
    [{ exchange: { photons: { n: 1 } } }, 'config/wrong-type', '/exchange/photons'],
    [{ exchange: { photons: 0 } }, 'config/out-of-range', '/exchange/photons'],
    [{ exchange: { photons: 1e9 + 1 } }, 'config/out-of-range', '/exchange/photons'],
    [{ exchange: { photons: 10.5 } }, 'config/out-of-range', '/exchange/photons'],
    [{ exchange: { basisBias: 1.01 } }, 'config/out-of-range', '/exchange/basisBias'],
    [{ exchange: { basisBias: Number.NaN } }, 'config/out-of-range', '/exchange/basisBias'],
    [{ exchange: { prepare: 'X' } }, 'config/out-of-range', '/exchange/prepare'],
    [{ exchange: { measure: 361 } }, 'config/out-of-range', '/exchange/measure'],
    [{ exchange: { measure: true } }, 'config/wrong-type', '/exchange/measure'],
    [{ exchange: { announce: 'never' } }, 'config/out-of-range', '/exchange/announce'],
    [
      { exchange: { announce: 'early', photons: 1_000_001 } },
      'config/contradiction',
      '/exchange/announce',
    ],
    [
      { exchange: { ...weak, announce: 'early', decoys: [decoy(0.1, 0.1)] } },
      'config/contradiction',
      '/exchange/announce',
    ],
    [
      { exchange: { announce: 'hidden' }, eve: { attack: 'man-in-the-middle' } },
      'config/contradiction',
      '/exchange/announce',
    ],
    [
      { scenario: 'rndl', exchange: { announce: 'hidden' } },
      'config/contradiction',
      '/exchange/announce',
    ],
    [{ exchange: { source: 'laser' } }, 'config/out-of-range', '/exchange/source'],
    [{ exchange: { meanPhotonNumber: 10.1 } }, 'config/out-of-range', '/exchange/meanPhotonNumber'],
    [{ exchange: { decoys: {} } }, 'config/wrong-type', '/exchange/decoys'],
    [{ exchange: { decoys: [0.1] } }, 'config/wrong-type', '/exchange/decoys/0'],
    [
      { exchange: { decoys: [{ meanPhotonNumber: 0.1 }] } },
      'config/wrong-type',
      '/exchange/decoys/0/probability',
    ],
    [
      { exchange: { decoys: [{ meanPhotonNumber: 0.1, probability: 0.1, 'a/b': 1 }] } },
      'config/unknown-field',
      '/exchange/decoys/0/a~1b',
    ],
    [
      { exchange: { decoys: [decoy(-0.1, 0.1)] } },
      'config/out-of-range',
      '/exchange/decoys/0/meanPhotonNumber',
    ],
    // Their sum as doubles is a hair below 1.
    [
      {
        exchange: {
          source: 'weak-coherent',
          decoys: [decoy(0.1, 0.7), decoy(0.05, 0.2), decoy(0.01, 0.1)],
        },
      },
      'config/contradiction',
      '/exchange/decoys',
    ],
    [
      { exchange: { decoys: [decoy(0.1, 0.1), decoy(0, 0)] } },
      'config/out-of-range',
      '/exchange/decoys/1/probability',
    ],
    [
      { exchange: { decoys: [0.5, 0.4, 0.3, 0.2, 0.1].map((mean) => decoy(mean, 0.1)) } },
      'config/out-of-range',
      '/exchange/decoys',
    ],
    [
      { exchange: { decoys: [decoy(0.1, 0.6), decoy(0, 0.6)] } },
      'config/contradiction',
      '/exchange/decoys',
    ],
    // Nothing would be left for the signal.
    [
      { exchange: { decoys: [decoy(0.1, 0.5), decoy(0, 0.5)] } },
      'config/contradiction',
      '/exchange/decoys',
    ],
    [
      { exchange: { decoys: [decoy(0.1, 0.1), decoy(0.1, 0.2)] } },
      'config/contradiction',
      '/exchange/decoys/1/meanPhotonNumber',
    ],
    [
      { exchange: { decoys: [decoy(0, 0.1), decoy(0.1, 0.2)] } },
      'config/contradiction',
      '/exchange/decoys/1/meanPhotonNumber',
    ],
    [
      { exchange: { ...weak, decoys: [decoy(0.5, 0.1)] } },
      'config/contradiction',
      '/exchange/decoys/0/meanPhotonNumber',
    ],
    [
      { exchange: { ...weak, meanPhotonNumber: 0 } },
      'config/contradiction',
      '/exchange/meanPhotonNumber',
    ],
    [{ exchange: { ...weak, prepare: 'H' } }, 'config/contradiction', '/exchange/prepare'],
    [
      { exchange: weak, eve: { attack: 'intercept-resend', basis: 'breidbart' } },
      'config/contradiction',
      '/eve/basis',
    ],
    [{ channel: { lengthKm: 1001 } }, 'config/out-of-range', '/channel/lengthKm'],
    [{ channel: { lengthKm: -1 } }, 'config/out-of-range', '/channel/lengthKm'],
    [{ channel: { lengthKm: 1e9 } }, 'config/out-of-range', '/channel/lengthKm'],
    [{ channel: { lengthKm: Number.NaN } }, 'config/out-of-range', '/channel/lengthKm'],
    [
      { channel: { lengthKm: Number.POSITIVE_INFINITY } },
      'config/out-of-range',
      '/channel/lengthKm',
    ],
    [{ channel: { lengthKm: '50 km' } }, 'config/wrong-type', '/channel/lengthKm'],
    [
      { channel: { lengthKm: 50, lossDbPerKm: 5.1 } },
      'config/out-of-range',
      '/channel/lossDbPerKm',
    ],
    [{ channel: { lossDb: 100.1 } }, 'config/out-of-range', '/channel/lossDb'],
    // The signal takes what the decoys leave, so they may not take all.
    [
      { exchange: { ...weak, decoys: [decoy(0.2, 0.999), decoy(0.1, 0.001)] } },
      'config/contradiction',
      '/exchange/decoys',
    ],
    [
      { exchange: { decoys: [decoy(0.2, 1)] } },
      'config/out-of-range',
      '/exchange/decoys/0/probability',
    ],
    [
      { exchange: { ...weak, decoys: [decoy(0.3, 0.1), decoy(0.1, 0.1), decoy(0.2, 0.1)] } },
      'config/contradiction',
      '/exchange/decoys/2/meanPhotonNumber',
    ],
    [
      { exchange: { ...weak, meanPhotonNumber: -0.5 } },
      'config/out-of-range',
      '/exchange/meanPhotonNumber',
    ],
    [{ relay: { nodes: 21 } }, 'config/out-of-range', '/relay/nodes'],
    [{ relay: { nodes: -1 } }, 'config/out-of-range', '/relay/nodes'],
    [{ relay: { nodes: 1.5 } }, 'config/out-of-range', '/relay/nodes'],
    [{ relay: { nodes: '2' } }, 'config/wrong-type', '/relay/nodes'],
    [{ relay: { boxes: 2 } }, 'config/unknown-field', '/relay/boxes'],
    [{ relay: { readOut: 3 } }, 'config/contradiction', '/relay/readOut'],
    [{ relay: { nodes: 0, readOut: 1 } }, 'config/contradiction', '/relay/readOut'],
    [
      { scenario: 'relay', exchange: { announce: 'early' } },
      'config/contradiction',
      '/exchange/announce',
    ],
    [{ detector: { deadTimePulses: 1.5 } }, 'config/out-of-range', '/detector/deadTimePulses'],
    [{ detector: { mismatch: 2 } }, 'config/out-of-range', '/detector/mismatch'],
    [{ exchange: { pulsesPerLetter: 15 } }, 'config/out-of-range', '/exchange/pulsesPerLetter'],
    [{ scenario: 'links' }, 'config/out-of-range', '/scenario'],
    [{ rndl: { qDay: 1 } }, 'config/wrong-type', '/rndl/qDay'],
    [{ rndl: { groupBits: 44 } }, 'config/out-of-range', '/rndl/groupBits'],
    [{ rndl: { groupBits: '40' } }, 'config/wrong-type', '/rndl/groupBits'],
    [{ rndl: { whatIf: 'ml-kem-broken' } }, 'config/wrong-type', '/rndl/whatIf'],
    [{ rndl: { whatIf: ['rsa-broken'] } }, 'config/out-of-range', '/rndl/whatIf/0'],
    [{ rndl: { whatIf: [1] } }, 'config/wrong-type', '/rndl/whatIf/0'],
    [
      { rndl: { whatIf: ['ml-kem-broken', 'ml-kem-broken'] } },
      'config/out-of-range',
      '/rndl/whatIf/1',
    ],
    [{ rndl: { cipher: 'one-time-pad' } }, 'config/contradiction', '/rndl/cipher'],
    [{ delivery: { size: 100 } }, 'config/out-of-range', '/delivery/size'],
    [{ delivery: { wall: 'castle' } }, 'config/out-of-range', '/delivery/wall'],
    [{ devices: { fixes: 'isolator' } }, 'config/wrong-type', '/devices/fixes'],
    [{ devices: { fixes: ['luck'] } }, 'config/out-of-range', '/devices/fixes/0'],
    [{ devices: { fixes: ['isolator', 'isolator'] } }, 'config/out-of-range', '/devices/fixes/1'],
    [{ eve: { trojanPhotons: 1e12 } }, 'config/out-of-range', '/eve/trojanPhotons'],
    [
      { exchange: weak, detector: { mismatch: 0.5 }, eve: { attack: 'photon-number-splitting' } },
      'config/contradiction',
      '/detector/mismatch',
    ],
    [
      { exchange: { measure: 'diagonal' }, eve: { attack: 'block' } },
      'config/contradiction',
      '/exchange/measure',
    ],
    [{ eve: { attack: 'magic' } }, 'config/out-of-range', '/eve/attack'],
    [{ eve: { attack: 1 } }, 'config/wrong-type', '/eve/attack'],
    [{ eve: { name: 'Eve' } }, 'config/unknown-field', '/eve/name'],
    [{ photons: 5 }, 'config/unknown-field', '/photons'],
    [{ authentication: { tagBits: 129 } }, 'config/contradiction', '/authentication/tagBits'],
    [
      { authentication: { method: 'ed25519', tagBits: 64 } },
      'config/contradiction',
      '/authentication/tagBits',
    ],
    [
      { authentication: { method: 'gmac', tagBits: 256 } },
      'config/contradiction',
      '/authentication/tagBits',
    ],
    [
      { authentication: { method: 'ml-dsa-65', trustAnchor: 'pre-shared-key' } },
      'config/contradiction',
      '/authentication/trustAnchor',
    ],
    [{ authentication: { broken: 'rogue-ca' } }, 'config/contradiction', '/authentication/broken'],
    [
      { authentication: { trustAnchor: 'pki', broken: 'key-leaked' } },
      'config/contradiction',
      '/authentication/broken',
    ],
    [
      { authentication: { trustAnchor: 'web-of-trust', broken: 'rogue-ca' } },
      'config/contradiction',
      '/authentication/broken',
    ],
    [
      { authentication: { fault: 'nonce-reused' } },
      'config/contradiction',
      '/authentication/fault',
    ],
    [
      { authentication: { fault: 'mask-reused', tagBits: 64 } },
      'config/contradiction',
      '/authentication/fault',
    ],
    [{ authentication: { fault: 'unpinned' } }, 'config/contradiction', '/authentication/fault'],
    [{ reconciliation: { passes: 0 } }, 'config/out-of-range', '/reconciliation/passes'],
    [
      { reconciliation: { subBlockReuse: 'yes' } },
      'config/wrong-type',
      '/reconciliation/subBlockReuse',
    ],
    [{ amplification: { accounting: 'none' } }, 'config/out-of-range', '/amplification/accounting'],
    [{ amplification: { failure: 0 } }, 'config/out-of-range', '/amplification/failure'],
    [{ use: { message: '' } }, 'config/out-of-range', '/use/message'],
    [{ use: { message: 'é'.repeat(2049) } }, 'config/out-of-range', '/use/message'],
    [{ use: { message: 9 } }, 'config/wrong-type', '/use/message'],
    [{ lifecycle: { events: 'none' } }, 'config/wrong-type', '/lifecycle/events'],
    [{ lifecycle: { events: [5] } }, 'config/wrong-type', '/lifecycle/events/0'],
    [
      { lifecycle: { events: [{ round: 1, event: 'eve-arrives', by: 'sea' }] } },
      'config/unknown-field',
      '/lifecycle/events/0/by',
    ],
    [
      { lifecycle: { events: [{ round: 1.5, event: 'eve-arrives' }] } },
      'config/out-of-range',
      '/lifecycle/events/0/round',
    ],
    [
      { lifecycle: { events: [{ round: 1, event: 'eve-sleeps' }] } },
      'config/out-of-range',
      '/lifecycle/events/0/event',
    ],
    [
      { lifecycle: { rounds: 5, events: [{ round: 6, event: 'eve-arrives' }] } },
      'config/contradiction',
      '/lifecycle/events/0/round',
    ],
    [
      { lifecycle: { poolTarget: 300, reserveBits: 400 } },
      'config/contradiction',
      '/lifecycle/reserveBits',
    ],
    [{ authentication: { tagBits: 7 } }, 'config/out-of-range', '/authentication/tagBits'],
    [{ channel: { lossDb: 1, lengthKm: 5 } }, 'config/contradiction', '/channel/lossDb'],
    [
      { exchange: { photons: 1e9, pulsesPerLetter: 16 } },
      'config/contradiction',
      '/exchange/pulsesPerLetter',
    ],
    [{ seed: -1 }, 'config/out-of-range', '/seed'],
    [{ seed: 2 ** 32 }, 'config/out-of-range', '/seed'],
    [{ seed: 1.5 }, 'config/out-of-range', '/seed'],
    [{ seed: '' }, 'config/out-of-range', '/seed'],
    [{ seed: 'x'.repeat(65) }, 'config/out-of-range', '/seed'],
    [{ seed: [1] }, 'config/wrong-type', '/seed'],
    [{ estimation: { sampleFraction: 0.91 } }, 'config/out-of-range', '/estimation/sampleFraction'],
  ])('%j', (input, code, path) => {
    expect(codeAndPath(input)).toEqual([code, path]);
  });

  test('names that a plain object already has are as unknown as any other', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '']) {
      const inside = JSON.parse(`{"exchange":{${JSON.stringify(name)}:1}}`) as unknown;
      const outside = JSON.parse(`{${JSON.stringify(name)}:{"exchange.photons":7}}`) as unknown;
      expect(codeAndPath(inside)).toEqual(['config/unknown-field', `/exchange/${name}`]);
      expect(codeAndPath(outside)).toEqual(['config/unknown-field', `/${name}`]);
      expect(problemOf(configFromDifferences({ [name]: 1 })).code).toBe('config/unknown-field');
    }
  });

  test('a dotted name is no field of a document, so nothing can be given twice', () => {
    expect(codeAndPath({ 'exchange.photons': 7 })).toEqual([
      'config/unknown-field',
      '/exchange.photons',
    ]);
    expect(codeAndPath({ 'a/b~c': 7 })).toEqual(['config/unknown-field', '/a~1b~0c']);
  });

  test('every problem is told, and says what was given and what is allowed', () => {
    const parsed = parseConfig({ seed: -1, eve: { fraction: 2 }, photons: 4 });
    if (parsed.ok) throw new Error('accepted');
    expect(parsed.problems.map(({ path }) => path).sort()).toEqual([
      '/eve/fraction',
      '/photons',
      '/seed',
    ]);
    const fraction = parsed.problems.find(({ path }) => path === '/eve/fraction')!;
    expect(fraction.message).toBe('got 2, allowed 0…1');
  });
});

/** A value that a field may have. */
function fitting(path: string): fc.Arbitrary<unknown> {
  const rule = fields[path]!;
  switch (rule.kind) {
    case 'choice':
      return fc.constantFrom(...rule.values);
    case 'seed':
      return fc.oneof(fc.nat(0xffffffff), fc.string({ minLength: 1, maxLength: 40 }));
    case 'choice-or-angle':
      return fc.oneof(fc.constantFrom(...rule.values), fc.integer({ min: -360, max: 360 }));
    case 'step':
      return fc.constantFrom(...rule.values);
    case 'set':
      return fc.subarray([...rule.values]);
    case 'number':
      if (rule.multipleOf) {
        const { multipleOf: unit } = rule;
        return fc.integer({ min: rule.min / unit, max: rule.max / unit }).map((n) => n * unit);
      }
      return rule.integer
        ? fc.integer({ min: rule.min, max: rule.max })
        : fc.double({ min: rule.min, max: rule.max, noNaN: true });
    case 'switch':
      return fc.boolean();
    case 'text':
      return fc.string({ minLength: 1, maxLength: 60, unit: 'binary' });
    case 'decoys':
      return fc.array(
        fc.record({
          probability: fc.double({ min: 2 ** -32, max: 0.4, noNaN: true }),
          meanPhotonNumber: fc.double({ min: 0, max: rule.maxMeanPhotonNumber, noNaN: true }),
        }),
        { maxLength: rule.most },
      );
    case 'events':
      return fc.array(fc.record({ round: fc.nat(25), event: fc.constantFrom(...rule.values) }), {
        maxLength: 5,
      });
    default:
      rule satisfies never;
      return fc.constant(null);
  }
}

/** Some fields with fitting values, by dotted path. */
const differences = fc
  .subarray(Object.keys(fields))
  .chain((paths) =>
    fc.tuple(...paths.map((path) => fitting(path).map((value) => [path, value] as const))),
  )
  .map((pairs) => Object.fromEntries(pairs) as Record<string, unknown>);

describe('what is accepted', () => {
  test('is echoed as a configuration that means the same', () => {
    fc.assert(
      fc.property(differences, (given) => {
        const parsed = configFromDifferences(given);
        if (!parsed.ok) {
          // Only fields that cannot stand together.
          expect(problemOf(parsed).code).toBe('config/contradiction');
          return;
        }
        const { config } = parsed;
        expect(configOf(parseConfig(config))).toEqual(config);
        expect(configOf(parseConfig(JSON.parse(JSON.stringify(config))))).toEqual(
          JSON.parse(JSON.stringify(config)),
        );
        // What differs from the defaults is enough to say it again.
        expect(configOf(configFromDifferences(configDifferences(config)))).toEqual(config);
        expect(Object.isFrozen(config.exchange)).toBe(true);
      }),
      { seed: 1984, numRuns: 400 },
    );
  });

  test('a line has a loss or a length, and the echo only what it has', () => {
    const fibre = configOf(parseConfig({ channel: { lengthKm: 50 } }));
    expect(fibre.channel).toEqual({ lengthKm: 50, lossDbPerKm: 0.2, flipProbability: 0 });
    expect(configDifferences(fibre)).toEqual({ 'channel.lengthKm': 50 });
    const loss = configOf(parseConfig({ channel: { lossDb: 3, lossDbPerKm: 0.3 } }));
    expect(loss.channel).toEqual({ lossDb: 3, flipProbability: 0 });
  });

  test('letters cover 512 pulses, doubled until 64 cover the run', () => {
    const pulses = (photons: number) =>
      configOf(parseConfig({ exchange: { photons } })).exchange.pulsesPerLetter;
    expect([1, 32_768, 32_769, 10 ** 6, 10 ** 9].map(pulses)).toEqual([
      512,
      512,
      1024,
      16_384,
      2 ** 24,
    ]);
    // A length of one's own is a difference, the derived one is not.
    const own = configOf(parseConfig({ exchange: { photons: 10 ** 6, pulsesPerLetter: 512 } }));
    expect(configDifferences(own)).toEqual({
      'exchange.photons': 10 ** 6,
      'exchange.pulsesPerLetter': 512,
    });
  });

  test('defaults follow the method and the variant they belong to', () => {
    const signed = configOf(parseConfig({ authentication: { method: 'ed25519' } }));
    expect(signed.authentication).toMatchObject({ trustAnchor: 'pki' });
    expect('tagBits' in signed.authentication).toBe(false);
    const textbook = configOf(parseConfig({ reconciliation: { variant: 'textbook' } }));
    expect(textbook.reconciliation).toMatchObject({ passes: 4, subBlockReuse: false });
    const life = configOf(parseConfig({ scenario: 'lifecycle' }));
    expect(life.eve.attack).toBe('man-in-the-middle');
    expect(configDifferences(life)).toEqual({ scenario: 'lifecycle' });
  });

  test('events are put into the order of their rounds, and a list that says nothing new is no difference', () => {
    const events = [
      { round: 9, event: 'jam-stops' },
      { round: 2, event: 'jam-starts' },
    ];
    const { lifecycle } = configOf(parseConfig({ lifecycle: { events } }));
    expect(lifecycle.events.map(({ round }) => round)).toEqual([2, 9]);
    expect(configDifferences(configOf(parseConfig({ lifecycle: { events: [] } })))).toEqual({});
    expect(Object.isFrozen(events)).toBe(false);
  });

  test('decoys stand beside single photons without effect, and in one form however written', () => {
    const given = [{ probability: 0.1, meanPhotonNumber: 0.7 }, decoy(0, 0.1)];
    const { exchange } = configOf(parseConfig({ exchange: { decoys: given } }));
    expect(exchange.source).toBe('single');
    expect(JSON.stringify(exchange.decoys)).toBe(JSON.stringify([decoy(0.7, 0.1), decoy(0, 0.1)]));
    expect(Object.isFrozen(exchange.decoys[0])).toBe(true);
    expect(parseConfig({ exchange: { meanPhotonNumber: 0, prepare: 'H' } }).ok).toBe(true);
    const weakest = { ...weak, meanPhotonNumber: 1, decoys: given };
    expect(parseConfig({ exchange: weakest }).ok).toBe(true);
  });

  test('a field without effect may be set, so that two runs can differ by one switch', () => {
    expect(parseConfig({ eve: { attack: 'none', basis: 'diagonal', fraction: 0.3 } }).ok).toBe(
      true,
    );
    expect(parseConfig({ authentication: { method: 'none', tagBits: 256 } }).ok).toBe(true);
  });
});

test('no document makes the parser throw, and none is changed', () => {
  const sections = [...new Set(Object.keys(fields).map((path) => path.split('.')[0]!))];
  const key = fc.oneof(
    fc.constantFrom(...sections, 'photons', 'attack', 'lossDb', 'lengthKm', 'seed', '__proto__'),
    fc.string(),
  );
  const document = fc.oneof(
    fc.jsonValue(),
    fc.dictionary(key, fc.oneof(fc.jsonValue(), fc.dictionary(key, fc.jsonValue()))),
  );
  fc.assert(
    fc.property(document, (input) => {
      const before = JSON.stringify(input);
      const parsed = parseConfig(input);
      expect(JSON.stringify(input)).toBe(before);
      if (parsed.ok) return;
      for (const { code, path, message } of parsed.problems) {
        expect(code).toMatch(/^config\//);
        expect(path === '' || path.startsWith('/')).toBe(true);
        expect(message.length).toBeLessThan(2000);
      }
    }),
    { seed: 1984, numRuns: 2000 },
  );
  const deep = JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`) as unknown;
  expect(codeAndPath({ exchange: { photons: deep } })).toEqual([
    'config/wrong-type',
    '/exchange/photons',
  ]);
  expect(parseConfig(deep).ok).toBe(false);
  expect(parseConfig({ seed: 10n }).ok).toBe(false);
  expect(parseConfig({ seed: Symbol('x') }).ok).toBe(false);
  expect(parseConfig(() => 1).ok).toBe(false);
});
