/** The whole Lab without a pointer. */
import { caption, leaveFields, openLab, toTheEnd } from './lab.ts';
import { expect, test } from './support.ts';

test('a tour with keys only', async ({ page }) => {
  await openLab(page, '#/lab?n=1000&c=eve.attack:intercept-resend');
  const focused = page.locator(':focus');

  // From the top of the page everything is reached by Tab, and always shows where it is.
  await page.keyboard.press('Tab');
  const seen = new Set<string>();
  for (let stop = 0; stop < 100 && (await focused.count()) > 0; stop++) {
    const where = await focused.evaluate((element) => {
      const { outlineStyle, boxShadow } = getComputedStyle(element);
      const ring = element.matches(':focus-visible') ? outlineStyle : 'pointer';
      const label = element.closest('label');
      const labelRing = label ? getComputedStyle(label).outlineStyle : 'none';
      return {
        name: element.getAttribute('aria-label') ?? element.textContent ?? '',
        ring: ring !== 'none' || labelRing !== 'none' || boxShadow !== 'none',
      };
    });
    expect(where.ring, `no focus ring on ${where.name}`).toBe(true);
    seen.add(where.name.trim());
    await page.keyboard.press('Tab');
  }
  for (const name of ['Stage', 'Play', 'Copy link', 'Receipt']) expect([...seen]).toContain(name);

  // Playback.
  await leaveFields(page);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(caption(page)).toContainText('Photon 1:');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(caption(page)).toContainText('Photon 101:');
  await page.keyboard.press('.');
  await expect(page.getByRole('button', { name: /^Step 2, Check/ })).toHaveAttribute(
    'aria-current',
    'step',
  );
  await page.keyboard.press('End');
  await expect(caption(page)).toContainText('Stopped: errors');

  // Eyes, seals, theme, help.
  await page.keyboard.press('v');
  await expect(page.getByRole('radio', { name: 'Alice', exact: true })).toBeChecked();
  await page.keyboard.press('Shift+V');
  await expect(page.getByRole('radio', { name: 'Everyone' })).toBeChecked();
  await page.keyboard.press('s');
  await expect(page.getByRole('switch', { name: 'Seal the letters' })).not.toBeChecked();
  await page.keyboard.press('t');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Help' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // To the ledger and the chart; Present and back.
  await page.keyboard.press('l');
  await expect(page.locator('#ledger')).toBeFocused();
  await page.keyboard.press('c');
  await expect(page.locator('#chart')).toBeFocused();
  await page.keyboard.press('p');
  await expect(page.getByRole('button', { name: 'Leave Present' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Leave Present' })).toHaveCount(0);
});

test('the verdict takes the focus when a run was played to its end', async ({ page }) => {
  await openLab(page, '#/lab?n=200&sp=1k');
  await page.locator('body').press('Space');
  await expect(caption(page)).toBeFocused();
  await expect(caption(page)).toContainText(/Key ready|Stopped/);
});

test('typing in a field is typing', async ({ page }) => {
  await openLab(page, '#/lab?n=500');
  await page.getByRole('button', { name: /^Seed/ }).first().click();
  await page.keyboard.type('tvs 1?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Seed “tvs 1?”', exact: true })).toBeFocused();
});

test('single keys can be switched off', async ({ page }) => {
  await openLab(page, '#/lab?n=500');
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('switch', { name: 'Single-key shortcuts' }).click();
  await page.keyboard.press('Escape');
  await page.locator('body').press('v');
  await expect(page.getByRole('radio', { name: 'Everyone' })).toBeChecked();
  await page.locator('body').press('ArrowRight');
  await expect(caption(page)).toContainText('Photon 1:');
});

test('what happens is said, as the observer sees it, two seconds apart', async ({ page }) => {
  await openLab(page, '#/lab');
  const said = page.getByTestId('live-region');
  await page.locator('body').press('s');
  await expect(said).toContainText('New run from seed 1984');
  await toTheEnd(page);
  await expect(said).toContainText('Key ready');
});
