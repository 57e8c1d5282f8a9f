import { useWords } from '../../../content/words/use-words.ts';
import type { BoxView, Noticed } from '../../../scenarios/knowledge/box-view.ts';
import type { BoxAttack, BoxFix } from '../../../store/box-plans.ts';
import { Button } from '../../parts/Button.tsx';
import { Toggle } from '../../parts/Toggle.tsx';
import { BoxGauges } from './BoxGauges.tsx';
import { fixState } from './RunTable.tsx';

/** The run in view: what it looks like, three gauges, and how it ended. */
export function RunPanel({
  attack,
  fixes,
  eve,
  view,
  usual,
  noticed,
  title,
  text,
  state,
  busy,
  rest,
  href,
  onEve,
  onFix,
  onRun,
  onCancel,
  onOpen,
  onCopy,
}: {
  readonly attack: BoxAttack;
  readonly fixes: readonly BoxFix[];
  readonly eve: boolean;
  /** Or why there is none. */
  readonly view: BoxView | 'waiting' | 'cancelled' | 'failed' | 'not-run';
  readonly usual: BoxView | null;
  readonly noticed: Noticed | null;
  /** null: cannot be said yet. */
  readonly title: string | null;
  readonly text: string;
  /** Why a title cannot be said, where it cannot. */
  readonly state: 'waiting' | 'cancelled' | 'failed' | 'not-run';
  readonly busy: boolean;
  /** A run in the table has not run. */
  readonly rest: boolean;
  /** Where the run can be looked at photon by photon. */
  readonly href: string;
  readonly onEve: (eve: boolean) => void;
  readonly onFix: (on: boolean) => void;
  readonly onRun: () => void;
  readonly onCancel: () => void;
  readonly onOpen: () => void;
  /** A link to this run in this place. */
  readonly onCopy: () => void;
}) {
  const say = useWords();
  const fix = fixState(attack, fixes);
  const fixed = fix === 'all' || fix === 'both';
  const ran = typeof view !== 'string';
  return (
    <div className="flex h-full flex-col gap-3" aria-busy={busy}>
      <div>
        <p className="font-semibold text-[12px] text-ink3">
          {say('boxes.eyebrow.run', { attack: say(`boxes.attack.${attack}`), fix })}
        </p>
        <h3
          className="mt-0.5 min-h-[25px] text-balance font-bold text-[20px] text-ink leading-[1.2] tracking-[-.015em]"
          data-testid="box-title"
        >
          {title ?? say(`boxes.title.${state}`)}
        </h3>
        <p className="mt-1 min-h-[57px] text-[13px] text-ink2 leading-[1.45]" data-testid="box-end">
          {text}
        </p>
      </div>
      <div className="min-h-[204px]">
        {ran && <BoxGauges view={view} usual={usual} noticed={noticed} attack={attack} />}
      </div>
      {busy ? (
        <Button size="small" className="self-start" onClick={onCancel}>
          {say('run.cancel')}
        </Button>
      ) : (
        rest && (
          <Button size="small" className="self-start" onClick={onRun}>
            {say('boxes.run')}
          </Button>
        )
      )}
      <div className="mt-auto flex flex-col gap-2">
        <div className="border-line border-y">
          <Toggle
            label={say('boxes.eve')}
            on={eve}
            describe={say(eve ? 'boxes.eve.on' : 'boxes.eve.off')}
            onChange={onEve}
          />
        </div>
        <p className="text-[12px] text-ink2 leading-[1.4]">
          {say('boxes.same')} {say('boxes.model')}
        </p>
        {attack !== 'cut' && (
          <Button onClick={() => onFix(!fixed)} className="w-full !whitespace-normal">
            {say(`boxes.with.${attack}`, { on: fixed ? 'yes' : 'no' })}
          </Button>
        )}
        <div className="flex flex-wrap items-center gap-2">
          <a
            href={href}
            onClick={(click) => {
              // In a tab of its own it is a link like any other.
              if (click.ctrlKey || click.metaKey || click.shiftKey) return;
              click.preventDefault();
              onOpen();
            }}
            className="relative inline-flex h-8 items-center justify-center rounded-[10px] border border-line2 px-3 font-semibold text-[13px] text-ink after:absolute after:inset-x-0 after:-inset-y-1.5 hover:bg-surface2"
          >
            {say('boxes.open')}
          </a>
          <Button size="small" look="quiet" onClick={onCopy}>
            {say('lab.copy-link')}
          </Button>
        </div>
      </div>
    </div>
  );
}
