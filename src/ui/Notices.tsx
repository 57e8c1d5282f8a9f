import { useStore } from 'zustand';
import { useWords } from '../content/words/use-words.ts';
import { dismiss, type Notice as NoticeText, noticeStore } from '../store/notices.ts';
import { Notice } from './parts/Notice.tsx';

/** What the viewer should know, above the screen's contents, until closed. */
export function Notices() {
  const notices = useStore(noticeStore, ({ notices }) => notices);
  if (notices.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      {notices.map((notice) => (
        <OneNotice key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

/** The same in the free middle of a wide bar, where it moves nothing: the newest; the next when it is closed. */
export function NoticeInBar() {
  const newest = useStore(noticeStore, ({ notices }) => notices.at(-1));
  return (
    <div className="relative min-w-0 flex-1 self-stretch">
      {newest && (
        // A long one hangs over the edge of the bar.
        <div className="absolute inset-x-0 top-1.5 z-20 flex justify-center">
          <OneNotice
            key={newest.id}
            notice={newest}
            className="!items-center !py-0.5 min-h-10 max-w-full leading-[1.3]"
          />
        </div>
      )}
    </div>
  );
}

function OneNotice({
  notice: { id, key, values },
  className = '',
}: {
  readonly notice: NoticeText;
  readonly className?: string;
}) {
  const say = useWords();
  return (
    <Notice onDismiss={() => dismiss(id)} className={className}>
      {say(key, values)}
    </Notice>
  );
}
