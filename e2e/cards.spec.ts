/** From proof to practice, the two sides and the fact cards: stories of the Certification tab. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support.ts';

const ORDER = ['Theory', 'Model', 'Device', 'Evaluation', 'Operation'] as const;

async function openCards(page: Page): Promise<void> {
  await page.goto('./#/lab/cards');
  await expect(way(page)).toBeVisible();
}

function way(page: Page): Locator {
  return page.getByRole('list', { name: 'From proof to practice' });
}

function station(page: Page, name: string): Locator {
  return way(page).getByRole('button', { name: new RegExp(`^${name}`) });
}

function factCards(page: Page): Locator {
  const panel = page.getByRole('region', { name: 'Fact cards' });
  return panel.getByRole('listitem').filter({ hasText: 'As of' });
}

test('arrow keys walk from the proof to the running link, and each stop says what may go wrong', async ({
  page,
}) => {
  await openCards(page);
  await station(page, 'Theory').focus();
  for (const name of ORDER.slice(1)) {
    await page.keyboard.press('ArrowRight');
    await expect(station(page, name)).toBeFocused();
    await expect(station(page, name)).toHaveAttribute('aria-current', 'step');
  }
  await expect(page.getByTestId('live-region')).toContainText(
    'Operation. The key reaches its user',
  );
  await page.keyboard.press('ArrowRight');
  await expect(station(page, 'Operation')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(station(page, 'Theory')).toBeFocused();
  await expect(way(page).locator('button[tabindex="0"]')).toHaveCount(1);

  await page.keyboard.press('ArrowLeft');
  await expect(station(page, 'Theory')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'See it run: Trust' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/lab\/trust/);
});

test('the lists for laboratories stand at the evaluation, and nowhere else', async ({ page }) => {
  await openCards(page);
  for (const name of ORDER) {
    const lists = name === 'Evaluation';
    for (const number of ['ETSI GS QKD 016', 'ISO/IEC 23837-1', 'ISO/IEC 23837-2']) {
      const there = station(page, name).getByText(number, { exact: true });
      await expect(there).toHaveCount(lists ? 1 : 0);
    }
  }
});

test('doubters and builders get the same room, subject by subject', async ({ page }) => {
  await openCards(page);
  const doubt = page.getByRole('region', { name: 'Those who doubt' });
  const build = page.getByRole('region', { name: 'Those who build' });
  const subjects = await doubt.getByRole('heading', { level: 4 }).allTextContents();
  expect(subjects).toHaveLength(5);
  expect(await build.getByRole('heading', { level: 4 }).allTextContents()).toEqual(subjects);
  const [left, right] = [(await doubt.boundingBox())!, (await build.boundingBox())!];
  expect(right.width).toBeCloseTo(left.width, 0);
  expect(right.height).toBeCloseTo(left.height, 0);
  expect(right.y).toBeCloseTo(left.y, 0);
  await expect(doubt.getByRole('button', { name: /^See it run/ })).toHaveCount(5);
  await expect(build.getByRole('button', { name: /^See it run/ })).toHaveCount(5);
});

test('the filter shows the cards of one status and says how many', async ({ page }) => {
  await openCards(page);
  const all = await factCards(page).count();
  let sum = 0;
  for (const status of ['Checked', 'Second-hand', 'Not verified']) {
    const choice = page.getByRole('radio', { name: new RegExp(`^${status}`) });
    await choice.check();
    const shown = await factCards(page).count();
    expect(shown).toBeGreaterThan(0);
    await expect(factCards(page).filter({ hasText: status })).toHaveCount(shown);
    await expect(choice).toHaveAccessibleName(`${status} (${shown})`);
    await expect(page.getByRole('status').filter({ hasText: /^\d+ cards?$/ })).toContainText(
      String(shown),
    );
    sum += shown;
  }
  expect(sum).toBe(all);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`${colorScheme}: every stop is accessible`, async ({ page, expectAccessible }) => {
    await page.emulateMedia({ colorScheme });
    await openCards(page);
    await expectAccessible();
    await station(page, 'Evaluation').click();
    await expectAccessible();
  });
}

for (const viewport of [
  { width: 360, height: 780 },
  { width: 720, height: 480 },
]) {
  test(`${viewport.width} px: nothing of the tab is off the page`, async ({
    page,
    expectAccessible,
  }) => {
    await page.setViewportSize(viewport);
    await openCards(page);
    await station(page, 'Evaluation').click();
    const right = await page
      .getByRole('main')
      .evaluate((main) =>
        Math.max(
          ...[...main.querySelectorAll('*')].map((one) => one.getBoundingClientRect().right),
        ),
      );
    expect(right).toBeLessThanOrEqual(viewport.width);
    if (viewport.width < 600) {
      const first = await factCards(page).count();
      await page.getByRole('button', { name: /^Show all/ }).click();
      await expect(factCards(page).nth(first).getByRole('link')).toBeFocused();
      await page.getByRole('combobox', { name: 'Show' }).selectOption('not-verified');
      await expect(factCards(page).filter({ hasText: 'Not verified' })).toHaveCount(
        await factCards(page).count(),
      );
    }
    await expectAccessible();
  });
}
