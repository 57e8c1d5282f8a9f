import { useEffect } from 'react';
import type { AuthenticationMethod } from '../scenarios/config.ts';
import { seeAsNext } from '../store/observer.ts';
import {
  pause,
  playhead,
  restart,
  seek,
  setSpeed,
  stepBy,
  togglePlaying,
} from '../store/playhead.ts';
import { changeAll, runStore } from '../store/run.ts';
import { settingsStore } from '../store/settings.ts';
import { timelineFor } from '../store/view.ts';
import { toggleTheme } from './appearance.ts';
import { actionOf, describeTarget, type KeyAction } from './keyboard.ts';
import { methodChange } from './panels/controls/fitting.ts';
import { openDialog, placeStore, present, revealAnswers } from './place.ts';

/** Listens for the keyboard map on the whole page. In a frame, keys arrive only while it has focus. */
export function useKeyboard(onJump: (to: 'ledger' | 'chart') => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const pressed = {
        key: event.key,
        shift: event.shiftKey,
        modified: event.ctrlKey || event.altKey || event.metaKey,
      };
      const { singleKeys } = settingsStore.getState();
      const action = actionOf(pressed, describeTarget(event.target), singleKeys);
      if (action && perform(action, onJump)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [onJump]);
}

/** Says whether the key was used. */
function perform(action: KeyAction, onJump: (to: 'ledger' | 'chart') => void): boolean {
  const { frame, answers } = placeStore.getState();
  switch (action.do) {
    case 'toggle-playing':
      togglePlaying();
      return true;
    case 'step-by':
      stepBy(action.events);
      return true;
    case 'step-bar':
      return toStep(action.by);
    case 'to-start':
    case 'restart':
      restart();
      return true;
    case 'to-end':
      pause();
      seek(playhead.getState().length);
      return true;
    case 'speed':
      setSpeed(action.speed);
      return true;
    case 'see-as':
      seeAsNext(action.by);
      return true;
    case 'seals':
      toggleSeals();
      return true;
    case 'to-ledger':
      onJump('ledger');
      return true;
    case 'to-chart':
      onJump('chart');
      return true;
    case 'present':
      if (frame === 'embed') return false;
      present(frame !== 'present');
      return true;
    case 'fullscreen':
      toggleFullscreen();
      return true;
    case 'theme':
      toggleTheme();
      return true;
    case 'help':
      if (frame === 'embed') return false;
      openDialog('help');
      return true;
    case 'reveal':
      if (frame !== 'present' || answers) return false;
      revealAnswers();
      return true;
    case 'leave':
      if (frame !== 'present') return false;
      present(false);
      return true;
    default:
      return action satisfies never;
  }
}

/** To the beginning of the next step the run reached, or back to the beginning of this one or the last. */
function toStep(by: 1 | -1): boolean {
  const { run } = runStore.getState();
  if (!run) return false;
  const { instant } = playhead.getState();
  const timeline = timelineFor(run);
  const starts = ([1, 2, 3, 4, 5] as const)
    .map((step) => timeline.stepStart(step))
    .filter((start) => start !== null);
  const next =
    by === 1
      ? (starts.find((start) => start > instant) ?? run.length)
      : (starts.findLast((start) => start < instant) ?? 0);
  pause();
  seek(next);
  return true;
}

let lastMethod: AuthenticationMethod = 'wegman-carter';

/** Seals off, or on with the method that was used last. */
function toggleSeals(): void {
  const { config } = runStore.getState();
  const { method } = config.authentication;
  if (method !== 'none') lastMethod = method;
  changeAll(methodChange(config, method === 'none' ? lastMethod : 'none'));
}

function toggleFullscreen(): void {
  // Refused in frames that may not: then nothing happens, as for any other unused key.
  if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
  else void document.documentElement.requestFullscreen?.().catch(() => undefined);
}

/** Moves the focus to the ledger or the chart, wherever this arrangement of the screen has it. */
export function jumpTo(to: 'ledger' | 'chart'): void {
  // A phone shows one at a time: the sheet opens it first.
  window.dispatchEvent(new CustomEvent('ll-jump', { detail: to }));
  requestAnimationFrame(() => {
    const region = document.getElementById(to);
    region?.focus();
    region?.scrollIntoView({ block: 'nearest' });
  });
}
