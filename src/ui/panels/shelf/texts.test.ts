import { expect, test } from 'vitest';
import { enLater } from '../../../content/words/en-later.ts';
import { learnWords, say } from '../../../content/words/use-words.ts';
import type { Observer } from '../../../scenarios/actors.ts';
import { configFromDifferences } from '../../../scenarios/config-parse.ts';
import { shelfSeenBy } from '../../../scenarios/knowledge/shelf-view.ts';
import { runRndl } from '../../../scenarios/rndl/rndl.ts';
import { fullTrustKit } from '../../../scenarios/trust/full-kit.ts';
import type { LaneShown } from './lane.ts';
import { benchNotes, powerOfTwo, shelfRows, spokenOf, verdictOf } from './texts.ts';

learnWords(enLater);

function recorded(differences: Readonly<Record<string, unknown>>) {
  const parsed = configFromDifferences({ scenario: 'rndl', ...differences });
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  return runRndl(parsed.config, { kit: fullTrustKit });
}

const dh = recorded({ 'rndl.keyEstablishment': 'dh-toy', 'rndl.groupBits': 32 });
const mlKem = recorded({ 'rndl.keyEstablishment': 'ml-kem-768' });

function laneOf(run: typeof dh, observer: Observer): LaneShown {
  const lane = run.config.rndl.keyEstablishment === 'dh-toy' ? 'dh' : 'ml-kem-768';
  const { session: _, ...rest } = run;
  const state = { kind: 'done', lane: { run: rest, expected: null } } as const;
  return { lane, state, view: shelfSeenBy(run, observer), before: false };
}

const cancelled: LaneShown = {
  lane: 'qkd',
  state: { kind: 'cancelled' },
  view: null,
  before: false,
};

test('what was cancelled counts as neither opened nor closed', () => {
  const lanes = [laneOf(dh, 'everyone'), laneOf(mlKem, 'everyone')];
  expect(verdictOf(say, { lanes, observer: 'everyone' })).toBe('One of two opens.');
  const some = { lanes: [...lanes, cancelled], observer: 'everyone' } as const;
  expect(verdictOf(say, some)).toBe('Cancelled.');
  expect(spokenOf(say, { ...some, qDay: true })).toBe('Cancelled.');
});

test('the ends are told of nothing that was opened', () => {
  for (const observer of ['alice', 'bob'] as const) {
    const lanes = [laneOf(dh, observer), laneOf(mlKem, observer)];
    expect(verdictOf(say, { lanes, observer })).toBe('All went well.');
    const spoken = spokenOf(say, { lanes, observer, qDay: true });
    expect(spoken).toBe('2 messages are sent. All went well.');
  }
});

test('an oracle is called an assumption, a search gives its own steps', () => {
  const searched = shelfSeenBy(dh, 'everyone');
  const steps = dh.attempts.find(({ tool }) => tool === 'discrete-log')?.steps ?? 0;
  expect(steps).toBeGreaterThan(0);
  const [note] = benchNotes(say, searched.bench!, searched.result, { expected: 59_563 });
  expect(note).toMatchObject({ title: 'discrete log, searched', assumed: false });
  expect(note?.lines).toEqual([
    `${steps.toLocaleString('en')} steps`,
    'on average 59,563',
    'the seal fits',
  ]);

  const full = shelfSeenBy(recorded({ 'rndl.keyEstablishment': 'x25519' }), 'eve');
  const notes = benchNotes(say, full.bench!, full.result, { expected: null });
  expect(notes[0]).toMatchObject({ title: 'quantum computer', assumed: true });
});

test('before Q-day the bench is empty, unless she held a session herself', () => {
  const waits = shelfSeenBy(
    recorded({ 'rndl.keyEstablishment': 'dh-toy', 'rndl.qDay': false }),
    'eve',
  );
  const empty = benchNotes(say, waits.bench!, waits.result, { expected: null });
  expect(empty.map(({ title }) => title)).toEqual(['The bench is empty.']);
  const middle = shelfSeenBy(
    recorded({
      'rndl.keyEstablishment': 'dh-toy',
      'rndl.qDay': false,
      'eve.attack': 'man-in-the-middle',
      'authentication.method': 'none',
    }),
    'eve',
  );
  const held = benchNotes(say, middle.bench!, middle.result, { expected: null });
  expect(held[0]?.title).toBe('her own session');
});

test('light leaves an empty place on the shelf, and no bytes', () => {
  const run = recorded({ 'rndl.keyEstablishment': 'qkd' });
  const rows = shelfRows(say, shelfSeenBy(run, 'eve'));
  expect(rows.filter(({ empty }) => empty)).toEqual([
    { icon: 'light', name: 'light', amount: 'spent on arrival', empty: true },
  ]);
  expect(shelfRows(say, shelfSeenBy(mlKem, 'eve')).some(({ empty }) => empty)).toBe(false);
});

test('few keys are counted out, many are a power', () => {
  expect(powerOfTwo(8)).toBe('256');
  expect(powerOfTwo(256)).toBe('2²⁵⁶');
});
