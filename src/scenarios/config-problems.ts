import type { ConfigProblem } from './config.ts';

export function contradiction(path: string, message: string): ConfigProblem {
  return { code: 'config/contradiction', path: `/${path.replaceAll('.', '/')}`, message };
}
