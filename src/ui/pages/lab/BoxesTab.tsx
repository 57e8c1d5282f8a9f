import { type ReactNode, useEffect, useLayoutEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../../../content/words/use-words.ts';
import type { Observer } from '../../../scenarios/actors.ts';
import type { RunConfig } from '../../../scenarios/config.ts';
import { configDifferences } from '../../../scenarios/config-parse.ts';
import { boxSeenBy, noticedIn } from '../../../scenarios/knowledge/box-view.ts';
import { type BoxFix, boxConfig, fixChoices, TRICKS } from '../../../store/box-plans.ts';
import {
  type BoxesState,
  boxesStore,
  boxOf,
  cancelBoxes,
  changeBoxes,
  chosenPlan,
  executeBoxes,
  followRun,
  showBoxRun,
  switchFix,
  switchFixes,
} from '../../../store/boxes.ts';
import { observerStore } from '../../../store/observer.ts';
import { runStore, start } from '../../../store/run.ts';
import { currentAddress } from '../../address.ts';
import { copyText } from '../../clipboard.ts';
import { formatSeed } from '../../format.ts';
import { announce } from '../../live-region.tsx';
import { AttackList } from '../../panels/boxes/AttackList.tsx';
import { Costs } from '../../panels/boxes/Costs.tsx';
import { RunPanel } from '../../panels/boxes/RunPanel.tsx';
import { type RunRow, RunTable, yes } from '../../panels/boxes/RunTable.tsx';
import { endOf, titleOf } from '../../panels/boxes/story.ts';
import { Trick } from '../../panels/boxes/Trick.tsx';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Card } from '../../parts/Panel.tsx';
import { go } from '../../place.ts';
import { HOME, type Route } from '../../routes.ts';
import { useFrameSize } from '../../use-frame-size.ts';
import { TabHead } from './TabHead.tsx';

/** Attacks on the box: what each shows and hides, what stops it, and what that costs. */
export function BoxesTab({ head, wide }: { readonly head: ReactNode; readonly wide: boolean }) {
  const say = useWords();
  const state = useStore(boxesStore);
  const observer = useStore(observerStore, ({ observer }) => observer);
  const onScreen = useStore(runStore, ({ config }) => config);
  const narrow = useFrameSize() === 'vertical';
  // Before the first picture, which would offer to run what is about to run.
  useLayoutEffect(() => followRun(onScreen), [onScreen]);
  // What waits when the tab is left is taken up again when it is back.
  useEffect(() => cancelBoxes, []);

  const { attack, eve, seed } = state;
  const seen = useMemo(() => viewsOf(state, observer), [state, observer]);
  const { view, usual, rows, formula, costs } = seen;
  const noticed = typeof view !== 'string' && usual ? noticedIn(view, usual) : null;
  const title = typeof view !== 'string' && noticed ? say(titleOf(view, noticed)) : null;
  const text = typeof view === 'string' ? '' : endOf(say, view, eve);
  const busy = state.waiting.length > 0;
  const spoken =
    title === null
      ? ''
      : say('boxes.told', {
          attack: say(`boxes.attack.${attack}`),
          // Of their own eyes the ends cannot tell.
          eve: observer === 'alice' || observer === 'bob' ? 'hidden' : yes(eve),
          title,
          text,
        });
  useEffect(() => {
    if (spoken) announce(spoken, true);
  }, [spoken]);
  const cancel = () => {
    cancelBoxes();
    announce(say('boxes.cancelled'), true);
  };
  const list = (
    <AttackList
      chosen={attack}
      fixes={state.fixes}
      narrow={narrow}
      onChoose={(to) => changeBoxes({ attack: to })}
      onFix={switchFix}
    />
  );
  const trick = (
    <Trick
      attack={attack}
      dial={state.dials[attack]}
      formula={formula}
      onDial={(dial) => changeBoxes({ dial })}
    />
  );
  const run = (
    <RunPanel
      attack={attack}
      fixes={state.fixes[attack]}
      eve={eve}
      view={view}
      usual={usual}
      noticed={noticed}
      title={title}
      text={text}
      state={seen.missing}
      busy={busy}
      rest={rows.some((row) => typeof row.view === 'string')}
      href={addressIn(HOME, seen.config)}
      onEve={(to) => changeBoxes({ eve: to })}
      onFix={switchFixes}
      onRun={executeBoxes}
      onCancel={cancel}
      onCopy={async () => {
        const link = addressIn({ screen: 'lab', tab: 'boxes' }, seen.config);
        announce(say((await copyText(link)) ? 'copied' : 'copy-refused'), true);
      }}
      onOpen={() => {
        start(seen.config);
        go(HOME);
        // The button is gone then, and the focus with it.
        requestAnimationFrame(() => document.getElementById('lab-tab-stage')?.focus());
      }}
    />
  );
  const table = (
    <RunTable
      attack={attack}
      rows={rows}
      observer={observer}
      narrow={narrow}
      onChoose={showBoxRun}
    />
  );
  const cost = <Costs attack={attack} costs={costs} />;
  const special = (
    <section aria-label={say('boxes.special')} className="border-line border-t pt-2.5">
      <div className="flex items-center justify-between gap-3">
        <div>
          <h3 className="font-[650] text-[14px] text-ink">{say('boxes.special')}</h3>
          <p className="mt-0.5 text-[12.5px] text-ink2 leading-[1.4]">
            {say('boxes.special.text')}
          </p>
        </div>
        <Button size="small" onClick={() => go({ screen: 'lab', tab: 'read-out' })}>
          {say('boxes.special.go')}
        </Button>
      </div>
    </section>
  );
  return (
    <>
      <TabHead
        head={head}
        wide={wide}
        title={
          <div>
            <p className="font-semibold text-[12px] text-ink3">
              {say('boxes.eyebrow', { seed: formatSeed(seed) })}
            </p>
            <h2 className="font-bold text-[18px] text-ink leading-[1.2] tracking-[-.018em]">
              {say('question.boxes')}
            </h2>
          </div>
        }
        spoken={say('question.boxes')}
      />
      {state.failure !== null && (
        <Notice
          urgent
          title={say('boxes.failed')}
          actions={
            <Button size="small" onClick={executeBoxes}>
              {say('run.restart')}
            </Button>
          }
        >
          {say('run.crashed-more')}
        </Notice>
      )}
      {narrow ? (
        // What came of it stands on top; what to choose from is below.
        <div className="flex flex-col gap-3 pb-3">
          <Card className="px-4 py-3.5">{run}</Card>
          <Card className="px-4 py-3">{list}</Card>
          <Card className="px-4 py-3">{trick}</Card>
          <Card className="px-4 py-3">{table}</Card>
          <Card className="flex flex-col gap-3 px-4 py-3">
            {cost}
            {special}
          </Card>
        </div>
      ) : wide ? (
        <div className="grid flex-1 grid-cols-[minmax(0,1fr)_304px] gap-3 pb-3 [@media(min-height:960px)]:flex-none">
          <div className="flex min-w-0 flex-col gap-3">
            <Card className="px-4 py-3">
              <div className="grid grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)] gap-7">
                {list}
                {trick}
              </div>
            </Card>
            <Card className="flex-1 px-4 py-3">
              <div className="grid h-full grid-cols-[minmax(0,1.85fr)_minmax(0,1fr)] gap-6">
                <div className="flex flex-col justify-between gap-3">
                  {table}
                  {special}
                </div>
                {cost}
              </div>
            </Card>
          </div>
          <Card className="min-w-0 px-4 pt-3.5 pb-4">{run}</Card>
        </div>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)_272px] gap-3 pb-3">
          <Card className="flex min-w-0 flex-col gap-3 px-4 py-3">
            {list}
            {trick}
          </Card>
          <Card className="min-w-0 px-4 pt-3.5 pb-4">{run}</Card>
          <Card className="col-span-2 flex flex-col gap-3 px-4 py-3">
            {table}
            {cost}
            {special}
          </Card>
        </div>
      )}
    </>
  );
}

function addressIn(route: Route, config: RunConfig): string {
  return currentAddress({ route, config: configDifferences(config), instant: null });
}

function viewsOf(state: BoxesState, observer: Observer) {
  const chosen = chosenPlan(state);
  const seen = (fixes: readonly BoxFix[], eve: boolean) => {
    const run = boxOf(state, { ...chosen, fixes, eve });
    return typeof run === 'string' ? run : boxSeenBy(run, observer);
  };
  const ran = (fixes: readonly BoxFix[], eve: boolean) => {
    const view = seen(fixes, eve);
    return typeof view === 'string' ? null : view;
  };
  const all = TRICKS[state.attack].fixes;
  const same = (fixes: readonly BoxFix[]) => fixes.join() === chosen.fixes.join();
  const shown = fixChoices(state.attack).filter(
    (fixes) => fixes.length === 0 || fixes.length === all.length || same(fixes),
  );
  const view = seen(chosen.fixes, chosen.eve);
  const usual = seen(chosen.fixes, false);
  return {
    view,
    usual: typeof usual === 'string' ? null : usual,
    missing: missingOf(view) ?? missingOf(usual) ?? 'not-run',
    formula: ran(chosen.fixes, true)?.formula ?? null,
    rows: shown.flatMap((fixes) =>
      [false, true].map((eve) => ({
        fixes,
        eve,
        view: seen(fixes, eve),
        chosen: same(fixes) && eve === chosen.eve,
      })),
    ),
    costs: { before: ran([], false), after: ran(all, false), counted: ran(['counting'], false) },
    config: boxConfig(chosen),
  };
}

function missingOf(view: RunRow['view']): Extract<RunRow['view'], string> | null {
  return typeof view === 'string' ? view : null;
}
