/** A session, and a copy of every letter that crossed its line; only tests import it. */
import type { KeyEstablishment } from '../config.ts';
import { configFromDifferences } from '../config-parse.ts';
import { runSession } from '../execute.ts';
import type { TalkLink } from '../link/talk.ts';
import type { Tape } from '../link/tape.ts';
import type { RecordedLetter } from './read-letters.ts';

export interface CopiedSession {
  readonly link: TalkLink;
  readonly recorded: readonly RecordedLetter[];
}

export function copiedSession(
  differences: Readonly<Record<string, unknown>>,
  means: KeyEstablishment = 'qkd',
): CopiedSession {
  const parsed = configFromDifferences(differences);
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  const tape: Tape = [];
  const { talk } = runSession(parsed.config, { means, tape });
  return { link: talk.links[0]!, recorded: tape };
}
