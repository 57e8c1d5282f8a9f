/** One round trip of Correct in one sentence, as far as this observer can tell. */
import type { KnowledgeView } from '../../scenarios/knowledge/view.ts';
import type { Narration } from './narration.ts';
import { lastRound } from './rounds.ts';

export function describeRound(view: KnowledgeView, link: 0 | 1): Narration | null {
  const correction = view.correction(link);
  const answer = lastRound(view, link).find(({ kind }) => kind === 'parities');
  if (!correction || !answer) return null;
  const names = { asks: answer.to, answers: answer.writtenBy };
  if (answer.spoken === null) return { key: 'narrate.round.unknown', values: names };
  const { pass, blocks, length, parities, asked } = answer.spoken;
  if (!asked) return { key: 'narrate.round.opening', values: { ...names, pass: pass + 1, blocks } };
  const error = correction.found > 0 ? correction.error(correction.found - 1) : null;
  if (error?.round === correction.roundsDone - 1) {
    return { key: 'narrate.round.found', values: { ...names, place: error.position + 1 } };
  }
  return blocks === 1
    ? { key: 'narrate.round.one', values: { ...names, length, parity: parities[0] ?? 0 } }
    : { key: 'narrate.round.many', values: { ...names, blocks } };
}
