import { Fragment } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import { classes } from '../../parts/classes.ts';
import type { Strip } from './strip.ts';

/** Letters ← who sealed them ← how they know each other. A broken link dims what rests on it. */
export function DependencyStrip({
  strip,
  assumption,
}: {
  readonly strip: Strip;
  /** What the anchor takes for granted. */
  readonly assumption: string;
}) {
  const say = useWords();
  const { anchor, toAnchor, toSealer, dimmed } = strip;
  const boxes = [
    {
      id: 'letters',
      detail: say(toSealer === 'missing' ? 'trust.strip.no-seal' : 'trust.strip.letters.field'),
      dim: dimmed || toSealer === 'missing',
      broken: false,
      link: toSealer === 'missing' ? 'missing' : toAnchor === 'breaks' ? 'dim' : 'holds',
    },
    {
      id: 'sealer',
      detail: say('trust.strip.sealer.field'),
      dim: toAnchor === 'breaks',
      broken: false,
      link: toAnchor,
    },
    {
      id: 'anchor',
      detail: say(`trust.strip.anchor.${anchor}`, { assumption }),
      dim: false,
      broken: anchor !== 'whole',
      link: null,
    },
  ] as const;
  return (
    <ol
      aria-label={say('trust.strip')}
      className="flex @max-[700px]:flex-col @max-[700px]:items-stretch items-center"
    >
      {boxes.map(({ id, detail, dim, broken, link }) => (
        <Fragment key={id}>
          <li
            className={classes(
              'min-w-0 flex-1 rounded-[12px] border-[1.5px] px-3.5 py-2',
              broken
                ? 'border-eve border-dashed'
                : dim
                  ? 'border-line2 border-dashed'
                  : 'border-line2 bg-surface2',
            )}
          >
            <p
              className={classes(
                'font-[650] text-[14px] leading-[1.35]',
                dim ? 'text-ink3' : 'text-ink',
              )}
            >
              {say(`trust.strip.${id}`)}
            </p>
            <p className={classes('text-[12.5px] leading-[1.35]', dim ? 'text-ink3' : 'text-ink2')}>
              {detail}
              {dim && link !== 'breaks' && link !== 'missing' && (
                <span className="sr-only"> {say('trust.strip.falls')}</span>
              )}
            </p>
          </li>
          {link !== null && <Link state={link} />}
        </Fragment>
      ))}
    </ol>
  );
}

const LINK_WORDS = {
  holds: 'trust.strip.rests-on',
  dim: 'trust.strip.rests-on',
  breaks: 'trust.strip.no-rest',
  missing: 'trust.strip.nothing',
} as const;

function Link({ state }: { readonly state: 'holds' | 'dim' | 'breaks' | 'missing' }) {
  const say = useWords();
  return (
    <li className="flex w-[74px] flex-none flex-col items-center gap-0.5 py-1 text-[12px] text-ink2 @max-[700px]:w-auto @max-[700px]:flex-row @max-[700px]:justify-center @max-[700px]:gap-2">
      <span>{say(LINK_WORDS[state])}</span>
      <svg
        viewBox="0 0 54 20"
        aria-hidden="true"
        className={classes(
          'h-5 w-[54px] @max-[700px]:my-3 @max-[700px]:h-[13px] @max-[700px]:w-9 @max-[700px]:rotate-90',
          state === 'breaks' ? 'text-eve' : 'text-ink2',
        )}
        fill="none"
        stroke="currentColor"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        {state === 'breaks' || state === 'missing' ? (
          <path d="M3 10H17M37 10H51M29 2L23 9L31 12L25 18" />
        ) : (
          <path
            d="M3 10H51M44 4L51 10L44 16"
            strokeDasharray={state === 'dim' ? '3 5' : undefined}
          />
        )}
      </svg>
    </li>
  );
}
