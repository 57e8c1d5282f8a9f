import { createStore } from 'zustand/vanilla';
import { notify } from './notices.ts';
import type { SafeStorage } from './safe-storage.ts';

export type Theme = 'system' | 'light' | 'dark';
/** 'system' follows the device; 'on' and 'off' say whether things move, whatever it says. */
export type Motion = 'system' | 'on' | 'off';

export interface Settings {
  readonly theme: Theme;
  readonly motion: Motion;
  /** Shortcuts of a single letter. */
  readonly singleKeys: boolean;
  /** The live region describes every photon at one a second. */
  readonly describePhotons: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  motion: 'system',
  singleKeys: true,
  describePhotons: false,
};

export const settingsStore = createStore<Settings>(() => DEFAULT_SETTINGS);

const KEY = 'light-and-letters/settings';
const VERSION = 1;

let storage: SafeStorage | null = null;

/** Takes what an earlier visit chose. Without it, settings live as long as the page. */
export function openSettings(opened: SafeStorage): void {
  storage = opened;
  const raw = opened.get(KEY);
  if (raw === null) return;
  const settings = readSettings(raw);
  if (settings) {
    settingsStore.setState(settings);
    return;
  }
  // Another version wrote it. It is put aside before ours is written, so that version finds it again.
  opened.set(`${KEY}/kept`, raw);
  notify('notice.other-version');
}

export function set<Name extends keyof Settings>(name: Name, value: Settings[Name]): void {
  settingsStore.setState({ [name]: value });
  storage?.set(KEY, JSON.stringify({ version: VERSION, settings: settingsStore.getState() }));
}

/** Settings as stored; null if they are not this version's. */
export function readSettings(raw: string): Settings | null {
  let stored: unknown;
  try {
    stored = JSON.parse(raw);
  } catch {
    return null;
  }
  if (!isRecord(stored) || stored['version'] !== VERSION || !isRecord(stored['settings']))
    return null;
  const { theme, motion, singleKeys, describePhotons } = stored['settings'];
  if (theme !== 'system' && theme !== 'light' && theme !== 'dark') return null;
  if (motion !== 'system' && motion !== 'on' && motion !== 'off') return null;
  if (typeof singleKeys !== 'boolean' || typeof describePhotons !== 'boolean') return null;
  return { theme, motion, singleKeys, describePhotons };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
