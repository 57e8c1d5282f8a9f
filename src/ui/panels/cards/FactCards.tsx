import { useRef, useState } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import { Button } from '../../parts/Button.tsx';
import { classes } from '../../parts/classes.ts';
import { Panel } from '../../parts/Panel.tsx';
import { Segmented } from '../../parts/Segmented.tsx';
import { Select } from '../../parts/Select.tsx';
import { formatAsOf } from './as-of.ts';
import { type Status, StatusMark } from './marks.tsx';

export interface FactCard {
  readonly id: string;
  readonly claim: string;
  readonly source: {
    readonly title: string;
    readonly publisher: string;
    readonly edition: string | null;
    readonly url: string;
  };
  readonly via: string | null;
  readonly asOf: string;
  readonly status: Status;
}

/** So many cards a narrow page shows before it is asked for all. */
const FIRST = 6;

const STATUSES: readonly Status[] = ['checked', 'secondary', 'not-verified'];

/** Statements with source, day and how far they were checked; a filter by the last. */
export function FactCards({
  facts,
  narrow,
}: {
  readonly facts: readonly FactCard[];
  /** The filter is a list instead of a bar, and the first few cards stand for all. */
  readonly narrow: boolean;
}) {
  const say = useWords();
  const [only, setOnly] = useState<Status | 'all'>('all');
  const [all, setAll] = useState(false);
  const few = narrow && !all;
  const list = useRef<HTMLUListElement>(null);
  const shown = facts.filter(({ status }) => only === 'all' || status === only);
  const options = (['all', ...STATUSES] as const).map((value) => ({
    value,
    label: say('cards.filter.option', {
      label: say(value === 'all' ? 'cards.filter.all' : `cards.status.${value}`),
      n: facts.filter(({ status }) => value === 'all' || status === value).length,
    }),
  }));
  const showAll = () => {
    setAll(true);
    // The button goes; the first card that it brought takes its place.
    requestAnimationFrame(() => list.current?.querySelectorAll('a')[FIRST]?.focus());
  };
  const filter = { label: say('cards.filter'), value: only, options, onChange: setOnly };
  return (
    <Panel
      title={say('cards.facts')}
      aside={
        <div className="print:hidden">
          {narrow ? <Select {...filter} hideLabel /> : <Segmented {...filter} />}
        </div>
      }
    >
      <div className="px-4 pb-4">
        <p className="text-[13px] text-ink2">{say('cards.facts.more')}</p>
        <ul className="mt-1 mb-3 flex flex-col gap-x-6 gap-y-1 text-[12px] text-ink2 @[900px]:flex-row">
          {STATUSES.map((status) => (
            <li key={status} className="flex flex-wrap items-center gap-x-1.5">
              <StatusMark status={status} /> {say(`cards.status.${status}.more`)}
            </li>
          ))}
        </ul>
        <p className="sr-only" role="status">
          {say('cards.shown', { n: shown.length })}
        </p>
        <ul
          ref={list}
          className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,268px),1fr))] gap-3"
        >
          {shown.map((fact, i) => (
            <One key={fact.id} fact={fact} waits={few && i >= FIRST} />
          ))}
        </ul>
        {few && shown.length > FIRST && (
          <div className="mt-3 print:hidden">
            <Button onClick={showAll}>{say('cards.more', { n: shown.length })}</Button>
          </div>
        )}
      </div>
    </Panel>
  );
}

function One({ fact, waits }: { readonly fact: FactCard; readonly waits: boolean }) {
  const say = useWords();
  const { claim, source, via, asOf, status } = fact;
  return (
    <li
      className={classes(
        'min-w-0 break-inside-avoid flex-col rounded-[10px] border border-line bg-surface2 p-3 text-[13px] text-ink2 leading-[1.45]',
        // On paper nothing can be asked for, so every card is there.
        waits ? 'hidden print:flex' : 'flex',
      )}
    >
      <div className="mb-1.5 flex flex-wrap items-center justify-between gap-x-3">
        <StatusMark status={status} />
        <span className="text-[12px] text-ink2 tabular-nums">
          {say('cards.as-of', { date: formatAsOf(asOf) })}
        </span>
      </div>
      <p className="mb-2 text-ink">{claim}</p>
      <div className="mt-auto border-line border-t pt-2 text-[12px]">
        <a
          href={source.url}
          className="break-words text-ink underline underline-offset-2"
          rel="noopener noreferrer"
        >
          {source.title}
        </a>
        <p>
          {source.publisher}, {source.edition ?? say('cards.no-edition')}
        </p>
        {via !== null && <p>{say('cards.via', { via })}</p>}
        <p className="hidden break-all print:block">{source.url}</p>
      </div>
    </li>
  );
}
