import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../../../content/words/use-words.ts';
import { repeatsSeenBy, siteSeenBy } from '../../../scenarios/knowledge/site-view.ts';
import { observerStore } from '../../../store/observer.ts';
import { runStore } from '../../../store/run.ts';
import { changeSwitches } from '../../../store/shelf.ts';
import {
  cancelRepeats,
  chooseSite,
  deliveryOf,
  executeSite,
  HOPS,
  repeatAll,
  repeatSite,
  type Site,
  siteOn,
  siteStore,
  standingOf,
  WALLS,
} from '../../../store/site.ts';
import { copyText } from '../../clipboard.ts';
import { formatSeed } from '../../format.ts';
import { announce } from '../../live-region.tsx';
import { Conversation } from '../../panels/sites/Conversation.tsx';
import { Crossing } from '../../panels/sites/Crossing.tsx';
import { Diagram } from '../../panels/sites/Diagram.tsx';
import { Outcome } from '../../panels/sites/Outcome.tsx';
import { SiteControls } from '../../panels/sites/SiteControls.tsx';
import { StillToDo } from '../../panels/sites/StillToDo.tsx';
import { storyOf } from '../../panels/sites/story.ts';
import { Tried, type Which } from '../../panels/sites/Tried.tsx';
import { Button } from '../../parts/Button.tsx';
import { OnlyYouChip } from '../../parts/Chip.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Card } from '../../parts/Panel.tsx';
import { Segmented } from '../../parts/Segmented.tsx';
import { go } from '../../place.ts';
import { Portrait } from '../../stage/actors/Portrait.tsx';
import { useFrameSize } from '../../use-frame-size.ts';
import { TabHead } from './TabHead.tsx';

/** The way of a key from the device to its user: what is inside a wall, and what is not. */
export function SiteTab({ head, wide }: { readonly head: ReactNode; readonly wide: boolean }) {
  const say = useWords();
  const seed = useStore(runStore, ({ config }) => config.seed);
  useEffect(() => siteOn(seed), [seed]);
  const state = useStore(siteStore);
  const observer = useStore(observerStore, ({ observer }) => observer);
  const phone = useFrameSize() === 'vertical';
  const { choice, link, repeats: times, progress, waiting } = state;

  const chosen = deliveryOf(state);
  // The picture before stays until the next one is there.
  const [before, setBefore] = useState(chosen);
  if (chosen && chosen !== before) setBefore(chosen);
  const run = chosen ?? before;
  const view = useMemo(() => run && siteSeenBy(run, observer), [run, observer]);
  const many = deliveryOf(state, {}, times);
  const repeated = useMemo(() => many && repeatsSeenBy(many, observer), [many, observer]);
  const standing = standingOf(state);

  const [site, setSite] = useState<'a' | 'b'>('a');
  useEffect(() => {
    if (observer === 'bob') setSite('b');
    if (observer === 'alice') setSite('a');
  }, [observer]);

  useEffect(() => {
    if (!chosen) return;
    const seen = siteSeenBy(chosen, observer);
    const { title, more } = storyOf(say, seen);
    const values = {
      wall: say(`site.wall.${seen.wall}`),
      hop: say(`site.hop.${seen.protection}`),
      title,
      more,
    };
    announce(say('site.told', values), true);
  }, [chosen, observer, say]);
  useEffect(() => {
    if (!many) return;
    const seen = repeatsSeenBy(many, observer);
    announce(
      seen
        ? say('site.told.repeated', { repeats: seen.repeats, opened: seen.opened })
        : say('site.repeated.unseen', { who: observer }),
      true,
    );
  }, [many, observer, say]);

  const title = (
    <div>
      <p className="font-semibold text-[12px] text-ink3">
        {say(observer === 'bob' ? 'site.wall.not-his' : 'site.wall.drag')}
      </p>
      <h2 className="font-bold text-title">{say('question.site')}</h2>
    </div>
  );
  const exposedDh =
    view?.protection === 'tls-dh' && view.hops.some((hop) => hop?.state === 'exposed');
  const outcome = view && (
    <Outcome
      view={view}
      repeated={repeated}
      standing={standing}
      progress={standing === 'running' ? progress : 0}
      times={times}
      rate={choice.insiderRate}
      mostInsiders={mostInsidersOf(state)}
      busy={chosen === null}
      later={
        exposedDh && (
          <div className="mb-3">
            <Button
              size="small"
              title={say('site.later.more')}
              onClick={() => {
                changeSwitches({ deliveredOverDh: true });
                go({ screen: 'lab', tab: 'later' });
              }}
            >
              {say('site.later')}
            </Button>
          </div>
        )
      }
      onRate={(insiderRate) => chooseSite({ insiderRate })}
      onRepeat={() => repeatSite()}
      onCancel={cancelRepeats}
    />
  );
  const all = WALLS.flatMap((wall) =>
    [false, true].flatMap((qDay) => HOPS.map((hop) => ({ wall, hop, qDay }))),
  );
  const tried = (
    <Card className="min-w-0 px-4 py-3">
      <Tried
        trialOf={(which) => trialIn(state, which, observer)}
        chosen={choice}
        qDays={phone ? [choice.qDay] : [false, true]}
        times={times}
        told={observer === 'everyone' || observer === 'eve'}
        busy={waiting.many.length > 0}
        left={all.filter((which) => standingOf(state, which) !== 'finished').length}
        onChoose={(which) => {
          chooseSite(which);
          repeatSite();
        }}
        onRunAll={repeatAll}
        onCancel={cancelRepeats}
      />
      <p className="mt-2 text-[12px] text-ink2 leading-[1.4]">{say('site.tried.note')}</p>
    </Card>
  );
  const toDo = (
    <Card className="min-w-0 px-4 py-3">
      <StillToDo />
      <p className="mt-2.5 border-line border-t pt-2 text-[12px] text-ink3">
        {say('site.eyebrow', { photons: link.exchange.photons, seed: formatSeed(link.seed) })}
      </p>
    </Card>
  );
  return (
    <>
      <TabHead head={head} wide={wide} title={title} spoken={say('lab.tab.site')} />
      <SiteFailure />
      <div
        className={
          wide
            ? 'grid grid-cols-[minmax(0,1fr)_312px] items-start gap-3 pb-4'
            : 'flex flex-col gap-3 pb-3'
        }
      >
        <div className="flex min-w-0 flex-col gap-3">
          <Card className="flex min-w-0 flex-col">
            {!wide && (
              <div className="border-line border-b px-3 py-2">
                <Segmented
                  label={say('site.one')}
                  value={site}
                  options={[
                    { value: 'a', label: say('site.name.a') },
                    { value: 'b', label: say('site.name.b') },
                  ]}
                  onChange={setSite}
                  stretch
                />
              </div>
            )}
            <div
              className={
                wide
                  ? 'flex px-3.5 pt-2 pb-1'
                  : 'grid grid-cols-1 items-start gap-x-4 gap-y-2 px-3 py-2 min-[640px]:grid-cols-2'
              }
            >
              {view ? (
                <>
                  <div className={wide ? 'w-full' : ''}>
                    <Diagram
                      view={view}
                      walls={WALLS}
                      wall={choice.wall}
                      site={site}
                      draw={(actor) => <Portrait actor={actor} />}
                      onWall={(wall) => chooseSite({ wall })}
                    />
                  </div>
                  {!wide && <Crossing view={view} />}
                </>
              ) : (
                <p className="min-h-[420px] py-8 text-[13px] text-ink2" role="status">
                  {say('site.waiting')}
                </p>
              )}
            </div>
            <div
              className={
                wide ? 'border-line border-t px-4 py-2.5' : 'border-line border-t px-3 py-3'
              }
            >
              <SiteControls choice={choice} wide={wide} onChange={chooseSite} />
              <p className="mt-2 text-[12px] text-ink2 leading-[1.4]">
                {say('site.small-group')} {say('site.shape')}
              </p>
              {(observer === 'alice' || observer === 'bob') && (
                <p className="mt-2 flex flex-wrap items-center gap-2 text-[12px] text-ink2">
                  <OnlyYouChip /> {say('site.wall.viewer', { who: observer })}
                </p>
              )}
            </div>
          </Card>
          {wide && tried}
          {wide && toDo}
        </div>
        <div className="flex min-w-0 flex-col gap-3">
          <Card className={wide ? 'px-[18px] py-3.5' : 'px-4 py-3'}>
            {outcome ?? <p className="text-[13px] text-ink2">{say('site.waiting')}</p>}
          </Card>
          {view && (
            <Card className={wide ? 'flex-1 px-[18px] py-3' : 'px-4 py-3'}>
              <Conversation view={view} onCopy={copyText} />
            </Card>
          )}
          {!wide && tried}
          {!wide && toDo}
        </div>
      </div>
    </>
  );
}

function trialIn(state: Site, which: Which, observer: Parameters<typeof repeatsSeenBy>[1]) {
  const run = deliveryOf(state, which, state.repeats);
  return { standing: standingOf(state, which), seen: run && repeatsSeenBy(run, observer) };
}

/** Behind the largest wall that was executed with this choice. */
function mostInsidersOf(state: Site): number {
  return Math.max(
    0,
    ...WALLS.map((wall) => deliveryOf(state, { wall })?.receipt.delivery?.insiders ?? 0),
  );
}

function SiteFailure() {
  const say = useWords();
  const failure = useStore(siteStore, ({ failure }) => failure);
  if (failure === null) return null;
  return (
    <Notice
      urgent
      title={say('site.failed')}
      actions={
        <>
          <Button size="small" onClick={executeSite}>
            {say('site.again')}
          </Button>
          <Button size="small" onClick={() => copyText(failure)}>
            {say('run.copy-details')}
          </Button>
        </>
      }
    >
      {say('site.failed-more')}
    </Notice>
  );
}
