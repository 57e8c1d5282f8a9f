/** A long way in hops: stories of the Relays tab. */
import type { Locator, Page } from '@playwright/test';
import { receiptFromNode, receiptOf as shownReceipt } from './lab.ts';
import { expect, test } from './support.ts';

const title = (page: Page): Locator => page.getByTestId('relays-title');

/** Short fibres and few pulses, so that a story takes a moment only. */
const SMALL =
  '#/lab/relays?n=100000&c=scenario:relay~channel.lengthKm:30~channel.lossDbPerKm:0.2~relay.nodes:2';

async function openRelays(page: Page, fragment = '#/lab/relays'): Promise<void> {
  await page.goto(`./${fragment}`);
  await expect(title(page)).toHaveText(/boxes to trust|No key|Eve has/, { timeout: 25_000 });
}

/** As the page hands it out. */
async function receiptOf(page: Page) {
  const { text } = await shownReceipt(page);
  return { text, receipt: JSON.parse(text) };
}

test('200 km: three relays bring a key, and none does not', async ({ page }) => {
  test.setTimeout(60_000);
  await openRelays(page);
  await expect(title(page)).toHaveText('A key, and 5 boxes to trust.');
  const { text, receipt } = await receiptOf(page);
  expect(receiptFromNode(receipt.config)).toBe(text);
  expect(receipt.relay.boxes).toEqual(['alice', 'relay-1', 'relay-2', 'relay-3', 'bob']);
  await expect(page.getByTestId('relays-key')).toHaveText(
    `${receipt.relay.keyBits.toLocaleString('en')} bits`,
  );
  const relays = page.getByRole('slider', { name: 'Relays' });
  await relays.press('Home');
  await expect(title(page)).toHaveText('No key: the hops are too long.', { timeout: 25_000 });
  await expect(page.getByTestId('relays-boxes')).toHaveText('none');
});

test('one relay read by keys gives Eve the key, and the ends cannot tell', async ({ page }) => {
  await openRelays(page, SMALL);
  await expect(title(page)).toHaveText('A key, and 4 boxes to trust.');
  await expect(page.getByTestId('relays-key-eve')).toHaveText('none');
  const eve = page.getByLabel('Eve reads out');
  await eve.focus();
  await eve.press('ArrowDown');
  await expect(title(page)).toHaveText('One box read, and Eve has the key.');
  const computed = await page.getByTestId('relays-key-eve').textContent();
  expect(computed).toMatch(/^([0-9a-f]{2} ){6}/);
  await expect(page.getByTestId('relays-key-alice')).toHaveText(computed!);
  await expect(page.getByTestId('relays-key-bob')).toHaveText(computed!);
  const { receipt } = await receiptOf(page);
  expect(receipt.verdict).toBe('fooled');
  expect(receipt.relay.eveBits).toBe(receipt.relay.keyBits);

  const eyes = page.getByRole('radiogroup', { name: 'See as' });
  for (const who of ['Alice', 'Bob']) {
    await eyes.getByRole('radio', { name: who, exact: true }).check();
    await expect(title(page)).toHaveText('A key, and 4 boxes to trust.');
    await expect(page.getByTestId('relays-key-eve')).toHaveText('not to be seen');
    await expect(page.getByTestId('relays-eve')).toHaveText('not to be seen');
    await expect(page.getByLabel('Eve reads out')).toHaveCount(0);
    await expect(page.getByRole('list', { name: 'The chain' })).not.toContainText('Eve reads it');
  }
});

test('a link to the chain in view leads back to it', async ({ page }) => {
  await openRelays(page, SMALL);
  await page.getByLabel('Eve reads out').selectOption('1');
  await expect(title(page)).toHaveText('One box read, and Eve has the key.');
  await expect(page).toHaveURL(/relay\.readOut:1/);
  await page.reload();
  await expect(title(page)).toHaveText('One box read, and Eve has the key.');
  await expect(page.getByLabel('Eve reads out')).toHaveValue('1');
  await expect(page.getByTestId('relays-boxes')).toHaveText('4');
});

test('more relays by key, more boxes to trust', async ({ page }) => {
  await openRelays(page, SMALL);
  const relays = page.getByRole('slider', { name: 'Relays' });
  for (const boxes of [5, 6]) {
    await relays.press('ArrowRight');
    await expect(title(page)).toHaveText(`A key, and ${boxes} boxes to trust.`);
    await expect(
      page.getByRole('list', { name: 'The chain' }).getByText('sees the key'),
    ).toHaveCount(boxes);
  }
  await expect(relays).toBeFocused();
});

test('the chart runs on demand, and what was cancelled is no result', async ({ page }) => {
  await openRelays(page, SMALL);
  const state = page.getByTestId('relays-chart-state');
  await expect(state).toHaveText('15 chains, not executed yet.');
  await page.getByRole('button', { name: 'Execute the chart' }).press('Enter');
  await page
    .getByRole('region', { name: 'With and without relays' })
    .getByRole('button', { name: 'Cancel' })
    .press('Enter');
  await expect(state).toHaveText(/^Cancelled\. \d+ of 15 chains executed\.$/);
  await expect(page.getByText('not run', { exact: true }).first()).toBeVisible();
  await page.getByRole('button', { name: /^Execute the (chart|rest)$/ }).press('Enter');
  await expect(state).toHaveText('All 15 chains executed.', { timeout: 25_000 });
  await expect(page.getByText('not run', { exact: true })).toHaveCount(0);
});

for (const [colorScheme, size] of [
  ['light', { width: 1280, height: 800 }],
  ['light', { width: 720, height: 480 }],
  ['light', { width: 360, height: 780 }],
  ['dark', { width: 1280, height: 800 }],
  ['dark', { width: 360, height: 780 }],
] as const) {
  test(`accessible at ${size.width} × ${size.height}, ${colorScheme}`, async ({
    page,
    expectAccessible,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(size);
    await openRelays(page, SMALL);
    // With all there is to show: what Eve knows, and more hops than fit with their figures.
    await page.getByLabel('Eve reads out').selectOption('2');
    await expect(title(page)).toHaveText('One box read, and Eve has the key.');
    await expectAccessible();
    for (let more = 0; more < 5; more++) {
      await page.getByRole('slider', { name: 'Relays' }).press('ArrowRight');
    }
    await expect(page.getByTestId('relays-boxes')).toHaveText('9');
    await expectAccessible();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(size.width);
  });
}
