/** Whatever is thrown at it: a clear notice, defaults kept, nothing lost. */
import { caption, leaveFields, openLab, receiptOf, toTheEnd } from './lab.ts';
import { expect, test } from './support.ts';

test('a bad field of a link is named with what is allowed, and may be left out', async ({
  page,
}) => {
  await page.goto('./#/lab?seed=7&n=99999999999&c=eve.attack:intercept-resend~eve.fraction:7');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('/exchange/photons');
  await expect(alert).toContainText('/eve/fraction');
  await expect(alert).toContainText('0…1');
  await page.getByRole('button', { name: 'Open without them' }).click();
  await expect(page.getByRole('group', { name: 'Stage' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Seed 7', exact: true })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Intercept' })).toBeChecked();
});

for (const fragment of [
  '#/lab?%E0%A4%A',
  '#lab??&&==',
  '#/lesson/77',
  '#/lab?c=~~~:~',
  '#%00?t=-1&sp=9&pov=zz',
]) {
  test(`a mangled fragment opens: ${fragment}`, async ({ page }) => {
    await page.goto(`./${fragment}`);
    const opened = page.getByRole('group', { name: 'Stage' });
    const offered = page.getByRole('button', { name: /^Open without/ });
    await expect(opened.or(offered)).toBeVisible();
    if (await offered.isVisible()) await offered.click();
    await expect(opened).toBeVisible();
  });
}

test('a link opens still, at its place, and goes back and forward between screens', async ({
  page,
}) => {
  await openLab(page, '#/lab?n=500&t=120&sp=1M&pov=b');
  await expect(caption(page)).toContainText('Photon');
  await expect(page.getByRole('radio', { name: 'Bob', exact: true })).toBeChecked();
  const before = await caption(page).textContent();
  await page.waitForTimeout(1_500);
  expect(await caption(page).textContent()).toBe(before);
  await page.getByRole('link', { name: 'About' }).click();
  await expect(page).toHaveURL(/#\/about/);
  await page.goBack();
  await expect(page).toHaveURL(/#\/lab\?/);
  await expect(page.getByRole('radio', { name: 'Bob', exact: true })).toBeChecked();
});

test('the address follows the screen', async ({ page }) => {
  await openLab(page, '#/lab?n=500');
  await page.getByRole('radio', { name: 'Intercept' }).check();
  await leaveFields(page);
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/#\/lab\?n=500&t=1&c=eve\.attack:intercept-resend$/);
});

test('an absurd number in a field is refused, and the run stays', async ({ page }) => {
  await openLab(page, '#/lab?n=20000');
  const photons = page.getByRole('textbox', { name: 'Photons', exact: true });
  await photons.fill('1e99');
  await photons.press('Enter');
  await expect(page.getByRole('alert').first()).toContainText(/Allowed|number/);
  await toTheEnd(page);
  await expect(caption(page)).toContainText('Key ready');
});

test('every tool open, a message too long is refused beside its field', async ({
  page,
  expectAccessible,
}) => {
  await openLab(
    page,
    '#/lab?c=authentication.trustAnchor:pki~authentication.broken:private-key-stolen~use.cipher:one-time-pad~reconciliation.variant:textbook',
  );
  for (const name of ['How they know', 'Check, Correct', 'Use', 'Detectors', 'Chance']) {
    await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  }
  await expectAccessible();
  const message = page.getByRole('textbox', { name: 'The message' });
  await message.fill('x'.repeat(4097));
  await message.blur();
  await expect(page.getByRole('alert')).toContainText('1 to 4,096 bytes');
  await expect(page.getByTestId('new-run')).toHaveCount(0);
  await message.fill('Noon.');
  await message.blur();
  await expect(page.getByTestId('new-run')).toContainText('The message');
});

test('a pasted text that is no receipt is told apart', async ({ page }) => {
  await page.goto('./#/receipt');
  const field = page.getByRole('textbox', { name: /Paste a receipt/ });
  const again = page.getByRole('button', { name: 'Run it again' });
  for (const [text, answer] of [
    ['my shopping list', 'cannot be read as JSON'],
    ['{"schema":1}', 'is missing'],
    ['[1,2,3]', 'This is not a receipt'],
    ['{"schema":7,"config":{},"verdict":"key","counts":{},"log":{}}', 'another version'],
  ] as const) {
    await field.fill(text);
    await again.click();
    await expect(page.getByRole('alert')).toContainText(answer);
  }
});

test('a receipt pasted back is reproduced; a changed one differs in its field', async ({
  page,
}) => {
  await openLab(page, '#/lab?n=3000&c=eve.attack:intercept-resend');
  const { text } = await receiptOf(page);
  await page.goto('./#/receipt');
  const field = page.getByRole('textbox', { name: /Paste a receipt/ });
  await field.fill(text);
  await page.getByRole('button', { name: 'Run it again' }).click();
  await expect(page.getByText('Reproduced', { exact: true })).toBeVisible();
  await field.fill(text.replace('"stopped-errors"', '"key"'));
  await page.getByRole('button', { name: 'Run it again' }).click();
  await expect(page.getByText('Differs in 1 field')).toBeVisible();
  await expect(page.getByRole('row', { name: /^verdict/ })).toBeVisible();
  await page.getByRole('link', { name: 'Open in the app' }).click();
  await expect(page.getByRole('radio', { name: 'Intercept' })).toBeChecked();
});

test('a message or a list of events that does not fit is named, and may be left out', async ({
  page,
}) => {
  const events = encodeURIComponent('[{"round":99,"event":"jam-starts"}]');
  await page.goto(
    `./#/lab?c=lifecycle.events:${events}~use.message:%22%22~eve.attack:intercept-resend`,
  );
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('/use/message');
  await page.getByRole('button', { name: /^Open without/ }).click();
  await expect(page.getByRole('group', { name: 'Stage' })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Intercept' })).toBeChecked();
});

test('a stored state of another version: a notice, defaults, and the old value kept', async ({
  page,
}) => {
  const old = '{"version":99,"settings":{"theme":"sepia"}}';
  await page.addInitScript((value) => {
    if (!localStorage.getItem('light-and-letters/settings')) {
      localStorage.setItem('light-and-letters/settings', value);
    }
  }, old);
  await openLab(page);
  await expect(page.getByText(/stored by another version/)).toBeVisible();
  await page.getByRole('button', { name: 'Light or dark' }).click();
  const kept = await page.evaluate(() => localStorage.getItem('light-and-letters/settings/kept'));
  expect(kept).toBe(old);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByText(/stored by another version/)).toHaveCount(0);
});

test('switching in the middle of a run: the last choice counts', async ({ page }) => {
  await openLab(page, '#/lab?n=50000000');
  for (const name of ['Intercept', 'Middle', 'None', 'Intercept']) {
    await page.getByRole('radio', { name, exact: true }).check();
  }
  await page.getByRole('textbox', { name: 'Photons', exact: true }).fill('2000');
  await page.getByRole('textbox', { name: 'Photons', exact: true }).press('Enter');
  await toTheEnd(page);
  await expect(caption(page)).toContainText('Stopped: errors');
});

test('a huge run shows its progress and can be cancelled', async ({ page }) => {
  await openLab(page, '#/lab?n=20000');
  const photons = page.getByRole('textbox', { name: 'Photons', exact: true });
  await photons.fill('1000000000');
  await photons.press('Enter');
  await expect(page.getByRole('progressbar')).toBeVisible();
  const before = Date.now();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  expect(Date.now() - before).toBeLessThan(1_000);
  await toTheEnd(page);
  await expect(caption(page)).toContainText('Key ready');
});

/** Lets workers crash while they compute: the first `times` runs end with an error event. */
const crashWorkers = (times: number) => {
  const Real = window.Worker;
  let left = times;
  window.Worker = class extends Real {
    override postMessage(message: unknown, options?: unknown) {
      const { type } = message as { type: string };
      if (type === 'run' && left > 0) {
        left -= 1;
        this.terminate();
        setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' })));
        return;
      }
      super.postMessage(message, options as StructuredSerializeOptions);
    }
  };
};

test('a crashed worker is started again and the run re-run, with a message', async ({ page }) => {
  await page.addInitScript(crashWorkers, 1);
  await openLab(page, '#/lab?n=20000');
  await expect(page.getByText(/It was started again/)).toBeVisible();
  await toTheEnd(page);
  await expect(caption(page)).toContainText('Key ready');
});

test('a worker that crashes twice: the page says so, keeps the seed, and starts again on request', async ({
  page,
}) => {
  await page.addInitScript(crashWorkers, 2);
  await page.goto('./#/lab?seed=42&n=500');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('The simulation stopped by itself, twice.');
  await expect(page.getByRole('button', { name: 'Copy details' })).toBeVisible();
  await page.getByRole('button', { name: 'Restart', exact: true }).last().click();
  await expect(page.getByRole('group', { name: 'Stage' })).toBeVisible();
  await expect(alert).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Seed 42', exact: true })).toBeVisible();
});

test('where workers are refused, the page computes by itself', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'Worker', {
      value: class {
        constructor() {
          throw new DOMException('refused', 'SecurityError');
        }
      },
    });
  });
  await openLab(page, '#/lab?n=20000');
  await expect(page.getByText(/computes without a worker/)).toBeVisible();
  await toTheEnd(page);
  await expect(caption(page)).toContainText('Key ready');
});

test('where storage is refused, everything works and says that it forgets', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await openLab(page);
  await expect(page.getByText(/keeps nothing/)).toBeVisible();
  await page.getByRole('button', { name: 'Light or dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('an answer about a text that was replaced meanwhile is not shown under the new one', async ({
  page,
}) => {
  await openLab(page, '#/lab?n=3000000');
  const { text } = await receiptOf(page);
  await page.goto('./#/receipt');
  const field = page.getByRole('textbox', { name: /Paste a receipt/ });
  await field.fill(text);
  await page.getByRole('button', { name: 'Run it again' }).click();
  await expect(page.getByRole('button', { name: 'Running' })).toBeVisible();
  await field.fill('garbage');
  // The same question again is answered after the first one was.
  await field.fill(text);
  await page.getByRole('button', { name: 'Run it again' }).click();
  await field.fill('garbage');
  await expect(page.getByRole('button', { name: 'Run it again' })).toBeEnabled();
  await page.waitForTimeout(3000);
  await expect(page.getByText('Reproduced', { exact: true })).toHaveCount(0);
});
