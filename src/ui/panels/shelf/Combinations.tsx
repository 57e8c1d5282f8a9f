import { type SayWords, useWords } from '../../../content/words/use-words.ts';
import type { ShelfView } from '../../../scenarios/knowledge/shelf-view.ts';
import { LANES, type Lane, type Switches } from '../../../store/shelf-lanes.ts';
import { classes } from '../../parts/classes.ts';
import { DoorMark, ResultPill } from './marks.tsx';

export interface CombinationRow {
  readonly switches: Switches;
  readonly here: boolean;
  /** As the observer knows them; null: not run; 'refused': the switches cannot stand with the lane. */
  readonly cells: Readonly<Record<Lane, ShelfView | null | 'refused'>>;
}

/** Every combination that has run on this page; each can be gone back to. */
export function Combinations({
  rows,
  narrow,
  onBack,
}: {
  readonly rows: readonly CombinationRow[];
  /** One below the other, in place of a table. */
  readonly narrow: boolean;
  readonly onBack: (switches: Switches) => void;
}) {
  const say = useWords();
  if (rows.length === 0) return <p className="text-[13px] text-ink2">{say('later.tried.none')}</p>;
  if (narrow) return <CombinationList rows={rows} onBack={onBack} />;
  return (
    <section aria-label={say('later.tried.title')} className="overflow-x-auto">
      <table className="w-full border-collapse text-left text-[13px]">
        <caption className="sr-only">{say('later.tried.caption')}</caption>
        <thead>
          <tr className="text-[12px] text-ink2">
            <th scope="col" className="py-1.5 pr-3 font-semibold">
              {say('later.tried.switches')}
            </th>
            {LANES.map((lane) => (
              <th key={lane} scope="col" className="px-2 py-1.5 font-semibold">
                {say(`later.lane.${lane}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ switches, here, cells }) => {
            return (
              <tr
                key={JSON.stringify(switches)}
                className={classes('border-line border-t align-top', here && 'bg-surface2')}
              >
                <th scope="row" className="max-w-[220px] py-1 pr-3 pl-2">
                  <Back switches={switches} here={here} onBack={onBack} />
                </th>
                {LANES.map((lane) => (
                  <td key={lane} className="px-2 py-1.5">
                    <Cell cell={cells[lane]} />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function CombinationList({
  rows,
  onBack,
}: {
  readonly rows: readonly CombinationRow[];
  readonly onBack: (switches: Switches) => void;
}) {
  const say = useWords();
  return (
    <ul aria-label={say('later.tried.title')} className="grid gap-x-6 min-[600px]:grid-cols-2">
      {rows.map(({ switches, here, cells }) => (
        <li
          key={JSON.stringify(switches)}
          className={classes('border-line border-t px-2 py-1.5', here && 'bg-surface2')}
        >
          <Back switches={switches} here={here} onBack={onBack} />
          <dl className="flex flex-col gap-1.5">
            {LANES.map((lane) => (
              <div key={lane} className="flex items-start justify-between gap-3">
                <dt className="pt-0.5 font-semibold text-[12px] text-ink2">
                  {say(`later.lane.${lane}`)}
                </dt>
                <dd className="min-w-[172px]">
                  <Cell cell={cells[lane]} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Back({
  switches,
  here,
  onBack,
}: Pick<CombinationRow, 'switches' | 'here'> & {
  readonly onBack: (switches: Switches) => void;
}) {
  const say = useWords();
  const what = switchesText(say, switches);
  return (
    <button
      type="button"
      aria-pressed={here}
      aria-label={say('later.tried.back', { what })}
      onClick={() => onBack(switches)}
      className="relative min-h-9 w-full text-left font-medium text-[13px] text-ink underline-offset-4 after:absolute after:-inset-y-1 after:inset-x-0 hover:underline"
    >
      {what}
      {here && (
        <span className="ml-1.5 font-normal text-[12px] text-ink2">
          ({say('later.tried.here')})
        </span>
      )}
    </button>
  );
}

function Cell({ cell }: { readonly cell: ShelfView | null | 'refused' }) {
  const say = useWords();
  if (cell === 'refused' || cell === null) {
    return (
      <span className="text-[12px] text-ink2">
        {say(cell === null ? 'later.tried.not-run' : 'later.tried.refused')}
      </span>
    );
  }
  if (!cell.result || !cell.sent) {
    return <span className="text-[12px] text-ink2">{say('later.not-sent')}</span>;
  }
  const { opened, doors } = cell.result;
  return (
    <span className="flex flex-col items-start gap-0.5">
      <ResultPill opened={opened} small />
      <DoorMark door="key" state={doors.key} />
      <DoorMark door="cipher" state={doors.cipher} />
    </span>
  );
}

/** "Quantum computer, AES-256 is broken": the switches that are on. */
export function switchesText(say: SayWords, switches: Switches): string {
  const { device, cipher } = switches;
  const on = [
    switches.qDay && say('later.if.q-day'),
    switches.mlKemBroken && say('later.if.ml-kem'),
    switches.aesBroken && say('later.if.aes'),
    switches.middle && say('later.if.middle'),
    switches.deliveredOverDh && say('later.if.hop'),
    device !== 'no' && `${say('later.if.device')}: ${say(`later.if.device.${device}`)}`,
    cipher === 'one-time-pad' && say('later.cipher.one-time-pad'),
  ].filter((name) => name !== false);
  return on.length === 0 ? say('later.tried.plain') : on.join(', ');
}
