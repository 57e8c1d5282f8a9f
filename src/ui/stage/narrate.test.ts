import { describe, expect, test } from 'vitest';
import { say } from '../../content/words/use-words.ts';
import { OBSERVERS, type Observer } from '../../scenarios/actors.ts';
import { configFromDifferences } from '../../scenarios/config-parse.ts';
import { runConfig } from '../../scenarios/execute.ts';
import { timelineOf } from '../../scenarios/knowledge/timeline.ts';
import { viewOf } from '../../scenarios/knowledge/view-of.ts';
import { milestoneUpTo, narrate } from './narrate.ts';

function runWith(differences: Record<string, unknown>) {
  const parsed = configFromDifferences({ 'exchange.photons': 300, ...differences });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return runConfig(parsed.config);
}

const laser = { 'exchange.source': 'weak-coherent', 'exchange.meanPhotonNumber': 1.2 };
const decoys = [{ meanPhotonNumber: 0.3, probability: 0.3 }];

const RUNS = {
  alone: runWith({}),
  tapped: runWith({ 'eve.attack': 'intercept-resend' }),
  lossy: runWith({ 'channel.lossDb': 3 }),
  middle: runWith({ 'eve.attack': 'man-in-the-middle' }),
  noisy: runWith({ 'channel.flipProbability': 0.04 }),
  unsealed: runWith({ 'eve.attack': 'man-in-the-middle', 'authentication.method': 'none' }),
  laser: runWith({ ...laser, 'exchange.decoys': decoys }),
  split: runWith({
    ...laser,
    'channel.lossDb': 8,
    'eve.attack': 'photon-number-splitting',
  }),
};
type RunName = keyof typeof RUNS;

/** Everything that is said while the run is stepped through, event by event. */
function storyOf(name: RunName, observer: Observer, eachPhoton = true): string[] {
  const run = RUNS[name];
  const timeline = timelineOf(run);
  const said: string[] = [];
  for (let at = 1; at <= run.length; at++) {
    const narration = narrate(viewOf(run, observer, at), timeline, at - 1, { eachPhoton });
    if (narration) said.push(say(narration.key, narration.values));
  }
  return said;
}

describe.each(Object.keys(RUNS) as RunName[])('the run "%s"', (name) => {
  test.each(['alice', 'bob'] as const)('says nothing of Eve to %s', (observer) => {
    expect(storyOf(name, observer).join(' ')).not.toMatch(/Eve|replac|fooled/i);
  });

  test.each(OBSERVERS)('ends with a verdict for %s', (observer) => {
    expect(storyOf(name, observer).at(-1)).toMatch(/Key ready|Stopped|Fooled|No key|No more/);
  });

  test.each(OBSERVERS)('is told to %s in whole sentences', (observer) => {
    for (const sentence of storyOf(name, observer)) {
      expect(sentence).toMatch(/^\S.*\.$/);
      expect(sentence).not.toMatch(/ {2}|[{}]|undefined/);
    }
  });
});

test('Alice hears of no bit of Bob’s, and Bob of none of Alice’s, photon by photon', () => {
  const photons = (observer: Observer) =>
    storyOf('tapped', observer).filter((sentence) => sentence.startsWith('Photon'));
  expect(photons('alice').join(' ')).not.toContain('Bob');
  expect(photons('bob').join(' ')).not.toContain('Alice');
  expect(photons('eve').join(' ')).not.toMatch(/Alice|Bob/);
  expect(photons('everyone')[0]).toMatch(/Alice sends .* Eve measures .* Bob measures/);
});

test('without single photons, milestones and what the letters bring remain', () => {
  const said = storyOf('alone', 'everyone', false);
  expect(said.filter((sentence) => /photons, \d+ kept/.test(sentence))).toHaveLength(5);
});

test('Correct is told at milestones, and an error when it is found', () => {
  const run = RUNS.noisy;
  const { correction } = run.links[0]!;
  expect(correction?.errorsCorrected).toBeGreaterThan(0);
  const whole = storyOf('noisy', 'everyone');
  expect(whole.filter((said) => said.startsWith('An error is found.'))).not.toEqual([]);
  expect(whole).toContain('Step 3: Correct.');
  expect(whole).toContain(
    'Alice sends a short hash of the corrected bits. It is the same at the other end.',
  );
  const short = storyOf('noisy', 'everyone', false);
  const trips = short.filter((said) => /round trips?: \d+ parities told/.test(said));
  expect(trips.length).toBeGreaterThan(0);
  expect(trips.length).toBeLessThanOrEqual(Math.ceil(3 * Math.log10(correction!.rounds)));
});

test('a forgery is told to whom it concerns: the seal does not fit', () => {
  expect(storyOf('middle', 'everyone')).toContain(
    'Alice checks the seal. It does not fit the text.',
  );
});

test('going back is silent', () => {
  const run = RUNS.alone;
  expect(narrate(viewOf(run, 'everyone', 40), timelineOf(run), 80)).toBeNull();
});

test('milestones are 10, 20, 50, 100 and so on', () => {
  expect([9, 10, 19, 20, 99, 100, 1_234, 1e6].map(milestoneUpTo)).toEqual([
    0, 10, 10, 20, 50, 100, 1_000, 1e6,
  ]);
});

describe('of a laser’s pulses', () => {
  const told = (name: RunName, observer: Observer) =>
    storyOf(name, observer).filter((line) => line.startsWith('Pulse'));

  test('the viewer hears how many photons each holds, and who else can know', () => {
    const counted = / (Empty|One photon|\d photons), only you see this\./;
    expect(told('laser', 'everyone').filter((line) => !counted.test(line))).toEqual([]);
    const split = told('split', 'everyone');
    expect(split.filter((line) => !line.includes('neither end sees this'))).toEqual([]);
    // A single photon that is lost may be one that she blocked.
    expect(split.filter((line) => /One photon.*let.* pass.*lost/.test(line))).toEqual([]);
    expect(told('split', 'eve').join(' ')).toMatch(/\d photons, Eve counts/);
  });

  test.each(['alice', 'bob'] as const)('%s hears of none', (observer) => {
    for (const name of ['laser', 'split'] as const) {
      expect(told(name, observer).length).toBeGreaterThan(100);
      expect(told(name, observer).join(' ')).not.toMatch(/Empty|photon|counts|stops/);
    }
  });

  test('which were decoys is Alice’s to know as she sends them', () => {
    expect(told('laser', 'alice').join(' ')).toContain('A decoy.');
    expect(told('laser', 'bob').join(' ')).not.toContain('decoy');
  });
});
