/**
 * How often each new key comes up, as a picture.
 *
 *   counts, one a key → bars (few keys) or a square of cells, one a key (many), in CSS px
 */
export type ToyPicture =
  | {
      readonly kind: 'bars';
      readonly bars: readonly {
        readonly x: number;
        readonly width: number;
        readonly height: number;
      }[];
    }
  | {
      readonly kind: 'cells';
      readonly columns: number;
      readonly size: number;
      /** Parts of the largest count, 0…1, row by row. */
      readonly shares: readonly number[];
    };

/** More bars than this run together. */
const MOST_BARS = 128;

export function toyPicture(
  counts: ArrayLike<number>,
  { width, height }: { readonly width: number; readonly height: number },
): ToyPicture {
  const shares = Array.from(counts);
  const most = Math.max(1, ...shares);
  if (shares.length <= MOST_BARS) {
    const pitch = width / shares.length;
    const gap = Math.min(3, pitch * 0.28);
    return {
      kind: 'bars',
      bars: shares.map((count, i) => ({
        x: i * pitch,
        width: pitch - gap,
        height: (count / most) * height,
      })),
    };
  }
  // The narrowest square-like field of whole rows: 2^⌈bits/2⌉ columns.
  const columns = 2 ** Math.ceil(Math.log2(shares.length) / 2);
  const rows = shares.length / columns;
  return {
    kind: 'cells',
    columns,
    size: Math.min(width / columns, height / rows),
    shares: shares.map((count) => count / most),
  };
}
