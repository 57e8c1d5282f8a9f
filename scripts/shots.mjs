// `npm run shots`: pictures of every screen in four sizes and two themes, in .shots/.
// `npm run shots -- lab` only the screens named so; `npm run shots -- --readme` the README's picture.
import { mkdir } from 'node:fs/promises';
import { ensureBrowser } from './lib/browser.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { inProject } from './lib/paths.mjs';
import { serve } from './lib/serve.mjs';
import { README_SCREEN, SCREENS } from './screens.mjs';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
  { width: 720, height: 480 },
  { width: 360, height: 780 },
];
const THEMES = /** @type {const} */ (['light', 'dark']);
const README_PICTURE = 'docs/screenshot.png';

/**
 * @typedef {object} Shot
 * @property {string} file     in the project
 * @property {string} fragment
 * @property {{ width: number, height: number }} size
 * @property {typeof THEMES[number]} theme
 */

/** @returns {Shot[]} */
function wantedShots(/** @type {string[]} */ names) {
  if (names.includes('--readme')) {
    const size = { width: 1280, height: 800 };
    return [{ file: README_PICTURE, fragment: README_SCREEN, size, theme: 'light' }];
  }
  const screens = Object.entries(SCREENS).filter(
    ([name]) => names.length === 0 || names.includes(name),
  );
  return screens.flatMap(([name, fragment]) =>
    SIZES.flatMap((size) =>
      THEMES.map((theme) => {
        const file = `.shots/${name}-${size.width}x${size.height}-${theme}.png`;
        return { file, fragment, size, theme };
      }),
    ),
  );
}

const shots = wantedShots(process.argv.slice(2));
await ensureInstalled();
const [{ chromium }, { ensureBuilt, SITE }] = await Promise.all([
  import('@playwright/test'),
  import('./lib/site.mjs'),
]);
await ensureBuilt();
const site = await serve({ root: SITE });
const browser = await chromium.launch({
  executablePath: await ensureBrowser(),
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
});
try {
  for (const { file, fragment, size, theme } of shots) {
    const page = await browser.newPage({
      viewport: size,
      colorScheme: theme,
      reducedMotion: 'reduce', // a still picture should not catch something halfway
      serviceWorkers: 'block',
      deviceScaleFactor: file === README_PICTURE ? 2 : 1,
    });
    page.on('pageerror', (error) => console.error(`${file}: ${error.message}`));
    await page.goto(site.url + fragment, { waitUntil: 'networkidle' });
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(1_500); // a run of the default size, or a few of them, ends well within this
    await mkdir(inProject(file.slice(0, file.lastIndexOf('/'))), { recursive: true });
    await page.screenshot({ path: inProject(file) });
    await page.close();
    console.log(file);
  }
  if (shots.length === 0) console.error(`Known screens: ${Object.keys(SCREENS).join(', ')}`);
} finally {
  await browser.close();
  await site.close();
}
