/** Labels of vertical lines over a strip: beside their line, in the lowest lane where they are free. */
export interface LabelWish {
  /** The line they belong to, px. */
  readonly x: number;
  /** Of the text, px. */
  readonly width: number;
}

export interface PlacedLabel {
  /** 0 is next to the strip. */
  readonly lane: number;
  /** Left end of the text, px. */
  readonly x: number;
  /** Which side of its line it stands on. */
  readonly side: 'right' | 'left';
}

/** Between a line and its text. */
const OFFSET = 7;
/** Between two texts of one lane. */
const CLEAR = 10;

/**
 * Places labels within 0…width; texts never overlap. From the right to the left, so that the line of a
 * label that had to go up passes beside the texts below it.
 */
export function placeLabels(wishes: readonly LabelWish[], width: number): readonly PlacedLabel[] {
  const lanes: { from: number; to: number }[][] = [];
  const place = ({ x, width: text }: LabelWish): PlacedLabel => {
    const right = x + OFFSET;
    const fits = right + text <= width;
    const at = fits ? right : Math.max(0, x - OFFSET - text);
    const span = { from: Math.min(at, x), to: Math.max(at + text, x) };
    const free = lanes.findIndex((taken) =>
      taken.every(({ from, to }) => span.to + CLEAR < from || span.from > to + CLEAR),
    );
    const lane = free < 0 ? lanes.push([]) - 1 : free;
    lanes[lane]!.push(span);
    return { lane, x: at, side: fits ? 'right' : 'left' };
  };
  const placed = new Map<LabelWish, PlacedLabel>();
  for (const wish of wishes.toSorted((one, other) => other.x - one.x))
    placed.set(wish, place(wish));
  return wishes.map((wish) => placed.get(wish)!);
}

/** Inter at 12 px, half bold, in round figures: good enough to keep labels apart. */
const PX_PER_LETTER = 6.7;

export function textWidth(text: string): number {
  return text.length * PX_PER_LETTER;
}
