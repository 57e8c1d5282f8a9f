/** Parts of the Time tab that are joined to the lives' store. */
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../../../content/words/use-words.ts';
import type { LifeView } from '../../../scenarios/knowledge/life-view.ts';
import {
  chooseHistory,
  execute,
  livesStore,
  pauseLife,
  playLife,
  seekRound,
  startOwnFrom,
} from '../../../store/lifecycle.ts';
import { HISTORIES, type HistoryId, sessionOf } from '../../../store/lifecycle-plans.ts';
import { start } from '../../../store/run.ts';
import { settingsStore } from '../../../store/settings.ts';
import { copyText } from '../../clipboard.ts';
import { actionOf, describeTarget } from '../../keyboard.ts';
import { announce } from '../../live-region.tsx';
import { EVENTS_ID } from '../../panels/time/EventList.tsx';
import { namesOf, outcomeText } from '../../panels/time/HistoryRow.tsx';
import { RoundTransport } from '../../panels/time/RoundTransport.tsx';
import { stripText } from '../../panels/time/Strip.tsx';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Segmented } from '../../parts/Segmented.tsx';
import { go } from '../../place.ts';
import { HOME } from '../../routes.ts';
import { useFrameSize } from '../../use-frame-size.ts';
import { LETTERS } from './time-letters.ts';

/** The prepared history in view last: what one's own gives way to. Kept while the tab is closed. */
let last: HistoryId = 'broken-later';
livesStore.subscribe(({ chosen }) => {
  if (chosen !== 'own') last = chosen;
});

/** All four at once or one's own; where there is room for one strip, one of five. */
export function WhichHistory({ wide }: { readonly wide: boolean }) {
  const say = useWords();
  const chosen = useStore(livesStore, ({ chosen }) => chosen);
  if (wide) {
    return (
      <Segmented
        label={say('time.which')}
        value={chosen === 'own' ? 'own' : 'four'}
        options={[
          { value: 'four', label: say('time.four') },
          { value: 'own', label: say('time.own') },
        ]}
        onChange={(value) => chooseHistory(value === 'own' ? 'own' : last)}
      />
    );
  }
  return (
    <Segmented
      label={say('time.which')}
      value={chosen}
      options={[...HISTORIES, 'own' as const].map((id) => ({
        value: id,
        label: id === 'own' ? say('time.own.short') : LETTERS[id],
        spoken: id === 'own' ? say('time.own') : say('pool.history', { letter: LETTERS[id] }),
      }))}
      onChange={chooseHistory}
      stretch
    />
  );
}

/** While a first execution is under way. */
export function LifeProgress() {
  const say = useWords();
  const { running, progress } = useStore(livesStore);
  if (running === null) return <p className="text-[13px] text-ink2">{say('time.waiting')}</p>;
  const what =
    running === 'own'
      ? say('time.history.seen.own')
      : say('pool.history', { letter: LETTERS[running] });
  return (
    <div role="status" className="text-[13px] text-ink2">
      <p className="font-[650] text-ink">{say('time.working', { what })}</p>
      <p className="tabular-nums">{say('time.working-share', { share: progress })}</p>
      <div className="mt-2 h-1.5 overflow-hidden rounded-full bg-track" aria-hidden="true">
        <div className="h-full bg-ink" style={{ width: `${progress * 100}%` }} />
      </div>
    </div>
  );
}

export function LifeFailure() {
  const say = useWords();
  const failure = useStore(livesStore, ({ failure }) => failure);
  if (failure === null) return null;
  return (
    <Notice
      urgent
      title={say('time.failed')}
      actions={
        <>
          <Button size="small" onClick={execute}>
            {say('time.again')}
          </Button>
          <Button size="small" onClick={() => copyText(failure)}>
            {say('run.copy-details')}
          </Button>
        </>
      }
    >
      {say('time.failed-more')}
    </Notice>
  );
}

/** Moves over the rounds of all histories. */
export function LifeBar({ wide }: { readonly wide: boolean }) {
  const { round, playing, setup } = useStore(livesStore);
  const phone = useFrameSize() === 'vertical';
  return (
    <div className="sticky bottom-0 z-10 min-h-12 bg-page py-1 max-[1119px]:-mx-3 max-[1119px]:border-line max-[1119px]:border-t max-[1119px]:px-3">
      <RoundTransport
        round={Math.min(round, setup.rounds)}
        rounds={setup.rounds}
        playing={playing}
        phone={phone}
        onSeek={(to) => {
          pauseLife();
          seekRound(to);
        }}
        onPlay={playLife}
        onPause={pauseLife}
      >
        {wide && <LifeActions />}
      </RoundTransport>
    </div>
  );
}

/** Takes a history's events over into one's own; opens a round where its photons can be watched. */
export function LifeActions() {
  const say = useWords();
  const { chosen, lives, round } = useStore(livesStore);
  const life = lives[chosen];
  const here = life ? Math.min(round, life.rounds.length - 1) : 0;
  // Where nothing was tried there is nothing to watch.
  const tried = life !== null && life.rounds[here]!.spent > 0;
  return (
    <>
      {chosen !== 'own' && (
        <Button
          size="small"
          onClick={() => {
            startOwnFrom(chosen);
            focusWhenDrawn(() => document.getElementById(EVENTS_ID));
          }}
        >
          {say('time.change-this')}
        </Button>
      )}
      <Button
        size="small"
        disabled={!tried}
        title={say('time.open-round.more')}
        onClick={() => {
          if (!life) return;
          start(sessionOf(life, here));
          go(HOME);
          focusWhenDrawn(stageHead);
        }}
      >
        {say('time.open-round')}
      </Button>
    </>
  );
}

/** The button that was pressed is gone then, and the focus with it. */
function focusWhenDrawn(find: () => HTMLElement | null): void {
  requestAnimationFrame(() => find()?.focus());
}

/** The tab of the stage; where there are no tabs, the question over it. */
function stageHead(): HTMLElement | null {
  const tab = document.getElementById('lab-tab-stage');
  if (tab) return tab;
  const question = document.querySelector('h1');
  if (question) question.tabIndex = -1;
  return question;
}

/** While this tab is open, the keys of playback move its rounds, not the run on the other tabs. */
export function useLifeKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const modified = event.ctrlKey || event.altKey || event.metaKey;
      const pressed = { key: event.key, shift: event.shiftKey, modified };
      const { singleKeys } = settingsStore.getState();
      const action = actionOf(pressed, describeTarget(event.target), singleKeys);
      if (action && perform(action)) event.preventDefault();
    };
    // Before the page's own listener, which leaves alone what was used.
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, []);
}

function perform(action: NonNullable<ReturnType<typeof actionOf>>): boolean {
  const { playing, round, setup } = livesStore.getState();
  switch (action.do) {
    case 'toggle-playing':
      if (playing) pauseLife();
      else playLife();
      return true;
    case 'step-by':
      pauseLife();
      seekRound(
        round + (Math.abs(action.events) > 1 ? Math.sign(action.events) * 5 : action.events),
      );
      return true;
    case 'to-start':
    case 'restart':
      pauseLife();
      seekRound(0);
      return true;
    case 'to-end':
      pauseLife();
      seekRound(setup.rounds);
      return true;
    default:
      return false;
  }
}

/** Says what a new execution came to, and each round while they play, as the observer knows it. */
export function useLifeNews(views: Readonly<Record<HistoryId, LifeView | null>>): void {
  const say = useWords();
  const { chosen, round, playing } = useStore(livesStore);
  const view = views[chosen];
  const heard = useRef<LifeView | null>(null);
  useEffect(() => {
    if (!view) return;
    const upTo = Math.min(round, view.rounds.length - 1);
    if (heard.current !== view) {
      heard.current = view;
      const { title } = namesOf(say, { id: chosen, letter: LETTERS[chosen] }, view.observer);
      announce(`${title}: ${outcomeText(say, view, upTo)}.`, true);
    } else if (playing) {
      announce(`${stripText(say, view, upTo)}.`);
    }
  }, [say, view, chosen, round, playing]);
}
