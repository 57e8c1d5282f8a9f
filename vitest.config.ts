import { defineConfig } from 'vitest/config';
import { engineVersion } from './scripts/version.mjs';

export default defineConfig({
  define: engineVersion,
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    // The statistical tests count hundreds of thousands of photons.
    testTimeout: 30_000,
  },
});
