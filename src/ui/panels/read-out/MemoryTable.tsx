/** What lies in Alice's device under each method, kind by kind, and whether it opens the envelope. */
import type { ReactNode } from 'react';
import { type SayWords, useWords } from '../../../content/words/use-words.ts';
import type { KeyEstablishment } from '../../../scenarios/config.ts';
import type { MemoryKind, ReadOutView } from '../../../scenarios/knowledge/read-out-view.ts';
import type { DeviceState } from '../../../store/read-out.ts';
import { formatCount } from '../../format.ts';
import { Button } from '../../parts/Button.tsx';
import { classes } from '../../parts/classes.ts';
import { Segmented } from '../../parts/Segmented.tsx';
import { alike, itemOf } from './alike.ts';
import { DrawerMark, OpenPill } from './marks.tsx';

export interface MethodRow {
  readonly means: KeyEstablishment;
  /** As this observer knows it; null: not executed, for the reason beside it. */
  readonly view: ReadOutView | null;
  readonly state: Exclude<DeviceState, object> | 'done';
}

export interface MemoryTableProps {
  readonly rows: readonly MethodRow[];
  readonly kinds: readonly MemoryKind[];
  readonly chosen: KeyEstablishment;
  /** The tool is on the device at this moment; without it nothing was tried on the envelope. */
  readonly read: boolean;
  readonly onChoose: (means: KeyEstablishment) => void;
  readonly onRun: () => void;
}

export function MemoryTable({ narrow, ...props }: MemoryTableProps & { readonly narrow: boolean }) {
  return narrow ? <OneMethod {...props} /> : <AllMethods {...props} />;
}

function AllMethods({ rows, kinds, chosen, read, onChoose, onRun }: MemoryTableProps) {
  const say = useWords();
  const views = rows.map(({ view }) => view);
  return (
    <table className="w-full table-fixed border-collapse text-left">
      <caption className="sr-only">{say('read-out.table')}</caption>
      <thead>
        <tr className="align-bottom text-[12px] text-ink2 leading-[1.3]">
          <th scope="col" className="w-[116px] py-1 pl-4 font-semibold">
            {say('read-out.key-from')}
          </th>
          {kinds.map((kind) => (
            <th key={kind} scope="col" className="py-1 pr-2 pl-1 font-semibold">
              {say(`read-out.kind.${kind}`)}
            </th>
          ))}
          <th scope="col" className="w-[118px] py-1 pr-3 font-semibold">
            {say('read-out.envelope')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const here = row.means === chosen;
          return (
            <tr
              key={row.means}
              className={classes(
                'h-[43px] border-line [@media(min-height:940px)]:h-[68px] border-t',
                here && 'bg-surface2',
              )}
            >
              <th
                scope="row"
                className={classes('p-0 pl-2', here && 'shadow-[inset_2.5px_0_0_var(--ink)]')}
              >
                <button
                  type="button"
                  aria-pressed={here}
                  onClick={() => onChoose(row.means)}
                  className="min-h-10 w-full rounded-[9px] px-2 text-left text-[14px] text-ink leading-[1.2] hover:bg-track"
                >
                  <span className={here ? 'font-bold' : 'font-semibold'}>
                    {say(`read-out.means.${row.means}`)}
                  </span>
                </button>
              </th>
              {row.view?.memory ? (
                kinds.map((kind) => (
                  <td key={kind} className="py-0.5 pr-2 pl-1">
                    <Kept view={row.view!} kind={kind} />
                  </td>
                ))
              ) : (
                <td colSpan={kinds.length} className="py-1 pl-1">
                  {row.view ? (
                    <Unknown>{say(hidden(row.view))}</Unknown>
                  ) : (
                    <NotThere state={row.state} onRun={onRun} />
                  )}
                </td>
              )}
              <td className="py-0.5 pr-3">
                <Outcome view={row.view} read={read} />
              </td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr className="border-line2 border-t text-[12px] text-ink2 leading-[1.3]">
          <th scope="row" className="py-1.5 pl-4 font-semibold">
            {say('read-out.all-five')}
          </th>
          {kinds.map((kind) => (
            <td key={kind} className="py-1.5 pr-2 pl-1">
              <Compared views={views} kind={kind} />
            </td>
          ))}
          <td />
        </tr>
      </tfoot>
    </table>
  );
}

/** Where five columns have no room: the kinds of one method, and how the others compare. */
function OneMethod({ rows, kinds, chosen, read, onChoose, onRun }: MemoryTableProps) {
  const say = useWords();
  const views = rows.map(({ view }) => view);
  const row = rows.find(({ means }) => means === chosen);
  return (
    <div className="px-4 pt-1.5 pb-2">
      <Segmented
        label={say('read-out.key-from')}
        stretch
        value={chosen}
        options={rows.map(({ means }) => ({
          value: means,
          label: say(`read-out.short.${means}`),
          spoken: say(`read-out.means.${means}`),
        }))}
        onChange={onChoose}
      />
      {row?.view ? (
        <table className="mt-2 w-full border-collapse text-left">
          <caption className="sr-only">{say('read-out.table')}</caption>
          <thead>
            <tr className="text-[12px] text-ink2">
              <th scope="col" className="py-1 font-semibold">
                {say('read-out.kind')}
              </th>
              <th scope="col" className="py-1 font-semibold">
                {say(`read-out.means.${chosen}`)}
              </th>
              <th scope="col" className="py-1 font-semibold">
                {say('read-out.all-five')}
              </th>
            </tr>
          </thead>
          <tbody>
            {kinds.map((kind) => (
              <tr key={kind} className="h-12 border-line border-t">
                <th scope="row" className="pr-2 font-semibold text-[13px] text-ink leading-[1.25]">
                  {say(`read-out.kind.${kind}`)}
                </th>
                <td className="pr-2">
                  <Kept view={row.view!} kind={kind} />
                </td>
                <td className="w-[84px] text-[12px] text-ink2 leading-[1.3]">
                  <Compared views={views} kind={kind} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <div className="min-h-24 py-3">{row && <NotThere state={row.state} onRun={onRun} />}</div>
      )}
      <p className="border-line border-t pt-2 font-semibold text-[13px] text-ink">
        {say('read-out.envelope')}
      </p>
      <ul>
        {rows.map(({ means, view }) => (
          <li
            key={means}
            className="flex min-h-9 items-center justify-between text-[13px] text-ink2"
          >
            {say(`read-out.means.${means}`)}
            <Outcome view={view} read={read} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** One kind of key in one device. */
function Kept({ view, kind }: { readonly view: ReadOutView; readonly kind: MemoryKind }) {
  const say = useWords();
  const item = itemOf(view, kind);
  if (view.memory === null) return <Unknown>{say(hidden(view))}</Unknown>;
  if (item === undefined) {
    return (
      <Unknown>{say(view.observer === 'eve' ? 'read-out.not-found' : 'read-out.none')}</Unknown>
    );
  }
  const { state, bits, eveHas } = item;
  return (
    <div className="flex min-w-0 items-center gap-2">
      <DrawerMark item={item} />
      <div className="min-w-0 leading-[1.25]">
        <p className={classes('text-[13px]', held(state) ? 'font-semibold text-ink' : 'text-ink2')}>
          {say(`read-out.state.${state}`)}
          {eveHas && <span className="sr-only"> {say('read-out.eve-has')}</span>}
        </p>
        {bits > 0 && (
          <p className="whitespace-nowrap text-[12px] text-ink2 tabular-nums">
            {say('read-out.bits', { bits: formatCount(bits) })}
          </p>
        )}
      </div>
    </div>
  );
}

/** Why this observer sees no memory: Eve has not read it, to Bob it is another's. */
function hidden({ observer }: ReadOutView) {
  return observer === 'eve' ? 'read-out.not-read' : 'read-out.unknown';
}

function held(state: string): boolean {
  return state !== 'erased' && state !== 'not-made';
}

function Unknown({ children }: { readonly children: ReactNode }) {
  return <span className="text-[12px] text-ink2 leading-[1.3]">{children}</span>;
}

function Outcome({ view, read }: { readonly view: ReadOutView | null; readonly read: boolean }) {
  const say = useWords();
  if (!view) return null;
  if (view.stopped) return <Unknown>{say('read-out.nothing-sent')}</Unknown>;
  if (view.opens === null) {
    const told = view.observer === 'everyone' || view.observer === 'eve';
    return <Unknown>{say(told && !read ? 'read-out.not-read' : 'read-out.unknown')}</Unknown>;
  }
  return <OpenPill opens={view.opens} />;
}

function Compared({
  views,
  kind,
}: {
  readonly views: readonly (ReadOutView | null)[];
  readonly kind: MemoryKind;
}) {
  const say = useWords();
  return <>{comparison(say, views, kind)}</>;
}

function comparison(
  say: SayWords,
  views: readonly (ReadOutView | null)[],
  kind: MemoryKind,
): string {
  const how = alike(views, kind);
  return how === null ? say('read-out.alike.unknown') : say(`read-out.alike.${how}`);
}

function NotThere({
  state,
  onRun,
}: {
  readonly state: MethodRow['state'];
  readonly onRun: () => void;
}) {
  const say = useWords();
  if (state === 'done') return null;
  return (
    <div className="flex flex-wrap items-center gap-3 text-[13px] text-ink2">
      {say(`read-out.run.${state}`)}
      {state !== 'waiting' && (
        <Button size="small" onClick={onRun}>
          {say('read-out.run')}
        </Button>
      )}
    </div>
  );
}
