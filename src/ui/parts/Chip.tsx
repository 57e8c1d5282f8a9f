import type { ReactNode } from 'react';
import { useWords } from '../../content/words/use-words.ts';

/** A small fact in a pill. */
function Chip({ children }: { readonly children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap rounded-full border border-line2 px-[9px] py-px font-medium text-[12px] text-ink2">
      {children}
    </span>
  );
}

/** Marks what no actor can see. */
export function OnlyYouChip() {
  return <Chip>{useWords()('parts.only-you')}</Chip>;
}
