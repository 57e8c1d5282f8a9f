/** One message sent four ways and recorded: stories of the Later tab. */
import type { Locator, Page } from '@playwright/test';
import { receiptFromNode } from './lab.ts';
import { expect, test } from './support.ts';

const MEANS = {
  DH: 'dh-toy',
  'ML-KEM-768': 'ml-kem-768',
  'QKD (BB84)': 'qkd',
  Hybrid: 'hybrid',
} as const;
type LaneName = keyof typeof MEANS;
const NAMES = Object.keys(MEANS) as LaneName[];

const DOORS = { found: 'found', 'not-recorded': 'not recorded', 'no-method': 'no method' } as const;

/** The recording behind a lane, by the command line. */
function figures(means: string, rndl: object = {}, other: object = {}) {
  const config = { scenario: 'rndl', ...other, rndl: { keyEstablishment: means, ...rndl } };
  const receipt: {
    readonly rndl: {
      readonly opened: boolean;
      readonly plaintext: string | null;
      readonly doors: Readonly<Record<'key' | 'cipher', keyof typeof DOORS>>;
    };
  } = JSON.parse(receiptFromNode(config));
  return receipt.rndl;
}

function lane(page: Page, name: LaneName): Locator {
  return page.getByRole('region', { name, exact: true });
}

/** A lane shows what its recording came to, both doors included. */
async function expectLane(page: Page, name: LaneName, expected: ReturnType<typeof figures>) {
  const shown = lane(page, name);
  const { opened, doors, plaintext } = expected;
  await expect(shown).toContainText(opened ? 'Opened' : 'Closed');
  await expect(shown).toContainText(`key${DOORS[doors.key]}`);
  await expect(shown).toContainText(`cipher${DOORS[doors.cipher]}`);
  if (plaintext === null) await expect(shown).not.toContainText('“');
  else await expect(shown).toContainText(`“${plaintext}”`);
}

function says(page: Page): Locator {
  return page.getByTestId('shelf-says');
}

function seeAs(page: Page, who: string): Promise<void> {
  const eyes = page.getByRole('radiogroup', { name: 'See as' });
  return eyes.getByRole('radio', { name: who, exact: true }).check();
}

async function sendAndRecord(page: Page): Promise<void> {
  await page.goto('./#/lab/later');
  await expect(says(page)).toHaveText('Nothing is sent yet.');
  await page.getByRole('button', { name: 'Send and record' }).click();
  await expect(says(page)).toHaveText('None of four opens.');
}

async function toQDay(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Go to Q-day' }).click();
  await expect(says(page)).toHaveText('One of four opens.');
}

test('by keys alone: send, record, Q-day, open', async ({ page, expectAccessible }) => {
  await page.goto('./#/lab/later');
  await expect(says(page)).toHaveText('Nothing is sent yet.');
  await expect(lane(page, 'DH')).toContainText('Not sent yet.');
  const send = page.getByRole('button', { name: 'Send and record' });
  for (let i = 0; i < 30 && !(await send.evaluate((it) => it === document.activeElement)); i++) {
    await page.keyboard.press('Tab');
  }
  await expect(send).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(says(page)).toHaveText('None of four opens.');
  for (const name of NAMES) {
    await expect(lane(page, name)).toContainText('The bench is empty.');
    await expectLane(page, name, figures(MEANS[name], { qDay: false }));
  }
  await expect(page.getByTestId('live-region')).toContainText('Her bench is empty.');
  const qDay = page.getByRole('button', { name: 'Go to Q-day' });
  await expect(qDay).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(says(page)).toHaveText('One of four opens.');
  for (const name of NAMES) await expectLane(page, name, figures(MEANS[name]));
  await expect(page.getByTestId('live-region')).toContainText('DH: opened. ML-KEM-768: closed.');
  await expectAccessible();
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Start over' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(says(page)).toHaveText('Nothing is sent yet.');
  await expect(send).toBeFocused();
  await expectAccessible();
});

test('where the handles stand changes what is said, and runs nothing again', async ({ page }) => {
  await sendAndRecord(page);
  await toQDay(page);
  const sentence = page.getByTestId('axis-says');
  const tried = page.getByRole('heading', { name: /^Combinations tried/ });
  await expect(tried).toHaveText('Combinations tried: 2 of 192');
  await expect(sentence).toContainText('For 15 years the message must still be secret');
  const qDay = page.getByRole('slider', { name: 'Q-day', exact: true });
  await qDay.focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('PageUp');
  await expect(qDay).toHaveAttribute('aria-valuetext', 'in 35 years');
  await expect(sentence).toContainText('nobody minds any more');
  await expect(says(page)).toHaveText('One of four opens.');
  await page.keyboard.press('End');
  await expect(qDay).toHaveAttribute('aria-valuetext', 'put off');
  await expect(says(page)).toHaveText('None of four opens.');
  await expect(tried).toHaveText('Combinations tried: 2 of 192');

  // By hand: back onto the axis.
  const from = (await qDay.boundingBox())!;
  const need = (await page
    .getByRole('slider', { name: 'Secret until', exact: true })
    .boundingBox())!;
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(need.x - 60, from.y + from.height / 2, { steps: 5 });
  await page.mouse.up();
  await expect(says(page)).toHaveText('One of four opens.');
  await expect(sentence).toContainText('must still be secret');
});

test('every assumption is executed, kept, and can be gone back to', async ({ page }) => {
  await sendAndRecord(page);
  await toQDay(page);
  await page.getByRole('switch', { name: 'ML-KEM is broken' }).click();
  await expect(says(page)).toHaveText('Two of four open.');
  const broken = { whatIf: ['ml-kem-broken'] };
  for (const name of NAMES) await expectLane(page, name, figures(MEANS[name], broken));
  await expect(lane(page, 'ML-KEM-768')).toContainText('assumption');
  await page.getByRole('switch', { name: 'Eve in the middle today' }).click();
  await expect(says(page)).toHaveText('Four of four open.');
  const middle = { eve: { attack: 'man-in-the-middle' }, authentication: { method: 'none' } };
  for (const name of NAMES) await expectLane(page, name, figures(MEANS[name], broken, middle));

  const matrix = page.getByRole('table', { name: /^Switches that were on/ });
  await expect(matrix.getByRole('row')).toHaveCount(5);
  await page.getByRole('button', { name: 'Back to: Quantum computer', exact: true }).click();
  await expect(says(page)).toHaveText('One of four opens.');
  await expect(page.getByRole('switch', { name: 'Eve in the middle today' })).not.toBeChecked();
  await expect(matrix.getByRole('row')).toHaveCount(5);
});

test('a device that kept its keys opens all; one that erased them none more', async ({ page }) => {
  await sendAndRecord(page);
  await toQDay(page);
  const device = page.getByRole('radiogroup', { name: 'Device read out later' });
  await device.getByRole('radio', { name: 'Keys kept' }).check();
  await expect(says(page)).toHaveText('Four of four open.');
  const readOut = { whatIf: ['device-read-out'] };
  const kept = { devices: { eraseKeys: false } };
  for (const name of NAMES) await expectLane(page, name, figures(MEANS[name], readOut, kept));
  await device.getByRole('radio', { name: 'Erased' }).check();
  await expect(says(page)).toHaveText('One of four opens.');
});

test('only the key made of light is long enough for a pad, and then nothing is recorded', async ({
  page,
}) => {
  await sendAndRecord(page);
  await toQDay(page);
  await page.getByRole('radio', { name: 'One-time pad' }).check();
  await expect(says(page)).toHaveText('None of one opens.');
  for (const name of NAMES.filter((name) => name !== 'QKD (BB84)')) {
    await expect(lane(page, name)).toContainText('256 bits, which make no pad');
  }
  const pad = figures('qkd', { cipher: 'one-time-pad' });
  expect(pad.doors).toEqual({ key: 'not-recorded', cipher: 'not-recorded' });
  await expectLane(page, 'QKD (BB84)', pad);
});

test('numbers of full size fall to an oracle only, and it is called an assumption', async ({
  page,
}) => {
  await sendAndRecord(page);
  await toQDay(page);
  await expect(lane(page, 'DH')).toContainText('discrete log, searched');
  await expect(lane(page, 'DH')).toContainText(/[\d,]+ steps/);
  await page.getByRole('combobox', { name: 'Numbers of' }).selectOption('x25519');
  await expect(lane(page, 'DH')).toContainText('quantum computerassumption');
  await expectLane(page, 'DH', figures('x25519'));
});

test('a search that is cancelled says so, and closes nothing', async ({ page }) => {
  await sendAndRecord(page);
  await toQDay(page);
  await page.evaluate(async () => {
    const group = document.querySelector('main select') as HTMLSelectElement;
    group.value = '56';
    group.dispatchEvent(new Event('change', { bubbles: true }));
    for (;;) {
      const cancel = [...document.querySelectorAll('button')].find(
        ({ textContent }) => textContent === 'Cancel',
      );
      if (cancel) return cancel.click();
      await new Promise(requestAnimationFrame);
    }
  });
  await expect(says(page)).toHaveText('Cancelled.');
  await expect(lane(page, 'DH')).toContainText('Cancelled. Whether it opens is not known.');
  await expect(lane(page, 'DH')).not.toContainText('Closed');
  await lane(page, 'DH').getByRole('button', { name: 'Run it again' }).click();
  await expect(lane(page, 'DH')).toBeFocused();
  await expectLane(page, 'DH', figures('dh-toy', { groupBits: 56 }));
});

test('each sees no more than is theirs', async ({ page, expectAccessible }) => {
  await sendAndRecord(page);
  await toQDay(page);
  await expect(lane(page, 'QKD (BB84)')).toContainText('bits agree');
  await seeAs(page, 'Eve');
  await expect(lane(page, 'QKD (BB84)')).toContainText('keys still fit');
  await expect(lane(page, 'QKD (BB84)')).not.toContainText('bits agree');
  await expectAccessible();
  for (const who of ['Alice', 'Bob']) {
    await seeAs(page, who);
    await expect(says(page)).toHaveText('All went well.');
    await expect(page.getByRole('main')).not.toContainText(/Eve’s shelf|Opened|Closed|bench/);
  }
  await expectAccessible();
});

test('the link of a lane brings back its recording', async ({ page }) => {
  await sendAndRecord(page);
  await toQDay(page);
  await page.getByRole('button', { name: 'Hybrid', exact: true }).click();
  await expect(page).toHaveURL(/hybrid/);
  const link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  await expect(says(page)).toHaveText('One of four opens.');
  await expect(page.getByRole('button', { name: 'Hybrid', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test('with more bits measured fewer keys fit, counted one by one', async ({ page }) => {
  await page.goto('./#/lab/later');
  const counted = page.getByTestId('toy-keys');
  await expect(counted).toHaveText('32 keys fit, all equally often.');
  await page.getByRole('slider', { name: 'Bits that Eve measured' }).focus();
  await page.keyboard.press('End');
  await expect(counted).toHaveText('One key fits.');
});

for (const viewport of [
  { width: 360, height: 780 },
  { width: 720, height: 480 },
]) {
  test(`${viewport.width} px: lanes fold, nothing is off the page`, async ({
    page,
    expectAccessible,
  }) => {
    await page.setViewportSize(viewport);
    await sendAndRecord(page);
    await toQDay(page);
    await page.getByRole('button', { name: 'Show shelf and bench: DH' }).click();
    await expect(lane(page, 'DH')).toContainText('discrete log, searched');
    await page.getByRole('button', { name: /^What if/ }).click();
    await page.getByRole('switch', { name: 'AES-256 is broken' }).click();
    await expect(says(page)).toHaveText('Four of four open.');
    await page.getByRole('button', { name: 'Combinations tried: 3 of 192' }).click();
    await page.getByRole('button', { name: 'Back to: Quantum computer', exact: true }).click();
    await expect(says(page)).toHaveText('One of four opens.');
    const { scroll, client } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      client: document.documentElement.clientWidth,
    }));
    expect(scroll).toBe(client);
    await expectAccessible();
  });
}
