import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { fields } from '../src/scenarios/config-fields.ts';
import { inProject } from './lib/paths.mjs';

const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'ARCHITECTURE.md',
  'docs/boxes.md',
  'src/README.md',
];
const FOLDERS = ['src', 'e2e', 'scripts', 'public', 'docs', '.ci'];
/** Made by a command, so not in a fresh checkout. */
const MADE = /^(dist|node_modules|\.shots)\b/;

interface Project {
  readonly has: (path: string) => boolean;
  readonly scripts: Readonly<Record<string, string>>;
}

/** What claims to be a file or folder: local links, and words in backticks that look like one. */
function pathsIn(text: string): string[] {
  const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)];
  const words = [...text.matchAll(/`([^`\n]+)`/g)].filter(([, word = '']) => isPath(word));
  return [...links, ...words].map(([, path = '']) => path);
}

/** An ending, a slash at the end, or a known start. */
function isPath(word: string): boolean {
  return (
    /^[\w.@/-]+$/.test(word) &&
    (/\/$|[\w-]\.(tsx?|mjs|js|json|md|css|html|svg|png|ya?ml)$/.test(word) ||
      FOLDERS.some((folder) => word.startsWith(`${folder}/`)))
  );
}

/** What a document says about the tree and is not so. Rooms may be named as seen from src. */
function untrue(document: string, text: string, { has, scripts }: Project): string[] {
  const paths = pathsIn(text)
    .filter((path) => !MADE.test(path))
    .filter((path) => ![path, `${dirname(document)}/${path}`, `src/${path}`].some(has));
  const commands = [...text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(
    ([, name = '']) => name,
  );
  return [...paths, ...commands.filter((name) => !scripts[name]).map((name) => `npm run ${name}`)];
}

const project: Project = {
  has: (path) => existsSync(inProject(path)),
  scripts: JSON.parse(readFileSync(inProject('package.json'), 'utf8')).scripts,
};
const written = DOCUMENTS.filter((document) => project.has(document));

test.each(written)('%s names only files and commands that exist', (document) => {
  const text = readFileSync(inProject(document), 'utf8');
  expect(pathsIn(text), 'paths it names').not.toEqual([]);
  expect(untrue(document, text, project)).toEqual([]);
});

test('a wrong path and a wrong command are found, other words are not taken for paths', () => {
  const text =
    'See `src/gone.ts`, `core/bits/`, `old/`, `gone.md`, `bb84.ts`, `dist/`, `src/<name>/`, `alice/bit`. ' +
    'Run `npm run sim` or `npm run --silent nothing`. ' +
    'Links: [a](lost.txt), [b](src/bb84.ts#top), [c](https://example.org/x.md), [d](#here).';
  const has = (path: string) => ['src/core/bits/', 'src/bb84.ts'].includes(path);
  expect(untrue('src/README.md', text, { has, scripts: { sim: 'x' } })).toEqual([
    'lost.txt',
    'src/gone.ts',
    'old/',
    'gone.md',
    'npm run nothing',
  ]);
});

/** Rows `| \`path\` | meaning | range | default |` of the document on fields. */
function fieldRows(text: string) {
  return [...text.matchAll(/^\| `([\w.]+)` \| .* \| ([^|]+) \| ([^|]+) \|$/gm)].map(
    ([, path = '', range = '', byDefault = '']) => ({ path, range, byDefault }),
  );
}

test('docs/boxes.md gives ranges and defaults as the field table has them', () => {
  const rows = fieldRows(readFileSync(inProject('docs/boxes.md'), 'utf8'));
  expect(rows.length).toBeGreaterThan(10);
  for (const { path, range, byDefault } of rows) {
    const rule = fields[path];
    if (rule?.kind === 'number') {
      expect({ path, range, byDefault }).toEqual({
        path,
        range: `${rule.min}…${rule.max}`,
        byDefault: String(rule.byDefault),
      });
    } else if (rule?.kind === 'switch') {
      expect({ path, byDefault }).toEqual({ path, byDefault: String(rule.byDefault) });
    } else {
      expect(['set', 'decoys'], path).toContain(rule?.kind);
      expect(byDefault, path).toBe('none');
    }
  }
});
