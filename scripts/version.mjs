import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** What every bundler (page, worker, Node, unit tests) puts in for the words of src/vite-env.d.ts. */
export const engineVersion = { __ENGINE_VERSION__: JSON.stringify(version) };
