import type { Plugin } from 'vite';

/** Makes the page of an IIFE build load it as a classic script, and its styles without CORS. */
export function classicScript(): Plugin {
  return {
    name: 'classic-script',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const classic = html
          .replace('<script type="module" crossorigin', '<script defer')
          .replaceAll(/(<link rel="stylesheet") crossorigin/g, '$1');
        if (!classic.includes('<script defer') || /type="module"|crossorigin/.test(classic)) {
          throw new Error(`The embed page would not load from everywhere:\n${classic}`);
        }
        return classic;
      },
    },
  };
}
