import { useState } from 'react';
import { useWords } from '../../content/words/use-words.ts';
import { formatCount } from '../format.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { IconButton } from '../parts/IconButton.tsx';
import { MinusIcon, PlusIcon } from '../parts/icons.tsx';

interface Answer {
  readonly id: number;
  readonly text: string;
  readonly count: number;
}

const BLANK: readonly Answer[] = [0, 1, 2].map((id) => ({ id, text: '', count: 0 }));

/** What the class expects, typed and counted by the teacher. It stays on this page and is not kept. */
export function Tally() {
  const say = useWords();
  const [answers, setAnswers] = useState(BLANK);
  const [counting, setCounting] = useState(false);
  const all = answers.reduce((sum, { count }) => sum + count, 0);
  const named = (answer: Answer) =>
    answer.text || say('present.tally-answer', { n: answer.id + 1 });
  const leading = answers.reduce((best, answer) => (answer.count > best.count ? answer : best));
  return (
    <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-[17px] text-ink2">
      {all > 0 && (
        <span>
          {say('present.tally')} <b className="font-bold text-ink">{named(leading)}</b> (
          {say('present.of', { count: formatCount(leading.count), all: formatCount(all) })})
        </span>
      )}
      <Button size="small" onClick={() => setCounting(true)}>
        {say(all > 0 ? 'present.tally-edit' : 'present.tally-empty')}
      </Button>
      {counting && (
        <Dialog title={say('present.tally-title')} onClose={() => setCounting(false)}>
          <p className="mb-3 text-[13px] text-ink2">{say('present.tally-more')}</p>
          {answers.map((answer) => {
            const name = say('present.tally-answer', { n: answer.id + 1 });
            const change = (next: Partial<Answer>) =>
              setAnswers(answers.map((old) => (old.id === answer.id ? { ...old, ...next } : old)));
            return (
              <div key={answer.id} className="flex items-center gap-2 py-1">
                <input
                  aria-label={name}
                  placeholder={name}
                  value={answer.text}
                  maxLength={40}
                  onChange={(event) => change({ text: event.target.value })}
                  className="h-11 min-w-0 flex-1 rounded-tile border border-ink3 bg-surface px-3 text-[15px] text-ink placeholder:text-ink3"
                />
                <IconButton
                  label={say('parts.less', { what: named(answer) })}
                  disabled={answer.count === 0}
                  onClick={() => change({ count: answer.count - 1 })}
                >
                  <MinusIcon />
                </IconButton>
                <output className="min-w-8 text-center font-semibold text-[15px] text-ink tabular-nums">
                  {formatCount(answer.count)}
                </output>
                <IconButton
                  label={say('parts.more', { what: named(answer) })}
                  onClick={() => change({ count: answer.count + 1 })}
                >
                  <PlusIcon />
                </IconButton>
              </div>
            );
          })}
        </Dialog>
      )}
    </div>
  );
}
