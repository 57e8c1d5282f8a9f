import { type ReactNode, useRef } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import { Button } from '../../parts/Button.tsx';
import { classes } from '../../parts/classes.ts';

type Stage = 'send' | 'record' | 'q-day' | 'open';

/** Where the story is, and the button that takes it on. */
export function Stages({
  sent,
  qDay,
  busy,
  told,
  phone,
  says,
  onSend,
  onQDay,
  onCancel,
  onAgain,
}: {
  readonly sent: boolean;
  readonly qDay: boolean;
  readonly busy: boolean;
  /** The ends know of nobody who records and opens. */
  readonly told: boolean;
  readonly phone: boolean;
  /** Beside the stages, where there is room. */
  readonly says: ReactNode;
  readonly onSend: () => void;
  readonly onQDay: (comes: boolean) => void;
  readonly onCancel: () => void;
  readonly onAgain: () => void;
}) {
  const say = useWords();
  const next = useRef<HTMLButtonElement>(null);
  const all: readonly Stage[] = told ? ['send', 'record', 'q-day', 'open'] : ['send', 'q-day'];
  const here: Stage = !sent
    ? 'send'
    : !qDay
      ? told
        ? 'record'
        : 'send'
      : told && !busy
        ? 'open'
        : 'q-day';
  const startOver = () => {
    // That button is gone then.
    next.current?.focus();
    onAgain();
  };
  const at = all.indexOf(here);
  return (
    <div
      className={classes(
        'flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-4 py-1.5',
        phone && 'justify-between',
      )}
    >
      <ol
        className="flex items-center gap-1.5 text-[13px] max-[599px]:w-full max-[599px]:justify-between"
        aria-label={say('later.stage')}
      >
        {all.map((stage, i) => (
          <li key={stage} className="flex items-center gap-1.5">
            {i > 0 && <span aria-hidden="true" className="h-px w-5 bg-ink3 max-[599px]:hidden" />}
            <span
              aria-current={stage === here ? 'step' : undefined}
              className={classes(
                'whitespace-nowrap rounded-full border px-2.5 py-px',
                stage === here
                  ? 'border-ink font-bold text-ink'
                  : i < at
                    ? 'border-transparent text-ink'
                    : 'border-transparent text-ink3',
              )}
            >
              {say(`later.stage.${stage}`)}
            </span>
          </li>
        ))}
      </ol>
      {says && <div className="min-w-0 flex-1 border-line border-l pl-4">{says}</div>}
      <div className={classes('flex gap-2', phone ? 'w-full' : 'ml-auto')}>
        {sent && (
          <Button
            onClick={busy ? onCancel : startOver}
            size={phone ? 'normal' : 'small'}
            className={phone ? 'flex-1' : 'min-w-[92px]'}
          >
            {say(busy ? 'later.cancel' : 'later.again')}
          </Button>
        )}
        <Button
          ref={next}
          look="primary"
          // One button the whole way, so that the focus stays on it.
          onClick={({ detail }) => {
            // The second half of a double click is not meant for what the button says next.
            if (detail > 1) return;
            if (sent) onQDay(!qDay);
            else onSend();
          }}
          size={phone ? 'normal' : 'small'}
          className={phone ? 'flex-1' : 'min-w-[140px]'}
        >
          {say(
            !sent
              ? told
                ? 'later.send'
                : 'later.send.ends'
              : qDay
                ? 'later.off-q-day'
                : 'later.to-q-day',
          )}
        </Button>
      </div>
    </div>
  );
}
