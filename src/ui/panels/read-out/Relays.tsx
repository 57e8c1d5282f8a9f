/** Boxes that see the key, counted: at both ends, and at every relay that a key of light passes through. */
import { useWords } from '../../../content/words/use-words.ts';
import { MOST_RELAYS } from '../../../store/read-out.ts';
import { classes } from '../../parts/classes.ts';
import { KeyMark } from '../../parts/glyphs/marks.tsx';
import { IconButton } from '../../parts/IconButton.tsx';
import { MinusIcon, PlusIcon } from '../../parts/icons.tsx';

const ENDS = 2;

export function Relays({
  relays,
  onChange,
}: {
  readonly relays: number;
  readonly onChange: (relays: number) => void;
}) {
  const say = useWords();
  const what = say('read-out.relays');
  return (
    <section aria-label={say('read-out.boxes')} className="border-line border-t px-4 py-1.5">
      <div className="flex flex-wrap items-center gap-x-3">
        <h3 className="font-[650] text-[14px] text-ink">{say('read-out.boxes')}</h3>
        <div className="ml-auto flex items-center gap-1 text-[13px] text-ink2">
          {what}
          <IconButton
            label={say('parts.less', { what })}
            disabled={relays <= 0}
            onClick={() => onChange(relays - 1)}
          >
            <MinusIcon />
          </IconButton>
          <output aria-label={what} className="w-4 text-center font-semibold text-ink tabular-nums">
            {relays}
          </output>
          <IconButton
            label={say('parts.more', { what })}
            disabled={relays >= MOST_RELAYS}
            onClick={() => onChange(relays + 1)}
          >
            <PlusIcon />
          </IconButton>
        </div>
      </div>
      <div className="mt-0.5 grid gap-x-6 gap-y-2 @min-[760px]:grid-cols-2">
        <Chain name={say('read-out.chain.qkd')} relays={relays} seeing />
        <Chain name={say('read-out.chain.agreed')} relays={relays} seeing={false} />
      </div>
      <p className="mt-1 text-[12px] text-ink2 leading-[1.4]">{say('read-out.relays.note')}</p>
    </section>
  );
}

/** `seeing`: what lies between the ends holds the key for a moment; otherwise it only passes bytes on. */
function Chain({
  name,
  relays,
  seeing,
}: {
  readonly name: string;
  readonly relays: number;
  readonly seeing: boolean;
}) {
  const say = useWords();
  const boxes = ENDS + (seeing ? relays : 0);
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <p className="text-[13px] text-ink2 leading-[1.35]">
        {name}{' '}
        <b className="whitespace-nowrap text-ink">{say('read-out.boxes.count', { boxes })}</b>
      </p>
      <div aria-hidden="true" className="flex max-w-[420px] items-center">
        <Box end="alice" />
        {Array.from({ length: relays }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a relay is its place.
          <Between key={at} seeing={seeing} />
        ))}
        <span className="h-0.5 min-w-2 flex-1 bg-line2" />
        <Box end="bob" />
      </div>
    </div>
  );
}

function Between({ seeing }: { readonly seeing: boolean }) {
  return (
    <>
      <span className="h-0.5 min-w-2 flex-1 bg-line2" />
      {seeing ? (
        <span className="flex h-8 w-9 flex-none items-center justify-center rounded-[8px] border-2 border-ink bg-surface text-ink">
          <KeyMark className="size-4" />
        </span>
      ) : (
        <span className="size-3 flex-none rounded-full border-2 border-ink3 bg-surface" />
      )}
    </>
  );
}

function Box({ end }: { readonly end: 'alice' | 'bob' }) {
  return (
    <span
      className={classes(
        'flex h-8 w-9 flex-none items-center justify-center rounded-[8px] border-2 text-ink',
        end === 'alice' ? 'border-alice bg-alice-t' : 'border-bob bg-bob-t',
      )}
    >
      <KeyMark className="size-4" />
    </span>
  );
}
