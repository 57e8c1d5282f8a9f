/** In a frame on a page of somebody else, without any right but to run scripts. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { serve } from '../scripts/lib/serve.mjs';
import { expect, test } from './support.ts';

interface Heard {
  readonly type: string;
  readonly height?: number;
  readonly verdict?: string;
}

test('the embed runs, tells its parent, hears a theme, and keeps to itself', async ({
  page,
  site,
}, info) => {
  const state = '#/lab?n=400&sp=1k&view=embed&c=eve.attack:intercept-resend';
  mkdirSync(info.outputDir, { recursive: true });
  writeFileSync(
    info.outputPath('index.html'),
    `<!doctype html><title>Course</title><link rel="icon" href="data:,">
     <button id="own">A button of the course</button>
     <iframe title="app" sandbox="allow-scripts" width="720" height="480" src="${site}embed/${state}"></iframe>
     <script>heard = []; onmessage = (event) => heard.push(event.data);</script>`,
  );
  const host = await serve({ root: info.outputDir });
  const heard = () => page.evaluate(() => (window as unknown as { heard: Heard[] }).heard);
  await page.goto(host.url);
  await page.locator('#own').focus();
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('group', { name: 'Stage' })).toBeVisible();
  await expect.poll(async () => (await heard()).map(({ type }) => type)).toContain('ll:ready');
  const height = (await heard()).find(({ type }) => type === 'll:height')?.height ?? 0;
  expect(height).toBeGreaterThan(300);
  expect(height).toBeLessThanOrEqual(480);

  // It does not start by itself, nor take the focus.
  await page.waitForTimeout(700);
  await expect(frame.getByTestId('caption')).toContainText('Press Play');
  await expect(page.locator('#own')).toBeFocused();

  // Its keys act only when it has the focus.
  await page.keyboard.press('End');
  await expect(frame.getByTestId('caption')).toContainText('Press Play');

  // The one thing it hears is a theme.
  const tell = (message: object) =>
    page.evaluate(
      (data) => document.querySelector('iframe')?.contentWindow?.postMessage(data, '*'),
      message,
    );
  await tell({ type: 'll:theme', theme: 'dark' });
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await tell({ type: 'll:run', config: { seed: 1 } });
  await tell({ type: 'll:theme', theme: '<b>' });
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');

  await frame.getByRole('button', { name: 'Play', exact: true }).click();
  await expect
    .poll(async () => (await heard()).find(({ type }) => type === 'll:verdict')?.verdict)
    .toBe('stopped-errors');
  // No storage, no cookies: in this frame the browser would have thrown.
  await expect(frame.getByText(/keeps nothing/)).toHaveCount(0);
  await host.close();
});

test('parts can be left out, down to 320 px', async ({ page, expectAccessible }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('./embed/#/lab?n=400&t=100&view=embed&hide=chart%2Ctext');
  await expect(page.getByRole('group', { name: 'Stage' })).toBeVisible();
  await expect(page.getByTestId('caption')).toHaveCount(0);
  await expect(page.getByText('Kept bits Eve knows')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await expectAccessible();
});

test('the full app opens at the same place', async ({ page }) => {
  await page.goto('./embed/#/lab?n=400&t=100&view=embed');
  const link = page.getByRole('link', { name: 'Open the full app' });
  await expect(link).toHaveAttribute('href', /#\/lab\?n=400&t=100$/);
});
