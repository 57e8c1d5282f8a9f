import type { ReactNode } from 'react';
import { useWords } from '../../content/words/use-words.ts';
import { classes } from './classes.ts';
import { IconButton } from './IconButton.tsx';
import { CloseIcon } from './icons.tsx';

/** A sentence that matters now, with what can be done about it. Calm: ink, no alarm colours. */
export function Notice({
  title,
  children,
  actions,
  onDismiss,
  urgent = false,
  className,
}: {
  readonly title?: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  readonly onDismiss?: (() => void) | undefined;
  /** Interrupts a screen reader; for what stops the reader's own action. */
  readonly urgent?: boolean;
  readonly className?: string;
}) {
  const say = useWords();
  return (
    <div
      role={urgent ? 'alert' : 'status'}
      className={classes(
        'flex items-start gap-3 rounded-[12px] border border-ink3 bg-surface2 px-4 py-3 text-[13px] text-ink2',
        className,
      )}
    >
      <div className="min-w-0 flex-1">
        {title !== undefined && <p className="font-[650] text-[14px] text-ink">{title}</p>}
        <div className="break-words">{children}</div>
        {actions !== undefined && <div className="mt-2.5 flex flex-wrap gap-2">{actions}</div>}
      </div>
      {onDismiss && (
        <IconButton label={say('parts.close')} onClick={onDismiss} className="-my-2 -mr-2">
          <CloseIcon />
        </IconButton>
      )}
    </div>
  );
}
