/** Every screen in both themes: no broken rule of accessibility, nothing scrolls sideways. */
import { openLab, receiptOf, toTheEnd } from './lab.ts';
import { expect, test } from './support.ts';

const SCREENS = {
  'the Lab at its start': '#/lab?n=2000',
  'the Lab in the middle': '#/lab?n=2000&t=1200&c=eve.attack:intercept-resend',
  'the middleman': '#/lab/middleman?n=2000',
  light: '#/lab/light',
  letters: '#/lab/letters?n=2000&t=1500',
  steps: '#/lab/steps?step=3&c=channel.flipProbability:0.03',
  trust: '#/lab/trust',
  time: '#/lab/time',
  'four ways': '#/lab/side',
  'before it is sent': '#/lab/later',
  recorded: '#/lab/later?c=scenario:rndl~rndl.keyEstablishment:qkd',
  'read-out': '#/lab/read-out',
  site: '#/lab/site',
  'the whole key': '#/lab?step=5&n=60000&c=use.cipher:one-time-pad',
  receipts: '#/receipt',
  about: '#/about',
  present: '#/lab?n=2000&t=1200&view=present&c=eve.attack:intercept-resend',
  embed: '#/lab?n=2000&t=1200&view=embed&c=eve.attack:intercept-resend',
  'a bad link': '#/lab?c=eve.fraction:7',
};

for (const theme of ['light', 'dark'] as const) {
  for (const [name, fragment] of Object.entries(SCREENS)) {
    test(`${name}, ${theme}: accessible`, async ({ page, expectAccessible }) => {
      await page.emulateMedia({ colorScheme: theme });
      await page.goto(`./${fragment}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
      await page.waitForTimeout(500); // the run, and what fades in
      await expectAccessible();
    });
  }

  for (const dialog of ['Help and keyboard shortcuts', 'Settings', 'Receipt'] as const) {
    test(`${dialog}, ${theme}: accessible`, async ({ page, expectAccessible }) => {
      await page.emulateMedia({ colorScheme: theme });
      await openLab(page, '#/lab?n=500');
      await page.getByRole('button', { name: dialog, exact: true }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible();
    });
  }
}

for (const [width, height] of [
  [360, 780],
  [320, 640],
  [720, 480],
  [1280, 800],
  [1920, 1080],
] as const) {
  test(`${width} × ${height}: no screen scrolls sideways`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    for (const fragment of Object.values(SCREENS)) {
      await page.goto(`./${fragment}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
      await page.waitForTimeout(400);
      const { scroll, client } = await page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        client: document.documentElement.clientWidth,
      }));
      expect(scroll, fragment).toBeLessThanOrEqual(client);
      await page.goto('about:blank');
    }
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 780 } });

  test('the transport is always in reach, whatever the sheet shows', async ({
    page,
    expectAccessible,
  }) => {
    await openLab(page, '#/lab?n=2000&t=1200&c=eve.attack:intercept-resend');
    const play = page.getByRole('button', { name: 'Play', exact: true });
    for (const tab of ['Errors', 'Ledger', 'Controls', 'Read']) {
      await page.getByRole('tab', { name: tab }).click();
      await expect(play).toBeInViewport();
      await expectAccessible();
    }
    for (const stop of ['Make the sheet lower', 'Make the sheet taller', 'Make the sheet taller']) {
      await page.getByRole('button', { name: stop }).click();
      await expect(play).toBeInViewport();
    }
  });

  test('the menu leads to every place', async ({ page }) => {
    await openLab(page, '#/lab');
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('button', { name: 'Middleman' }).click();
    await expect(page.getByRole('heading', { name: 'Eve owns both keys.' })).toBeVisible();
    await page.getByRole('radio', { name: 'Seals on' }).check();
    await expect(page.getByRole('heading', { name: /refuses to go on/ })).toBeVisible();
    for (const [place, question] of [
      ['Steps', 'How do kept bits become a key?'],
      ['Trust', 'What does a seal rest on?'],
      ['Time', 'What if the seal breaks tomorrow?'],
      ['Side by side', 'Which way tells who is there?'],
      ['Later', 'What can she open later?'],
      ['Read-out', 'What does an opened box give away?'],
      ['Site', 'How does the key reach its user?'],
      ['Letters', 'What do they say openly?'],
      ['Light', 'What can one photon say?'],
    ] as const) {
      await page.getByRole('button', { name: 'Menu' }).click();
      await page.getByRole('button', { name: place, exact: true }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(question);
    }
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('button', { name: 'About' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});

test('a link to a life of many rounds opens where lives are shown, with its receipt', async ({
  page,
}) => {
  const events = encodeURIComponent('[{"round":2,"event":"jam-starts"}]');
  await page.goto(`./#/lab?c=scenario:lifecycle~lifecycle.rounds:4~lifecycle.events:${events}`);
  await expect(page.getByRole('tab', { name: 'Time' })).toHaveAttribute('aria-selected', 'true');
  // What is shown is what the address says, and what its receipt repeats.
  await expect(page).toHaveURL(/#\/lab\/time\?.*scenario:lifecycle/);
  const rounds = async () => {
    const { text } = await receiptOf(page);
    return JSON.parse(text).lifecycle?.rounds.length;
  };
  await expect.poll(rounds).toBe(5);
  await page.reload();
  await expect.poll(rounds).toBe(5);
  // The stage has one session of the same link.
  await page.getByRole('link', { name: 'Lab', exact: true }).click();
  await toTheEnd(page);
  await expect(page.getByTestId('caption')).toContainText('Key ready');
});

for (const [scenario, tab, settings, field] of [
  ['rndl', 'Later', 'rndl.keyEstablishment:qkd~rndl.whatIf:%5B%22delivered-over-dh%22%5D', 'rndl'],
  ['delivery', 'Site', 'delivery.wall:campus~delivery.hop:tls-hybrid', 'delivery'],
] as const) {
  test(`a link of the scenario ${scenario} opens in its tab, with its receipt`, async ({
    page,
  }) => {
    await page.goto(`./#/lab?seed=7&c=scenario:${scenario}~${settings}`);
    await expect(page.getByRole('tab', { name: tab })).toHaveAttribute('aria-selected', 'true');
    await expect(page).toHaveURL(new RegExp(`#/lab/${tab.toLowerCase()}.*scenario:${scenario}`));
    const { text } = await receiptOf(page);
    const { config, [field]: figures } = JSON.parse(text);
    expect([config.seed, config.scenario]).toEqual([7, scenario]);
    expect(JSON.stringify(figures)).toContain(
      scenario === 'rndl' ? '"how":"delivery-hop"' : '"insiders":40',
    );
    // The stage has one session of the same seed.
    await page.getByRole('link', { name: 'Lab', exact: true }).click();
    await toTheEnd(page);
    await expect(page.getByTestId('caption')).toContainText('Key ready');
  });
}

test('the theme is the device’s until the viewer chooses; the choice lasts', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openLab(page);
  const root = page.locator('html');
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('button', { name: 'Light or dark' }).click();
  await expect(root).toHaveAttribute('data-theme', 'light');
  await page.reload();
  await expect(root).toHaveAttribute('data-theme', 'light');
});

test('forced colours: the run still reads', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openLab(page, '#/lab');
  await toTheEnd(page);
  await expect(page.getByTestId('caption')).toContainText('Key ready');
});
