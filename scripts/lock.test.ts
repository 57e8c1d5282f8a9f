import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from './lib/paths.mjs';

interface Package {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
type Lock = Readonly<Record<string, Package>>;

/** Names that a package wants for some platform and that no entry stands for. */
function missingFrom(lock: Lock): string[] {
  return Object.entries(lock).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !foldersSeenFrom(path).some((folder) => lock[`${folder}${name}`]))
      .map((name) => `${path || 'the project'} wants ${name}`),
  );
}

/** Where Node looks for a package's dependencies: its own folder and those around it. */
function foldersSeenFrom(path: string): string[] {
  const steps = path.split('/node_modules/');
  const around = steps.map(
    (_, i) => `${steps.slice(0, i + 1).join('/node_modules/')}/node_modules/`,
  );
  return path === '' ? ['node_modules/'] : ['node_modules/', ...around];
}

const lock: Lock = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')).packages;

test('the lock file has an entry for every native build of every platform', () => {
  // npm leaves one out without a word when the registry lacks it; npm ci then stops elsewhere.
  expect(missingFrom(lock)).toEqual([]);
});

test('the lock file names no registry', () => {
  expect(Object.values(lock).flatMap(({ resolved }) => resolved ?? [])).toEqual([]);
});

test('a missing entry is found, a nested one accepted', () => {
  const wants = { optionalDependencies: { native: '1' } };
  expect(missingFrom({ 'node_modules/a': wants })).toEqual(['node_modules/a wants native']);
  expect(missingFrom({ 'node_modules/a': wants, 'node_modules/native': {} })).toEqual([]);
  const nested = { 'node_modules/a': wants, 'node_modules/a/node_modules/native': {} };
  expect(missingFrom(nested)).toEqual([]);
});
