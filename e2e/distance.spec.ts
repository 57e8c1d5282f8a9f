/** Real boxes over distance: stories of the Distance tab. */
import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { receiptFromNode } from './lab.ts';
import { expect, test } from './support.ts';

// Runs of a billion pulses take their time on a machine that does other things too.
test.describe.configure({ timeout: 90_000 });

async function openDistance(page: Page): Promise<void> {
  await page.goto('./#/lab/distance');
  await expect(page.getByTestId('rate-decoys')).toHaveText(/10⁻/, { timeout: 20_000 });
}

async function typed(page: Page, label: string, value: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label });
  await field.fill(value);
  await field.press('Enter');
}

/** A sweep that takes a moment only: five lengths, two runs of each, short fibres in all but length. */
async function makeSmall(page: Page): Promise<void> {
  await typed(page, 'Pulses per run', '10000');
  await page
    .getByRole('radiogroup', { name: 'A point every, km' })
    .getByRole('radio', { name: '50' })
    .check();
  await page
    .getByRole('radiogroup', { name: 'Runs per point' })
    .getByRole('radio', { name: '2' })
    .check();
}

async function textOf(download: Promise<Download>): Promise<string> {
  return readFile(await (await download).path(), 'utf8');
}

test('a sweep runs, and its table repeats on the command line', async ({
  page,
  expectAccessible,
}) => {
  await openDistance(page);
  await makeSmall(page);
  await page.getByRole('button', { name: 'Run sweep' }).press('Enter');
  await expect(page.getByTestId('sweep-state')).toHaveText('Finished: 30 runs.', {
    timeout: 60_000,
  });
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const csv = await textOf(saved);
  const head = csv.split('\r\n')[0]!.split(',');
  const runs = csv.split('\r\n').filter((row) => row.startsWith('run,'));
  // The length looked at was executed too.
  expect(runs.length).toBeGreaterThanOrEqual(30);
  const row = runs.find((line) => line.startsWith('run,decoys,50,'))!;
  const config = JSON.parse(row.slice(row.indexOf('"') + 1, -1).replaceAll('""', '"'));
  const receipt = JSON.parse(receiptFromNode(config));
  const cells = row.split(',');
  const [signal] = receipt.counts.byIntensity;
  expect(Number(cells[head.indexOf('gain')])).toBe(signal.detected / signal.sent);
  expect(cells[head.indexOf('verdict')]).toBe(receipt.verdict);

  const drawing = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export SVG' }).click();
  const svg = await textOf(drawing);
  expect(svg).toContain('"pulses":10000');
  expect(svg).not.toContain('var(--');

  await page.getByText('The points as a table').click();
  await expect(page.getByRole('row', { name: /^200 km single photons/ })).toBeVisible();
  await expectAccessible();
});

test('a cancelled sweep says so, and can be gone on with', async ({ page }) => {
  await openDistance(page);
  await page.getByRole('button', { name: 'Run sweep' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByTestId('sweep-state')).toHaveText(/^Cancelled: \d+ of 99 runs are kept/);
  await expect(page.getByRole('button', { name: /Run (sweep|the rest)/ })).toBeEnabled();
});

test('the handle moves by key, and what is there is executed', async ({ page }) => {
  await openDistance(page);
  const handle = page.getByRole('slider', { name: 'Distance looked at' }).first();
  await handle.focus();
  await handle.press('ArrowRight');
  await expect(handle).toHaveAttribute('aria-valuetext', '51 km');
  await handle.press('Home');
  await expect(page.getByRole('heading', { name: 'At 0 km' })).toBeVisible();
  await expect(page.getByTestId('rate-single-photons')).toHaveText(/10⁻²/, { timeout: 20_000 });
  await handle.press('End');
  await expect(page.getByTestId('rate-without-decoys')).toHaveText('no key', { timeout: 30_000 });
});

test('naive accounting is offered, and called wrong', async ({ page }) => {
  await openDistance(page);
  await page.getByLabel('Accounting').selectOption('single-photons-assumed');
  await expect(page.getByText('These rates of weak pulses are wrong.')).toBeVisible();
});

test('a published system sets the boxes, and its paper is named', async ({ page }) => {
  await openDistance(page);
  await page.getByLabel('Published system').selectOption('gys-2004');
  await expect(page.getByText(/doi:10\.1103\/PhysRevA\.72\.012326/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Detector efficiency' })).toHaveValue('4.5%');
  await page.getByRole('radio', { name: 'textbook' }).check();
  // Decoys reach 140 km in the paper's own figure.
  await expect(page.getByText(/vacuum and weak decoy to 1[34]\d km/)).toBeVisible();
});

test('boxes that do not fit together are refused with the reason', async ({ page }) => {
  await openDistance(page);
  await typed(page, 'Pulse strength μ', '0.05');
  await expect(page.getByText(/^These boxes do not fit together/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Run sweep' })).toBeDisabled();
});
