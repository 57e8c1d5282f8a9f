import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OBSERVERS } from '../scenarios/actors.ts';
import { configDifferences, configFromDifferences } from '../scenarios/config-parse.ts';
import { SPEEDS } from '../store/playhead.ts';
import { DEFAULT_VIEW, HIDEABLE, type LinkState, readLink, writeLink } from './permalink.ts';
import { HOME, LAB_TABS, type Route } from './routes.ts';

const route: fc.Arbitrary<Route> = fc.oneof(
  fc.record({ screen: fc.constant('lab' as const), tab: fc.constantFrom(...LAB_TABS) }),
  fc.constantFrom<Route>({ screen: 'receipt' }, { screen: 'about' }),
);

const value = fc.oneof(
  fc.constantFrom<unknown>(
    'intercept-resend',
    'true',
    'null',
    '12',
    'a~b:c&d=e%',
    '',
    0.05,
    2 ** 30,
    false,
  ),
  fc.string({ unit: 'grapheme' }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => (Object.is(x, -0) ? 0 : x)),
  fc.boolean(),
  fc.array(fc.record({ round: fc.nat(), event: fc.string() }), { maxLength: 4 }),
);
const config = fc
  .dictionary(
    fc.constantFrom(
      'seed',
      'exchange.photons',
      'exchange.prepare',
      'channel.lossDb',
      'eve.attack',
      'eve.basis',
    ),
    value,
  )
  .map((entries) => {
    const { seed, ...rest } = { ...entries };
    return typeof seed === 'number' || typeof seed === 'string' ? { seed, ...rest } : rest;
  });

const state: fc.Arbitrary<LinkState> = fc.record({
  route,
  config,
  observer: fc.constantFrom(...OBSERVERS),
  step: fc.constantFrom(null, 1, 2, 3, 4, 5),
  instant: fc.option(fc.nat()),
  speed: fc.constantFrom(...SPEEDS),
  frame: fc.constantFrom('auto', 'present', 'embed'),
  theme: fc.constantFrom(null, 'light', 'dark'),
  hide: fc.subarray([...HIDEABLE]),
  answers: fc.boolean(),
});

test('what is written is read back the same, and written again the same', () => {
  fc.assert(
    fc.property(state, (given) => {
      const link = writeLink(given);
      const read = readLink(link);
      expect(read.problems).toEqual([]);
      expect(read.clamped).toEqual([]);
      expect(read.state).toEqual(given);
      expect(writeLink(read.state)).toBe(link);
    }),
  );
});

test('lists, switches and texts of a configuration come back as they were', () => {
  const event = fc.record({
    round: fc.nat(20),
    event: fc.constantFrom(
      'authentication-broken',
      'trust-anchor-broken',
      'endpoint-compromised',
      'endpoint-restored',
      'eve-arrives',
      'eve-leaves',
      'jam-starts',
      'jam-stops',
    ),
  });
  const differences = fc.record(
    {
      scenario: fc.constant('lifecycle'),
      'authentication.trustAnchor': fc.constantFrom('pki', 'web-of-trust'),
      'lifecycle.rounds': fc.integer({ min: 21, max: 10_000 }),
      'lifecycle.events': fc
        .array(event, { minLength: 1, maxLength: 12 })
        // Kept in the order of their rounds.
        .map((events) => events.sort((one, other) => one.round - other.round)),
      'lifecycle.onDry': fc.constant('stop'),
      'reconciliation.subBlockReuse': fc.constant(false),
      'use.cipher': fc.constantFrom('one-time-pad', 'aes-256-gcm'),
      'use.message': fc.oneof(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
        fc.constantFrom('true', 'null', '"quoted"', '[1,2]', '~:&#?=%', 'a~b.c:d', ' ', '…'),
      ),
      'use.sealed': fc.constant(false),
      'amplification.failure': fc.constantFrom(1e-15, 2 ** -128, 0.5),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(differences, (given) => {
      const { state, problems } = readLink(
        writeLink({ ...DEFAULT_VIEW, route: HOME, config: given }),
      );
      expect(problems).toEqual([]);
      expect(state.config).toEqual(given);
      const parsed = configFromDifferences(state.config);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
      expect(configDifferences(parsed.config)).toEqual(given);
    }),
    { seed: 4, numRuns: 300 },
  );
});

test('no fragment makes it throw', () => {
  const noise = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          '#',
          '/',
          'lab',
          '?',
          '&',
          '=',
          '~',
          ':',
          '.',
          '%',
          '%7',
          'c',
          'n',
          'seed',
          't',
          '9',
          '-',
          '"',
          '__proto__',
          '{',
        ),
      )
      .map((parts) => parts.join('')),
    fc.tuple(state, fc.nat(200), fc.string()).map(([given, at, junk]) => {
      const link = writeLink(given);
      return link.slice(0, at) + junk + link.slice(at + 1);
    }),
  );
  fc.assert(
    fc.property(noise, (fragment) => void writeLink(readLink(fragment).state)),
    {
      numRuns: 2000,
    },
  );
});

test('a state of defaults is the shortest link', () => {
  expect(writeLink({ route: HOME, config: {}, ...DEFAULT_VIEW })).toBe('#/lab');
});

test('keys come in one order, whatever order they were set in', () => {
  const link = writeLink({
    ...DEFAULT_VIEW,
    route: { screen: 'lab', tab: 'middleman' },
    config: {
      'eve.fraction': 0.6,
      'eve.attack': 'intercept-resend',
      'exchange.photons': 4000,
      seed: 7,
    },
    observer: 'bob',
    instant: 12,
    theme: 'dark',
  });
  expect(link).toBe(
    '#/lab/middleman?seed=7&n=4000&pov=b&t=12&c=eve.attack:intercept-resend~eve.fraction:0.6&th=dark',
  );
});

test('a bad field of the configuration keeps its path; nothing is dropped', () => {
  expect(readLink('#/lab?seed=abc').problems).toMatchObject([{ path: '/seed' }]);
  expect(readLink('#/lab?c=eve.attack').problems).toMatchObject([{ path: '/eve/attack' }]);
  expect(readLink('#/lab?c=__proto__.x:1').problems).toMatchObject([{ path: '/__proto__/x' }]);
  expect(readLink('#/lab?n=5&c=exchange.photons:6').problems).toMatchObject([
    { code: 'config/contradiction' },
  ]);
  expect(readLink('#/lab?n=many').state.config).toEqual({ 'exchange.photons': 'many' });
});

test('view values out of range are clamped and said; unknown keys are nothing', () => {
  const { state, clamped } = readLink('#/lab?pov=z&step=9&t=-4&sp=3&colour=red&view=cinema');
  expect(state).toMatchObject({
    observer: 'everyone',
    step: 5,
    instant: 0,
    speed: '10',
    frame: 'auto',
  });
  expect(clamped).toEqual(['pov=z', 'step=9', 't=-4', 'sp=3', 'view=cinema']);
  expect(readLink('#/lesson/77').clamped).toEqual(['/lesson/77']);
});
