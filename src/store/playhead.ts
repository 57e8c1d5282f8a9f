import { createStore } from 'zustand/vanilla';
import type { Instant } from '../scenarios/run.ts';

/** Events a second. */
export type Speed = '1' | '10' | '1k' | '1M';
export const SPEEDS: readonly Speed[] = ['1', '10', '1k', '1M'];
const EVENTS_PER_SECOND: Readonly<Record<Speed, number>> = { 1: 1, 10: 10, '1k': 1e3, '1M': 1e6 };

/** Readers are told at most this often when events are too many to be read one by one. */
const READABLE_UPDATES_PER_SECOND = 12;
/** A frame longer than this (a hidden tab, a busy processor) moves the playhead no further. */
const LONGEST_FRAME_MS = 100;

export interface Playhead {
  /** Events 0…instant−1 have happened. */
  readonly instant: Instant;
  readonly playing: boolean;
  readonly speed: Speed;
  /** Where it ends: the length of the run. */
  readonly length: Instant;
}

export const playhead = createStore<Playhead>(() => ({
  instant: 0,
  playing: false,
  speed: '10',
  length: 0,
}));

type FrameCallback = (now: number) => void;
const callbacks = new Set<FrameCallback>();
let now = 0;
let handle = 0;
let lastFrame: number | null = null;
let lastTold = 0;
let reducedMotion = false;

/** Time outside React: positions are drawn from it, up to sixty times a second. */
export const clock = {
  /** The fractional instant: between k and k + 1, event k is under way. */
  now(): number {
    return reducedMotion ? Math.floor(now) : now;
  },
};

/** Calls back once a frame while anything moves, and once after each jump. Returns the way to end it. */
export function onFrame(callback: FrameCallback): () => void {
  callbacks.add(callback);
  requestFrame();
  return () => {
    callbacks.delete(callback);
  };
}

/** Moves to an instant; integers only, because an instant is a count of things that happened. */
export function seek(instant: Instant): void {
  const { length } = playhead.getState();
  now = Math.min(length, Math.max(0, Math.floor(instant)));
  playhead.setState({ instant: now });
  requestFrame();
}

export function stepBy(events: number): void {
  pause();
  seek(playhead.getState().instant + events);
}

/** Plays on; from the start if it stands at the end. */
export function play(): void {
  const { instant, length } = playhead.getState();
  if (length === 0) return;
  if (instant >= length) seek(0);
  lastFrame = null;
  playhead.setState({ playing: true });
  requestFrame();
}

/** Stops between two events: what is under way stays where it is. */
export function pause(): void {
  playhead.setState({ playing: false, instant: Math.floor(now) });
  requestFrame();
}

export function togglePlaying(): void {
  if (playhead.getState().playing) pause();
  else play();
}

export function setSpeed(speed: Speed): void {
  playhead.setState({ speed });
  requestFrame();
}

export function restart(): void {
  seek(0);
}

/** Takes over another run's length. Whoever stood at the end of the last run stands at this one's. */
export function adopt(length: Instant): void {
  const before = playhead.getState();
  const atEnd = before.length > 0 && before.instant >= before.length;
  playhead.setState({ length });
  seek(atEnd ? length : Math.min(before.instant, length));
}

/** Reduced motion: one event a second where events can be followed, and nothing between two. */
export function setReducedMotion(reduced: boolean): void {
  reducedMotion = reduced;
  requestFrame();
}

function requestFrame(): void {
  // No frames outside a browser (tests of the stores).
  if (handle !== 0 || typeof requestAnimationFrame === 'undefined') return;
  handle = requestAnimationFrame(frame);
}

function frame(time: number): void {
  handle = 0;
  const { playing, length } = playhead.getState();
  if (playing) {
    now = Math.min(length, now + (rate() * elapsed(time)) / 1000);
    tell(time);
    if (now >= length) playhead.setState({ playing: false, instant: length });
    else requestFrame();
  } else {
    lastFrame = null;
  }
  for (const callback of callbacks) callback(clock.now());
}

function elapsed(time: number): number {
  const ms = lastFrame === null ? 0 : Math.min(LONGEST_FRAME_MS, time - lastFrame);
  lastFrame = time;
  return ms;
}

/** Tells React about events that have happened: each one at readable speeds, else by the dozen. */
function tell(time: number): void {
  const { instant, speed } = playhead.getState();
  const reached = Math.floor(now);
  if (reached === instant) return;
  const hurried = speed === '1k' || speed === '1M';
  if (hurried && time - lastTold < 1000 / READABLE_UPDATES_PER_SECOND) return;
  lastTold = time;
  playhead.setState({ instant: reached });
}

function rate(): number {
  const { speed } = playhead.getState();
  return reducedMotion && speed === '10' ? 1 : EVENTS_PER_SECOND[speed];
}
