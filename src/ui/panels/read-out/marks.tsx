/** Small drawings of this screen: the tool, a drawer of a device, a door that opened or did not. */
import { useWords } from '../../../content/words/use-words.ts';
import type { MemoryView } from '../../../scenarios/knowledge/read-out-view.ts';
import { classes } from '../../parts/classes.ts';
import { EyeMark, KeyMark } from '../../parts/glyphs/marks.tsx';
import { HATCH } from '../../parts/hatch.ts';

/** A plug with two pins and a cable. It is Eve's, and so is its colour. */
export function ToolMark({ className }: { readonly className?: string }) {
  return (
    <svg
      viewBox="0 0 28 28"
      aria-hidden="true"
      className={className}
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="M10.5 20v4.5M17.5 20v4.5" />
      <path d="M7.5 12.5h13V17a3 3 0 0 1-3 3h-7a3 3 0 0 1-3-3Z" className="fill-surface" />
      <path d="M14 12.5V9c0-3 2-4.5 5-4.5h3" />
    </svg>
  );
}

/** What lies in one drawer: a key, an empty place where one was erased, or nothing yet. */
export function DrawerMark({ item }: { readonly item: MemoryView | undefined }) {
  const look = !item || item.state === 'not-made' ? 'empty' : item.state;
  return (
    <span
      aria-hidden="true"
      style={item?.eveHas ? { backgroundImage: HATCH } : undefined}
      className={classes(
        'hatched relative flex h-[18px] w-[26px] flex-none items-center justify-center rounded-[5px] border-[1.5px]',
        look === 'empty' && 'border-line2',
        look === 'erased' && 'border-ink3 border-dashed',
        look !== 'empty' && look !== 'erased' && (item?.eveHas ? 'border-eve' : 'border-ink'),
      )}
    >
      {look !== 'empty' && look !== 'erased' && <KeyMark className="size-3.5 text-ink" />}
    </span>
  );
}

/** Whether the recorded envelope opened: word, icon and fill all differ. */
export function OpenPill({ opens }: { readonly opens: boolean }) {
  const say = useWords();
  const shape =
    'inline-flex h-[26px] items-center gap-1.5 whitespace-nowrap rounded-pill border-[1.5px] bg-surface pr-3 pl-2 font-semibold text-[12.5px] text-ink';
  if (opens) {
    return (
      <span className={`hatched ${shape} border-eve`} style={{ backgroundImage: HATCH }}>
        <EyeMark className="size-4 flex-none text-eve" />
        <span className="-mx-1 rounded-sm bg-surface px-1">{say('read-out.opened')}</span>
      </span>
    );
  }
  return (
    <span className={`${shape} border-ink`}>
      <svg
        viewBox="0 0 16 16"
        aria-hidden="true"
        className="size-3.5 flex-none"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinejoin="round"
      >
        <path d="M1.5 3.5h13v9h-13Z M1.5 4l6.5 5 6.5-5" />
      </svg>
      {say('read-out.closed')}
    </span>
  );
}
