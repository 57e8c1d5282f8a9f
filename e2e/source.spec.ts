/** Laser pulses, fibres and boxes: set by hand, executed, and seen by those who may. */
import { caption, leaveFields, openLab, receiptFromNode, receiptOf, toTheEnd } from './lab.ts';
import { expect, test } from './support.ts';

const LASER = 'exchange.source:weak-coherent';

test('laser, decoys and fibre are set by hand, and the link holds them', async ({ page }) => {
  await openLab(page, '#/lab?n=4000');
  await page.getByRole('button', { name: /^Laser, fibre/ }).click();
  await page.getByRole('switch', { name: 'Weak laser pulses' }).click();
  await expect(page.getByRole('textbox', { name: 'Photons per pulse, on average' })).toHaveValue(
    '0.5',
  );
  await page.getByRole('switch', { name: 'Decoy pulses' }).click();
  await expect(page.getByText('0.1 photons in 20%, 0 photons in 10%')).toBeVisible();
  await page.getByRole('radio', { name: 'a fibre' }).check();
  const length = page.getByRole('textbox', { name: 'Length of the fibre' });
  await length.fill('25');
  await length.press('Enter');
  await expect(page).toHaveURL(/channel\.lengthKm:25/);
  const { text, receipt } = await receiptOf(page);
  const { config } = receipt as unknown as { config: object };
  expect(config).toMatchObject({
    exchange: {
      source: 'weak-coherent',
      decoys: [
        { meanPhotonNumber: 0.1, probability: 0.2 },
        { meanPhotonNumber: 0, probability: 0.1 },
      ],
    },
    channel: { lengthKm: 25, lossDbPerKm: 0.2 },
  });
  expect(text.trimEnd()).toBe(receiptFromNode(config));
  await page.reload();
  await expect(page.getByRole('switch', { name: 'Decoy pulses' })).toBeChecked();
});

test('a line keeps its loss when it becomes a fibre, and back', async ({ page }) => {
  await openLab(page, '#/lab?n=2000&c=channel.lossDb:6');
  await page.getByRole('button', { name: /^Laser, fibre/ }).click();
  await page.getByRole('radio', { name: 'a fibre' }).check();
  await expect(page.getByRole('textbox', { name: 'Length of the fibre' })).toHaveValue(/^30/);
  await page.getByRole('radio', { name: 'its loss' }).check();
  await expect(page.getByRole('textbox', { name: 'Loss', exact: true })).toHaveValue(/^6/);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a signal as weak as its decoy is refused in plain words, and the run stays', async ({
  page,
}) => {
  await openLab(page, `#/lab?n=2000&c=${LASER}`);
  await page.getByRole('switch', { name: 'Decoy pulses' }).click();
  const mean = page.getByRole('textbox', { name: 'Photons per pulse, on average' });
  await mean.fill('0.05');
  await mean.press('Enter');
  await expect(page.getByRole('alert')).toHaveText(
    'Each decoy must stay weaker than the signal, here above 0.1.',
  );
  await expect(mean).toHaveValue('0.5');
});

test('how many photons a pulse holds is for the viewer alone, unless Eve counts', async ({
  page,
}) => {
  const look = (observer: string) =>
    page.getByRole('radio', { name: observer, exact: true }).check();
  await openLab(page, `#/lab?n=500&c=${LASER}~channel.lossDb:3&t=40`);
  await expect(caption(page)).toContainText(/(Empty|One photon|photons), only you see this/);
  for (const end of ['Alice', 'Bob']) {
    await look(end);
    await expect(caption(page)).not.toContainText(/Empty|photon|sees? this|counts/);
  }
  await openLab(
    page,
    `#/lab?n=500&c=${LASER}~channel.lossDb:10~eve.attack:photon-number-splitting&t=41`,
  );
  await look('Everyone');
  await expect(caption(page)).toContainText('neither end sees this');
  await look('Eve');
  await expect(caption(page)).toContainText('Eve counts');
  for (const end of ['Alice', 'Bob']) {
    await look(end);
    await expect(caption(page)).not.toContainText(/Empty|photon|sees? this|counts/);
  }
});

test('each attack on the boxes can be chosen by key, with its guard', async ({
  page,
  expectAccessible,
}) => {
  await openLab(page, '#/lab?n=3000&c=channel.lossDb:6~eve.basis:breidbart');
  await page.getByRole('radio', { name: 'Middle' }).focus();
  await page.getByRole('radio', { name: 'Middle' }).press('ArrowRight');
  const list = page.getByRole('combobox', { name: 'Which attack' });
  await expect(list).toHaveValue('photon-number-splitting');
  await expect(page.getByText('A single photon cannot be split.')).toBeVisible();
  await list.selectOption('detector-blinding');
  await expect(page.getByRole('radio', { name: 'Random', exact: true })).toBeChecked();
  await page.getByRole('button', { name: /^Boxes/ }).click();
  await page.getByRole('switch', { name: 'Photocurrent monitor' }).click();
  await expect(page.getByTestId('new-run')).toContainText('What guards the boxes');
  await toTheEnd(page);
  await expect(caption(page)).toContainText('Stopped: alarm');
  await list.selectOption('trojan-horse');
  await expect(page.getByRole('textbox', { name: 'Photons Eve shines in' })).toBeVisible();
  await page.getByRole('switch', { name: 'Isolator' }).click();
  await expect(page.getByRole('textbox', { name: 'The isolator adds' })).toBeVisible();
  await list.selectOption('time-shift');
  await expect(page.getByText('Both detectors see alike')).toBeVisible();
  await leaveFields(page);
  await expectAccessible();
  await list.selectOption('block');
  await toTheEnd(page);
  await expect(caption(page)).toContainText('Stopped');
});

test('on a phone in the dark, with all of it open, nothing is cut off or hard to read', async ({
  page,
  expectAccessible,
}) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await openLab(
    page,
    `#/lab?n=2000&c=${LASER}~channel.lengthKm:50~eve.attack:trojan-horse~detector.deadTimePulses:20~devices.fixes:[%22isolator%22]&t=30`,
  );
  await page.getByRole('tab', { name: 'Controls' }).click();
  await page.getByRole('button', { name: /^Boxes/ }).click();
  await expect(page.getByRole('switch', { name: 'Isolator' })).toBeChecked();
  await expect(page.getByRole('switch', { name: 'Dead time for both detectors' })).toBeChecked();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(360);
  await expectAccessible();
});
