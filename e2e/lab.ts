/** What the stories of the Lab ask the page for, in one place. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { expect } from './support.ts';

/** The parts of a receipt that the stories read. */
export interface ReceiptText {
  readonly text: string;
  readonly receipt: {
    readonly verdict: string;
    readonly counts: { readonly sifted: number };
    readonly qber: { readonly actual: number };
    readonly keys: {
      readonly agreement: number | null;
      readonly alice: { readonly bits: number } | null;
    };
  };
}

/** Opens a place of the Lab and waits for its run. */
export async function openLab(page: Page, fragment = '#/lab'): Promise<void> {
  await page.goto(`./${fragment}`);
  await expect(page.getByRole('group', { name: 'Stage' }).first()).toBeVisible();
}

/** To the end of the run, by its key. */
export async function toTheEnd(page: Page): Promise<void> {
  await leaveFields(page);
  await page.keyboard.press('End');
}

/** Out of any control that has keys of its own. */
export async function leaveFields(page: Page): Promise<void> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
}

export function caption(page: Page): Locator {
  return page.getByTestId('caption');
}

/** The run's receipt, as the page hands it out. */
export async function receiptOf(page: Page): Promise<ReceiptText> {
  await page.getByRole('button', { name: 'Receipt', exact: true }).click();
  const text = await page.getByTestId('receipt').inputValue();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  return { text, receipt: JSON.parse(text) };
}

/** The receipt that the command line prints for a configuration. */
export function receiptFromNode(config: object): string {
  const script = fileURLToPath(new URL('../scripts/sim.mjs', import.meta.url));
  return execFileSync(process.execPath, [script, JSON.stringify(config)], {
    encoding: 'utf8',
    maxBuffer: 2 ** 24,
  }).trimEnd();
}
