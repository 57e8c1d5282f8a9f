/** What a reader typed into a number field. */
export type Typed =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly reason: 'not-a-number' | 'out-of-range' };

const SUFFIXES: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, g: 1e9 };
// Optional sign, digits, optional fraction, optional exponent, optional k M G or %.
const SHAPE = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*([kmg]?)$/i;

/**
 * Reads "4,000", "4000", "10k", "1M", "1e6" and "25 %", with or without the field's own unit.
 * `perUnit` is the value of one written unit: 0.01 where the field shows percent.
 */
export function readTyped(
  text: string,
  field: {
    readonly min: number;
    readonly max: number;
    readonly whole: boolean;
    readonly perUnit: number;
    readonly unit: string;
  },
): Typed {
  const unit = field.unit.trim().toLowerCase();
  let bare = text.trim().toLowerCase();
  if (unit !== '' && bare.endsWith(unit)) bare = bare.slice(0, -unit.length).trim();
  // Thousands may be set apart by a comma or a space, never by a point.
  const match = SHAPE.exec(bare.replace(/(?<=\d)[,\s\u00a0\u202f](?=\d{3}(?!\d))/g, ''));
  if (!match) return { ok: false, reason: 'not-a-number' };
  const [, digits = '', suffix = ''] = match;
  const written = Number(digits) * (SUFFIXES[suffix.toLowerCase()] ?? 1);
  const value = Number((written * field.perUnit).toPrecision(12));
  if (!Number.isFinite(value)) return { ok: false, reason: 'not-a-number' };
  if (value < field.min || value > field.max) return { ok: false, reason: 'out-of-range' };
  if (field.whole && !Number.isInteger(value)) return { ok: false, reason: 'not-a-number' };
  return { ok: true, value };
}
