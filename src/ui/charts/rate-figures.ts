/** Rates as a reader writes them. */

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** 10⁻³ */
export function powerOfTen(power: number): string {
  if (power === 0) return '1';
  const digits = [...String(Math.abs(power))].map((digit) => SUPERSCRIPTS[Number(digit)]);
  return `10${power < 0 ? '⁻' : ''}${digits.join('')}`;
}

/** 0.00271 → "2.7·10⁻³"; zero has no such form. */
export function formatRate(rate: number, digits = 1): string {
  if (rate === 0) return '0';
  const [mantissa = '', power = '0'] = rate.toExponential(digits).split('e');
  return Number(power) === 0 ? mantissa : `${mantissa}·${powerOfTen(Number(power))}`;
}

/** A mean with its standard error in the same power of ten: "(2.70 ± 0.05)·10⁻³". */
export function formatMean(rate: number, error: number | null): string {
  if (error === null || rate === 0) return formatRate(rate);
  const power = Number(rate.toExponential().split('e')[1]);
  // Two digits behind the point, or a third where the error would read as none.
  const digits = error / 10 ** power < 0.005 ? 3 : 2;
  const scaled = (value: number) => (value / 10 ** power).toFixed(digits);
  return `(${scaled(rate)} ± ${scaled(error)})·${powerOfTen(power)}`;
}
