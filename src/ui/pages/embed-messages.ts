/** What a frame and the page around it may say to each other. */

export type ToParent =
  | { readonly type: 'll:ready' }
  | { readonly type: 'll:height'; readonly height: number }
  | { readonly type: 'll:verdict'; readonly verdict: string };

export function tellParent(message: ToParent): void {
  // Nothing secret is said, so any page may hear it.
  if (window.parent !== window) window.parent.postMessage(message, '*');
}

/** The one message that is heard; null for anything else. */
export function themeOf(message: unknown): 'light' | 'dark' | null {
  if (typeof message !== 'object' || message === null) return null;
  const { type, theme } = message as { type?: unknown; theme?: unknown };
  return type === 'll:theme' && (theme === 'light' || theme === 'dark') ? theme : null;
}

export function listenToParent(onTheme: (theme: 'light' | 'dark') => void): () => void {
  const hear = (event: MessageEvent) => {
    if (event.source !== window.parent) return;
    const theme = themeOf(event.data);
    if (theme) onTheme(theme);
  };
  window.addEventListener('message', hear);
  return () => window.removeEventListener('message', hear);
}
