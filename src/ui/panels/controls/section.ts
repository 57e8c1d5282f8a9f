import type { ConfigProblem, RunConfig } from '../../../scenarios/config.ts';

/** What each fold of the tools is given. */
export interface SectionProps {
  readonly config: RunConfig;
  readonly problems: readonly ConfigProblem[];
  readonly onChange: (path: string, value: unknown) => void;
  readonly onChangeAll: (values: Readonly<Record<string, unknown>>) => void;
}

/** What comes after the first view, in two places: under Eve's attacks, and below. */
export interface LowerProps extends SectionProps {
  readonly part: 'tricks' | 'folds';
}
