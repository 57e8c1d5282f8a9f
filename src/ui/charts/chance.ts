/** 0…1 as a reader takes it in: "12%", "1 in 4,000", "less than 1 in a billion". */
export function formatChance(chance: number): string {
  if (chance >= 1) return '100%';
  if (chance > 0.9999) return 'more than 99.99%';
  // Three digits would round the rest up to certainty.
  if (chance > 0.9995) return 'more than 99.9%';
  if (chance >= 0.005) return `${plain.format(chance * 100)}%`;
  if (chance < 1e-9) return chance === 0 ? '0' : 'less than 1 in a billion';
  return `1 in ${whole.format(Number((1 / chance).toPrecision(2)))}`;
}

/** A small bound: 1e-10 → "10⁻¹⁰", 2.5e-9 → "2.5 × 10⁻⁹", 0.01 → "0.01". */
export function formatSmall(value: number): string {
  if (value >= 1e-3) return plain.format(value);
  const [digits = '', power = ''] = value.toExponential(1).split('e-');
  const ten = `10⁻${[...power].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')}`;
  return digits === '1.0' ? ten : `${digits} × ${ten}`;
}

const plain = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
const whole = new Intl.NumberFormat('en');
