import type { ConfigProblem } from './config.ts';
import type { FieldRule } from './config-fields.ts';
import { shown } from './config-problems.ts';

/** What is wrong with a list that may hold each of some names once; null if nothing is. */
export function setProblem(
  path: string,
  names: readonly string[],
  value: unknown,
): ConfigProblem | null {
  const allowed = `a list of ${names.join(', ')}, each at most once`;
  if (!Array.isArray(value)) {
    return { code: 'config/wrong-type', path, message: `got ${shown(value)}, allowed: ${allowed}` };
  }
  for (const [i, name] of value.slice(0, names.length + 1).entries()) {
    if (typeof name !== 'string') {
      const message = `got ${shown(name)}, allowed: ${allowed}`;
      return { code: 'config/wrong-type', path: `${path}/${i}`, message };
    }
    if (names.includes(name) && value.indexOf(name) === i) continue;
    const got = JSON.stringify(name.slice(0, 60));
    const message = `got ${got}${names.includes(name) ? ' twice' : ''}, allowed: ${allowed}`;
    return { code: 'config/out-of-range', path: `${path}/${i}`, message };
  }
  return null;
}

/** In the order of the rule, so that two ways to write one set are one configuration. */
export function ordered(names: readonly string[], rule: FieldRule): readonly string[] {
  return rule.kind === 'set' ? rule.values.filter((name) => names.includes(name)) : names;
}
