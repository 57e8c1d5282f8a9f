import type { ConfigProblem, RunConfig } from '../../../scenarios/config.ts';

/** What each fold of the tools is given. */
export interface SectionProps {
  readonly config: RunConfig;
  readonly problems: readonly ConfigProblem[];
  readonly onChange: (path: string, value: unknown) => void;
  readonly onChangeAll: (values: Readonly<Record<string, unknown>>) => void;
}
