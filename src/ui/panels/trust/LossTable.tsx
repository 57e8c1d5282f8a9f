import { useWords } from '../../../content/words/use-words.ts';
import type { ConfigProblem, TrustAnchorName } from '../../../scenarios/config.ts';
import type { VerdictView } from '../../../scenarios/knowledge/view.ts';
import type { Loss } from '../../../store/trust-losses.ts';
import { Button } from '../../parts/Button.tsx';
import { classes } from '../../parts/classes.ts';
import { VerdictPill } from '../../parts/glyphs/VerdictPill.tsx';

export interface LossRow {
  readonly loss: Loss;
  /** null: not executed yet, with this kind of seal and this seed. */
  readonly verdict: VerdictView | null;
  /** Only one of the two ends took Eve for the other; null where nobody was fooled, or nobody can tell. */
  readonly fooledEnd: 'alice' | 'bob' | null;
  readonly waiting: boolean;
}

export interface LossGroup {
  readonly anchor: TrustAnchorName;
  readonly rows: readonly LossRow[];
  /** These seals and this anchor cannot stand together. */
  readonly problem: ConfigProblem | null;
}

/** Every loss of every anchor, one middleman: the verdict of each, once it has been executed. */
export function LossTable({
  groups,
  chosen,
  busy,
  onChoose,
  onRunAll,
  onCancel,
}: {
  readonly groups: readonly LossGroup[];
  readonly chosen: { readonly anchor: TrustAnchorName; readonly loss: Loss };
  readonly busy: boolean;
  readonly onChoose: (anchor: TrustAnchorName, loss: Loss) => void;
  readonly onRunAll: () => void;
  readonly onCancel: () => void;
}) {
  const say = useWords();
  const left = groups.some(
    ({ problem, rows }) => !problem && rows.some(({ verdict }) => verdict === null),
  );
  return (
    <>
      <table className="w-full border-collapse text-left text-[13px]">
        <caption className="sr-only">{say('trust.losses.caption')}</caption>
        {groups.map(({ anchor, rows, problem }) => (
          <tbody key={anchor}>
            <tr>
              <th
                colSpan={2}
                scope="rowgroup"
                className="pt-2.5 pb-0.5 font-semibold text-[12px] text-ink3"
              >
                {say(`trust.anchor.${anchor}`)}
              </th>
            </tr>
            {problem ? (
              <tr className="border-line border-t">
                <td colSpan={2} className="py-1.5 text-[12px] text-ink2 leading-[1.4]">
                  {say('trust.losses.contradiction')}
                </td>
              </tr>
            ) : (
              rows.map((row) => {
                const here = chosen.anchor === anchor && chosen.loss === row.loss;
                return (
                  <tr
                    key={row.loss}
                    className={classes('border-line border-t', here && 'bg-surface2')}
                  >
                    <th
                      scope="row"
                      className={classes(
                        'py-px pr-1 pl-2 leading-[1.3]',
                        here
                          ? 'font-[650] text-ink shadow-[inset_2.5px_0_0_var(--ink)]'
                          : 'font-medium text-ink2',
                      )}
                    >
                      {say(`trust.row.${row.loss}`)}
                      {here && <span className="sr-only"> {say('trust.losses.here')}</span>}
                      {row.loss === 'public-key-copied' && (
                        <span className="block font-normal text-[12px] text-ink2">
                          {say('trust.losses.control')}
                        </span>
                      )}
                      {row.fooledEnd !== null && (
                        <span className="block font-normal text-[12px] text-ink2">
                          {say('trust.losses.one-end', { who: row.fooledEnd })}
                        </span>
                      )}
                    </th>
                    <td className="w-px whitespace-nowrap py-px pr-1 text-right">
                      <Outcome row={row} here={here} onShow={() => onChoose(anchor, row.loss)} />
                    </td>
                  </tr>
                );
              })
            )}
          </tbody>
        ))}
      </table>
      <div className="mt-3 flex flex-wrap gap-2">
        {busy ? (
          <Button size="small" onClick={onCancel}>
            {say('run.cancel')}
          </Button>
        ) : (
          // Not `disabled`: that would take the focus from whoever has just run them all.
          <Button
            size="small"
            aria-disabled={!left}
            onClick={left ? onRunAll : undefined}
            className="aria-disabled:cursor-default aria-disabled:opacity-50 aria-disabled:hover:bg-transparent"
          >
            {say(left ? 'trust.losses.run-all' : 'trust.losses.all-run')}
          </Button>
        )}
      </div>
    </>
  );
}

/** A verdict that opens its session, or the way to one: one button throughout, so that it keeps the focus. */
function Outcome({
  row: { loss, verdict, waiting },
  here,
  onShow,
}: {
  readonly row: LossRow;
  readonly here: boolean;
  readonly onShow: () => void;
}) {
  const say = useWords();
  const what = say(`trust.row.${loss}`);
  const running = verdict === null && waiting;
  return (
    <button
      type="button"
      aria-label={verdict || running ? undefined : say('trust.losses.run-it', { what })}
      aria-pressed={verdict ? here : undefined}
      aria-busy={running}
      aria-disabled={running}
      onClick={running ? undefined : onShow}
      className={classes(
        'relative inline-flex min-h-7 items-center align-middle after:absolute after:-inset-x-1 after:-inset-y-0.5',
        verdict ? 'rounded-pill' : 'rounded-[10px]',
        running && 'cursor-default text-[12px] text-ink2',
        !verdict &&
          !running &&
          'border border-line2 px-3 font-semibold text-[13px] text-ink hover:bg-surface2',
      )}
    >
      {verdict ? (
        <>
          <VerdictPill verdict={verdict.kind === 'verdict' ? verdict.verdict : verdict.kind} />
          <span className="sr-only">{say('trust.losses.show', { what })}</span>
        </>
      ) : running ? (
        <>
          {say('trust.losses.running')}
          <span className="sr-only"> {what}</span>
        </>
      ) : (
        say('trust.losses.run')
      )}
    </button>
  );
}
