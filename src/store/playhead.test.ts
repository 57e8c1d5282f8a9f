import { beforeEach, expect, test, vi } from 'vitest';
import {
  adopt,
  clock,
  onFrame,
  pause,
  play,
  playhead,
  seek,
  setReducedMotion,
  setSpeed,
  stepBy,
} from './playhead.ts';

let frames: ((time: number) => void)[] = [];
let time = 0;

/** Lets the browser draw for so many milliseconds, sixty times a second. */
function draw(ms: number): void {
  for (const end = time + ms; time < end; ) {
    time += 1000 / 60;
    const due = frames;
    frames = [];
    for (const frame of due) frame(time);
  }
}

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (frame: (time: number) => void) => frames.push(frame));
  setReducedMotion(false);
  pause();
  playhead.setState({ length: 0 });
  adopt(1_000_000);
  seek(0);
  setSpeed('10');
  draw(50);
});

test('plays so many events a second as its speed says', () => {
  for (const [speed, events] of [
    ['1', 2],
    ['10', 20],
    ['1k', 2_000],
    ['1M', 1_000_000],
  ] as const) {
    seek(0);
    setSpeed(speed);
    play();
    draw(2_100);
    pause();
    draw(20);
    // One frame early or late.
    expect(Math.abs(playhead.getState().instant - events)).toBeLessThanOrEqual(events * 0.08);
  }
});

test('the clock runs between two instants; the store holds whole ones', () => {
  setSpeed('1');
  play();
  draw(500);
  expect(clock.now()).toBeGreaterThan(0.3);
  expect(clock.now()).toBeLessThan(0.6);
  expect(playhead.getState().instant).toBe(0);
});

test('stops at the end, and plays again from the start', () => {
  seek(999_995);
  play();
  draw(2_000);
  expect(playhead.getState()).toMatchObject({ instant: 1_000_000, playing: false });
  play();
  draw(300);
  expect(playhead.getState().instant).toBeLessThan(10);
});

test('asks for no frame while nothing moves', () => {
  draw(100);
  expect(frames).toHaveLength(0);
  const callback = vi.fn();
  const end = onFrame(callback);
  draw(50);
  expect(callback).toHaveBeenCalledOnce();
  seek(7);
  draw(50);
  expect(callback).toHaveBeenLastCalledWith(7);
  expect(callback).toHaveBeenCalledTimes(2);
  end();
});

test('tells React at most a dozen times a second when events race', () => {
  setSpeed('1k');
  let told = 0;
  const end = playhead.subscribe(({ instant }, before) => {
    if (instant !== before.instant) told += 1;
  });
  play();
  draw(1_000);
  end();
  expect(told).toBeLessThanOrEqual(13);
  expect(told).toBeGreaterThan(8);
});

test('reduced motion: one event a second, and no position between two', () => {
  setReducedMotion(true);
  play();
  draw(2_500);
  expect(playhead.getState().instant).toBe(2);
  expect(clock.now()).toBe(2);
});

test('stays within the run, in whole events', () => {
  seek(-5);
  expect(playhead.getState().instant).toBe(0);
  seek(1e12);
  expect(playhead.getState().instant).toBe(1_000_000);
  seek(3.7);
  stepBy(1);
  expect(playhead.getState().instant).toBe(4);
});

test('another run: whoever stood at the end stands at its end, others stay', () => {
  seek(1_000_000);
  adopt(500);
  expect(playhead.getState().instant).toBe(500);
  seek(100);
  adopt(700);
  expect(playhead.getState().instant).toBe(100);
});

test('a hidden tab does not make the playhead leap', () => {
  setSpeed('10');
  play();
  draw(100);
  const before = clock.now();
  time += 60_000;
  draw(17);
  expect(clock.now() - before).toBeLessThan(2);
});
