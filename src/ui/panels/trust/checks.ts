/** The verifier's checks, those of one name on one line. */
import type { IntroductionView } from '../../../scenarios/knowledge/view.ts';

type Check = IntroductionView['judged']['checks'][number];

export interface CheckLine {
  readonly name: Check['name'];
  /** Failed if one did; skipped if none was made. */
  readonly result: Check['result'];
  readonly passed: number;
  readonly made: number;
  /** What they were about, in the order of the checks. */
  readonly about: readonly { readonly what: string; readonly result: Check['result'] }[];
}

export function checkLines(checks: readonly Check[]): CheckLine[] {
  const byName = new Map<Check['name'], Check[]>();
  for (const check of checks) {
    byName.set(check.name, [...(byName.get(check.name) ?? []), check]);
  }
  return [...byName].map(([name, same]) => {
    const passed = same.filter(({ result }) => result === 'passed').length;
    const failed = same.some(({ result }) => result === 'failed');
    return {
      name,
      result: failed ? 'failed' : passed > 0 ? 'passed' : 'skipped',
      passed,
      made: same.filter(({ result }) => result !== 'skipped').length,
      about: same.map(({ about, result }) => ({ what: about, result })),
    };
  });
}
