import type { Plugin } from 'vite';
import { en } from '../../src/content/words/en.ts';

/**
 * What the page says before its script has run, and all it says where scripts do not run. It stands
 * in the element the app mounts on, so the first drawing of the app takes its place.
 */
export function opening(): Plugin {
  return {
    name: 'opening',
    transformIndexHtml(html) {
      const script = paragraphs([en['opening.what'], en['opening.loading']]);
      const without = paragraphs([
        en['opening.no-script'],
        en['opening.light'],
        en['opening.letters'],
        en['opening.seals'],
        en['opening.time'],
        en['opening.limits'],
      ]);
      return html
        .replace(
          '<div id="root"></div>',
          `<div id="root"><main class="opening"><h1>${text(en['app.name'])}</h1>${script}</main></div>`,
        )
        .replace(
          /<noscript>.*?<\/noscript>/s,
          `<noscript><div class="opening">${without}</div></noscript>`,
        );
    },
  };
}

function paragraphs(words: readonly string[]): string {
  return words.map((sentence) => `<p>${text(sentence)}</p>`).join('');
}

function text(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
