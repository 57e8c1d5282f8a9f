import type { ConfigProblem } from './config.ts';

export function contradiction(path: string, message: string): ConfigProblem {
  return { code: 'config/contradiction', path: `/${path.replaceAll('.', '/')}`, message };
}

/** What was given, in a message. Lists and objects are not spelled out: they may be of any depth. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
