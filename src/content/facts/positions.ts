/**
 * The way from proof to practice, and the two sides of the argument about it. What is said stands
 * in content/words; here is what it rests on and which tab of the Lab executes it.
 */
import type { Fact } from './fact.ts';
import { standards } from './standards.ts';
import { voices } from './voices.ts';

type FactId = (typeof standards | typeof voices)[number]['id'];

/** Every card, in the order in which a reader meets them. */
export const facts: readonly Fact[] = [...standards, ...voices];

/** From the proof to the running link; `tabs` execute what may go wrong there. */
export const stations = [
  { id: 'theory', tabs: ['trust'], standards: [] },
  { id: 'model', tabs: ['distance'], standards: [] },
  { id: 'device', tabs: ['boxes'], standards: [] },
  {
    id: 'evaluation',
    tabs: ['boxes'],
    standards: ['ETSI GS QKD 016', 'ISO/IEC 23837-1', 'ISO/IEC 23837-2'],
  },
  { id: 'operation', tabs: ['relays', 'site'], standards: [] },
] as const;

interface Point {
  readonly id: 'authentication' | 'equipment' | 'relays' | 'validation' | 'blocking';
  /** The card that the point is taken from. */
  readonly fact: FactId;
  /** The tab that executes what the point is about. */
  readonly tab: 'middleman' | 'time' | 'later' | 'distance' | 'boxes' | 'relays';
}

/** Point by point, both sides on the same five subjects. */
export const sides = {
  doubt: [
    { id: 'authentication', fact: 'nsa-five', tab: 'middleman' },
    { id: 'equipment', fact: 'nsa-five', tab: 'distance' },
    { id: 'relays', fact: 'nsa-five', tab: 'relays' },
    { id: 'validation', fact: 'nsa-five', tab: 'boxes' },
    { id: 'blocking', fact: 'nsa-five', tab: 'boxes' },
  ],
  build: [
    { id: 'authentication', fact: 'short-seals', tab: 'time' },
    { id: 'equipment', fact: 'euroqci', tab: 'distance' },
    { id: 'relays', fact: 'china', tab: 'relays' },
    { id: 'validation', fact: 'implementation', tab: 'boxes' },
    { id: 'blocking', fact: 'short-seals', tab: 'later' },
  ],
} as const satisfies Record<'doubt' | 'build', readonly Point[]>;
