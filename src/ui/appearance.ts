import { useEffect, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { setReducedMotion } from '../store/playhead.ts';
import { set, settingsStore } from '../store/settings.ts';
import { placeStore } from './place.ts';

const DARK = '(prefers-color-scheme: dark)';
const REDUCED = '(prefers-reduced-motion: reduce)';

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}

/** The theme in force: the link's, else the viewer's own, else the device's. */
function useTheme(): 'light' | 'dark' {
  const ofLink = useStore(placeStore, ({ theme }) => theme);
  const chosen = useStore(settingsStore, ({ theme }) => theme);
  const dark = useMedia(DARK);
  if (ofLink) return ofLink;
  return chosen === 'system' ? (dark ? 'dark' : 'light') : chosen;
}

/** Puts the theme on the document. */
export function useThemeOnDocument(): void {
  const theme = useTheme();
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}

export function toggleTheme(): void {
  const now = document.documentElement.dataset['theme'];
  placeStore.setState({ theme: null });
  set('theme', now === 'dark' ? 'light' : 'dark');
}

/** Whether things hold still; the playhead's clock obeys the same answer. */
export function useReducedMotion(): boolean {
  const chosen = useStore(settingsStore, ({ motion }) => motion);
  const device = useMedia(REDUCED);
  const reduced = chosen === 'system' ? device : chosen === 'off';
  useEffect(() => setReducedMotion(reduced), [reduced]);
  return reduced;
}
