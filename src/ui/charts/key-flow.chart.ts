/**
 * Where the bits of a new key go, as one bar over three places.
 *
 *   bits → picture units (CSS px from the left)
 *
 * The bar is divided in the order in which the bits are taken: the sealing pool first, then the
 * message, then what is left. Each part has a place below it; a thread runs from the part's middle to
 * the middle of its place.
 */
export type FlowPart = 'pool' | 'message' | 'left';

export interface KeyFlow {
  readonly parts: readonly {
    readonly part: FlowPart;
    readonly bits: number;
    readonly x: number;
    readonly width: number;
    /** Middle of its place. */
    readonly place: number;
  }[];
}

export function keyFlow(
  { pool, message, left }: Readonly<Record<FlowPart, number>>,
  width: number,
): KeyFlow {
  const made = Math.max(1, pool + message + left);
  let at = 0;
  const parts = (
    [
      ['pool', pool],
      ['message', message],
      ['left', left],
    ] as const
  ).map(([part, bits], i) => {
    const x = (at / made) * width;
    at += bits;
    return { part, bits, x, width: (bits / made) * width, place: (width * (2 * i + 1)) / 6 };
  });
  return { parts };
}
