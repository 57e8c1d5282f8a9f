// `npm run build`: the static folder dist/. With --if-stale only when the sources changed.
import { buildSite, ensureBuilt } from './lib/site.mjs';

if (process.argv.includes('--if-stale')) await ensureBuilt();
else await buildSite({ logLevel: 'info' });
