/** The pieces of a lane, wherever it lies: in a row of a wide page or on a card of a narrow one. */
import type { MouseEvent } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import type { ShelfView } from '../../../scenarios/knowledge/shelf-view.ts';
import type { KeptLane } from '../../../store/shelf.ts';
import type { Lane } from '../../../store/shelf-lanes.ts';
import { Button } from '../../parts/Button.tsx';
import { classes } from '../../parts/classes.ts';
import type { LaneShown } from './lane.ts';
import { DoorMark, KnownToEve, ResultPill, ShelfIcon } from './marks.tsx';
import { benchNotes, bytesText, hexOf, shelfRows } from './texts.ts';

export interface LaneActions {
  readonly onRun: (lane: Lane) => void;
  readonly onCancel: () => void;
  readonly onCopy: (text: string) => void;
}

export function ShelfList({ view }: { readonly view: ShelfView }) {
  const say = useWords();
  return (
    <ul className="min-w-0">
      {shelfRows(say, view).map(({ icon, name, amount, empty }) => (
        <li key={name} className="flex min-h-[21px] items-center gap-2 text-[12px] leading-tight">
          <ShelfIcon icon={icon} />
          <span className={classes('min-w-0 flex-1', empty ? 'text-ink2' : 'font-medium text-ink')}>
            {name}
          </span>
          <span className="whitespace-nowrap font-mono text-[11.5px] text-ink2">{amount}</span>
        </li>
      ))}
      {view.recorded !== null && (
        <li className="sr-only">
          {say('later.recorded', { bytes: bytesText(say, view.recorded) })}
        </li>
      )}
    </ul>
  );
}

export function BenchText({ view, lane }: { readonly view: ShelfView; readonly lane: KeptLane }) {
  const say = useWords();
  if (!view.bench || !view.sent) return null;
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      {benchNotes(say, view.bench, view.result, lane).map(({ title, lines, assumed }) => (
        <div key={title} className="min-w-0">
          <p className="text-[12.5px] leading-[1.3]">
            <b className="font-semibold text-ink">{title}</b>
            {assumed && (
              <span className="ml-1.5 whitespace-nowrap rounded-full border border-ink3 border-dashed px-1.5 text-[11px] text-ink2">
                {say('later.assumed')}
              </span>
            )}
          </p>
          {lines.map((line) => (
            <p key={line} className="text-[12px] text-ink2 leading-[1.35] tabular-nums">
              {line}
            </p>
          ))}
        </div>
      ))}
    </div>
  );
}

export function ResultBlock({ view }: { readonly view: ShelfView }) {
  const say = useWords();
  const { result } = view;
  if (!result) return null;
  if (!view.sent) return <p className="text-[12px] text-ink2">{say('later.end.nothing')}</p>;
  return (
    <div className="flex min-w-0 flex-col items-start gap-1">
      <ResultPill opened={result.opened} />
      <Doors view={view} />
    </div>
  );
}

export function Doors({ view, row = false }: { readonly view: ShelfView; readonly row?: boolean }) {
  // Where nothing was sent there is no envelope, and so no door.
  if (!view.result || !view.sent) return null;
  const { key, cipher } = view.result.doors;
  return (
    <div className={classes('flex', row ? 'flex-wrap gap-x-4 gap-y-1' : 'mt-0.5 flex-col gap-0.5')}>
      <DoorMark door="key" state={key} aligned={!row} />
      <DoorMark door="cipher" state={cipher} aligned={!row} />
    </div>
  );
}

/** What she read, and with which key. */
export function Plaintext({ view }: { readonly view: ShelfView }) {
  const say = useWords();
  const { result } = view;
  if (result?.plaintext == null) return null;
  return (
    <p className="mt-1 flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-0.5 text-[12px] [overflow-wrap:anywhere]">
      <KnownToEve>{say('later.read', { text: shortened(result.plaintext) })}</KnownToEve>
      {result.foundKey && (
        <span className="whitespace-nowrap font-mono text-[11px] text-ink2">
          {say('later.found-key', { bytes: hexOf(result.foundKey, 4) })}
        </span>
      )}
    </p>
  );
}

const SHOWN_LETTERS = 60;

function shortened(text: string): string {
  return text.length > SHOWN_LETTERS ? `${text.slice(0, SHOWN_LETTERS - 1)}…` : text;
}

/** What one of the two ends can say: their own letters, and that nothing was out of order. */
export function EndSays({ view }: { readonly view: ShelfView }) {
  const say = useWords();
  const { observer, message } = view;
  if (observer !== 'alice' && observer !== 'bob') return null;
  if (message === null) return <p className="text-[13px] text-ink2">{say('later.end.nothing')}</p>;
  return (
    <p className="text-[13px] text-ink2 leading-[1.45]">
      {say(observer === 'alice' ? 'later.end.sent' : 'later.end.read', {
        text: shortened(message),
      })}{' '}
      {say('later.end.fine', { who: observer })}
    </p>
  );
}

/** The button is gone once it is pressed; its lane takes the focus over. */
function leaving(act: () => void) {
  return ({ currentTarget }: MouseEvent<HTMLElement>) => {
    currentTarget.closest('section')?.focus();
    act();
  };
}

/** In place of shelf, bench and result while there is none: why, and what to do about it. */
export function NotYet({
  shown: { lane, state },
  actions,
}: {
  readonly shown: LaneShown;
  readonly actions: LaneActions;
}) {
  const say = useWords();
  const text = 'text-[13px] text-ink2 leading-[1.4]';
  switch (state.kind) {
    case 'done':
      return null;
    case 'running': {
      const search = state.progress?.search;
      return (
        <div className="min-w-0 max-w-[380px]">
          <p className={text}>
            <b className="font-semibold text-ink">
              {say(search ? 'later.state.searching' : 'later.state.running')}
            </b>{' '}
            {search &&
              say('later.state.progress', {
                steps: search.steps,
                expected: Math.round(search.expected),
              })}
          </p>
          {search && <SearchBar part={search.steps / search.expected} />}
          <Button size="small" onClick={leaving(actions.onCancel)} className="mt-1.5">
            {say('later.cancel')}
          </Button>
        </div>
      );
    }
    case 'cancelled':
    case 'not-run':
      return (
        <div className="flex flex-wrap items-center gap-3">
          <p className={text}>{say(`later.state.${state.kind}`)}</p>
          <Button size="small" onClick={leaving(() => actions.onRun(lane))}>
            {say(state.kind === 'cancelled' ? 'later.state.run-again' : 'later.state.run')}
          </Button>
        </div>
      );
    case 'failed':
      return (
        <div className="flex flex-wrap items-center gap-3" role="alert">
          <p className={text}>{say('later.state.failed')}</p>
          <Button size="small" onClick={leaving(() => actions.onRun(lane))}>
            {say('later.state.run-again')}
          </Button>
          <Button size="small" look="quiet" onClick={() => actions.onCopy(state.message)}>
            {say('later.state.copy')}
          </Button>
        </div>
      );
    case 'refused':
      return (
        <p className={text} title={state.message}>
          {say('later.state.refused')}
        </p>
      );
    case 'not-sent':
    case 'waiting':
      return <p className={text}>{say(`later.state.${state.kind}`)}</p>;
    default:
      return state satisfies never;
  }
}

/** A search may take longer than such searches do on average: the mark is the average, not the end. */
function SearchBar({ part }: { readonly part: number }) {
  return (
    <div
      className="relative mt-1.5 h-2 overflow-hidden rounded-full bg-track forced-colors:border"
      aria-hidden="true"
    >
      <div className="h-full bg-ink" style={{ width: `${Math.min(1, part / 2) * 100}%` }} />
      <span className="absolute inset-y-0 left-1/2 w-0.5 bg-ink3" />
    </div>
  );
}
