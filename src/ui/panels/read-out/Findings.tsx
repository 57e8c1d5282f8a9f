/** What came of it, in words and figures: at this moment, and by the switch that erases used keys. */
import { type SayWords, useWords } from '../../../content/words/use-words.ts';
import type { ReadOutView } from '../../../scenarios/knowledge/read-out-view.ts';
import type { DeviceSeals } from '../../../store/read-out.ts';
import { formatCount } from '../../format.ts';
import { classes } from '../../parts/classes.ts';
import { Figure } from '../../parts/Figure.tsx';
import { Segmented } from '../../parts/Segmented.tsx';
import { Toggle } from '../../parts/Toggle.tsx';
import { alike, itemOf, openedOf } from './alike.ts';

export interface FindingsProps {
  /** Of every method, at the moment in view; null: not executed. */
  readonly views: readonly (ReadOutView | null)[];
  /** After the session, with used keys erased and with used keys kept. */
  readonly later: {
    readonly erased: readonly (ReadOutView | null)[];
    readonly kept: readonly (ReadOutView | null)[];
  };
  /** Of the method in view. */
  readonly shown: ReadOutView | null;
  readonly method: string;
  readonly observer: ReadOutView['observer'];
  readonly read: boolean;
  readonly erase: boolean;
  readonly seals: DeviceSeals;
  readonly onErase: (erase: boolean) => void;
  readonly onSeals: (seals: DeviceSeals) => void;
}

const STATES = ['stored', 'inPool', 'inUse', 'future', 'erased'] as const;

export function Findings(props: FindingsProps) {
  const { views, later, shown, method, observer, read, erase, seals, onErase, onSeals } = props;
  const say = useWords();
  const told = observer === 'everyone' || observer === 'eve';
  const tally = openedOf(views);
  // Where nobody has such a key, that all are alike says nothing.
  const made = views.every((view) => (view && itemOf(view, 'message-key')?.bits) || 0);
  const { title, text } = findingOf(say, props);
  return (
    <>
      <p className="font-semibold text-[12px] text-ink3">
        {say(told ? 'read-out.assumption' : 'read-out.own-eyes')}
      </p>
      <h3 className="text-balance font-bold text-[18px] text-ink leading-[1.2] tracking-[-.015em]">
        {title}
      </h3>
      <p className="mt-1 min-h-[57px] text-[13px] text-ink2 leading-[1.45]">{text}</p>
      <div className="mt-1 border-line border-t">
        <Toggle
          label={say('read-out.erase')}
          on={erase}
          onChange={onErase}
          describe={say(erase ? 'read-out.erase.on' : 'read-out.erase.off')}
        />
      </div>
      {told && (
        <>
          {read && <Saves later={later} erase={erase} />}
          {tally !== null && made && alike(views, 'message-key') === 'same' && (
            <p className="mt-2 text-[13px] text-ink2 leading-[1.4]">
              {say(
                alike(views, 'next-key') === 'same'
                  ? 'read-out.no-exception'
                  : 'read-out.no-exception.message',
              )}
            </p>
          )}
          <h4 className="mt-2.5 border-line border-t pt-2 font-semibold text-[12px] text-ink2">
            {say('read-out.yield', { method })}
          </h4>
          {read && shown?.yields ? (
            <dl className="mt-0.5 text-[13px]">
              {STATES.map((state) => (
                <div key={state} className="flex min-h-[22px] justify-between gap-2">
                  <dt className="text-ink2">{say(`read-out.figure.${state}`)}</dt>
                  <dd className="font-semibold text-ink">
                    <Figure
                      path={`readOut.${state}`}
                      missing={say('read-out.unknown')}
                      read={() => bitsOf(say, shown.yields?.[state] ?? null)}
                    />
                  </dd>
                </div>
              ))}
            </dl>
          ) : (
            <p className="mt-0.5 text-[13px] text-ink2">{say('read-out.yield.none')}</p>
          )}
        </>
      )}
      <div className="mt-2.5 flex flex-wrap items-center justify-between gap-x-3 gap-y-1 border-line border-t pt-2.5 text-[13px] text-ink2">
        {say('read-out.seals')}
        <Segmented
          label={say('read-out.seals')}
          value={seals}
          options={[
            { value: 'shared-key', label: say('read-out.seals.shared-key') },
            { value: 'signatures', label: say('read-out.seals.signatures') },
          ]}
          onChange={onSeals}
        />
      </div>
      <p className="mt-2.5 border-line border-t pt-2 text-[12px] text-ink2 leading-[1.4]">
        {say('read-out.honest', { bits: views.find((view) => view)?.groupBits ?? 40 })}
      </p>
    </>
  );
}

function bitsOf(say: SayWords, bits: number | null): string | null {
  return bits === null ? null : say('read-out.bits', { bits: formatCount(bits) });
}

/** Both positions of the switch, executed: what opens when the device is read out afterwards. */
function Saves({ later, erase }: Pick<FindingsProps, 'later' | 'erase'>) {
  const say = useWords();
  return (
    <table className="mt-0.5 w-full border-collapse text-left text-[13px]">
      <caption className="pb-0.5 text-left font-semibold text-[12px] text-ink2">
        {say('read-out.saves')}
      </caption>
      <tbody>
        {(['erased', 'kept'] as const).map((which) => {
          const tally = openedOf(later[which]);
          const here = (which === 'erased') === erase;
          return (
            <tr key={which} className={classes('h-7 border-line border-t', here && 'bg-surface2')}>
              <th
                scope="row"
                className={classes('pl-2', here ? 'font-[650] text-ink' : 'font-medium text-ink2')}
              >
                {say(`read-out.saves.${which}`)}
              </th>
              <td className="pr-2 text-right text-ink tabular-nums">
                {tally ? say('read-out.saves.opened', tally) : say('read-out.saves.not-run')}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** A title and why; of what this observer can say, and only of what has run. */
export function findingOf(
  say: SayWords,
  { views, observer, read }: Pick<FindingsProps, 'views' | 'observer' | 'read'>,
): { readonly title: string; readonly text: string } {
  if (observer === 'alice' || observer === 'bob') {
    return { title: say(`read-out.end.${observer}`), text: say(`read-out.end.${observer}.why`) };
  }
  if (views.every((view) => view === null)) {
    return { title: say('read-out.none-ran'), text: say('read-out.none-ran.why') };
  }
  if (!read) return { title: say('read-out.start'), text: say('read-out.start.why') };
  const tally = openedOf(views);
  const moment = views.find((view) => view !== null)?.moment;
  if (tally === null || moment === undefined) {
    return { title: say('read-out.none-sent'), text: say('read-out.none-sent.why') };
  }
  const why = WHYS[`${tally.opened > 0 ? 'opened' : 'closed'}.${moment}`];
  return {
    title: say('read-out.tally', tally),
    text: say(why, { observer }),
  };
}

const WHYS = {
  'closed.before': 'read-out.why.closed.before',
  'opened.during': 'read-out.why.opened.during',
  'closed.during': 'read-out.why.closed',
  'closed.after': 'read-out.why.closed.after',
  'opened.after': 'read-out.why.opened.after',
  'opened.before': 'read-out.why.opened',
} as const satisfies Record<string, string>;
