/** The stories of the link: what a learner does, and what the run then says. */
import { readdirSync, readFileSync } from 'node:fs';
import { caption, openLab, receiptFromNode, receiptOf, toTheEnd } from './lab.ts';
import { expect, test } from './support.ts';

/** One committed receipt for each kind of run; Node is held to the same files. */
const GOLDEN = new URL('../src/scenarios/golden/', import.meta.url);

test('run and see 25 %', async ({ page }) => {
  await openLab(page);
  await page.getByRole('radio', { name: 'Intercept' }).check();
  await expect(page.getByText(/New run from seed 1984/).first()).toBeVisible();
  await toTheEnd(page);
  await expect(caption(page)).toContainText('Stopped: errors');

  const { receipt } = await receiptOf(page);
  const { sifted } = receipt.counts;
  const standardError = Math.sqrt((0.25 * 0.75) / sifted);
  expect(Math.abs(receipt.qber.actual - 0.25)).toBeLessThan(4 * standardError);
  const shown = (receipt.qber.actual * 100).toFixed(1);
  await expect(page.getByRole('region', { name: 'Error rate' })).toContainText(`${shown}%`);
});

test('a million photons from click to verdict, and the photons are counted', async ({ page }) => {
  await openLab(page, '#/lab?n=1000000&c=eve.attack:intercept-resend');
  await toTheEnd(page);
  await expect(caption(page)).toContainText('Stopped: errors');
  const before = Date.now();
  await page.getByRole('radio', { name: 'None', exact: true }).check();
  await expect(caption(page)).toContainText('Key ready');
  // Instant on a laptop; a busy test machine may take a few times that.
  expect(Date.now() - before).toBeLessThan(3_000);
  const { receipt } = await receiptOf(page);
  expect(Math.abs(receipt.counts.sifted / 1_000_000 - 0.5)).toBeLessThan(4 * 0.0005);
});

test('switch the seals and watch the middleman win or lose', async ({ page }) => {
  await openLab(page, '#/lab/middleman');
  const off = page.getByRole('heading', { name: 'Eve owns both keys.' });
  await expect(off).toHaveCount(1);
  await expect(
    page.getByRole('heading', { name: /^(Alice|Bob) refuses to go on\.$/ }),
  ).toBeVisible();
  await expect(page.getByText('1 in 2', { exact: false })).toBeVisible();

  // Third case: the key is leaked, and seals help nobody.
  await page.getByRole('radio', { name: 'Leaked' }).check();
  await expect(off).toHaveCount(2);
  await page.getByRole('radio', { name: 'Secret' }).check();
  await expect(off).toHaveCount(1);

  // Whoever she answers first refuses first.
  const refuser = page.getByRole('heading', { name: /refuses to go on\.$/ });
  const first = await refuser.textContent();
  await page.getByRole('button', { name: 'Swap who forges' }).click();
  await expect(refuser).not.toHaveText(first ?? '');
});

test('the same switch on the stage: one key press makes the fooled pair safe', async ({ page }) => {
  await openLab(page, '#/lab?c=eve.attack:man-in-the-middle~authentication.method:none');
  await toTheEnd(page);
  await expect(caption(page)).toContainText('Fooled');
  await page.locator('body').press('s');
  await expect(caption(page)).toContainText('Stopped: seal');
  const { receipt } = await receiptOf(page);
  expect(receipt.verdict).toBe('stopped-seal');
});

test('step by step to a key: from photons through Check, Correct and Shrink to Use', async ({
  page,
}) => {
  await openLab(page, '#/lab?c=channel.flipProbability:0.02');
  const now = page.locator('[aria-current="step"]');
  const chip = page.locator('#chart').getByText('Only you see this');
  await expect(now).toHaveAccessibleName(/^Step 1, Exchange/);
  for (const step of [/^Step 2, Check/, /^Step 3, Correct/, /^Step 4, Shrink/]) {
    await page.locator('body').press('.');
    await expect(now).toHaveAccessibleName(step);
    // Who but the viewer could count all errors, before Correct has found them in public?
    await expect(chip).toHaveCount(step.source.includes('Shrink') ? 0 : 1);
  }
  await toTheEnd(page);
  await expect(now).toHaveAccessibleName(/^Step 5, Use/);
  const { receipt } = await receiptOf(page);
  const bits = receipt.keys.alice?.bits ?? 0;
  expect(bits).toBeGreaterThan(0);
  await expect(caption(page)).toContainText(`same key: ${bits.toLocaleString('en')} bits`);
  // And back.
  await page.locator('body').press(',');
  await page.locator('body').press(',');
  await expect(now).not.toHaveAccessibleName(/^Step 5/);
});

test('a round trip of Correct is a question from Bob and an answer from Alice', async ({
  page,
}) => {
  await openLab(page, '#/lab?step=3&pov=b&c=channel.flipProbability:0.03');
  for (let trip = 0; trip < 40; trip++) await page.locator('body').press('ArrowRight');
  await expect(caption(page)).toContainText(/Bob asks for the parity of|An error is found|Pass/);
  await page.getByRole('tab', { name: 'Letters', exact: true }).click();
  await expect(page.getByRole('row', { name: /\d+ round trips: \d+ parities told/ })).toHaveCount(
    1,
  );
});

test('a message crosses in a closed envelope', async ({ page }) => {
  const message = encodeURIComponent('"Nine o’clock"');
  await openLab(page, `#/lab?c=use.cipher:one-time-pad~use.message:${message}`);
  await toTheEnd(page);
  await page.getByRole('tab', { name: 'Letters', exact: true }).click();
  await expect(page.getByRole('row', { name: /A closed envelope: 14 bytes/ })).toBeVisible();
});

test('a signature brings certificates along; what cannot stand is refused with its reason', async ({
  page,
}) => {
  await openLab(page);
  await page.getByRole('combobox', { name: 'Seal method' }).selectOption('Ed25519 signature');
  await page.getByRole('button', { name: /^How they know each other/ }).click();
  const anchor = page.getByRole('combobox', { name: 'They trust' });
  await expect(anchor).toHaveValue('pki');
  await toTheEnd(page);
  await expect(caption(page)).toContainText('Key ready');
  await anchor.selectOption('a shared key');
  await expect(page.getByRole('alert')).toContainText(
    'needs a public key that somebody vouches for',
  );
  await expect(anchor).toHaveValue('pki');
});

test('see as Bob hides Eve', async ({ page }) => {
  await openLab(page, '#/lab?n=400&pov=b&sp=1&c=eve.attack:intercept-resend');
  const watched = [
    page.getByRole('group', { name: 'Stage' }),
    page.locator('#ledger'),
    page.locator('#chart'),
    caption(page),
    page.getByTestId('live-region'),
  ];
  const expectNoEve = async () => {
    for (const part of watched) {
      expect(await part.textContent()).not.toMatch(/\bEve\b/);
      expect(await part.ariaSnapshot()).not.toMatch(/\bEve\b/);
    }
  };
  await expectNoEve();
  for (let photon = 0; photon < 20; photon++) await page.locator('body').press('ArrowRight');
  await expectNoEve();
  await toTheEnd(page);
  await expect(caption(page)).toContainText('Stopped');
  await expectNoEve();
  // Everyone sees her at the same instant.
  await page.getByRole('radio', { name: 'Everyone' }).check();
  await expect(page.locator('#ledger')).toContainText('Eve');
});

test('a middleman without seals looks flawless to Alice and to Bob', async ({ page }) => {
  await openLab(page, '#/lab/middleman?pov=a');
  for (const who of ['Alice', 'Bob'] as const) {
    await page.getByRole('radio', { name: who, exact: true }).check();
    await expect(page.getByRole('heading', { name: 'A key. All checks went well.' })).toBeVisible();
    await expect(page.getByRole('heading', { name: /Eve/ })).toHaveCount(0);
  }
});

for (const name of readdirSync(GOLDEN)) {
  const golden = JSON.parse(readFileSync(new URL(name, GOLDEN), 'utf8'));
  test(`the browser reproduces the golden receipt ${name}`, async ({ page }) => {
    if (golden.config.scenario !== 'link') {
      // What is no link is no run on the stage; the page runs it again and compares.
      await page.goto('./#/receipt');
      await page.getByRole('textbox', { name: /Paste a receipt/ }).fill(JSON.stringify(golden));
      await page.getByRole('button', { name: 'Run it again' }).click();
      await expect(page.getByText('Reproduced', { exact: true })).toBeVisible();
      return;
    }
    await openLab(page, `#/lab?${inLink(golden.config)}`);
    const { receipt } = await receiptOf(page);
    expect(receipt).toEqual(golden);
  });
}

for (const attack of ['none', 'intercept-resend', 'man-in-the-middle'] as const) {
  test(`the page's receipt is the command line's, byte for byte: ${attack}`, async ({ page }) => {
    await openLab(
      page,
      `#/lab?seed=%22same%20bytes%22&n=20000&c=channel.lossDb:1~eve.attack:${attack}`,
    );
    const { text } = await receiptOf(page);
    expect(text).toBe(
      receiptFromNode({
        seed: 'same bytes',
        exchange: { photons: 20_000 },
        channel: { lossDb: 1 },
        eve: { attack },
      }),
    );
  });
}

test('a run in pieces is the run: playing, stepping back and scrubbing change no figure', async ({
  page,
}) => {
  await openLab(page, '#/lab?n=300&c=eve.attack:intercept-resend');
  const { text } = await receiptOf(page);
  const ledger = page.locator('#ledger table');
  await page.locator('body').press('Shift+ArrowRight');
  const shown = await ledger.textContent();
  await toTheEnd(page);
  await page.locator('body').press('Home');
  await page.locator('body').press('Shift+ArrowRight');
  expect(await ledger.textContent()).toBe(shown);
  expect((await receiptOf(page)).text).toBe(text);
});

test('a pinned run beside the next: one switch, and what came of it', async ({ page }) => {
  await openLab(page);
  await page.getByRole('button', { name: 'Pin this run' }).click();
  await page.getByRole('radio', { name: 'Intercept' }).check();
  const table = page.getByRole('table', { name: 'Compare' });
  await expect(table.getByRole('row', { name: /^Eve’s attack/ })).toContainText('intercept');
  await expect(table.getByRole('row', { name: /^Verdict/ })).toContainText('Key ready');
  await expect(table.getByRole('row', { name: /^Verdict/ })).toContainText('Stopped: errors');
  // The same photons met the same bases.
  const kept = await table
    .getByRole('row', { name: /^Bits kept/ })
    .getByRole('cell')
    .allTextContents();
  expect(kept[0]).toBe(kept[1]);
  await page.getByRole('button', { name: 'Differences only' }).click();
  await expect(table.getByRole('row', { name: /^Bits kept/ })).toHaveCount(0);
  // No actor could lay two receipts side by side.
  await page.getByRole('radio', { name: 'Bob', exact: true }).check();
  await expect(table).toHaveCount(0);
});

test('double clicks: a dark detector makes coins, and the app goes on', async ({ page }) => {
  await openLab(page, '#/lab?n=20000&c=detector.darkCountProbability:0.1');
  await toTheEnd(page);
  await expect(caption(page)).toContainText(/Key ready|Stopped/);
});

/** A whole configuration as a link spells it: dotted paths, every value as JSON. */
function inLink({ seed, ...sections }: Record<string, unknown>): string {
  const fields = Object.entries(sections).flatMap(([section, value]) =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).map(([field, inner]) => [`${section}.${field}`, inner])
      : [[section, value]],
  );
  const spelt = fields.map(
    ([path, value]) => `${path}:${encodeURIComponent(JSON.stringify(value))}`,
  );
  return `seed=${encodeURIComponent(JSON.stringify(seed))}&c=${spelt.join('~')}`;
}
