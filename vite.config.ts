import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { engineVersion } from './scripts/version.mjs';
import { classicScript } from './scripts/vite/classic-script.ts';
import { contentSecurityPolicy } from './scripts/vite/content-security-policy.ts';
import { offline } from './scripts/vite/offline.ts';
import { opening } from './scripts/vite/opening.ts';

/**
 * Two builds of one app. The usual one is made of modules. The one of mode "embed" is a single
 * classic script: modules do not load from file:// nor in a sandboxed frame of another origin.
 */
export default defineConfig(({ mode }) => {
  const embed = mode === 'embed';
  return {
    base: './', // from any folder of any host
    define: engineVersion,
    plugins: [
      react(),
      tailwindcss(),
      opening(),
      contentSecurityPolicy({ embed }),
      embed ? classicScript() : offline(),
    ],
    // A worker from a module does not start in a sandboxed frame; a classic one does.
    worker: { format: 'iife' },
    build: {
      manifest: true, // scripts/budget.mjs reads it
      chunkSizeWarningLimit: Number.POSITIVE_INFINITY, // that script knows our limits better
      // The security policy allows fonts as data: only in the embed build, which needs them so: a
      // sandboxed frame may not load font files.
      assetsInlineLimit: (file) => (/\.woff2?$/.test(file) ? embed : undefined),
      // One style sheet. Split, a lazy part would fetch its own later, and in the embed build the styles
      // would become a <style> element, which the security policy refuses.
      cssCodeSplit: false,
      modulePreload: embed ? false : { polyfill: false },
      ...(embed && {
        rolldownOptions: {
          output: { format: 'iife', codeSplitting: false },
          // Vite's own preload code asks for import.meta, on paths that one script never takes.
          checks: { emptyImportMeta: false },
        },
      }),
    },
  };
});
