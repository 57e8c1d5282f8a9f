/** Asks for all that the app will want later, before the page counts as loaded. */
export function requestAhead(): void {
  const named = document.querySelector<HTMLMetaElement>('meta[name="ahead"]')?.content ?? '';
  for (const file of named.split(' ').filter(Boolean)) {
    const link = document.createElement('link');
    const font = file.endsWith('.woff2');
    link.rel = font ? 'preload' : 'modulepreload';
    if (font) link.as = 'font';
    link.crossOrigin = '';
    link.href = `./${file}`;
    document.head.append(link);
  }
}

/**
 * Keeps the app's files in the browser, so that it opens again without a network. Only for a page
 * of its own: in a frame the host decides what is kept, and the embed build has no service worker.
 */
export function keepForOffline(): void {
  const ownPage = window.top === window && window.origin !== 'null' && window.isSecureContext;
  if (!import.meta.env.PROD || import.meta.env.MODE === 'embed' || !ownPage) return;
  // After load, so that nothing visible waits for it. Refused (private window, full disk): the app
  // works all the same, only not without a network.
  const register = () => navigator.serviceWorker?.register('./sw.js').catch(() => undefined);
  if (document.readyState === 'complete') void register();
  else window.addEventListener('load', register, { once: true });
}
