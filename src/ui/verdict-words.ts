/** How a run ended, in one or two sentences, as far as an observer can tell. */
import type { SayWords, WordKey } from '../content/words/use-words.ts';
import type { KnowledgeView, VerdictView } from '../scenarios/knowledge/view.ts';
import { stoppedBy } from './stage/reading.ts';

type Ended = Extract<VerdictView, { kind: 'verdict' }>;

export function verdictWords(view: KnowledgeView, say: SayWords): string {
  const { verdict } = view;
  if (verdict === null) return '';
  switch (verdict.kind) {
    case 'no-key-for-me':
      return say('narrate.no-key-for-me', { on: verdict.wentOn ? 'yes' : 'no' });
    case 'silence':
      return say('narrate.silence');
    default:
      return endedWords(view, verdict, say);
  }
}

function endedWords(view: KnowledgeView, ended: Ended, say: SayWords): string {
  const by = stoppedBy(view);
  if (ended.verdict === 'fooled') {
    // After a one-sided theft the robbed end stops, and the other holds a key with Eve.
    if (by === 'alice' || by === 'bob') return say('caption.fooled-one', { by });
    return say(view.twoLinks ? 'caption.fooled' : 'caption.fooled-all');
  }
  if (ended.verdict === 'key') return keyWords(view, say);
  const stop =
    by === null || ended.step === null ? '' : say('caption.stop', { by, step: ended.step });
  return say(reasonOf(view, ended), { stop }).trim();
}

function keyWords(view: KnowledgeView, say: SayWords): string {
  const { observer } = view;
  const own = observer === 'alice' || observer === 'bob' ? observer : null;
  const bits = (view.key(own ?? 'alice') ?? view.key('bob'))?.bits ?? 0;
  return own ? say('caption.key.own', { who: own, bits }) : say('caption.key', { bits });
}

/** The same verdict has several causes; the last letter, or the step, says which. */
function reasonOf(view: KnowledgeView, { verdict, step }: Ended): WordKey {
  const last = view.letters.findLast(({ kind }) => kind === 'decision')?.content;
  const reason = last?.kind === 'decision' && !last.go ? last.reason : null;
  switch (verdict) {
    case 'stopped-errors':
      if (reason === 'unequal') return 'caption.unequal';
      return step === 3 ? 'caption.not-corrected' : 'caption.stopped-errors';
    case 'stopped-seal':
      return reason === 'stranger' ? 'caption.stranger' : 'caption.stopped-seal';
    case 'stopped-short':
      if (reason === 'pool-dry') return 'caption.pool-dry';
      return step === 4 ? 'caption.nothing-secret' : 'caption.stopped-short';
    default:
      return `caption.${verdict}`;
  }
}
