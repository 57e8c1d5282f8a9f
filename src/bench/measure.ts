/** Ratios measured in one process: medians of interleaved samples of at least 50 ms, after two warm-ups. */
const SAMPLES = 9;
const WARM_UPS = 2;
const SAMPLE_MS = 50;

/** Milliseconds of one call, averaged over enough calls to fill a sample. */
function sample(work: () => unknown): number {
  let calls = 0;
  const start = performance.now();
  let elapsed = 0;
  do {
    work();
    calls++;
    elapsed = performance.now() - start;
  } while (elapsed < SAMPLE_MS);
  return elapsed / calls;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

/** Interleaved, so that a machine that slows down slows both. */
export function compare(
  a: () => unknown,
  b: () => unknown,
): { readonly a: number; readonly b: number } {
  const times = { a: [] as number[], b: [] as number[] };
  for (let round = 0; round < WARM_UPS + SAMPLES; round++) {
    const pair = { a: sample(a), b: sample(b) };
    if (round < WARM_UPS) continue;
    times.a.push(pair.a);
    times.b.push(pair.b);
  }
  return { a: median(times.a), b: median(times.b) };
}

interface Row {
  readonly what: string;
  readonly measured: string;
  readonly must: string;
  readonly met: boolean;
}

export const rows: Row[] = [];

export function report(
  what: string,
  value: number,
  unit: string,
  must: number,
  atMost = false,
): void {
  const met = atMost ? value <= must : value >= must;
  const digits = value >= 100 ? 0 : value >= 1 ? 1 : 4;
  rows.push({
    what,
    measured: `${value.toFixed(digits)}${unit}`,
    must: `${atMost ? '≤' : '≥'} ${must}${unit}`,
    met,
  });
}
