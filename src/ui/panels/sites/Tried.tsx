import { useWords } from '../../../content/words/use-words.ts';
import type { HopProtection, Wall } from '../../../scenarios/config.ts';
import type { RepeatsView } from '../../../scenarios/knowledge/site-view.ts';
import { HOPS, type SiteChoice, type Standing, WALLS } from '../../../store/site.ts';
import { Button } from '../../parts/Button.tsx';
import { classes } from '../../parts/classes.ts';
import { HATCH } from '../../parts/hatch.ts';

export interface Trial {
  readonly standing: Standing;
  /** null: not finished, or not this observer's to know. */
  readonly seen: RepeatsView | null;
}

export type Which = Pick<SiteChoice, 'wall' | 'hop' | 'qDay'>;

/** Every wall with every hop, before and after Q-day: how often Eve opened the envelope. */
export function Tried({
  trialOf,
  chosen,
  qDays,
  times,
  told,
  busy,
  left,
  onChoose,
  onRunAll,
  onCancel,
}: {
  readonly trialOf: (which: Which) => Trial;
  readonly chosen: Which;
  /** Both where there is room; else the one chosen. */
  readonly qDays: readonly boolean[];
  readonly times: number;
  /** Whether this observer can tell. */
  readonly told: boolean;
  readonly busy: boolean;
  /** How many of all have not been executed. */
  readonly left: number;
  readonly onChoose: (which: Which) => void;
  readonly onRunAll: () => void;
  readonly onCancel: () => void;
}) {
  const say = useWords();
  return (
    <div>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1.5">
        <div>
          <h3 className="font-[650] text-[14px]">{say('site.tried')}</h3>
          <p className="text-[12px] text-ink2">{say('site.tried.more', { times })}</p>
        </div>
        {busy ? (
          <Button size="small" onClick={onCancel}>
            {say('run.cancel')}
          </Button>
        ) : (
          <Button
            size="small"
            aria-disabled={left === 0}
            onClick={left === 0 ? undefined : onRunAll}
            className="aria-disabled:cursor-default aria-disabled:opacity-50"
          >
            {say(left === 0 ? 'site.tried.all-run' : 'site.tried.run-all')}
          </Button>
        )}
      </div>
      <table className="mt-2 w-full table-fixed border-collapse text-[13px]">
        <caption className="sr-only">{say('site.tried.caption', { times })}</caption>
        <thead>
          <tr>
            <td className="w-[76px]" />
            {qDays.map((qDay) => (
              <th
                key={String(qDay)}
                scope="colgroup"
                colSpan={HOPS.length}
                className="border-line border-b pb-1 text-center font-semibold text-[12px] text-ink3"
              >
                {say(qDay ? 'site.tried.after' : 'site.tried.before')}
              </th>
            ))}
          </tr>
          <tr>
            <th scope="col" className="pb-1 text-left font-medium text-[12px] text-ink2">
              {say('site.tried.wall')}
            </th>
            {qDays.flatMap((qDay) =>
              HOPS.map((hop) => (
                <th
                  key={`${hop} ${qDay}`}
                  scope="col"
                  className="py-1 text-center font-medium text-[12px] text-ink2"
                >
                  {say(`site.hop.${hop}.column`)}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {WALLS.map((wall) => (
            <tr key={wall} className="border-line border-t">
              <th scope="row" className="py-1 text-left font-medium leading-[1.25]">
                {say(`site.wall.${wall}`)}
              </th>
              {qDays.flatMap((qDay) =>
                HOPS.map((hop) => {
                  const which = { wall, hop, qDay };
                  return (
                    <td key={`${hop} ${qDay}`} className="p-0.5">
                      <Cell
                        which={which}
                        trial={trialOf(which)}
                        told={told}
                        here={isSame(which, chosen)}
                        onClick={() => onChoose(which)}
                      />
                    </td>
                  );
                }),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function isSame(a: Which, b: Which): boolean {
  return a.wall === b.wall && a.hop === b.hop && a.qDay === b.qDay;
}

/** One trial: its count once it is there, before that what stands in the way. Choosing it runs it. */
function Cell({
  which: { wall, hop, qDay },
  trial: { standing, seen },
  told,
  here,
  onClick,
}: {
  readonly which: { readonly wall: Wall; readonly hop: HopProtection; readonly qDay: boolean };
  readonly trial: Trial;
  readonly told: boolean;
  readonly here: boolean;
  readonly onClick: () => void;
}) {
  const say = useWords();
  const what = say('site.tried.cell', {
    wall: say(`site.wall.${wall}`),
    hop: say(`site.hop.${hop}`),
    when: say(qDay ? 'site.tried.after' : 'site.tried.before'),
  });
  const result =
    seen !== null
      ? say('site.tried.opened', { opened: seen.opened, repeats: seen.repeats })
      : standing === 'finished' && !told
        ? say('site.tried.unseen')
        : say(`site.tried.${standing}`);
  const share = seen ? seen.opened / seen.repeats : 0;
  return (
    <button
      type="button"
      aria-label={`${what}: ${result}`}
      title={result}
      aria-current={here || undefined}
      onClick={onClick}
      data-testid={`tried-${wall}-${hop}-${qDay ? 'after' : 'before'}`}
      className={classes(
        'relative flex h-8 w-full items-center justify-center overflow-hidden rounded-[7px] border text-[12.5px] tabular-nums hover:border-ink3',
        here ? 'border-2 border-ink font-[650]' : 'border-line',
        seen ? 'text-ink' : 'border-dashed text-ink2',
      )}
    >
      {share > 0 && (
        <span
          aria-hidden="true"
          className="absolute inset-y-0 left-0"
          style={{ width: `${share * 100}%`, backgroundImage: HATCH }}
        />
      )}
      <span className="relative rounded-[4px] bg-surface px-1 leading-[1.3]">
        {seen ? seen.opened : say(`site.tried.${standing}.sign`)}
      </span>
    </button>
  );
}
