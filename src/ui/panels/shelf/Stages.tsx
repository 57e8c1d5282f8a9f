import { useWords } from '../../../content/words/use-words.ts';
import { Button } from '../../parts/Button.tsx';
import { classes } from '../../parts/classes.ts';

/** Where the story is, and the button that takes it on. */
export function Stages({
  sent,
  qDay,
  busy,
  told,
  phone,
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
  readonly onSend: () => void;
  readonly onQDay: (comes: boolean) => void;
  readonly onCancel: () => void;
  readonly onAgain: () => void;
}) {
  const say = useWords();
  const all = told ? (['send', 'record', 'q-day', 'open'] as const) : (['send', 'q-day'] as const);
  const here = !sent
    ? 'send'
    : !qDay
      ? told
        ? 'record'
        : 'send'
      : told && !busy
        ? 'open'
        : 'q-day';
  const at = all.findIndex((stage) => stage === here);
  return (
    <div
      className={classes(
        'flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-4 py-2',
        phone && 'justify-between',
      )}
    >
      <ol className="flex items-center gap-1.5 text-[13px]" aria-label={say('later.stage')}>
        {all.map((stage, i) => (
          <li key={stage} className="flex items-center gap-1.5">
            {i > 0 && <span aria-hidden="true" className="h-px w-3 bg-ink3 min-[600px]:w-5" />}
            <span
              aria-current={stage === here ? 'step' : undefined}
              className={classes(
                'rounded-full border px-2.5 py-px',
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
      <div className={classes('flex gap-2', phone ? 'w-full' : 'ml-auto')}>
        {sent && (
          <Button onClick={busy ? onCancel : onAgain} className={phone ? 'flex-1' : ''}>
            {say(busy ? 'later.cancel' : 'later.again')}
          </Button>
        )}
        <Button
          look="primary"
          // One button the whole way, so that the focus stays on it.
          onClick={sent ? () => onQDay(!qDay) : onSend}
          className={phone ? 'flex-1' : 'min-w-[150px]'}
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
