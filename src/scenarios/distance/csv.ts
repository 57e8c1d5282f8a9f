/**
 * A sweep as a table for other programs (RFC 4180): one row per executed run, per point and per place of
 * a formula's line. Numbers keep all their digits; a run's row holds the configuration that repeats it.
 */
import type { RunConfig } from '../config.ts';
import { configDifferences } from '../config-parse.ts';
import type { Point, Sample } from './points.ts';
import type { Place, SweepJob } from './sweep.ts';

/** A value of a formula: of the runs' own accounting, or of a textbook. */
export interface FormulaValue {
  readonly kind: 'formula' | 'textbook';
  readonly series: string;
  readonly km: number;
  /** Zero or less: no key. */
  readonly rate: number;
}

const COLUMNS = [
  'kind',
  'series',
  'km',
  'secret_bits_per_pulse',
  'standard_error',
  'runs',
  'runs_with_key',
  'pulses_per_run',
  'gain',
  'error_rate',
  'verdict',
  'config',
] as const;
type Row = Partial<Record<(typeof COLUMNS)[number], string | number | null>>;

export function sweepCsv(given: {
  readonly runs: readonly (SweepJob & { readonly sample: Sample })[];
  readonly points: readonly Point[];
  readonly formulas: readonly FormulaValue[];
}): string {
  const rows: readonly Row[] = [
    ...given.points.map((point) => ({
      ...placed('point', point),
      secret_bits_per_pulse: point.rate,
      standard_error: point.error,
      runs: point.runs,
      runs_with_key: point.withKey,
      pulses_per_run: point.pulses,
      gain: point.gain,
      error_rate: point.qber,
    })),
    ...given.runs.map(({ sample, config, ...place }) => ({
      ...placed('run', place),
      secret_bits_per_pulse: sample.rate,
      pulses_per_run: config.exchange.photons,
      gain: sample.gain,
      error_rate: sample.qber,
      verdict: sample.verdict,
      config: JSON.stringify(document(config)),
    })),
    // Less than nothing is no rate.
    ...given.formulas.map(({ kind, rate, ...place }) => ({
      ...placed(kind, place),
      secret_bits_per_pulse: Math.max(0, rate),
    })),
  ];
  const lines = rows.map((row) => COLUMNS.map((column) => cell(row[column] ?? null)).join(','));
  return [COLUMNS.join(','), ...lines, ''].join('\r\n');
}

/** What differs from the defaults, as the command line takes it: one object per group of fields. */
function document(config: RunConfig): Record<string, unknown> {
  const groups: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(configDifferences(config))) {
    const [group = path, field] = path.split('.');
    groups[group] =
      field === undefined ? value : { ...(groups[group] as object | undefined), [field]: value };
  }
  return groups;
}

function placed(kind: string, { series, km }: { series: string; km: number } | Place): Row {
  return { kind, series, km };
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
