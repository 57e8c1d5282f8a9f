/** Wherever a teacher puts the app, it opens: the stories of hosting, before any of physics. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { serve } from '../scripts/lib/serve.mjs';
import { SITE } from '../scripts/lib/site.mjs';
import { caption, openLab, toTheEnd } from './lab.ts';
import { expect, test } from './support.ts';

test('opens from a folder deep in a host', async ({ page }) => {
  await page.goto('./');
  await expect(page).toHaveTitle(/Light & Letters/);
  await expect(page.locator('#root')).not.toBeEmpty();
});

test('asks for nothing once it has loaded', async ({ page, context }) => {
  await page.goto('./', { waitUntil: 'load' });
  await context.setOffline(true);
  await page.waitForTimeout(1000); // the watch of support.ts complains about any request
  await expect(page.locator('#root')).not.toBeEmpty();
});

test('a link shows its photons before the other screens have come, whatever the light', async ({
  page,
}) => {
  let letCome = () => {};
  const held = new Promise<void>((resolve) => {
    letCome = resolve;
  });
  await page.route(/\/rest-[^/]*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  const weak = 'exchange.source:weak-coherent~eve.attack:photon-number-splitting';
  await openLab(page, `#/lab?c=${weak}~exchange.photons:30000`);
  await toTheEnd(page);
  await expect(caption(page)).toContainText('Stopped: too short');
  await expect(page.getByText('How they know each other')).toHaveCount(0);
  letCome();
  await expect(page.getByText('How they know each other')).toBeVisible();
});

test.describe('with the service worker', () => {
  test.use({ serviceWorkers: 'allow' });
  test('opens again without a network', async ({ page, context }) => {
    await page.goto('./');
    await page.evaluate(() => navigator.serviceWorker.ready);
    await context.setOffline(true);
    for (const again of ['./', './index.html', './?from=a-course#/lab']) {
      await page.goto(again);
      await expect(page.locator('#root')).not.toBeEmpty();
    }
  });
});

test('the embed build opens in a sandboxed frame of another origin', async ({
  page,
  site,
}, info) => {
  const course = `<!doctype html><title>Course</title><link rel="icon" href="data:,">
    <iframe title="app" sandbox="allow-scripts" src="${site}embed/"></iframe>`;
  mkdirSync(info.outputDir, { recursive: true });
  writeFileSync(info.outputPath('index.html'), course);
  const host = await serve({ root: info.outputDir });
  await page.goto(host.url);
  await expect(page.frameLocator('iframe').locator('#root')).not.toBeEmpty();
  await host.close();
});

test('the embed build opens from a folder on disk', async ({ page }) => {
  await page.goto(pathToFileURL(`${SITE}/embed/index.html`).href);
  await expect(page.locator('#root')).not.toBeEmpty();
});
