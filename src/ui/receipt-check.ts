/**
 * A receipt read back: is it one, and does a new run of its configuration say the same? It shows
 * that the run is real, not who ran it.
 */

import type { ConfigProblem, RunConfig } from '../scenarios/config.ts';
import { parseConfig } from '../scenarios/config-parse.ts';

export type ReadReceipt =
  | { readonly kind: 'receipt'; readonly config: RunConfig; readonly document: JsonRecord }
  | { readonly kind: 'not-json' }
  /** JSON, but no receipt: a field that every receipt has is missing. */
  | { readonly kind: 'not-a-receipt'; readonly missing: string }
  /** Written by another version of the document. */
  | { readonly kind: 'other-schema'; readonly schema: string }
  | { readonly kind: 'bad-config'; readonly problem: ConfigProblem };

export type JsonRecord = Readonly<Record<string, unknown>>;

const REQUIRED = ['schema', 'config', 'verdict', 'counts', 'log'] as const;
const SCHEMA = 1;

export function readReceipt(text: string): ReadReceipt {
  let document: unknown;
  try {
    // Some editors begin a file with a byte order mark.
    document = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { kind: 'not-json' };
  }
  if (!isRecord(document)) return { kind: 'not-a-receipt', missing: REQUIRED[0] };
  const missing = REQUIRED.find((field) => !Object.hasOwn(document, field));
  if (missing) return { kind: 'not-a-receipt', missing };
  if (document['schema'] !== SCHEMA) {
    return { kind: 'other-schema', schema: JSON.stringify(document['schema']) };
  }
  const parsed = parseConfig(document['config']);
  if (!parsed.ok) {
    const [problem] = parsed.problems;
    if (problem) return { kind: 'bad-config', problem };
    return { kind: 'not-a-receipt', missing: 'config' };
  }
  return { kind: 'receipt', config: parsed.config, document };
}

export interface Difference {
  /** Dotted path. */
  readonly path: string;
  readonly pasted: string;
  readonly now: string;
}

/** Every field in which two documents differ, the engine's name and version aside. */
export function differences(pasted: JsonRecord, now: JsonRecord): Difference[] {
  const before = new Map(leaves(pasted, ''));
  const after = new Map(leaves(now, ''));
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths]
    .filter((path) => !path.startsWith('engine.') && before.get(path) !== after.get(path))
    .map((path) => ({ path, pasted: before.get(path) ?? '–', now: after.get(path) ?? '–' }));
}

function leaves(value: unknown, path: string): [string, string][] {
  if (typeof value !== 'object' || value === null) return [[path, JSON.stringify(value)]];
  const entries = Object.entries(value);
  if (entries.length === 0) return [[path, Array.isArray(value) ? '[]' : '{}']];
  return entries.flatMap(([key, part]) => leaves(part, path === '' ? key : `${path}.${key}`));
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
