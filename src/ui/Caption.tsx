import { m } from 'framer-motion';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { type SayWords, useWords } from '../content/words/use-words.ts';
import type { KnowledgeView, Timeline } from '../scenarios/knowledge/view.ts';
import { playhead } from '../store/playhead.ts';
import { MOVES } from './motion-features.ts';
import { VerdictPill } from './parts/glyphs/VerdictPill.tsx';
import { letterText } from './stage/letter-text.ts';
import { describePhoton } from './stage/narrate.ts';
import { describeRound } from './stage/narrate-round.ts';
import { verdictWords } from './verdict-words.ts';

/** Picture only. */
const VERDICT_RISES_S = 0.2;
/** Picture only: stage units that a line of words under the stage may take. */
const ONE_LINE = 600;

/**
 * One line under the stage: what happened last, in words, and at the end how it ended. When the run
 * was played to its end, the verdict takes the focus (unless the page is in a frame of another).
 */
export function Caption({
  view,
  timeline,
  takesFocus = true,
}: {
  readonly view: KnowledgeView;
  readonly timeline: Timeline;
  readonly takesFocus?: boolean;
}) {
  const say = useWords();
  const { verdict } = view;
  const ended = verdict !== null && view.at >= timeline.length;
  const line = useRef<HTMLDivElement>(null);
  const playing = useStore(playhead, ({ playing }) => playing);
  const atEnd = useStore(playhead, ({ instant, length }) => instant >= length);
  const wasPlaying = useRef(false);
  useEffect(() => {
    if (playing) wasPlaying.current = true;
    else if (!atEnd) wasPlaying.current = false;
    else if (ended && wasPlaying.current) {
      wasPlaying.current = false;
      if (takesFocus) line.current?.focus();
    }
  }, [ended, atEnd, playing, takesFocus]);
  return (
    <div
      ref={line}
      tabIndex={-1}
      data-testid="caption"
      className="flex min-h-[34px] items-center justify-center px-4 text-center text-[13px] text-ink2 focus-visible:-outline-offset-2"
    >
      {ended ? (
        <m.div
          initial={MOVES && { opacity: 0, y: 4 }}
          animate={{ opacity: 1, y: 0 }}
          transition={{ duration: VERDICT_RISES_S }}
          className="flex flex-wrap items-center justify-center gap-x-3 gap-y-1 py-1"
        >
          <VerdictPill verdict={verdict.kind === 'verdict' ? verdict.verdict : verdict.kind} />
          <span className="font-semibold text-ink">{verdictWords(view, say)}</span>
        </m.div>
      ) : (
        <span className="line-clamp-3">{eventWords(view, timeline, say)}</span>
      )}
    </div>
  );
}

function eventWords(view: KnowledgeView, timeline: Timeline, say: SayWords): string {
  if (view.at === 0) return say('caption.start');
  const event = timeline.eventAt(view.at - 1);
  if (event.kind === 'pulse') {
    const { key, values } = describePhoton(view, event.pulse);
    return say(key, values).replace(/\s+/g, ' ').trim();
  }
  if (event.kind === 'round') {
    const told = describeRound(view, event.link);
    return told ? say(told.key, told.values) : '';
  }
  const letter = view.letters.findLast(({ index }) => index === event.index);
  if (!letter) return '';
  const { title, about } = letterText(letter, { twoLinks: false, width: ONE_LINE, say });
  const says = [title, about].filter(Boolean).join(', ');
  return say('caption.letter', { from: letter.writtenBy, to: letter.to, says });
}
