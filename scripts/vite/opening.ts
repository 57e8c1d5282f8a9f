import type { Plugin } from 'vite';
import { en } from '../../src/content/words/en.ts';

/**
 * What the page says before its script has run, and all it says where scripts do not run. It stands
 * in the element the app mounts on, so the first drawing of the app takes its place.
 */
export function opening(): Plugin {
  return {
    name: 'opening',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => styleFirst(withWords(html)),
    },
  };
}

/** The first drawing needs the style and not the script, so the style is asked for first. */
function styleFirst(html: string): string {
  const style = /\s*<link rel="stylesheet"[^>]*>/.exec(html)?.[0];
  const script = /\s*<script [^>]*src=[^>]*><\/script>/.exec(html)?.[0];
  if (style === undefined || script === undefined) return html;
  return html.replace(style, '').replace(script, style + script);
}

function withWords(html: string): string {
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
}

function paragraphs(words: readonly string[]): string {
  return words.map((sentence) => `<p>${text(sentence)}</p>`).join('');
}

function text(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
