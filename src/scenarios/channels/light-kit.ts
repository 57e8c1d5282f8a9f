/**
 * What light needs beyond single photons that are looked at one by one: weak pulses, real detectors,
 * Eve's tricks, and long runs whose detections are listed. An engine has it from the start, since
 * `full-light.ts` hands it in as it is loaded; a page loads that when it has such a run to show.
 */
import type { Columns } from '../../core/optics/columns.ts';
import type { RunConfig } from '../config.ts';
import type { PulseSource, Scratch, Visit, Wants } from './batch.ts';
import type { Levels } from './levels.ts';
import type { LinkPlan } from './link-plan.ts';
import type { Arrived, WeakSource } from './weak-source.ts';

/** For whom a plan is made. */
export interface Asker {
  readonly key: Int32Array;
  readonly names: { readonly sender: string; readonly receiver: string; readonly line: string };
  /** Transmittance of the line, and of line and detector. */
  readonly line: number;
  readonly transmittance: number;
}

export interface BeyondPlan
  extends Pick<LinkPlan, 'weak' | 'tampering' | 'lostTampering' | 'mismatch' | 'deadTime'> {
  /** Threshold that a pulse, or one of the signal, is listed as arrived. */
  readonly arrival: number;
}

export interface LightKit {
  plan(config: RunConfig, asker: Asker): BeyondPlan;
  openScratch(plan: LinkPlan, pulsesPerChunk: number): Pick<Scratch, 'clicks' | 'unequal' | 'weak'>;
  detectAll(source: PulseSource, chunk: number, lanes: number): void;
  visitListed(source: PulseSource, chunk: number, wants: Wants, visit: Visit): void;
  fillLost(plan: LinkPlan, columns: Columns, denseChunk: number): void;
  fillLostWeaker(plan: LinkPlan, weaker: Int32Array, denseChunk: number): void;
  openLevels(source: WeakSource, pieces: number, pulses: number): Levels;
  levelAt(levels: Levels, pulse: number): number;
  anyPhotons(source: WeakSource, level: number, pulse: number): number;
  holdsOfLost(source: WeakSource, level: number, pulse: number): boolean;
  measuredPhotons(source: WeakSource, level: number, pulse: number, sends: number | null): number;
  photonNumber(source: WeakSource, arrived: Arrived): number;
}

let learned: LightKit | null = null;

/** null: forgets it. */
export function learnFullLight(kit: LightKit | null): void {
  learned = kit;
}

/** Throws where nobody has loaded it. */
export function fullLight(): LightKit {
  if (learned === null) throw new Error('full-light.ts is needed for this run, and not loaded');
  return learned;
}

/** Pulses up to which every coin is numbered by its pulse, so that one switch compares exactly. */
export const ADDRESSED_BY_PULSE = 1_000_000;

const PLAIN_ATTACKS: ReadonlySet<string> = new Set([
  'none',
  'intercept-resend',
  'man-in-the-middle',
]);

/** Whether the light of a run needs it. */
export function needsFullLight({
  exchange,
  detector,
  eve,
}: Pick<RunConfig, 'exchange' | 'detector' | 'eve'>): boolean {
  const { prepare, measure, photons } = exchange;
  const mayBeListed = prepare === 'random' && measure === 'random' && photons > ADDRESSED_BY_PULSE;
  return (
    mayBeListed ||
    exchange.source !== 'single' ||
    detector.deadTimePulses > 0 ||
    detector.mismatch !== 1 ||
    !PLAIN_ATTACKS.has(eve.attack)
  );
}
