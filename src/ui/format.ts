/** Numbers as a viewer reads them. Percent exists here alone; everything before is 0…1. */
import type { Seed } from '../scenarios/config.ts';
import type { ErrorRateView } from '../scenarios/knowledge/view.ts';

const LOCALE = 'en';
const whole = new Intl.NumberFormat(LOCALE);
const percentBy = [0, 1, 2].map(
  (digits) =>
    new Intl.NumberFormat(LOCALE, {
      style: 'percent',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }),
);
const oneDigit = new Intl.NumberFormat(LOCALE, {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** "12,345" */
export function formatCount(count: number): string {
  return whole.format(count);
}

/** 0.265 → "26.5%" */
export function formatPercent(share: number, digits: 0 | 1 | 2 = 1): string {
  return percentBy[digits]?.format(share) ?? '';
}

/** Half the width of an interval in percentage points: "± 3.0". */
export function formatUncertainty({ low, high }: Pick<ErrorRateView, 'low' | 'high'>): string {
  return `± ${oneDigit.format(((high - low) / 2) * 100)}`;
}

/** A share of n as a percentage; null when there is nothing to share. */
export function formatShare(part: number, of: number, digits: 0 | 1 | 2 = 1): string | null {
  return of === 0 ? null : formatPercent(part / of, digits);
}

/** log₂ of a chance per attempt, as odds: −128 → "1 in 2¹²⁸", −8 → "1 in 256". A bound stays one. */
export function formatOdds(log2: number): string {
  if (log2 === 0) return '1 in 1';
  // Small odds are read as a number; large ones only as a power.
  if (log2 > -20) return `1 in ${whole.format(Math.floor(2 ** -log2))}`;
  return `1 in 2${superscript(Math.floor(-log2))}`;
}

function superscript(n: number): string {
  return [...String(n)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');
}

/** A number as it is, a text in quotation marks. */
export function formatSeed(seed: Seed): string {
  return typeof seed === 'number' ? String(seed) : `“${seed}”`;
}
