/** What stands in a way's column, whether all stand side by side or one at a time. */
import { useWords } from '../../../content/words/use-words.ts';
import type { KeyEstablishment } from '../../../scenarios/config.ts';
import { formatPercent } from '../../format.ts';
import { Button } from '../../parts/Button.tsx';
import { VerdictPill } from '../../parts/glyphs/VerdictPill.tsx';
import { type DrawPortrait, WayPicture } from './WayPicture.tsx';
import type { WayFacts } from './WayRows.tsx';

export function Ending({ facts: { view, state, share } }: { readonly facts: WayFacts }) {
  const say = useWords();
  if (view?.ending) {
    const { ending } = view;
    return <VerdictPill verdict={ending.kind === 'verdict' ? ending.verdict : ending.kind} />;
  }
  if (state === 'done') return null;
  return (
    <span className="whitespace-nowrap text-[12px] text-ink2 tabular-nums leading-[26px]">
      {state === 'running' && share !== null ? formatPercent(share, 0) : say(`side.state.${state}`)}
    </span>
  );
}

export function PictureOrWhy({
  facts,
  draw,
  onRun,
}: {
  readonly facts: WayFacts;
  readonly draw: DrawPortrait;
  readonly onRun: (means: KeyEstablishment) => void;
}) {
  const say = useWords();
  const { means, view, state } = facts;
  if (view) return <WayPicture view={view} draw={draw} />;
  const stands = state === 'running' || state === 'waiting';
  return (
    <div
      className="mx-auto flex aspect-[224/146] w-full max-w-[350px] flex-col items-center justify-center gap-3 rounded-[12px] bg-surface2 px-3 text-center text-[13px] text-ink2"
      aria-busy={stands}
    >
      {state !== 'done' && say(`side.run.${state}`)}
      {!stands && (
        <Button size="small" onClick={() => onRun(means)}>
          {say('side.run')}
        </Button>
      )}
    </div>
  );
}

/** The run behind the picture, in the tab for recordings, with its receipt and its link; not for an end. */
export function OpenRun({ facts: { means, href } }: { readonly facts: WayFacts }) {
  const say = useWords();
  const name = say(`side.way.${means}`);
  if (href === null) return null;
  return (
    <a
      href={href}
      aria-label={say('side.open-run.of', { name })}
      className="relative inline-flex h-8 w-fit items-center rounded-[10px] border border-line2 px-3 font-semibold text-[13px] text-ink after:absolute after:inset-x-0 after:-inset-y-1.5 hover:bg-surface2"
    >
      {say('side.open-run')}
    </a>
  );
}
