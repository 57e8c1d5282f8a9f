/** Where two texts first part; null where they are the same. */
export function firstDifference(one: string, other: string): number | null {
  for (let at = 0; at < Math.max(one.length, other.length); at++) {
    if (one[at] !== other[at]) return at;
  }
  return null;
}

/** Two tags added in the field: bit by bit, without carry. Hexadecimal, as long as the shorter one. */
export function tagDifference(one: string, other: string): string {
  let sum = '';
  for (let at = 0; at < Math.min(one.length, other.length); at++) {
    const digits = [one.charAt(at), other.charAt(at)].map((digit) => Number.parseInt(digit, 16));
    sum += digits.reduce((a, b) => a ^ b).toString(16);
  }
  return sum;
}
