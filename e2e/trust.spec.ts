/** What a seal rests on: stories of the Trust tab, and of seals misused. */
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { receiptFromNode } from './lab.ts';
import { expect, test } from './support.ts';

/** The session that the tab executes for a choice, by the command line. */
function receipt(authentication: object, attack: 'man-in-the-middle' | 'none') {
  const eve = attack === 'none' ? {} : { eve: { attack, forgesTo: 'bob' } };
  return JSON.parse(
    receiptFromNode({
      ...eve,
      authentication: { method: 'ed25519', trustAnchor: 'pki', ...authentication },
    }),
  );
}

async function openTrust(page: Page): Promise<void> {
  await page.goto('./#/lab/trust');
  await expect(step(page, 'Check').getByText('“This is not Alice.”')).toBeVisible();
}

function step(page: Page, name: 'Register' | 'Prove' | 'Check' | 'Seal letters'): Locator {
  return page.getByRole('region', { name, exact: true });
}

function row(page: Page, name: string, nth = 0): Locator {
  return page
    .getByRole('table', { name: 'What comes of each loss, by executed session' })
    .getByRole('row', { name })
    .nth(nth);
}

async function choose(page: Page, group: string, option: string): Promise<void> {
  await page
    .getByRole('radiogroup', { name: group })
    .getByRole('radio', { name: option, exact: true })
    .check();
}

const bits = (count: number) => `${count.toLocaleString('en')} key bits`;

test('a stolen private key: the seal fits in Eve’s colour, and Bob sees nothing of it', async ({
  page,
}) => {
  await openTrust(page);
  await expect(row(page, 'Nothing broken')).toContainText('Stopped: seal');
  await choose(page, 'Break the assumption', 'Private key stolen');
  const seals = step(page, 'Seal letters');
  await expect(seals).toContainText('the seal fits, wrongly');
  const { keys, verdict } = receipt({ broken: 'private-key-stolen' }, 'man-in-the-middle');
  expect(verdict).toBe('fooled');
  await expect(seals).toContainText(bits(keys.alice.bits));
  await expect(seals).toContainText(bits(keys.bob.bits));
  await expect(row(page, 'Private keys stolen')).toContainText('Fooled');
  await expect(page.getByRole('list', { name: 'What rests on what' })).toContainText('no longer');

  await choose(page, 'See as', 'Bob');
  await expect(seals.getByText('the seal fits', { exact: true })).toBeVisible();
  await expect(seals).toContainText('Key ready');
  await expect(step(page, 'Prove')).not.toContainText('Eve');
  await expect(page.getByRole('list', { name: 'What rests on what' })).not.toContainText(
    'no longer',
  );
});

test('one key stolen: one end only, and the robbed end sees a seal that does not fit', async ({
  page,
}) => {
  await openTrust(page);
  await choose(page, 'Break the assumption', 'Private key stolen');
  await choose(page, 'Whose key', 'Alice’s');
  await expect(row(page, 'Alice’s key stolen')).toContainText('fools Bob only');
  await expect(step(page, 'Check')).toContainText('“It is Alice.”');
  await choose(page, 'Who checks', 'Alice');
  await expect(step(page, 'Check')).toContainText('“This is not Bob.”');
  await expect(step(page, 'Seal letters')).toContainText('the seal does not fit');
  const { keys } = receipt(
    { broken: 'private-key-stolen', stolenFrom: 'alice' },
    'man-in-the-middle',
  );
  expect(keys.alice).toBeNull();
  await expect(step(page, 'Seal letters')).toContainText(bits(keys.bob.bits));

  // Seen as Bob, his check is the one to see; then the one chosen is back.
  await choose(page, 'See as', 'Bob');
  await expect(step(page, 'Check')).toContainText('“It is Alice.”');
  await choose(page, 'See as', 'Everyone');
  await expect(step(page, 'Check')).toContainText('“This is not Bob.”');
});

test('what breaks after the session changes nothing of it', async ({ page }) => {
  await openTrust(page);
  await choose(page, 'Break the assumption', 'Rogue authority');
  await choose(page, 'It breaks', 'After the session');
  const { keys, seals } = receipt({ broken: 'rogue-ca' }, 'none');
  const after = step(page, 'Seal letters');
  await expect(after).toContainText(keys.alice.sha256.slice(0, 16));
  await expect(after).toContainText(`${seals.made} of ${seals.made} still fit`);
  await expect(after.getByText('the same, bit for bit')).toHaveCount(2);
  await expect(after).toContainText('A check is over when it is done.');
});

test('every loss of every anchor in one table: only a real loss lets Eve in', async ({ page }) => {
  test.setTimeout(90_000);
  await openTrust(page);
  await page.getByLabel('Letters are sealed with').selectOption({ label: 'HMAC-SHA-256' });
  await page.getByRole('button', { name: 'Run all' }).click();
  await expect(page.getByRole('button', { name: 'All have run' })).toBeVisible({
    timeout: 60_000,
  });
  const table = page.getByRole('table', { name: 'What comes of each loss, by executed session' });
  const rows = await table
    .getByRole('row')
    .filter({ has: page.getByRole('cell') })
    .all();
  expect(rows.length).toBe(17);
  for (const one of rows) {
    const text = (await one.textContent()) ?? '';
    const control = /Nothing broken|Public key copied/.test(text);
    expect(text).toContain(control ? 'Stopped: seal' : 'Fooled');
  }
});

test('introducers who lie, and a directory that counts for nothing', async ({ page }) => {
  await openTrust(page);
  await choose(page, 'How they know each other', 'Web of trust (PGP)');
  await expect(step(page, 'Register')).toContainText('No way leads here from anyone known.');
  await expect(step(page, 'Register')).toContainText('notice board');
  await choose(page, 'Break the assumption', 'Introducers collude');
  await expect(step(page, 'Register')).toContainText('2 separate ways lead here.');
  await expect(step(page, 'Seal letters')).toContainText('the seal fits, wrongly');
});

test('a signature under a shared key: the checker says why not, and there is a way on', async ({
  page,
}) => {
  await openTrust(page);
  await choose(page, 'How they know each other', 'Pre-shared key');
  const message = page.getByText('got pre-shared-key with ed25519');
  await expect(message).toBeHidden();
  await page.getByText('Details', { exact: true }).click();
  await expect(message).toBeVisible();
  await page.getByRole('button', { name: 'Seal with HMAC-SHA-256' }).click();
  await expect(step(page, 'Check')).toContainText('“This is not Alice.”');
  await choose(page, 'Break the assumption', 'Shared key leaked');
  await expect(step(page, 'Check')).toContainText('“It is Alice.”');
});

test('a seal by a shared key under certificates: two signed letters make the key, and it says so', async ({
  page,
}) => {
  await openTrust(page);
  await page.getByLabel('Letters are sealed with').selectOption({ label: 'Wegman–Carter' });
  await choose(page, 'Break the assumption', 'Wrong registration');
  const prove = step(page, 'Prove');
  await expect(prove).toContainText('a fresh ML-KEM key, 1,184 bytes, signed');
  await expect(prove).toContainText('a secret closed with it, 1,088 bytes, signed');
  await expect(prove).toContainText('only as strong as ML-KEM and the signatures');
});

test('by keyboard alone: arrows choose what is broken', async ({ page }) => {
  await openTrust(page);
  const group = page.getByRole('radiogroup', { name: 'Break the assumption' });
  await group.getByRole('radio', { name: 'Nothing', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(group.getByRole('radio', { name: 'Public key copied' })).toBeChecked();
  await expect(step(page, 'Check')).toContainText('A public key only checks signatures.');
  await expect(page.locator('[aria-live="polite"]')).toContainText('Public key copied.');
});

test('by keyboard alone: what runs in the table of losses keeps the focus', async ({ page }) => {
  test.setTimeout(90_000);
  await openTrust(page);
  await expect(page.getByRole('button', { name: 'Run all' })).toBeVisible();
  const rogue = row(page, 'Rogue authority').getByRole('button');
  await expect(rogue).toHaveAccessibleName(/^Run it/);
  await rogue.focus();
  await page.keyboard.press('Enter');
  await expect(rogue).toBeFocused();
  await expect(rogue).toHaveAccessibleName(/Fooled/);
  await expect(rogue).toHaveAttribute('aria-pressed', 'true');
  await expect(rogue).toBeFocused();

  const all = page.getByRole('button', { name: 'Run all' });
  await all.focus();
  await page.keyboard.press('Enter');
  const done = page.getByRole('button', { name: 'All have run' });
  await expect(done).toBeFocused({ timeout: 60_000 });
  await expect(done).toBeDisabled();
});

test('headings go down by one on the phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  for (const tab of ['letters', 'middleman', 'trust'] as const) {
    await page.goto(`./#/lab/${tab}`);
    await expect(
      page.getByRole('heading', { level: 2, name: new RegExp(`^${tab}$`, 'i') }),
    ).toHaveCount(1);
    await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible();
    const levels = await page
      .getByRole('heading')
      .evaluateAll((all) => all.map(({ tagName }) => Number(tagName.slice(1))));
    expect(levels[0], tab).toBe(1);
    const jumps = levels.filter((level, n) => n > 0 && level > (levels[n - 1] ?? 0) + 1);
    expect(jumps, `${tab}: ${levels}`).toEqual([]);
  }
});

test('every slider of the tools has its name, in view or scrolled away', async ({ page }) => {
  await page.goto('./#/lab/stage');
  const length = page.getByRole('slider', { name: 'Sealing key at the start' });
  await expect(length).toHaveCount(1);
  const { violations } = await new AxeBuilder({ page })
    .withRules(['label', 'label-title-only'])
    .analyze();
  expect(violations).toEqual([]);
});

test('seals misused: each mistake is executed, beside the same without it', async ({ page }) => {
  await page.goto('./#/lab/letters');
  const twice = page.getByRole('region', { name: 'A number used twice' });
  for (const what of ['One-time mask', 'GMAC nonce']) {
    await twice.getByRole('radio', { name: what }).check();
    await twice.getByRole('button', { name: /Run it/ }).click();
    await expect(twice).toContainText('Fooled');
    await expect(twice).toContainText('Stopped: seal');
    await expect(twice).toContainText(/(\d+) of \1 seals that Eve made fit/);
  }
  const open = page.getByRole('region', { name: 'Closed, not sealed' });
  await open.getByRole('button', { name: /Run it/ }).click();
  await expect(open).toContainText('Nothing showed it.');
  const turned = await open.locator('mark').allTextContents();
  expect(turned[0]).not.toBe(turned[1]);
  await open.getByRole('radio', { name: 'AES-256-GCM' }).check();
  await open.getByRole('button', { name: /Run it/ }).click();
  await expect(open).toContainText('the envelope was refused');

  const short = page.getByRole('region', { name: 'A seal cut short' });
  await short.getByRole('button', { name: /^Forge/ }).click();
  await expect(short.getByRole('button', { name: /^Forge/ })).toBeEnabled({ timeout: 25_000 });
  await expect(short).toContainText('One secret leaves gaps');
});

for (const [width, height, theme] of [
  [1280, 800, 'light'],
  [720, 480, 'dark'],
  [360, 780, 'light'],
  [1920, 1080, 'dark'],
] as const) {
  test(`the tab at ${width} × ${height}, ${theme}: nothing sticks out, nothing is out of reach`, async ({
    page,
    expectAccessible,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto(`./#/lab/trust?th=${theme}`);
    await expect(step(page, 'Check').getByText('“This is not Alice.”')).toBeVisible();
    await row(page, 'Rogue authority').getByRole('button').click();
    await expect(step(page, 'Check')).toContainText('“It is Alice.”');
    await expect(page.getByText('measuring')).toHaveCount(0);
    await expectAccessible();
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over).toBeLessThanOrEqual(0);
    await page.goto(`./#/lab/letters?th=${theme}`);
    await expect(page.getByRole('heading', { name: 'Seals misused' })).toBeVisible();
    await expectAccessible();
  });
}
