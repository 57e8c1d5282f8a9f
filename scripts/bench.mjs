// `npm run bench`: the engine's speed as ratios measured in one process.
import { runBundled } from './lib/node-bundle.mjs';

await runBundled('bench', 'src/bench/main.ts');
