/** Steps 2 to 5 on the screen: every figure is the run's own, and each step can be walked by keys. */
import type { Page } from '@playwright/test';
import { leaveFields, receiptOf, toTheEnd } from './lab.ts';
import { expect, test } from './support.ts';

const NOISY = '#/lab/steps?n=20000&c=channel.flipProbability:0.03';
const WEAK_EVE = '#/lab/steps?n=40000&c=eve.attack:intercept-resend~eve.fraction:0.1';

/** Opens the Steps tab at the end of its run. */
async function openSteps(page: Page, fragment: string): Promise<void> {
  await page.goto(`./${fragment}`);
  await expect(page.getByRole('navigation', { name: 'Steps of the session' })).toBeVisible();
  await toTheEnd(page);
}

async function goToStep(page: Page, step: number): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`step ${step}, `, 'i') }).click();
}

function figure(page: Page, path: string) {
  return page.locator(`[data-figure="${path}"]:visible`).first();
}

const count = (value: number) => value.toLocaleString('en');

test('check: the sample is named, answered and decided on, with the receipt’s figures', async ({
  page,
  expectAccessible,
}) => {
  await openSteps(page, NOISY);
  await goToStep(page, 2);
  const says = page.getByTestId('check-says');
  await expect(says).toContainText('Nobody has compared');
  await expect(figure(page, 'counts.tested')).toHaveText('–');
  const next = page.getByRole('button', { name: 'Next letter' });
  await next.click();
  await expect(says).toContainText('random sample');
  await next.click();
  await expect(says).toContainText('same places');
  await next.click();
  await expect(says).toContainText('go on');
  const { counts } = JSON.parse((await receiptOf(page)).text);
  await expect(figure(page, 'counts.tested')).toHaveText(count(counts.tested));
  await expect(figure(page, 'counts.testErrors')).toHaveText(count(counts.testErrors));
  await expectAccessible();

  // Bit by bit, by keys.
  const strip = page.getByRole('slider', { name: 'Kept bits, one by one' });
  await strip.focus();
  await page.keyboard.press('ArrowRight');
  await expect(strip).toHaveAttribute('aria-valuetext', /^Kept bit 2: Alice [01], Bob [01]/);
  await page.keyboard.press('End');
  await expect(strip).toHaveAttribute('aria-valuetext', /^Kept bit 64:/);
});

test('check: a test is repeated, and the count stands beside the odds', async ({ page }) => {
  await openSteps(page, `${NOISY}~estimation.sampleFraction:0.02`);
  await goToStep(page, 2);
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('button', { name: 'Repeat 200 times' }).click();
  await expect(page.getByText(/^\d+ of 200 tests let her pass\. Expected: /)).toBeVisible();
});

test('correct: questions find errors, and one of them is followed back to its cause', async ({
  page,
  expectAccessible,
}) => {
  await openSteps(page, `${NOISY}~reconciliation.variant:textbook`);
  await goToStep(page, 3);
  // The letter with the terms comes first.
  await page.getByRole('button', { name: 'Next question' }).click();
  await expect(page.getByTestId('correct-says')).toContainText('has said how it goes');
  await page.getByRole('button', { name: 'Next question' }).click();
  await expect(page.getByTestId('correct-says')).toContainText('Pass 1: Alice says the parity of');
  await page.getByRole('button', { name: 'Next question' }).click();
  await expect(page.getByTestId('correct-says')).toContainText('Bob asks about');
  await expectAccessible();
  await page.getByRole('button', { name: 'Finish' }).click();
  await expect(page.getByTestId('correct-says')).toContainText('The hashes agree');
  const { reconciliation } = JSON.parse((await receiptOf(page)).text);
  await expect(figure(page, 'reconciliation.errorsCorrected')).toHaveText(
    count(reconciliation.errorsCorrected),
  );
  await expect(figure(page, 'reconciliation.leakedBits')).toHaveText(
    count(reconciliation.leakedBits),
  );
  await expect(figure(page, 'correction.left')).toHaveText('0');

  await page.getByRole('button', { name: 'Follow one error' }).click();
  const chosen = page.getByRole('slider', { name: 'Error found, in order' });
  const cause = page.getByRole('button', { name: /^To its cause/ });
  // From the last error back: nearly half of them were opened by another one.
  for (let back = 0; back < 40 && (await cause.count()) === 0; back++) {
    await chosen.press('ArrowLeft');
  }
  await expect(page.getByTestId('correct-says')).toContainText('This is the cascade');
  const effect = Number(await chosen.inputValue());
  await cause.click();
  expect(Number(await chosen.inputValue())).toBeLessThan(effect);
  await expect(page.getByRole('button', { name: `It opened ${effect + 1}` })).toBeVisible();
  await expectAccessible();
});

test('shrink: the budget adds up, and the toy key stops being level past what Eve misses', async ({
  page,
  expectAccessible,
}) => {
  await openSteps(page, WEAK_EVE);
  await goToStep(page, 4);
  await page.getByRole('button', { name: 'Next letter' }).click();
  const { amplification, eve } = JSON.parse((await receiptOf(page)).text);
  for (const part of ['phaseErrorBits', 'leakedBits', 'marginBits', 'outputBits']) {
    await expect(figure(page, `amplification.${part}`)).toHaveText(count(amplification[part]));
  }
  await expect(figure(page, 'eve.keyBitsKnown')).toHaveText(count(eve.keyBitsKnown));
  await expectAccessible();

  const matrix = page.getByRole('slider', { name: /^Matrix/ });
  await matrix.focus();
  const row = Number(await matrix.getAttribute('aria-valuenow'));
  await page.keyboard.press('ArrowDown');
  await expect(matrix).toHaveAttribute('aria-valuenow', String(row + 1));
  await expect(page.getByTestId('shrink-sum')).toContainText(`row ${row + 1} adds up`);
  await page.getByRole('button', { name: 'Change one bit' }).click();
  await expect(
    page.getByRole('status').filter({
      hasText: new RegExp(`of ${count(amplification.outputBits)} new bits turn`),
    }),
  ).toBeVisible();

  const length = page.getByRole('slider', { name: 'Length of new key' });
  await length.press('Home');
  await expect(
    page.getByRole('heading', { name: 'All new keys stay equally likely.' }),
  ).toBeVisible();
  await length.press('End');
  await expect(
    page.getByRole('heading', { name: 'Some new keys have become impossible.' }),
  ).toBeVisible();
});

test('shrink: a run too small to bound Eve ends without a key, and says by how much', async ({
  page,
}) => {
  await openSteps(page, WEAK_EVE.replace('n=40000', 'n=4000'));
  await expect(page.getByTestId('shrink-says')).toContainText('Stopped: too short');
  await expect(figure(page, 'amplification.outputBits')).toHaveText('0');
  // The textbook's length does not know of small samples.
  await page.getByRole('radio', { name: 'As for very long runs' }).click();
  await expect(page.getByText('Key ready')).toBeVisible();
  await goToStep(page, 4);
  await expect(page.getByTestId('shrink-says')).toContainText('as for very long runs');
});

test('use: without a seal Eve changes what is read under a pad, and AES refuses it', async ({
  page,
  expectAccessible,
}) => {
  await openSteps(page, '#/lab/steps?n=20000&c=use.cipher:one-time-pad~use.sealed:false');
  await expect(page.getByTestId('envelope-says')).toContainText('nobody noticed');
  const { keyLedger } = JSON.parse((await receiptOf(page)).text);
  await expect(figure(page, 'keyLedger.made')).toHaveText(count(keyLedger.made));
  await expect(figure(page, 'keyLedger.spentOnSeals')).toHaveText(count(keyLedger.spentOnSeals));
  await expectAccessible();
  await page.getByRole('radio', { name: 'AES-256' }).check();
  await expect(page.getByTestId('envelope-says')).toContainText('was noticed');
  // What is typed is sent, and the page's keys do not hear it.
  await page.getByRole('radio', { name: 'One-time pad' }).check();
  await page.getByRole('switch', { name: 'Seal the envelope' }).click();
  await page.getByRole('textbox', { name: 'Message' }).fill('See you at 7.');
  await page.getByRole('button', { name: 'Send this instead' }).click();
  await expect(page.getByText('See you at 7.', { exact: true }).nth(1)).toBeVisible();
});

test('see as: each actor is shown what they know, and no more', async ({ page }) => {
  await openSteps(page, `${WEAK_EVE}~use.cipher:one-time-pad`);
  const seeAs = (name: string) => page.getByRole('radio', { name, exact: true }).check();
  await seeAs('Eve');
  await expect(page.getByText('Eve cannot read this.')).toHaveCount(2);
  const shelf = page.getByText('Eve keeps a copy on her shelf.');
  await expect(shelf).toBeVisible();
  for (const [end, other] of [
    ['Alice', 'Bob'],
    ['Bob', 'Alice'],
  ] as const) {
    await seeAs(end);
    await expect(
      page.getByText(`This is on ${other}’s side. ${end} does not see it.`),
    ).toBeVisible();
    await expect(page.getByText('cannot read this')).toHaveCount(0);
    await expect(shelf).toHaveCount(0);
  }
  await seeAs('Eve');
  await goToStep(page, 3);
  await page.getByRole('button', { name: 'Next question' }).click();
  await page.getByRole('button', { name: 'Next question' }).click();
  await expect(figure(page, 'correction.left')).toHaveText('–');
  const strip = page.getByRole('slider', { name: 'Bits of the block under search' });
  await seeAs('Alice');
  await expect(strip).toHaveAttribute('aria-valuetext', /Alice [01], Bob not known\.$/);
  await seeAs('Bob');
  await expect(strip).toHaveAttribute('aria-valuetext', /Alice not known, Bob [01]\.$/);
  await seeAs('Everyone');
  await expect(strip).toHaveAttribute('aria-valuetext', /Alice [01], Bob [01]/);
  await expect(figure(page, 'correction.left')).not.toHaveText('–');
});

test('with one key stolen the robbed end is shown its own line, which stopped', async ({
  page,
}) => {
  await openSteps(
    page,
    '#/lab/steps?n=20000&c=eve.attack:man-in-the-middle~authentication.method:ed25519~authentication.broken:private-key-stolen~authentication.stolenFrom:alice',
  );
  const { counts } = JSON.parse((await receiptOf(page)).text);
  expect(counts.links).toHaveLength(2);
  const next = page.getByRole('button', { name: 'Next letter' });
  const ended = page.getByTestId('line-ended');
  // The viewer begins with the line that went on; the other one says where it ended.
  await expect(page.getByText('Where the new key goes')).toBeVisible();
  const lines = page.getByRole('radio', { name: /^(Alice to Eve|Eve to Bob)$/ });
  await expect(lines.and(page.locator(':not(:checked)'))).toHaveCount(1);
  await lines.and(page.locator(':not(:checked)')).check();
  await expect(ended).toContainText('This line stopped at step 1');
  await expect(next).toHaveCount(0);
  let stopped = 0;
  for (const end of ['Alice', 'Bob']) {
    await page.getByRole('radio', { name: end, exact: true }).check();
    await expect(page.getByText('Where the new key goes').or(ended)).toBeVisible();
    stopped += await ended.count();
    await expect(next).toHaveCount(0);
  }
  expect(stopped).toBe(1);
});

for (const [stop, differences, where, words] of [
  ['a dry pool', 'authentication.sealing:letter', 'line-ended-why', 'The sealing pool ran dry'],
  ['a seal', 'eve.attack:man-in-the-middle', 'line-ended-why', 'A seal did not fit'],
  ['nothing kept', 'channel.lossDb:60', 'check-says', 'nothing to compare, so they stop'],
  [
    'errors left in',
    'reconciliation.method:none~channel.flipProbability:0.02',
    'shrink-no-key',
    'not the same at both ends',
  ],
] as const) {
  test(`a stop is told by its own reason: ${stop}`, async ({ page }) => {
    await openSteps(page, `#/lab/steps?n=20000&c=${differences}`);
    await expect(page.getByTestId(where)).toContainText(words);
    await expect(page.getByText('Send more photons')).toHaveCount(stop === 'nothing kept' ? 1 : 0);
    await expect(
      page.getByRole('button', { name: 'Next letter' }).and(page.locator(':enabled')),
    ).toHaveCount(0);
  });
}

test('a key that is ready may still be known: the viewer sees how much, and why', async ({
  page,
}) => {
  await openSteps(page, '#/lab/steps?n=20000&c=amplification.method:none');
  const { eve } = JSON.parse((await receiptOf(page)).text);
  await expect(figure(page, 'eve.keyBitsKnown')).toHaveText(count(eve.keyBitsKnown));
  await expect(page.getByTestId('use-remaining')).toContainText('Nothing was shrunk');
  await page.getByRole('radio', { name: 'Alice', exact: true }).check();
  await expect(page.getByTestId('use-remaining')).toHaveCount(0);
});

test('with Eve at the other end nothing on the screen says that the key hides anything from her', async ({
  page,
}) => {
  await openSteps(
    page,
    '#/lab/steps?n=20000&c=eve.attack:man-in-the-middle~authentication.method:none~use.cipher:one-time-pad',
  );
  await expect(page.getByTestId('envelope-says')).toContainText('reads the message');
  await goToStep(page, 4);
  await expect(page.getByTestId('shrink-says')).toContainText('one of the two ends');
  // Her two lines are two sessions.
  const input = figure(page, 'amplification.outputBits');
  const near = await input.textContent();
  await page.getByRole('radio', { name: 'Eve to Bob' }).check();
  // The other line is ahead; a few letters later this one is there, too.
  const next = page.getByRole('button', { name: 'Next letter' });
  await expect(page.getByText('the other one is ahead')).toBeVisible();
  for (let letter = 0; letter < 8 && (await input.count()) === 0; letter++) await next.click();
  await expect(page.getByTestId('shrink-says')).toContainText('one of the two ends');
  await expect(input).not.toHaveText(near ?? '');
  // Alice cannot tell. Her own line is further on than Bob’s.
  await page.getByRole('radio', { name: 'Alice', exact: true }).check();
  await goToStep(page, 4);
  await expect(page.getByTestId('shrink-says')).toContainText('Eve knows nothing');
});

for (const [name, width, height] of [
  ['a small window', 720, 480],
  ['a phone', 360, 780],
] as const) {
  test(`every step fits ${name}`, async ({ page, expectAccessible }) => {
    await page.setViewportSize({ width, height });
    await openSteps(page, `${WEAK_EVE}~use.cipher:one-time-pad`);
    for (const step of [5, 4, 3, 2]) {
      await leaveFields(page);
      await goToStep(page, step);
      await page.keyboard.press('ArrowRight');
      await expectAccessible();
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over, `step ${step} is wider than the page`).toBe(0);
    }
  });
}
