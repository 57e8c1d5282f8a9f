/** Two receipts side by side: which settings differ, and what came of it. */
import { configDifferences } from '../scenarios/config-parse.ts';
import type { Receipt } from '../scenarios/receipt.ts';

/** A row: what it is (a setting's dotted path, or a figure's name) and its value in both runs. */
export interface CompareRow {
  readonly kind: 'setting' | 'figure';
  readonly name: string;
  readonly a: unknown;
  readonly b: unknown;
  readonly differs: boolean;
}

const FIGURES = {
  kept: ({ counts }: Receipt) => counts.sifted,
  'error-rate': ({ qber }: Receipt) => qber.actual,
  'test-rate': ({ qber }: Receipt) => qber.estimated,
  'eve-knows': ({ eve, counts }: Receipt) =>
    counts.sifted === 0 ? null : eve.siftedBitsKnown / counts.sifted,
  'seals-failed': ({ seals }: Receipt) => seals.failed,
  'seal-bits': ({ seals }: Receipt) => seals.keyBitsSpent,
  leaked: ({ reconciliation }: Receipt) => reconciliation?.leakedBits ?? null,
  'key-bits': ({ keys }: Receipt) => keys.alice?.bits ?? keys.bob?.bits ?? 0,
  'eve-key': ({ eve }: Receipt) => eve.keyBitsKnown,
} as const;

export type FigureName = keyof typeof FIGURES;
const FIGURE_NAMES = Object.keys(FIGURES) as readonly FigureName[];

/** Settings that differ from the default in either run, then the figures. */
export function compareRows(a: Receipt, b: Receipt): CompareRow[] {
  const settingsA = flat(a);
  const settingsB = flat(b);
  const changed = new Set([
    ...Object.keys(configDifferences(a.config)),
    ...Object.keys(configDifferences(b.config)),
  ]);
  const row = (kind: CompareRow['kind'], name: string, valueA: unknown, valueB: unknown) => ({
    kind,
    name,
    a: valueA,
    b: valueB,
    // A list of events is the same by what is in it.
    differs: JSON.stringify(valueA) !== JSON.stringify(valueB),
  });
  return [
    ...[...changed].map((path) => row('setting', path, settingsA.get(path), settingsB.get(path))),
    ...FIGURE_NAMES.map((name) => row('figure', name, FIGURES[name](a), FIGURES[name](b))),
  ];
}

function flat({ config }: Receipt): ReadonlyMap<string, unknown> {
  const values = new Map<string, unknown>();
  for (const [section, fields] of Object.entries(config)) {
    if (typeof fields !== 'object') values.set(section, fields);
    else
      for (const [field, value] of Object.entries(fields)) values.set(`${section}.${field}`, value);
  }
  return values;
}
