import { expect, test } from 'vitest';
import { moved, withAdded, without } from './events.ts';

const events = [
  { round: 3, event: 'jam-starts' },
  { round: 9, event: 'jam-stops' },
] as const;

test('an event moves within the life, and the others stay', () => {
  expect(moved(events, 0, 5, 20)).toEqual([{ round: 5, event: 'jam-starts' }, events[1]]);
  expect(moved(events, 1, 99, 20)[1]?.round).toBe(20);
  expect(moved(events, 1, -4, 20)[1]?.round).toBe(0);
  // Past another one it keeps its place in the list, and with it the keyboard's focus.
  expect(moved(events, 0, 15, 20).map(({ event }) => event)).toEqual(['jam-starts', 'jam-stops']);
});

test('one is added at the end, one is taken out, and the list before is as it was', () => {
  expect(withAdded(events, { round: 1, event: 'eve-arrives' })).toHaveLength(3);
  expect(without(events, 0)).toEqual([events[1]]);
  expect(events).toHaveLength(2);
});
