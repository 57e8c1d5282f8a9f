/**
 * Who may import whom, as a test. The table is the same as in ARCHITECTURE.md; what is not written
 * there has no door. Tests may import anything, because they look at the house from outside.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'rolldown/parseAst';
import { describe, expect, test } from 'vitest';

/** What scenarios shows to the rooms that draw and teach. */
const PUBLIC = [
  'scenarios/config.ts',
  'scenarios/config-parse.ts', // the other half of config.ts
  'scenarios/catalogue.ts',
  'scenarios/receipt.ts',
  'scenarios/receipt-later.ts', // its other half
  'scenarios/knowledge',
  'scenarios/actors.ts',
  'scenarios/light', // experiments beside a run: a photon at a polariser,
  'scenarios/forgery', // seals forged by the thousand,
  'scenarios/lifecycle/round.ts', // one round as a run of its own,
  'scenarios/trust/web-of-trust/graph.ts', // who vouched for whom,
  'scenarios/distance', // how far, and at what rate; more than one run says,
  'scenarios/shrinking', // keys small enough to count out,
  'scenarios/archive/toy.ts', // and all that fit a recording of such a one
];
/** What an attack or a trust anchor may see of the engine: nothing but who and what is said. */
const WHO_AND_WHAT = ['core', 'scenarios/actors.ts', 'scenarios/messages.ts'];
const PURE = [/^@noble\//];

interface Door {
  /** A folder or file of src; `*` is any one folder, and each such folder is a room of its own. */
  readonly room: string;
  /** Folders and files it may import; its own are always allowed. */
  readonly mayImport: readonly string[];
  /** The same, for types only. */
  readonly mayImportTypes?: readonly string[];
  /** Packages it may import; absent: any. */
  readonly packages?: readonly RegExp[];
}

/** The first row that fits is a file's room. */
const DOORS: readonly Door[] = [
  { room: 'core/anchors.ts', mayImport: ['core/anchors.json'], packages: [] },
  { room: 'core/bits', mayImport: [], packages: [] },
  { room: 'core/elementary', mayImport: [], packages: [] },
  { room: 'core/random', mayImport: ['core/bits'], packages: PURE },
  {
    room: 'core/*',
    mayImport: ['core/bits', 'core/elementary', 'core/random'],
    packages: PURE,
  },
  {
    room: 'scenarios/protocols/*',
    mayImport: [...WHO_AND_WHAT, 'scenarios/record.ts', 'scenarios/protocols/contract.ts'],
    packages: PURE,
  },
  {
    room: 'scenarios/attacks/*',
    mayImport: [...WHO_AND_WHAT, 'scenarios/attacks/contract.ts'],
    packages: PURE,
  },
  {
    room: 'scenarios/trust/pki',
    mayImport: [...WHO_AND_WHAT, 'scenarios/trust/contract.ts'],
    packages: [...PURE, /^@peculiar\/asn1-/],
  },
  {
    room: 'scenarios/trust/*',
    mayImport: [...WHO_AND_WHAT, 'scenarios/trust/contract.ts'],
    packages: PURE,
  },
  { room: 'scenarios', mayImport: ['core'], packages: PURE },
  { room: 'content', mayImport: PUBLIC, packages: [] },
  { room: 'worker', mayImport: ['scenarios'], packages: [] },
  { room: 'cli', mayImport: ['scenarios', 'content'], packages: [/^node:/] },
  { room: 'bench', mayImport: ['core', 'scenarios'], packages: [/^node:/] },
  {
    room: 'store',
    mayImport: ['worker', 'content', ...PUBLIC],
    mayImportTypes: ['scenarios/run.ts'],
    packages: [/^zustand/, /^react$/],
  },
  { room: 'ui/parts', mayImport: ['content/words'] },
  {
    room: 'ui/panels/*',
    mayImport: ['ui/parts', 'ui/charts', 'ui/format.ts', 'store', 'content/words', ...PUBLIC],
  },
  {
    room: 'ui',
    mayImport: ['store', 'content', ...PUBLIC],
    mayImportTypes: ['scenarios/run.ts'], // what the store holds
  },
  { room: 'main.tsx', mayImport: ['ui', 'store', 'offline.ts'] },
  { room: 'offline.ts', mayImport: [], packages: [] },
];

/** Pairs that share a room and still may not know each other: each party is a room. */
const STRANGERS: readonly (readonly [RegExp, RegExp])[] = [
  [/^scenarios\/protocols\/.*\balice\.ts$/, /\bbob\.ts$/],
  [/^scenarios\/protocols\/.*\bbob\.ts$/, /\balice\.ts$/],
];

/** Rooms whose results must be the same bits on every machine. */
const EXACT = /^(core|scenarios|content)\//;
/** What every engine computes alike; the rest of Math has its equal in core/elementary. */
const EXACT_MATH = new Set(
  `abs ceil clz32 floor fround imul max min round sign sqrt trunc
   E LN10 LN2 LOG10E LOG2E PI SQRT1_2 SQRT2`.split(/\s+/),
);
/** Clocks, and the way around every rule of this kind. */
const REFUSED = new Set(['Math', 'Date', 'performance', 'globalThis']);

/** Sources by path in src. */
type Tree = ReadonlyMap<string, string>;

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

interface SyntaxNode {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** Everything wrong with a tree, one sentence each. */
function complaintsAbout(tree: Tree): string[] {
  const files = [...tree].filter(([path]) => !/\.test\.tsx?$/.test(path));
  const parsed = files.map(([path, source]) => ({ path, nodes: nodesOf(path, source) }));
  const imports = parsed.flatMap(({ path, nodes }) => importsOf(path, nodes));
  return [
    ...files.filter(([path]) => !doorOf(path)).map(([path]) => `${path} has no room`),
    ...imports.flatMap(withoutDoor),
    ...cyclesIn(imports),
    ...parsed.flatMap(({ path, nodes }) => (EXACT.test(path) ? inexact(path, nodes) : [])),
  ];
}

function withoutDoor({ from, to, typeOnly }: Import): string[] {
  const door = doorOf(from);
  if (!door) return [];
  const complaint = [`${from} may not import ${to}`];
  if (to.startsWith('package ')) {
    const name = to.slice('package '.length);
    return !door.packages || door.packages.some((allowed) => allowed.test(name)) ? [] : complaint;
  }
  if (STRANGERS.some(([one, other]) => one.test(from) && other.test(to))) return complaint;
  const allowed = [...door.mayImport, ...(typeOnly ? (door.mayImportTypes ?? []) : [])];
  const own = from.split('/').slice(0, door.room.split('/').length).join('/');
  return [own, ...allowed].some((place) => isIn(to, place)) ? [] : complaint;
}

function doorOf(path: string): Door | undefined {
  return DOORS.find(({ room }) => isIn(path, room));
}

function isIn(path: string, place: string): boolean {
  const folders = path.split('/');
  const wanted = place.split('/');
  if (place.includes('*') && folders.length <= wanted.length) return false;
  return wanted.every((name, i) => name === '*' || name === folders[i]);
}

function importsOf(path: string, nodes: readonly SyntaxNode[]): Import[] {
  return nodes.flatMap((node) => {
    const source = node['source'] as { readonly value?: unknown } | null | undefined;
    if (!/^(Import|Export)/.test(node.type) || typeof source?.value !== 'string') return [];
    const name = source.value.replace(/\?.*$/, '');
    const to = name.startsWith('.')
      ? posix.normalize(posix.join(posix.dirname(path), name))
      : `package ${name}`;
    const typeOnly = node['importKind'] === 'type' || node['exportKind'] === 'type';
    return [{ from: path, to, typeOnly }];
  });
}

/** Files that need each other, once for each way back; types count, because readers follow them. */
function cyclesIn(imports: readonly Import[]): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]) => {
    const back = trail.indexOf(path);
    if (back >= 0) cycles.push(`cycle: ${[...trail.slice(back), path].join(' → ')}`);
    if (back >= 0 || done.has(path)) return;
    for (const to of next.get(path) ?? []) visit(to, [...trail, path]);
    done.add(path);
  };
  for (const path of next.keys()) visit(path, []);
  return cycles;
}

/** Names that may give other results elsewhere or tomorrow. */
function inexact(path: string, nodes: readonly SyntaxNode[]): string[] {
  const names: string[] = [];
  const harmless = new Set<unknown>();
  for (const node of nodes) {
    // In `a.Date` and `{ Date: 1 }` the word is only a label.
    if (node.type === 'MemberExpression' && !node['computed']) {
      harmless.add(node['property']);
      const object = node['object'] as SyntaxNode;
      const property = (node['property'] as SyntaxNode)['name'];
      if (object['name'] === 'Math' && EXACT_MATH.has(String(property))) harmless.add(object);
      else if (object['name'] === 'Math') {
        harmless.add(object);
        names.push(`Math.${property}`);
      }
    } else if (node['key'] && !node['computed'] && !node['shorthand']) harmless.add(node['key']);
    const named = node.type === 'Identifier' && !harmless.has(node) ? String(node['name']) : '';
    if (REFUSED.has(named)) names.push(named);
  }
  return names.map((name) => `${path} uses ${name}`);
}

/** All nodes of a file, a parent before its children. */
function nodesOf(path: string, source: string): SyntaxNode[] {
  const nodes: SyntaxNode[] = [];
  const visit = (value: unknown) => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (value !== null && typeof value === 'object') {
      if ('type' in value) nodes.push(value as SyntaxNode);
      Object.values(value).forEach(visit);
    }
  };
  visit(parseAst(source, { lang: path.endsWith('x') ? 'tsx' : 'ts' }, path));
  return nodes;
}

function readTree(): Tree {
  const root = dirname(fileURLToPath(import.meta.url));
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => path.split(sep).join('/'));
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

test('every import of src has a door, no files need each other, nothing inexact is used', () => {
  const tree = readTree();
  expect(tree.size).toBeGreaterThan(10);
  expect(complaintsAbout(tree)).toEqual([]);
});

describe('the checker', () => {
  const about = (files: Record<string, string>) => complaintsAbout(new Map(Object.entries(files)));

  test.each([
    ['core/sifting/sift.ts', "import { x } from '../estimation/interval.ts';"],
    ['core/bits/bits.ts', "import { x } from '../random/stream.ts';"],
    ['core/random/stream.ts', "export * from '../../scenarios/run.ts';"],
    ['core/random/stream.ts', "import { useState } from 'react';"],
    ['scenarios/attacks/a/attack.ts', "import type { X } from '../b/attack.ts';"],
    ['scenarios/attacks/a/attack.ts', "import { x } from '../../record.ts';"],
    ['scenarios/protocols/bb84/alice.ts', "import { x } from './bob.ts';"],
    ['scenarios/run.ts', "const later = import('../worker/client.ts');"],
    ['content/lessons/01/lesson.ts', "import { runConfig } from '../../../scenarios/run.ts';"],
    ['worker/run.worker.ts', "import { x } from '../store/run.ts';"],
    ['store/run.ts', "import { runConfig } from '../scenarios/run.ts';"],
    ['ui/parts/Button.tsx', "import { x } from '../../store/run.ts'; const b = <b />;"],
    ['ui/panels/qber/Qber.tsx', "import { x } from '../ledger/Ledger.tsx';"],
    ['ui/App.tsx', "import { x } from '../core/bits/bits.ts';"],
  ])('refuses in %s: %s', (path, source) => {
    expect(about({ [path]: source })).toEqual([expect.stringContaining('may not import')]);
  });

  test.each([
    ['core/sifting/sift.ts', "import { x } from '../bits/bits.ts';"],
    ['scenarios/attacks/index.ts', "import { x } from './a/attack.ts';"],
    ['scenarios/protocols/bb84/alice.ts', "import { x } from './states.ts';"],
    ['store/run.ts', "import type { Run } from '../scenarios/run.ts';"],
    ['worker/client.ts', "const w = import('./run.worker.ts?worker&inline');"],
    ['ui/panels/qber/Qber.tsx', "import { x } from '../../charts/qber.chart.ts';"],
  ])('allows in %s: %s', (path, source) => {
    expect(about({ [path]: source })).toEqual([]);
  });

  test('finds files that no row of the table names', () => {
    expect(about({ 'utils/misc.ts': '', 'core/misc.ts': '' })).toEqual([
      'utils/misc.ts has no room',
      'core/misc.ts has no room',
    ]);
  });

  test('finds cycles, also through types', () => {
    const files = {
      'ui/a.ts': "import './b.ts';",
      'ui/b.ts': "import type { C } from './c.ts';",
      'ui/c.ts': "export { a } from './a.ts';",
    };
    expect(about(files)).toEqual(['cycle: ui/a.ts → ui/b.ts → ui/c.ts → ui/a.ts']);
  });

  test.each([
    ['Math.random()', 'Math.random'],
    ['Math.log(2) + Math.exp(1)', 'Math.log', 'Math.exp'],
    ["Math['sin'](1)", 'Math'],
    ['(({ cos }) => cos)(Math)', 'Math'],
    ['Date.now()', 'Date'],
    ['new Date()', 'Date'],
    ['performance.now()', 'performance'],
    ['globalThis.performance.now()', 'globalThis'],
  ])('finds in core: %s', (expression, ...names) => {
    const path = 'core/bits/bits.ts';
    expect(about({ [path]: `const x = ${expression};` })).toEqual(
      names.map((name) => `${path} uses ${name}`),
    );
  });

  test('allows exact arithmetic and mere words', () => {
    const source = `
      // Date, Math.random
      const exact = Math.sqrt(2) + Math.imul(3, 4) + 2 ** 3;
      const words = { Date: 'Math.sin', of: { performance: 1 } };
      const read = words.Date;`;
    expect(about({ 'core/bits/bits.ts': source })).toEqual([]);
    expect(about({ 'ui/App.tsx': 'const now = Date.now();' })).toEqual([]);
    expect(about({ 'core/bits/bits.test.ts': 'const now = Date.now();' })).toEqual([]);
  });
});
