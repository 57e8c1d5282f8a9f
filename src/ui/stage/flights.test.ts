import { describe, expect, test } from 'vitest';
import type { Timeline } from '../../scenarios/knowledge/view.ts';
import { flightOf, flightsAround, type StageSpeed } from './flights.ts';

/** Events as a string: p is a photon, L a letter. */
function timelineOf(events: string): Timeline {
  const pulsesBefore = (instant: number) => events.slice(0, instant).replaceAll('L', '').length;
  return {
    length: events.length,
    eventAt: (instant) =>
      events[instant] === 'L'
        ? { kind: 'letter', index: instant - pulsesBefore(instant) }
        : { kind: 'pulse', pulse: pulsesBefore(instant) },
    pulsesBefore,
    instantOfPulse: (pulse) => [...events].findIndex((_, at) => pulsesBefore(at + 1) > pulse),
    stepStart: () => null,
    stepAt: () => 1,
  };
}

const block = 'p'.repeat(40);
const talk = timelineOf(`${block}L${block}LL${block}`);

function everyFlight(speed: StageSpeed) {
  return Array.from({ length: talk.length }, (_, event) => {
    const happening = talk.eventAt(event);
    return happening.kind === 'pulse'
      ? { event, ...flightOf(talk, { event, pulse: happening.pulse, speed })! }
      : null;
  }).filter((flight) => flight !== null);
}

describe.each(['1', '10'] as const)('at %s a second', (speed) => {
  test('every photon meets the detector exactly at its event + 1', () => {
    for (const { event, land } of everyFlight(speed)) expect(land).toBe(event + 1);
  });

  test('no photon is on its way while a letter is', () => {
    const letters = [40, 81, 82];
    for (const { launch, land } of everyFlight(speed)) {
      for (const at of letters) expect(land <= at || launch >= at + 1).toBe(true);
    }
  });

  test('photons leave in the order in which they arrive', () => {
    const launches = everyFlight(speed).map(({ launch }) => launch);
    expect(launches).toEqual([...launches].sort((a, b) => a - b));
    expect(new Set(launches).size).toBe(launches.length);
  });
});

test('at one a second, one photon is on its way at a time', () => {
  for (const { launch, land } of everyFlight('1')) {
    expect(launch).toBeGreaterThan(land - 1);
    expect(land - launch).toBeCloseTo(0.9);
  }
});

test('at ten a second, three photons are in each half once a block has filled', () => {
  for (let at = 22; at < 34; at += 0.25) {
    const shares = everyFlight('10')
      .filter(({ launch, land }) => launch < at && at < land)
      .map(({ launch, land }) => (at - launch) / (land - launch));
    expect(shares.filter((share) => share < 0.5).length).toBeLessThanOrEqual(3);
    expect(shares.filter((share) => share >= 0.5).length).toBeLessThanOrEqual(3);
    expect(shares.length).toBeGreaterThanOrEqual(5);
  }
});

test('above ten a second no photon is drawn singly', () => {
  expect(flightsAround(talk, 20, '1k')).toEqual([]);
  expect(flightsAround(talk, 20, '1M')).toEqual([]);
});

test('the list around an instant holds every photon that is on its way within it', () => {
  for (const speed of ['1', '10'] as const) {
    for (let at = 0; at < talk.length; at++) {
      const listed = flightsAround(talk, at, speed).map(({ pulse }) => pulse);
      const flying = everyFlight(speed)
        .filter(({ launch, land }) => launch < at + 1 && land > at)
        .map(({ pulse }) => pulse);
      expect(listed).toEqual(expect.arrayContaining(flying));
    }
  }
});
