import { useStore } from 'zustand';
import { useWords } from '../content/words/use-words.ts';
import { dismiss, noticeStore } from '../store/notices.ts';
import { Notice } from './parts/Notice.tsx';

/** What the viewer should know, above the screen's contents, until closed. */
export function Notices() {
  const say = useWords();
  const notices = useStore(noticeStore, ({ notices }) => notices);
  if (notices.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      {notices.map(({ id, key, values }) => (
        <Notice key={id} onDismiss={() => dismiss(id)}>
          {say(key, values)}
        </Notice>
      ))}
    </div>
  );
}
