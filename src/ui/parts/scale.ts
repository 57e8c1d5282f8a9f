/**
 * Where a value sits on a slider.
 *
 *   value      what the reader sets, from min to max
 *   position   whole steps of the slider, 0…steps
 */
export interface Scale {
  readonly min: number;
  readonly max: number;
  /** The slider's last position. */
  readonly steps: number;
  position(value: number): number;
  value(position: number): number;
  /** The next value up (+1) or down (−1) for a stepper, always another one than before. */
  nudge(value: number, direction: 1 | -1): number;
}

/** Equal steps between min and max. */
export function linearScale(range: {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}): Scale {
  const { min, max, step } = range;
  const steps = Math.round((max - min) / step);
  const value = (position: number) => clean(Math.min(max, min + clamp(position, 0, steps) * step));
  return {
    min,
    max,
    steps,
    position: (given) => clamp(Math.round((given - min) / step), 0, steps),
    value,
    nudge: (given, direction) => {
      const exact = (given - min) / step;
      // From between two steps, the nearer one in that direction.
      const next = direction > 0 ? Math.floor(exact + 1e-9) + 1 : Math.ceil(exact - 1e-9) - 1;
      return value(next);
    },
  };
}

/** Positions per decade of a logarithmic slider; a reader sets two significant digits. */
const POSITIONS_PER_DECADE = 20;
const STOPS = [1, 2, 5, 10];

/** Equal ratios between min and max, which are whole positive numbers. */
export function logScale(range: { readonly min: number; readonly max: number }): Scale {
  const { min, max } = range;
  const decades = Math.log10(max / min);
  const steps = Math.round(decades * POSITIONS_PER_DECADE);
  return {
    min,
    max,
    steps,
    position: (given) =>
      clamp(Math.round((Math.log10(clamp(given, min, max) / min) / decades) * steps), 0, steps),
    value: (position) =>
      position >= steps
        ? max
        : clamp(twoDigits(min * 10 ** ((clamp(position, 0, steps) / steps) * decades)), min, max),
    nudge: (given, direction) => {
      const magnitude = 10 ** Math.floor(Math.log10(given));
      const stops = [0.1, 1].flatMap((decade) => STOPS.map((stop) => stop * decade * magnitude));
      const next =
        direction > 0
          ? stops.find((stop) => stop > given * (1 + 1e-9))
          : stops.findLast((stop) => stop < given * (1 - 1e-9));
      return clamp(Math.round(next ?? given), min, max);
    },
  };
}

/** Two significant digits, and whole. */
function twoDigits(value: number): number {
  return Math.round(Number(value.toPrecision(2)));
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** Takes off the tail that binary fractions leave: 0.30000000000000004. */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}
