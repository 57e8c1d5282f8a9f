/** A link's life: four histories, one's own, and the pool that its seals are paid from. */
import type { Page } from '@playwright/test';
import { leaveFields } from './lab.ts';
import { expect, test } from './support.ts';

interface Round {
  readonly round: number;
  readonly key: 'secret' | 'known-to-eve' | 'never-made';
  readonly sealedBy: 'anchor' | 'pool';
  readonly spent: number;
  readonly earned: number;
  readonly pool: number;
}

/** A short life of one's own, by its link. */
const lifeOf = (events: readonly { round: number; event: string }[], more = '') =>
  `./#/lab/time?n=20000&c=scenario:lifecycle~authentication.trustAnchor:pki~lifecycle.rounds:8~lifecycle.events:${encodeURIComponent(JSON.stringify(events))}${more}`;

const outcome = (page: Page, id: string) => page.getByTestId(`outcome-${id}`);

/** Waits until a history was executed, whatever came of it. */
async function executed(page: Page, id: string): Promise<void> {
  await expect(outcome(page, id)).toHaveText(/key|secret|rounds/, { timeout: 25_000 });
}

async function roundsOf(page: Page): Promise<readonly Round[]> {
  await page.getByRole('button', { name: 'Receipt', exact: true }).click();
  const { lifecycle } = JSON.parse(await page.getByTestId('receipt').inputValue());
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  return lifecycle.rounds;
}

async function toRound(page: Page, round: number): Promise<void> {
  await page.getByRole('slider', { name: 'Round', exact: true }).fill(String(round));
}

test.describe('four histories from one seed', () => {
  test.setTimeout(90_000);

  test('each says what its own rounds bear out', async ({ page, expectAccessible }) => {
    await page.goto('./#/lab/time');
    for (const id of ['broken-later', 'eve-at-start', 'eve-too-late', 'jammed']) {
      await executed(page, id);
    }
    const told: Record<string, readonly Round[]> = {};
    for (const letter of ['a', 'b', 'c', 'd']) {
      await page.getByRole('button', { name: new RegExp(`^${letter}\\s`) }).click();
      told[letter] = await roundsOf(page);
    }
    const count = (letter: string, key: Round['key']) =>
      told[letter]?.filter((round) => round.key === key).length ?? 0;
    const all = told['a']?.length ?? 0;

    expect(count('a', 'secret')).toBe(all);
    await expect(outcome(page, 'broken-later')).toHaveText(`All ${all} keys are secret`);
    expect(count('b', 'known-to-eve')).toBe(all);
    await expect(outcome(page, 'eve-at-start')).toHaveText(
      `0 of ${all} keys secret: later keys grow from hers`,
    );
    expect(count('c', 'secret')).toBeGreaterThan(0);
    await expect(outcome(page, 'eve-too-late')).toHaveText(
      `${count('c', 'secret')} secret, ${count('c', 'never-made')} never made`,
    );
    const starts = told['d']?.filter(({ sealedBy }) => sealedBy === 'anchor').length;
    expect(starts).toBe(2);
    await expect(outcome(page, 'jammed')).toContainText('window opened a second time');
    await expectAccessible();
  });

  test('cut the fibre until the pool is dry', async ({ page }) => {
    await page.goto('./#/lab/time');
    await executed(page, 'broken-later');
    await page.getByRole('button', { name: /Fibre cut/ }).click();
    await executed(page, 'jammed');
    const rounds = await roundsOf(page);
    const cut = rounds.find(({ key }) => key === 'never-made')?.round ?? 0;
    const again = rounds.find(({ round, sealedBy }) => round > 0 && sealedBy === 'anchor');
    expect(cut).toBeGreaterThan(0);

    // Attempts bring nothing and cost seals; the forecast counts them down.
    await toRound(page, cut);
    await expect(page.getByTestId('net')).toHaveText(`−${rounds[cut]?.spent} bits`);
    const left = (again?.round ?? 0) - 1 - cut;
    await expect(page.getByTestId('forecast')).toHaveText(new RegExp(`^dry in ${left} `));
    await toRound(page, (again?.round ?? 0) - 1);
    await expect(page.getByRole('heading', { name: 'The pool is at its reserve.' })).toBeVisible();
    await toRound(page, again?.round ?? 0);
    await expect(page.getByText('Exposure: 6 minutes of 3 years')).toBeVisible();

    // Or they stop there, and make no key ever after.
    await page.getByRole('radio', { name: 'Stop', exact: true }).check();
    await executed(page, 'jammed');
    await expect(outcome(page, 'jammed')).not.toContainText('window opened');
  });

  test('Alice sees keys and her pool, and nothing of Eve', async ({ page }) => {
    await page.goto('./#/lab/time?pov=a');
    await executed(page, 'eve-at-start');
    await page.getByRole('button', { name: /History b/ }).click();
    await expect(outcome(page, 'eve-at-start')).toHaveText(/^\d+ keys made$/);
    const tab = page.getByRole('tabpanel');
    // The choice of eyes names her; what they see does not.
    const seen = (await tab.innerText()).replace(/Everyone\s+Alice\s+Bob\s+Eve/, '');
    expect(seen).not.toMatch(/\bEve\b|known|fooled/i);
    await expect(page.getByRole('img', { name: /^Alice’s pool/ })).toBeVisible();
    await expect(page.getByRole('img', { name: /^Bob’s pool/ })).toHaveCount(0);
  });
});

test('break the authentication a year later: nothing changes', async ({ page }) => {
  await page.goto(lifeOf([{ round: 7, event: 'authentication-broken' }]));
  await executed(page, 'own');
  const before = await roundsOf(page);
  expect(before.every(({ key }) => key === 'secret')).toBe(true);
  const mark = page.getByRole('slider', { name: 'Seals of the start-up break' });
  await mark.press('ArrowLeft');
  await mark.press('ArrowLeft');
  await expect(mark).toHaveAttribute('aria-valuetext', 'before round 5');
  await executed(page, 'own');
  expect(await roundsOf(page)).toEqual(before);
});

test('events move by keys, buttons and the pointer, and every change is executed', async ({
  page,
}) => {
  await page.goto(lifeOf([{ round: 3, event: 'eve-arrives' }]));
  await executed(page, 'own');
  await expect(outcome(page, 'own')).toHaveText('3 secret, 6 never made');

  const mark = page.getByRole('slider', { name: 'Eve arrives' });
  await mark.press('ArrowRight');
  await expect(outcome(page, 'own')).toHaveText('4 secret, 5 never made');
  await page.getByRole('button', { name: 'Eve arrives: one round later' }).click();
  await expect(outcome(page, 'own')).toHaveText('5 secret, 4 never made');

  const strip = await page
    .getByRole('slider', { name: 'Rounds of your own history' })
    .boundingBox();
  const handle = await mark.boundingBox();
  if (!strip || !handle) throw new Error('the strip and its handle must be drawn');
  // To the line before round 2: two ninths of the strip.
  await page.mouse.move(handle.x + 6, handle.y + handle.height / 2);
  await page.mouse.down();
  await page.mouse.move(strip.x + (strip.width * 2) / 9, handle.y, { steps: 6 });
  await page.mouse.up();
  await expect(mark).toHaveAttribute('aria-valuenow', '2');
  await expect(outcome(page, 'own')).toHaveText('2 secret, 7 never made');

  await mark.press('Delete');
  await expect(mark).toHaveCount(0);
  await expect(outcome(page, 'own')).toHaveText('All 9 keys are secret');

  // The menu adds at the round in view.
  await toRound(page, 4);
  await page.getByRole('combobox', { name: 'Add an event' }).selectOption('jam-starts');
  await page.getByRole('button', { name: 'Add before round 4' }).click();
  await toRound(page, 8);
  await expect(outcome(page, 'own')).toHaveText('4 secret, 5 never made');
  // And what one made can be shared.
  await expect(page).toHaveURL(/jam-starts/);
});

test('Eve reads who stopped; what the keys were she cannot tell', async ({ page }) => {
  await page.goto(lifeOf([{ round: 3, event: 'eve-arrives' }], '&pov=e'));
  await executed(page, 'own');
  await toRound(page, 3);
  const detail = page.getByRole('region', { name: 'The round in view' });
  await expect(detail).toContainText(/Who stopped(Alice|Bob)/);
  const share = page.getByText('Share of the keys that seals took').locator('xpath=..');
  await expect(share).toContainText('not known');
});

test('Eve in the start-up who leaves once: the pools are out of step', async ({ page }) => {
  await page.goto(
    lifeOf([
      { round: 0, event: 'trust-anchor-broken' },
      { round: 0, event: 'eve-arrives' },
      { round: 5, event: 'eve-leaves' },
    ]),
  );
  await executed(page, 'own');
  await toRound(page, 4);
  await expect(page.getByRole('heading', { name: 'The pools are Eve’s.' })).toBeVisible();
  await expect(page.getByText('Fooled', { exact: true })).toBeVisible();
  await toRound(page, 5);
  await expect(page.getByRole('heading', { name: 'The pools are out of step.' })).toBeVisible();
  await expect(page.getByText('Stopped: seal', { exact: true })).toBeVisible();
});

test('rounds play by key, and one opens on the stage with the same end', async ({ page }) => {
  await page.goto(lifeOf([{ round: 3, event: 'eve-arrives' }]));
  await executed(page, 'own');
  await leaveFields(page);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  const round = page.getByRole('slider', { name: 'Round', exact: true });
  await expect(round).toHaveValue('1');
  await page.keyboard.press('Space');
  await expect(round).toHaveValue('8', { timeout: 15_000 });
  await toRound(page, 3);
  await page.getByRole('button', { name: 'Open this round' }).click();
  await expect(page.getByRole('group', { name: 'Stage' })).toBeVisible();
  // The focus is on the tab now, where End means the last of the tabs.
  await leaveFields(page);
  await page.keyboard.press('End');
  await expect(page.getByTestId('caption')).toContainText('A seal does not fit');
});

test('the focus stays on what was pressed, or goes on to what came of it', async ({ page }) => {
  await page.goto(lifeOf([{ round: 1, event: 'eve-arrives' }]));
  await executed(page, 'own');

  await page.getByRole('radio', { name: 'Your own' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('radio', { name: 'All four' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'All four' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Your own' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Your own' })).toBeFocused();

  // At a bound a button has no more to do, and still is where the next key goes.
  const round = page.getByRole('slider', { name: 'Round', exact: true });
  await toRound(page, 7);
  for (const [name, to] of [
    ['Forward one round', '8'],
    ['Back to the start-up', '0'],
  ] as const) {
    const button = page.getByRole('button', { name });
    await button.press('Enter');
    await expect(round).toHaveValue(to);
    await expect(button).toBeDisabled();
    await page.keyboard.press('Enter');
    await expect(round).toHaveValue(to);
    await expect(button).toBeFocused();
  }
  const mark = page.getByRole('slider', { name: 'Eve arrives' });
  const earlier = page.getByRole('button', { name: 'Eve arrives: one round earlier' });
  await earlier.press('Enter');
  await expect(mark).toHaveAttribute('aria-valuenow', '0');
  await page.keyboard.press('Enter');
  await expect(earlier).toBeFocused();
  await page.getByRole('button', { name: 'Remove: Eve arrives' }).press('Enter');
  await expect(mark).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Events' })).toBeFocused();
  const add = page.getByRole('button', { name: /^Add before/ });
  for (let events = 0; events < 8; events++) await add.press('Enter');
  await expect(add).toBeDisabled();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Remove:/ })).toHaveCount(8);
  await expect(add).toBeFocused();

  await page.getByRole('radio', { name: 'All four' }).check();
  await page.getByRole('button', { name: 'Change this one' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Events' })).toBeFocused();
  await executed(page, 'own');
  await page.getByRole('button', { name: 'Open this round' }).press('Enter');
  await expect(page.getByRole('tab', { name: 'Stage' })).toBeFocused();
});

test('all four come back with the one that was in view, also from another tab', async ({
  page,
}) => {
  await page.goto('./#/lab/time');
  const third = page.getByRole('button', { name: /^c\s/ });
  await third.click();
  await page.getByRole('button', { name: 'Change this one' }).click();
  await page.getByRole('tab', { name: 'Trust' }).click();
  await page.getByRole('tab', { name: 'Time' }).click();
  await expect(page.getByRole('radio', { name: 'Your own' })).toBeChecked();
  await page.getByRole('radio', { name: 'All four' }).check();
  await expect(third).toHaveAttribute('aria-pressed', 'true');
});

test('from here a tab is where it is on the others: a double click means one of them', async ({
  page,
}) => {
  await page.goto('./#/lab/trust');
  for (const name of ['Time', 'Trust', 'Time', 'Middleman']) {
    const tab = page.getByRole('tab', { name, exact: true });
    await tab.dblclick();
    await expect(tab).toHaveAttribute('aria-selected', 'true');
  }
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 780 }, hasTouch: true });

  test('one history at a time, nothing beside the page', async ({ page, expectAccessible }) => {
    await page.goto(lifeOf([{ round: 2, event: 'jam-starts' }]));
    await executed(page, 'own');
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider).toBe(0);
    await expectAccessible();
  });

  test('no level of headings is left out', async ({ page }) => {
    await page.goto(lifeOf([]));
    await executed(page, 'own');
    const levels = await page
      .getByRole('heading')
      .evaluateAll((headings) => headings.map(({ tagName }) => Number(tagName.slice(1))));
    expect(levels.length).toBeGreaterThan(3);
    levels.forEach((level, i) => {
      expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1);
    });
  });

  test('a round that opens takes the focus to the question over it', async ({ page }) => {
    await page.goto(lifeOf([]));
    await executed(page, 'own');
    await page.getByRole('button', { name: 'Open this round' }).press('Enter');
    await expect(page.getByRole('group', { name: 'Stage' })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  });
});
