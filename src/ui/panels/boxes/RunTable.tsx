import { type SayWords, useWords } from '../../../content/words/use-words.ts';
import type { Observer } from '../../../scenarios/actors.ts';
import type { BoxView } from '../../../scenarios/knowledge/box-view.ts';
import { type BoxAttack, type BoxFix, TRICKS } from '../../../store/box-plans.ts';
import { formatCount, formatPercent, formatShare } from '../../format.ts';
import { classes } from '../../parts/classes.ts';

export interface RunRow {
  readonly fixes: readonly BoxFix[];
  readonly eve: boolean;
  /** The run, or why there is none. */
  readonly view: BoxView | 'waiting' | 'cancelled' | 'failed' | 'not-run';
  readonly chosen: boolean;
}

/** The runs of one attack, one line each; a line can be put in view. */
export function RunTable({
  attack,
  rows,
  observer,
  narrow,
  onChoose,
}: {
  readonly attack: BoxAttack;
  readonly rows: readonly RunRow[];
  readonly observer: Observer;
  readonly narrow: boolean;
  readonly onChoose: (row: RunRow) => void;
}) {
  const say = useWords();
  const told = observer === 'everyone' || observer === 'eve';
  const heads = [
    'errors',
    'clicks',
    'kept',
    ...(told ? (['known'] as const) : []),
    'ends',
    'key',
  ] as const;
  return (
    <table
      className={classes(
        'w-full border-collapse text-ink tabular-nums',
        narrow ? 'text-[12px]' : 'text-[12.5px]',
      )}
    >
      <caption className="pb-1.5 text-left font-[650] text-[14px] text-ink">
        {say('boxes.table', { attack })}
      </caption>
      <thead>
        <tr className="text-[12px] text-ink2">
          {!narrow && (
            <th scope="col" className="pb-1 pl-1.5 text-left font-medium">
              {say('boxes.table.run')}
            </th>
          )}
          {heads.map((head) => (
            <th
              key={head}
              scope="col"
              className={classes(
                'pb-1 font-medium',
                head === 'ends' ? 'pl-3 text-left' : 'pl-2 text-right',
                head === 'key' && 'pr-1.5',
              )}
            >
              {say(`boxes.table.${head}`, { who: observer })}
            </th>
          ))}
        </tr>
      </thead>
      {rows.map((row) => (
        <tbody
          key={`${row.fixes.join()} ${row.eve}`}
          className={classes('border-line border-t', row.chosen && 'bg-surface2')}
        >
          <tr className={narrow ? '' : 'h-[30px]'}>
            <th
              scope={narrow ? 'rowgroup' : 'row'}
              colSpan={narrow ? heads.length : 1}
              className="text-left font-medium"
            >
              <button
                type="button"
                aria-pressed={row.chosen}
                onClick={() => onChoose(row)}
                className={classes(
                  'relative rounded-md py-1 pl-1.5 text-left after:absolute after:inset-x-0 after:-inset-y-1 hover:underline',
                  row.chosen ? 'font-[650] text-ink' : 'text-ink2',
                )}
              >
                {rowWords(say, attack, row)}
              </button>
            </th>
            {!narrow && <Cells view={row.view} told={told} />}
          </tr>
          {narrow && (
            <tr className="h-7 align-top">
              <Cells view={row.view} told={told} />
            </tr>
          )}
        </tbody>
      ))}
    </table>
  );
}

function Cells({ view, told }: { readonly view: RunRow['view']; readonly told: boolean }) {
  const say = useWords();
  if (typeof view === 'string') {
    return (
      <td colSpan={told ? 6 : 5} className="pl-2 text-ink2">
        {say(`boxes.cell.${view}`)}
      </td>
    );
  }
  const { errorRate, detected, sifted, known, ending, keyBits, observer } = view;
  const yours = ending === 'fooled' && observer === 'eve';
  const none = say('boxes.cell.none');
  const right = 'pl-2 text-right whitespace-nowrap';
  return (
    <>
      <td className={right}>{errorRate === null ? none : formatPercent(errorRate)}</td>
      <td className={right}>{formatCount(detected)}</td>
      <td className={right}>{formatCount(sifted)}</td>
      {known !== null && (
        <td className={right}>
          {formatShare(known, sifted, known > 0 && known < sifted ? 1 : 0) ?? none}
        </td>
      )}
      <td className="pl-3 font-semibold">
        {say(yours ? 'boxes.ends.fooled.eve' : `boxes.ends.${ending}`)}
      </td>
      <td className={classes(right, 'pr-1.5')}>{keyBits === null ? none : formatCount(keyBits)}</td>
    </>
  );
}

/** Which of an attack's fixes are on, for a select; `both`: two of two. */
export function fixState(
  attack: BoxAttack,
  fixes: readonly BoxFix[],
): 'none' | 'all' | 'both' | 'part' | 'unfixable' {
  const all = TRICKS[attack].fixes.length;
  if (all === 0) return 'unfixable';
  if (fixes.length === 0) return 'none';
  if (fixes.length < all) return 'part';
  return all === 2 ? 'both' : 'all';
}

function rowWords(say: SayWords, attack: BoxAttack, { fixes, eve }: RunRow): string {
  if (fixState(attack, fixes) === 'unfixable') return say('boxes.row.alone', { eve: yes(eve) });
  return `${fixWords(say, attack, fixes)}, ${say('boxes.row.eve', { eve: yes(eve) })}`;
}

function fixWords(say: SayWords, attack: BoxAttack, fixes: readonly BoxFix[]): string {
  const fix = fixState(attack, fixes);
  if (attack === 'early') return say(fix === 'all' ? 'boxes.row.after' : 'boxes.row.early');
  if (fix === 'part') {
    return say('boxes.row.part', { fix: fixes.map((one) => say(`boxes.fix.${one}`)).join(', ') });
  }
  return fix === 'both' ? say('boxes.row.both') : say('boxes.row', { fix });
}

export function yes(is: boolean): 'yes' | 'no' {
  return is ? 'yes' : 'no';
}
