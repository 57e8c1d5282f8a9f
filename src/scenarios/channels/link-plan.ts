/**
 * The light of one link, fixed before the first pulse: thresholds, streams, and how its pulses are
 * addressed. Everything the kernel needs and nothing it could change.
 */
import type { Asked, Prepared } from '../../core/optics/angled.ts';
import type { DeadTime } from '../../core/optics/dead-time.ts';
import type { ExchangeOdds, ExchangeStreams } from '../../core/optics/exchange.ts';
import type { Stream } from '../../core/random/streams.ts';
import type { RunConfig } from '../config.ts';
import type { Ends } from '../receipt.ts';
import type { Tampering } from './tampering.ts';
import type { WeakSource } from './weak-source.ts';

export interface LinkPlan {
  readonly ends: Ends;
  readonly announce: RunConfig['exchange']['announce'];
  readonly pulses: number;
  /** For weak pulses the arrival of the signal, and no flip: those are the source's. */
  readonly odds: ExchangeOdds;
  readonly streams: ExchangeStreams;
  /** null: single photons. */
  readonly weak: WeakSource | null;
  /** What Eve does besides measuring. */
  readonly tampering: Tampering;
  /** null: both detectors are alike. Else the coins of the weaker one, and the threshold of a photon there. */
  readonly mismatch: {
    readonly stream: Stream;
    readonly seen: number;
    /** Bob's own coin for which detector stands for which result; null: always the same. */
    readonly gate: Stream | null;
  } | null;
  /** null: detectors are live again at once. */
  readonly deadTime: DeadTime | null;
  /** Coins of pulses without a detection, when coins are numbered by detection. */
  readonly lostStreams: ExchangeStreams;
  readonly lostTampering: Tampering;
  /** Coins are numbered by detection: large lossy runs, whose detections are listed. */
  readonly listed: boolean;
  /** Somebody uses an angle BB84 does not; then nothing is sifted. */
  readonly angled: { readonly prepared: Prepared; readonly asked: Asked } | null;
  /** Public seed of the test sample, and the coins made of it. */
  readonly sampleSeed: Uint8Array;
  readonly sample: Stream;
  readonly sampleThreshold: number;
  /** Eve's own coin for bits she knows nothing about. */
  readonly guess: Stream;
}

/** Pulses of one list chunk. */
export const LIST_CHUNK = 1 << 20;

/**
 * Nothing of the light can make Eve certain of a bit: she measures midway between the bases, or she
 * cannot read which basis it was.
 */
export function isBlindfold({ odds, announce }: LinkPlan): boolean {
  return odds.tap?.basis === 'breidbart' || announce === 'hidden';
}

/** Somebody on the way comes to hold bits of single pulses. */
export function isWatched({ odds, weak, tampering }: LinkPlan): boolean {
  return (
    (odds.tap !== null && odds.tap.fraction > 0) ||
    (weak !== null && weak.splitting !== null) ||
    tampering.reads !== null
  );
}
