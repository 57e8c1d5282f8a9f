import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useWords } from '../../content/words/use-words.ts';
import { IconButton } from './IconButton.tsx';
import { CloseIcon } from './icons.tsx';

/** A sheet over the page, by the browser's own modal dialog: it holds the focus and gives it back. */
export function Dialog({
  title,
  onClose,
  children,
  wide = false,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly wide?: boolean;
}) {
  const say = useWords();
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={box}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // A press on the ground around the sheet closes it; the sheet itself fills the dialog's box.
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      onKeyDown={(event) => event.stopPropagation()}
      className={`m-auto max-h-[calc(100dvh-32px)] ${wide ? 'w-[min(760px,calc(100vw-32px))]' : 'w-[min(520px,calc(100vw-32px))]'} overflow-hidden rounded-[14px] border border-line bg-surface p-0 text-ink shadow-card backdrop:bg-[rgb(13_17_24/.45)]`}
    >
      <div className="flex max-h-[calc(100dvh-34px)] flex-col">
        <div className="flex items-center justify-between gap-3 border-line border-b py-2.5 pr-2.5 pl-5">
          <h2 id={id} className="font-bold text-[17px] tracking-[-.01em]">
            {title}
          </h2>
          <IconButton label={say('parts.close')} onClick={onClose}>
            <CloseIcon />
          </IconButton>
        </div>
        <div className="min-h-0 overflow-y-auto px-5 py-4">{children}</div>
      </div>
    </dialog>
  );
}
