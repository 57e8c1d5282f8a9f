/** Signs of how far a statement was checked: shape and word, no colour. */
import { useWords } from '../../../content/words/use-words.ts';

export type Status = 'checked' | 'secondary' | 'not-verified';

/** A tick in a ring, a quotation, a question in a broken ring; always with the word. */
export function StatusMark({ status }: { readonly status: Status }) {
  const say = useWords();
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap font-semibold text-[12px] text-ink">
      <svg
        viewBox="0 0 16 16"
        className="size-4 shrink-0 stroke-ink"
        aria-hidden="true"
        fill="none"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <circle
          cx="8"
          cy="8"
          r="6.6"
          strokeDasharray={status === 'not-verified' ? '2.6 2.6' : undefined}
        />
        {status === 'checked' && <path d="m5 8.3 2.1 2.1L11.2 6" />}
        {status === 'secondary' && <path d="M6.6 6v1.6L5.4 9.6M10.8 6v1.6L9.6 9.6" />}
        {status === 'not-verified' && (
          <path d="M6.2 6.4a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.8.6-.8 1.1M8 11.3v.1" />
        )}
      </svg>
      {say(`cards.status.${status}`)}
    </span>
  );
}
