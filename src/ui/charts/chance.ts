/** 0…1 as a reader takes it in: "12%", "1 in 4,000", "less than 1 in a billion". */
export function formatChance(chance: number): string {
  if (chance >= 1) return '100%';
  if (chance > 0.9999) return 'more than 99.99%';
  if (chance >= 0.005) return `${plain.format(chance * 100)}%`;
  if (chance < 1e-9) return chance === 0 ? '0' : 'less than 1 in a billion';
  return `1 in ${whole.format(Number((1 / chance).toPrecision(2)))}`;
}

const plain = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
const whole = new Intl.NumberFormat('en');
