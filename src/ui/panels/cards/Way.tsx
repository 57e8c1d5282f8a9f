import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import { Button } from '../../parts/Button.tsx';
import { classes } from '../../parts/classes.ts';
import { Panel } from '../../parts/Panel.tsx';

export interface Station {
  readonly id: 'theory' | 'model' | 'device' | 'evaluation' | 'operation';
  /** Tabs that execute what may go wrong here. */
  readonly tabs: readonly ('trust' | 'distance' | 'boxes' | 'relays' | 'site')[];
  /** Standards that stand here, by number. */
  readonly standards: readonly string[];
}

/** Theory, model, device, evaluation, operation: each promises something the next may break. */
export function Way({
  stations,
  onTab,
  onTold,
}: {
  readonly stations: readonly Station[];
  readonly onTab: (tab: Station['tabs'][number]) => void;
  /** Hears what the station chosen by the reader promises. */
  readonly onTold: (text: string) => void;
}) {
  const say = useWords();
  const [chosen, setChosen] = useState<Station['id']>('theory');
  const list = useRef<HTMLOListElement>(null);
  const detail = useId();
  const at = stations.findIndex(({ id }) => id === chosen);
  const choose = (id: Station['id']) => {
    setChosen(id);
    const station = say(`cards.station.${id}`);
    onTold(say('cards.told', { station, promise: say(`cards.station.${id}.promise`) }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = stations.length - 1;
    const to = {
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = stations[Math.min(Math.max(to, 0), last)];
    if (!next || next.id === chosen) return;
    choose(next.id);
    list.current?.querySelectorAll('button')[stations.indexOf(next)]?.focus();
  };
  const station = stations[at];
  return (
    <Panel title={say('cards.way')}>
      <div className="px-4 pb-4">
        <ol
          ref={list}
          data-arrow-keys
          aria-label={say('cards.way')}
          onKeyDown={onKeyDown}
          className="grid @[560px]:grid-cols-5"
        >
          {stations.map(({ id, standards }, i) => (
            <Stop
              key={id}
              name={say(`cards.station.${id}`)}
              standards={standards}
              on={id === chosen}
              first={i === 0}
              last={i === stations.length - 1}
              controls={detail}
              onChoose={() => choose(id)}
            />
          ))}
        </ol>
        {station && (
          <div id={detail} className="mt-2 border-line border-t pt-3">
            <h4 className="mb-2 font-bold text-[18px] text-ink leading-[1.2] tracking-[-.015em] @[560px]:sr-only">
              {say(`cards.station.${station.id}`)}
            </h4>
            <dl className="grid gap-x-6 gap-y-3 text-[13px] text-ink2 leading-[1.45] @[560px]:grid-cols-3">
              <Entry name={say('cards.promises')}>
                {say(`cards.station.${station.id}.promise`)}
              </Entry>
              <Entry name={say('cards.wrong')}>
                {say(`cards.station.${station.id}.wrong`)}
                <span className="mt-2 flex flex-wrap gap-2 print:hidden">
                  {station.tabs.map((tab) => (
                    <Button key={tab} size="small" onClick={() => onTab(tab)}>
                      {say('cards.see', { tab: say(`lab.tab.${tab}`) })}
                    </Button>
                  ))}
                </span>
              </Entry>
              <Entry name={say('cards.looks')}>
                {say(`cards.station.${station.id}.looks`)}
                {station.standards.length > 0 && (
                  <span className="mt-1.5 flex flex-wrap gap-x-3">
                    {say('cards.lists')}:
                    {station.standards.map((number) => (
                      <span key={number} className="whitespace-nowrap font-semibold text-ink">
                        {number}
                      </span>
                    ))}
                  </span>
                )}
              </Entry>
            </dl>
          </div>
        )}
      </div>
    </Panel>
  );
}

function Stop({
  name,
  standards,
  on,
  first,
  last,
  controls,
  onChoose,
}: {
  readonly name: string;
  readonly standards: readonly string[];
  readonly on: boolean;
  readonly first: boolean;
  readonly last: boolean;
  readonly controls: string;
  readonly onChoose: () => void;
}) {
  return (
    <li className="relative flex">
      <span
        aria-hidden="true"
        className={classes(
          'absolute bg-line2',
          'left-[19px] w-[2px] @[560px]:top-[21px] @[560px]:right-0 @[560px]:left-0 @[560px]:h-[2px] @[560px]:w-auto',
          first ? 'top-1/2 @[560px]:left-1/2' : 'top-0',
          last ? 'bottom-1/2 @[560px]:right-1/2' : 'bottom-0',
          '@[560px]:bottom-auto',
        )}
      />
      <button
        type="button"
        tabIndex={on ? 0 : -1}
        aria-current={on ? 'step' : undefined}
        aria-controls={controls}
        onClick={onChoose}
        className={classes(
          'relative flex min-h-11 w-full items-center gap-2.5 rounded-[10px] px-2.5 text-left text-[13.5px] hover:bg-surface2',
          '@[560px]:flex-col @[560px]:gap-1 @[560px]:px-1 @[560px]:pt-3 @[560px]:pb-1.5 @[560px]:text-center @[560px]:hover:bg-transparent',
          on ? 'font-bold text-ink' : 'font-medium text-ink2 hover:text-ink',
        )}
      >
        <span
          aria-hidden="true"
          className={classes(
            'grid size-5 shrink-0 place-items-center rounded-full border-2 bg-surface',
            on ? 'border-ink' : 'border-ink3',
          )}
        >
          <span className={classes('size-2.5 rounded-full', on && 'bg-ink')} />
        </span>
        <span>
          {name}
          {standards.length > 0 && (
            <span className="flex flex-wrap gap-x-2 font-normal text-[12px] text-ink2 leading-[1.35] @[560px]:flex-col">
              {standards.map((number) => (
                <span key={number} className="whitespace-nowrap">
                  {number}
                </span>
              ))}
            </span>
          )}
        </span>
      </button>
    </li>
  );
}

function Entry({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt className="font-semibold text-[12px] text-ink3">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
