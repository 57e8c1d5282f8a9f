/** The way of a key to its user: stories of the Site tab. */
import type { Locator, Page } from '@playwright/test';
import { receiptFromNode } from './lab.ts';
import { expect, test } from './support.ts';

function delivered(delivery: object, qDay = true) {
  return JSON.parse(receiptFromNode({ scenario: 'delivery', delivery, rndl: { qDay } })).delivery;
}

const story = (page: Page): Locator => page.getByTestId('story');

async function openSite(page: Page, fragment = '#/lab/site'): Promise<void> {
  await page.goto(`./${fragment}`);
  await expect(story(page)).toBeVisible();
}

test('an exposed hop opens at Q-day, and not before; the hybrid one stays closed', async ({
  page,
}) => {
  await openSite(page);
  await expect(story(page)).toHaveText('Q-day opens this key.');
  expect(delivered({}).openedShare).toBe(1);
  await page.getByRole('switch', { name: /^Q-day/ }).press('Space');
  await expect(story(page)).toHaveText('The hop is closed, until Q-day.');
  expect(delivered({}, false).openedShare).toBe(0);
  await page.getByRole('switch', { name: /^Q-day/ }).press('Space');
  await page.getByRole('radio', { name: 'TLS, hybrid' }).check();
  await expect(story(page)).toHaveText('The hybrid hop stays closed.');
  await page.getByRole('radio', { name: 'no protection' }).check();
  await expect(story(page)).toHaveText('Eve reads the key on its way.');
});

test('the wall moves by key, and its two gauges pull apart', async ({ page }) => {
  await openSite(page);
  const wall = page.getByRole('slider', { name: /wall/i }).first();
  await wall.focus();
  await wall.press('Home');
  await expect(story(page)).toHaveText('One box: no hop at all.');
  await expect(wall).toHaveAttribute('aria-valuetext', /Same box/);
  await wall.press('End');
  await expect(story(page)).toHaveText('No hop to record.');
  await expect(wall).toHaveAttribute('aria-valuetext', /Campus.*40/);
  await expect(wall).toBeFocused();
});

test('repeated 200 times: as many open as the command line counts', async ({ page }) => {
  await openSite(page);
  await page.getByRole('radio', { name: 'Campus' }).check();
  await page.getByRole('button', { name: 'Repeat 200 times' }).press('Enter');
  const opened = Math.round(delivered({ wall: 'campus', repeats: 200 }).openedShare * 200);
  await expect(page.getByTestId('repeated')).toHaveText(`Eve opened ${opened} of 200 envelopes.`, {
    timeout: 20_000,
  });
});

test('a cancelled trial says so, and is no result', async ({ page }) => {
  await openSite(page);
  await page.getByRole('button', { name: 'Run all' }).click();
  await page.getByRole('button', { name: 'Cancel' }).first().click();
  await expect(page.getByRole('button', { name: 'Run all' })).toBeVisible();
  await expect(page.getByRole('table').getByText('cut', { exact: true }).first()).toBeVisible();
});

test('every fault is executed, and answered as the standard says', async ({ page }) => {
  await openSite(page);
  for (const [name, fault, status] of [
    ['Unknown key number', 'unknown-id', 400],
    ['Wrong app asks', 'wrong-application', 401],
    ['Asked for twice', 'already-delivered', 400],
    ['Store is empty', 'pool-empty', 503],
  ] as const) {
    await page.getByLabel('What goes wrong').selectOption({ label: name });
    await expect(page.getByText(String(status), { exact: true }).first()).toBeVisible();
    const { messages, sameKey } = delivered({ fault });
    expect(messages.some((message: { status: number }) => message.status === status)).toBe(true);
    expect(sameKey).toBe(fault !== 'pool-empty');
  }
});

test('each sees an own side: nothing of Eve for Alice and Bob', async ({ page }) => {
  await openSite(page);
  const eyes = page.getByRole('radiogroup', { name: 'See as' });
  for (const who of ['Alice', 'Bob']) {
    await eyes.getByRole('radio', { name: who, exact: true }).check();
    await expect(story(page)).toHaveText('The key arrived.');
    await expect(page.getByRole('main')).not.toContainText(/Eve (reads|recorded|opened \d)/);
  }
});

for (const size of [
  { width: 1280, height: 800 },
  { width: 720, height: 480 },
  { width: 360, height: 780 },
]) {
  test(`accessible at ${size.width} × ${size.height}`, async ({ page, expectAccessible }) => {
    await page.setViewportSize(size);
    await openSite(page);
    await expectAccessible();
  });
}
