// `npm run --silent sim -- '<json>'`: one configuration in, one receipt out.
import { runBundled } from './lib/node-bundle.mjs';

await runBundled('sim', 'src/cli/main.ts');
