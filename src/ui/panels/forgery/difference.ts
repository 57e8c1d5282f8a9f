/** Where two texts first part; null where they are the same. */
export function firstDifference(one: string, other: string): number | null {
  for (let at = 0; at < Math.max(one.length, other.length); at++) {
    if (one[at] !== other[at]) return at;
  }
  return null;
}

/** Two tags added in the field: bit by bit, without carry. Hexadecimal, as long as the shorter one. */
export function tagDifference(one: string, other: string): string {
  const plain = (tag: string) => tag.replace(/[^0-9a-f]/gi, '');
  const [a, b] = [plain(one), plain(other)];
  let out = '';
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    out += (Number.parseInt(a[at] ?? '0', 16) ^ Number.parseInt(b[at] ?? '0', 16)).toString(16);
  }
  return out.replace(/(....)(?=.)/g, '$1 ');
}
