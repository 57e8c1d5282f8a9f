/** Alice's device in other hands: stories of the Read-out tab. */
import type { Locator, Page } from '@playwright/test';
import { receiptFromNode } from './lab.ts';
import { expect, test } from './support.ts';

const MEANS = {
  DH: 'dh-toy',
  X25519: 'x25519',
  'ML-KEM-768': 'ml-kem-768',
  QKD: 'qkd',
  Hybrid: 'hybrid',
} as const;

/** The session behind a row, by the command line; its figures are of a read-out after the session. */
function receipt(means: string, eraseKeys: boolean) {
  return JSON.parse(
    receiptFromNode({
      scenario: 'rndl',
      devices: { eraseKeys },
      rndl: { keyEstablishment: means, qDay: false, whatIf: ['device-read-out'] },
    }),
  );
}

async function openReadOut(page: Page): Promise<void> {
  await page.goto('./#/lab/read-out');
  await expect(row(page, 'Hybrid')).toContainText('bits');
}

function row(page: Page, name: string): Locator {
  return page
    .getByRole('table', { name: /^What lies in Alice’s device/ })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) });
}

function readAt(page: Page, moment: string): Locator {
  return page.getByRole('button', { name: new RegExp(`^Read out.*: ${moment}`) });
}

function seeAs(page: Page, who: string): Promise<void> {
  const eyes = page.getByRole('radiogroup', { name: 'See as' });
  return eyes.getByRole('radio', { name: who, exact: true }).check();
}

function finding(page: Page, opened: number): Locator {
  return page.getByRole('heading', { name: `${opened} of 5 envelopes open.` });
}

test('erasing decides what an opened device gives away, under every method alike', async ({
  page,
  expectAccessible,
}) => {
  await openReadOut(page);
  await expect(row(page, 'QKD')).toContainText('not read out');
  await readAt(page, 'After the session').click();
  await expect(finding(page, 0)).toBeVisible();
  for (const [name, means] of Object.entries(MEANS)) {
    const { rndl, readOut } = receipt(means, true);
    expect(rndl.opened).toBe(false);
    await expect(row(page, name)).toContainText('Closed');
    await expect(row(page, name)).toContainText(`${readOut.inPool.toLocaleString('en')} bits`);
  }
  await page.getByRole('switch', { name: 'Keys are erased after use' }).click();
  await expect(finding(page, 5)).toBeVisible();
  for (const [name, means] of Object.entries(MEANS)) {
    expect(receipt(means, false).rndl).toMatchObject({ opened: true, how: 'device-read-out' });
    await expect(row(page, name)).toContainText('Opened');
  }
  await expect(page.getByText('QKD is no exception.')).toBeVisible();
  await expectAccessible();
});

test('while the envelope is written its key lies there, erased afterwards or not', async ({
  page,
}) => {
  await openReadOut(page);
  await readAt(page, 'While').click();
  await expect(finding(page, 5)).toBeVisible();
  await readAt(page, 'Before').click();
  await expect(finding(page, 0)).toBeVisible();
  await expect(page.getByText('The key of this envelope is not made yet.')).toBeVisible();
});

test('the tool goes where the arrow keys or the hand take it, and keeps the focus', async ({
  page,
}) => {
  await openReadOut(page);
  const tool = page.getByRole('slider', { name: 'Read-out tool' });
  await tool.focus();
  await page.keyboard.press('ArrowRight');
  await expect(tool).toHaveAttribute('aria-valuetext', 'on the device before the session');
  await page.keyboard.press('End');
  await expect(tool).toHaveAttribute('aria-valuetext', 'on the device after the session');
  await expect(tool).toBeFocused();
  await expect(page.getByTestId('live-region')).toContainText('0 of 5 envelopes open.');
  await page.keyboard.press('Escape');
  await expect(tool).toHaveAttribute('aria-valuetext', 'on no device');
  await expect(tool).toBeFocused();

  const from = (await tool.boundingBox())!;
  const to = (await readAt(page, 'While').boundingBox())!;
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y - 30, { steps: 4 });
  await page.mouse.up();
  await expect(finding(page, 5)).toBeVisible();
});

test('each sees no more than is theirs', async ({ page, expectAccessible }) => {
  await openReadOut(page);
  await readAt(page, 'After the session').click();
  await expect(row(page, 'QKD')).toContainText('erased');
  await seeAs(page, 'Eve');
  await expect(row(page, 'QKD')).toContainText('nothing found');
  await expect(row(page, 'QKD')).not.toContainText('erased');
  await seeAs(page, 'Alice');
  await expect(row(page, 'QKD')).toContainText('erased');
  await expect(page.getByRole('main')).not.toContainText(/Eve has|envelopes open|Opened|Closed/);
  await expect(page.getByRole('slider', { name: 'Read-out tool' })).toHaveCount(0);
  await seeAs(page, 'Bob');
  await expect(row(page, 'QKD')).not.toContainText('bits');
  await expectAccessible();
});

test('relays of light are boxes that see the key; end to end it stays at two', async ({ page }) => {
  await openReadOut(page);
  const boxes = page.getByRole('region', { name: 'Boxes that see the key' });
  const more = boxes.getByRole('button', { name: /Relays/ }).last();
  for (let i = 0; i < 4; i++) await more.click();
  await expect(boxes).toContainText('QKD over trusted relays: 7 boxes');
  await expect(boxes).toContainText('Key agreement end to end: 2 boxes');
  await expect(more).toBeFocused();
  await expect(more).toHaveAttribute('aria-disabled', 'true');
});

test('signatures leave a private key in the device', async ({ page }) => {
  await openReadOut(page);
  await page.getByRole('radio', { name: 'Signatures' }).check();
  await expect(page.getByRole('columnheader', { name: 'Signing key' })).toBeVisible();
  await expect(row(page, 'X25519')).toContainText('stored256 bits');
});

for (const viewport of [
  { width: 360, height: 780 },
  { width: 720, height: 480 },
]) {
  test(`${viewport.width} px: one method after the other, nothing off the page`, async ({
    page,
    expectAccessible,
  }) => {
    await page.setViewportSize(viewport);
    await page.goto('./#/lab/read-out');
    await readAt(page, 'After the session').click();
    await expect(finding(page, 0)).toBeVisible();
    if (viewport.width < 600) {
      await page.getByRole('radio', { name: 'ML-KEM-768' }).check();
      await expect(page.getByRole('columnheader', { name: 'ML-KEM-768' })).toBeVisible();
    }
    const { scroll, client } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      client: document.documentElement.clientWidth,
    }));
    expect(scroll).toBe(client);
    await expectAccessible();
  });
}
