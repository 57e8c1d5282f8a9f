/** Five ways to agree on a key with the same Eve in the middle: stories of the tab Side by side. */
import type { Locator, Page } from '@playwright/test';
import { receiptFromNode } from './lab.ts';
import { expect, test } from './support.ts';

const WAYS = {
  DH: 'dh-toy',
  X25519: 'x25519',
  'ML-KEM-768': 'ml-kem-768',
  QKD: 'qkd',
  Hybrid: 'hybrid',
} as const;

/** The session behind a column, by the command line. */
function receipt(means: string, authentication: object, middle = true) {
  return JSON.parse(
    receiptFromNode({
      scenario: 'rndl',
      authentication,
      ...(middle && { eve: { attack: 'man-in-the-middle' } }),
      rndl: { keyEstablishment: means, qDay: true },
    }),
  );
}

function way(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true });
}

function tally(page: Page, place: string): Locator {
  return page
    .getByRole('definition')
    .filter({ hasText: /of \d|not run/ })
    .nth(['Seals off', 'Seals on', 'Trust broken'].indexOf(place));
}

function seeAs(page: Page, who: string): Promise<void> {
  const eyes = page.getByRole('radiogroup', { name: 'See as' });
  return eyes.getByRole('radio', { name: who, exact: true }).check();
}

async function openSide(page: Page): Promise<void> {
  await page.goto('./#/lab/side');
  await expect(tally(page, 'Seals off')).toHaveText('5 of 5 fooled');
}

test('one switch for all five: every way is fooled without seals, and none with them', async ({
  page,
  expectAccessible,
}) => {
  await openSide(page);
  for (const [name, means] of Object.entries(WAYS)) {
    const { verdict, keys } = receipt(means, { method: 'none' });
    expect(verdict).toBe('fooled');
    expect(keys.equal).toBe(false);
    await expect(way(page, name)).toContainText('Fooled');
    await expect(way(page, name)).toContainText('Eve: both keys, in full');
    const picture = way(page, name).getByRole('img');
    await expect(picture).toContainText(keys.alice.sha256.slice(0, 6));
    await expect(picture).toContainText(keys.bob.sha256.slice(0, 6));
  }
  await expect(page.getByText('Every one needs seals.')).toHaveCount(0);
  await page.getByRole('switch', { name: 'Seals on all five' }).click();
  await expect(tally(page, 'Seals on')).toHaveText('0 of 5 fooled');
  for (const [name, means] of Object.entries(WAYS)) {
    expect(receipt(means, {}).verdict).toBe('stopped-seal');
    await expect(way(page, name)).toContainText('Stopped: seal');
  }
  await expect(page.getByRole('main').getByText('Every one needs seals.')).toBeVisible();
  await expect(page.getByTestId('live-region')).toContainText('0 of 5 fooled');
  await expectAccessible();
});

test('seals rest on their key: where it leaked, all five are fooled with seals that fit', async ({
  page,
}) => {
  await openSide(page);
  const crack = page.getByRole('switch', { name: 'Seal key leaked' });
  await expect(crack).toBeDisabled();
  await page.getByRole('switch', { name: 'Seals on all five' }).click();
  await crack.click();
  await expect(tally(page, 'Trust broken')).toHaveText('5 of 5 fooled');
  for (const [name, means] of Object.entries(WAYS)) {
    expect(receipt(means, { broken: 'key-leaked' }).verdict).toBe('fooled');
    await expect(way(page, name).getByRole('img', { name: /fits, wrongly/ })).toBeVisible();
  }
});

test('with a leaked key an end sees seals that fit, and nothing amiss', async ({ page }) => {
  await openSide(page);
  await page.getByRole('switch', { name: 'Seals on all five' }).click();
  await page.getByRole('switch', { name: 'Seal key leaked' }).click();
  await expect(tally(page, 'Trust broken')).toHaveText('5 of 5 fooled');
  await seeAs(page, 'Bob');
  await expect(
    page.getByRole('main').getByText('the seals fit, and Bob has five keys'),
  ).toBeVisible();
  for (const name of Object.keys(WAYS)) {
    await expect(way(page, name)).not.toContainText(/Eve|wrongly/);
    await expect(way(page, name).getByRole('img', { name: /Eve|wrongly/ })).toHaveCount(0);
  }
});

test('at Q-day each recording ends as its run did', async ({ page }) => {
  const WORDS = {
    found: 'key found',
    'no-method': 'no known method',
    'not-recorded': 'not recorded',
  } as const;
  await openSide(page);
  for (const [name, means] of Object.entries(WAYS)) {
    const { rndl } = receipt(means, {}, false);
    const door = rndl.doors.key as keyof typeof WORDS;
    await expect(way(page, name)).toContainText(WORDS[door]);
    if (rndl.how === 'discrete-log-oracle') {
      await expect(way(page, name)).toContainText('quantum computer assumed');
    }
  }
  // An encapsulation key of 1,184 bytes and a ciphertext of 1,088 (FIPS 203, table 3).
  await expect(way(page, 'ML-KEM-768')).toContainText('2,272 bytes');
});

test('where a dry pool let nothing be sent, nothing is said of a recording', async ({ page }) => {
  const authentication = { preSharedBits: 640, sealing: 'letter' };
  expect(receipt('qkd', authentication, false).rndl.candidateKeys).toBeNull();
  await page.goto('./#/lab/side?c=authentication.preSharedBits:640~authentication.sealing:letter');
  await expect(way(page, 'QKD')).toContainText('nothing was sent');
  await expect(way(page, 'QKD')).not.toContainText('not recorded');
  await expect(way(page, 'ML-KEM-768')).toContainText('no known method');
});

test('an end cannot tell: it has a key and sees nobody in the middle', async ({
  page,
  expectAccessible,
}) => {
  await openSide(page);
  await seeAs(page, 'Alice');
  await expect(tally(page, 'Seals off')).toHaveText('5 of 5 keys ready');
  for (const name of Object.keys(WAYS)) {
    await expect(way(page, name)).toContainText('Alice and, she believes, Bob');
    await expect(way(page, name)).not.toContainText(/Eve|Fooled|found/);
  }
  await page.getByRole('switch', { name: 'Seals on all five' }).click();
  await expect(tally(page, 'Seals on')).toHaveText('0 of 5 keys ready');
  await expectAccessible();
});

test('keys alone: the switch, then a way as a run of its own', async ({ page }) => {
  await openSide(page);
  const seals = page.getByRole('switch', { name: 'Seals on all five' });
  await seals.focus();
  await page.keyboard.press('Space');
  await expect(tally(page, 'Seals on')).toHaveText('0 of 5 fooled');
  await expect(seals).toBeFocused();
  const link = page.getByRole('link', { name: 'Open this run: ML-KEM-768' });
  const config = decodeURIComponent((await link.getAttribute('href')) ?? '');
  expect(config).toContain('eve.attack:man-in-the-middle');
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Later' })).toHaveAttribute('aria-selected', 'true');
});

for (const viewport of [
  { width: 360, height: 780 },
  { width: 720, height: 480 },
]) {
  test(`${viewport.width} px: one way after the other, nothing off the page`, async ({
    page,
    expectAccessible,
  }) => {
    await page.setViewportSize(viewport);
    await openSide(page);
    await page.getByRole('button', { name: 'QKD' }).click();
    await expect(way(page, 'QKD')).toContainText('light, then open letters');
    const { scroll, client } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      client: document.documentElement.clientWidth,
    }));
    expect(scroll).toBe(client);
    await expectAccessible();
  });
}
