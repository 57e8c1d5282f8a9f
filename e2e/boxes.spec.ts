/** Attacks on the box: stories of the Attacks tab. */
import type { Locator, Page } from '@playwright/test';
import { caption, receiptFromNode, receiptOf } from './lab.ts';
import { expect, test } from './support.ts';

const DECOYS = [
  { meanPhotonNumber: 0.1, probability: 0.2 },
  { meanPhotonNumber: 0, probability: 0.1 },
];

/** The lesson's run of weak pulses, by the command line. */
function laser(attack: string, fixed: boolean) {
  return JSON.parse(
    receiptFromNode({
      exchange: {
        photons: 1_000_000,
        source: 'weak-coherent',
        meanPhotonNumber: 0.5,
        ...(fixed && { decoys: DECOYS }),
      },
      channel: { lossDb: 10 },
      eve: { attack },
      amplification: { accounting: fixed ? 'asymptotic' : 'single-photons-assumed' },
    }),
  );
}

async function openBoxes(page: Page): Promise<void> {
  await page.goto('./#/lab/boxes');
  await expect(title(page)).toHaveText('Nothing looks wrong.');
}

function title(page: Page): Locator {
  return page.getByTestId('box-title');
}

function end(page: Page): Locator {
  return page.getByTestId('box-end');
}

function attack(page: Page, name: string): Locator {
  return page
    .getByRole('radiogroup', { name: 'Attacks on the box, and their fixes' })
    .getByRole('radio', { name, exact: true });
}

/** A line of the table of runs. */
function line(page: Page, name: string): Locator {
  return page
    .getByRole('table', { name: /^The runs side by side/ })
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name, exact: true }) });
}

function seeAs(page: Page, who: string): Promise<void> {
  const eyes = page.getByRole('radiogroup', { name: 'See as' });
  return eyes.getByRole('radio', { name: who, exact: true }).check();
}

const count = (n: number) => n.toLocaleString('en');

test('double pulses are split unseen, until decoys are sent and counted', async ({
  page,
  expectAccessible,
}) => {
  await openBoxes(page);
  const split = laser('photon-number-splitting', false);
  expect(split).toMatchObject({ verdict: 'fooled' });
  await expect(end(page)).toContainText(`all ${count(split.keys.alice.bits)} bits`);
  await expect(line(page, 'No fix, with Eve')).toContainText(`${count(split.counts.sifted)}100%`);

  await page.getByRole('switch', { name: 'decoys' }).click();
  // Decoys that nobody reckons with.
  await expect(title(page)).toHaveText('The decoys look wrong.');
  await expect(end(page)).toContainText('Fooled');
  await page.getByRole('switch', { name: 'honest counting' }).click();
  await expect(end(page)).toContainText('They stop');
  expect(laser('photon-number-splitting', true).verdict).toBe('stopped-short');
  const honest = laser('none', true);
  await expect(line(page, 'Both fixes, without Eve')).toContainText(
    `key${count(honest.keys.alice.bits)}`,
  );
  await expect(page.getByRole('region', { name: 'What the fix costs' })).toContainText(
    `counted honestly, with decoys${count(honest.keys.alice.bits)}`,
  );
  await expectAccessible();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible();
});

test('by keys: choose an attack, switch its fix, and hear what came of it', async ({ page }) => {
  await openBoxes(page);
  await attack(page, 'Splitting double pulses').focus();
  await page.keyboard.press('ArrowDown');
  await expect(attack(page, 'Blinding the detectors')).toBeChecked();
  await expect(title(page)).toHaveText('Nothing looks wrong.');
  await expect(end(page)).toContainText('Fooled');
  await page.getByRole('switch', { name: 'photocurrent monitor' }).focus();
  await page.keyboard.press('Space');
  await expect(title(page)).toHaveText('The alarm rings.');
  await expect(page.getByTestId('live-region')).toContainText('Bob’s monitor sees bright light.');
  await page.getByRole('switch', { name: 'photocurrent monitor' }).press('Space');
  await page.getByRole('radio', { name: '1 dB', exact: true }).check();
  await expect(title(page)).toHaveText('The clicks look wrong.');
});

test('each fix does what it is there for', async ({ page }) => {
  await openBoxes(page);
  await attack(page, 'Looking back into the box').check();
  await expect(end(page)).toContainText('of them follow from what Eve holds.');
  await page.getByRole('button', { name: 'Run with isolator' }).click();
  await expect(end(page)).toContainText('None of its bits follows');

  await attack(page, 'Shifting arrival times').check();
  await expect(end(page)).toContainText('Eve guesses 83% of the kept bits right.');
  await page.getByRole('button', { name: 'Run with random gating' }).click();
  await expect(end(page)).toContainText('None of its bits follows');

  await attack(page, 'Announcing too early').check();
  await expect(end(page)).toContainText('Fooled');
  await page.getByRole('button', { name: 'Run announcing after' }).click();
  await expect(title(page)).toHaveText('Errors rise. They stop.');

  await attack(page, 'Cutting the fibre').check();
  await expect(title(page)).toHaveText('Nothing arrives.');
  await expect(page.getByRole('button', { name: /^Run with/ })).toHaveCount(0);
});

test('each sees no more than is theirs', async ({ page, expectAccessible }) => {
  await openBoxes(page);
  await expect(page.getByText('only you and Eve see this')).toBeVisible();
  await seeAs(page, 'Bob');
  await expect(end(page)).toHaveText(/^A key of [\d,]+ bits is ready\.$/);
  await expect(page.getByText('Kept bits Eve knows')).toHaveCount(0);
  await expect(line(page, 'No fix, with Eve')).not.toContainText(/fooled|100%/);
  await expectAccessible();
  await seeAs(page, 'Eve');
  await expect(end(page)).toHaveText(/^You hold all/);
  await expect(line(page, 'No fix, with Eve')).toContainText('key is yours');
});

test('the run in view opens on the stage, with its own settings', async ({ page }) => {
  await openBoxes(page);
  await attack(page, 'Announcing too early').check();
  await expect(end(page)).toContainText('Fooled');
  await page.getByRole('link', { name: 'Open this run' }).click();
  await expect(page.getByRole('group', { name: 'Stage' }).first()).toBeVisible();
  await expect(caption(page)).not.toBeEmpty();
  const { receipt, text } = await receiptOf(page);
  expect(JSON.parse(text).config.exchange.announce).toBe('early');
  expect(receipt.verdict).toBe('fooled');
});

test('a link to the run in view leads back to it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openBoxes(page);
  await attack(page, 'Announcing too early').check();
  await page.getByRole('button', { name: 'Run announcing after' }).click();
  await expect(title(page)).toHaveText('Errors rise. They stop.');
  await page.getByRole('main').getByRole('button', { name: 'Copy link' }).first().click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await context.newPage();
  await other.goto(link);
  await expect(attack(other, 'Announcing too early')).toBeChecked();
  await expect(title(other)).toHaveText('Errors rise. They stop.');
  await expect(other.getByRole('switch', { name: 'announce after' })).toBeChecked();
});

for (const viewport of [
  { width: 360, height: 780 },
  { width: 720, height: 480 },
]) {
  test(`${viewport.width} px: nothing off the page`, async ({ page, expectAccessible }) => {
    await page.setViewportSize(viewport);
    await openBoxes(page);
    await attack(page, 'Blinding the detectors').check();
    await expect(end(page)).toContainText('Fooled');
    const { scroll, client } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      client: document.documentElement.clientWidth,
    }));
    expect(scroll).toBe(client);
    await expectAccessible();
  });
}
