import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { type SayWords, useWords } from '../../../content/words/use-words.ts';
import type { ConfigProblem, TrustAnchorName } from '../../../scenarios/config.ts';
import type { KnowledgeView, VerdictView } from '../../../scenarios/knowledge/view.ts';
import type { Run } from '../../../scenarios/run.ts';
import { observerStore } from '../../../store/observer.ts';
import { runStore } from '../../../store/run.ts';
import {
  cancelTrust,
  choose,
  chooseLoss,
  configsOf,
  endView,
  executeAll,
  executeChosen,
  isWaiting,
  request,
  runOf,
  seeChecksAs,
  sessionOf,
  type Trust,
  theftOf,
  trustStore,
} from '../../../store/trust.ts';
import { ANCHORS, LOSSES, METHODS, sessionConfig } from '../../../store/trust-losses.ts';
import { formatSeed } from '../../format.ts';
import { announce } from '../../live-region.tsx';
import { type MeasuredSeal, SealsPanel } from '../../panels/seals/SealsPanel.tsx';
import { type LossGroup, LossTable } from '../../panels/trust/LossTable.tsx';
import { stripOf } from '../../panels/trust/strip.ts';
import { TrustPanel } from '../../panels/trust/TrustPanel.tsx';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Card } from '../../parts/Panel.tsx';
import { go } from '../../place.ts';
import { playsTheRun } from '../../routes.ts';
import { Portrait } from '../../stage/actors/Portrait.tsx';
import { TabHead } from './TabHead.tsx';
import { assumptionOf, fooledEnd, sessionShown } from './trust-session.ts';

/** Picture only: the bar at the foot of the page. */
const TRANSPORT_HEIGHT = 48;

/** What a seal rests on: three ways to know each other, each broken and executed. */
export function TrustTab({ head, wide }: { readonly head: ReactNode; readonly wide: boolean }) {
  const say = useWords();
  const state = useStore(trustStore);
  const observer = useStore(observerStore, ({ observer }) => observer);
  const seed = useStore(runStore, ({ config }) => config.seed);
  useEffect(() => {
    request(configsOf(METHODS.filter(isSeal).map((method) => sealSession({ seed }, method))));
    choose({ seed });
  }, [seed]);
  useEffect(() => seeChecksAs(observer), [observer]);

  const { anchor, method, timing, reader } = state;
  const loss = state.losses[anchor];
  const chosen = sessionOf(state, { loss, eveAnswers: timing === 'after' ? null : reader });
  const parsed = sessionConfig(chosen);
  const problem: ConfigProblem | null = parsed.ok ? null : (parsed.problems[0] ?? null);
  const run = runOf(state, chosen);
  const honest = runOf(state, sessionOf(state, { loss: 'none', eveAnswers: null }));
  const told = observer === 'everyone' || observer === 'eve';
  const choice = { anchor, method, loss, timing, reader };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the fields of the choice, one by one.
  const session = useMemo(
    () => (run && honest ? sessionShown({ choice, run, honest, observer, say }) : null),
    [run, honest, observer, anchor, method, loss, timing, reader],
  );
  // The picture before stays until the next one is there.
  const [before, setBefore] = useState(session);
  if (session && session !== before) setBefore(session);
  const verdict = run && told ? run.receipt.verdict : null;
  const photons = parsed.ok ? parsed.config.exchange.photons : null;
  const spoken = session ? spokenOf(say, say(`trust.row.${loss}`), session.ends) : '';
  useEffect(() => {
    if (spoken) announce(spoken, true);
  }, [spoken]);
  const title = (
    <div>
      <p className="font-semibold text-[12px] text-ink3">
        {photons !== null && say('trust.eyebrow', { photons, seed: formatSeed(seed) })}
      </p>
      <h2 className="font-bold text-title">{say('trust.title')}</h2>
    </div>
  );
  return (
    <>
      <TabHead head={head} wide={wide} title={title} spoken={say('lab.tab.trust')} />
      {state.failure !== null && (
        <Notice
          urgent
          title={say('trust.failed')}
          actions={
            <Button size="small" onClick={executeChosen}>
              {say('run.restart')}
            </Button>
          }
        >
          {say('run.crashed-more')}
        </Notice>
      )}
      <div className={wide ? 'grid grid-cols-[minmax(0,1fr)_300px] gap-3' : 'flex flex-col gap-3'}>
        <Card className="flex min-w-0 flex-col">
          <TrustPanel
            choice={choice}
            readerFixed={observer === 'alice' || observer === 'bob'}
            wide={wide}
            onChange={choose}
            onLoss={(next) => chooseLoss(anchor, next)}
            problem={problem}
            onFix={() => choose({ method: 'hmac-sha-256' })}
            session={session ?? before}
            busy={session === null}
            failed={state.failure !== null}
            strip={stripOf({ method, loss, timing, verdict })}
            assumption={assumptionOf(say, anchor, loss)}
            stripAbove={playsTheRun('trust') ? TRANSPORT_HEIGHT : 0}
            draw={(actor, worried) => <Portrait actor={actor} worried={worried} />}
            onTime={() => go({ screen: 'lab', tab: 'time' })}
          />
        </Card>
        <Card className="min-w-0 px-4 pt-3 pb-3.5">
          <p className="font-semibold text-[12px] text-ink3">{say('trust.losses.title')}</p>
          <h3 className="text-balance font-bold text-[18px] leading-[1.2] tracking-[-.015em]">
            {say('trust.losses.lead')}
          </h3>
          <LossTable
            groups={ANCHORS.map((one) => lossGroup(state, one, observer))}
            chosen={{ anchor, loss }}
            busy={state.waiting.length > 0}
            onChoose={(one, next) => {
              if (timing === 'after') choose({ timing: 'before' });
              chooseLoss(one, next);
            }}
            onRunAll={executeAll}
            onCancel={cancelTrust}
          />
          <p className="mt-2.5 text-[13px] text-ink2 leading-[1.4]">{say('trust.losses.moral')}</p>
        </Card>
      </div>
      <SealsPanel
        seals={METHODS.filter(isSeal).map((one) => ({
          method: one,
          measured: measuredOf(runOf(state, sealSession(state, one))),
        }))}
        onFailures={() => go({ screen: 'lab', tab: 'letters' })}
      />
    </>
  );
}

function isSeal(method: (typeof METHODS)[number]): method is MeasuredSeal['method'] {
  return method !== 'none';
}

/** An honest session with each kind of seal, under the anchor that suits it. */
function sealSession({ seed }: Pick<Trust, 'seed'>, method: (typeof METHODS)[number]) {
  const signs = method === 'ed25519' || method === 'ml-dsa-65';
  const anchor: TrustAnchorName = signs ? 'pki' : 'pre-shared-key';
  return { seed, anchor, method, loss: 'none', eveAnswers: null } as const;
}

function measuredOf(run: Run | null) {
  if (!run) return null;
  const tag = run.letters.find(({ seal }) => seal !== null)?.seal?.tag;
  const { made, keyBitsSpent, forgeryOdds, kind } = run.receipt.seals;
  return { made, keyBitsSpent, forgeryOdds, kind, tagBits: (tag?.length ?? 0) * 8 };
}

function lossGroup(
  state: Trust,
  anchor: TrustAnchorName,
  observer: KnowledgeView['observer'],
): LossGroup {
  const parsed = sessionConfig({ ...sessionOf(state, { loss: 'none' }), anchor });
  return {
    anchor,
    problem: parsed.ok ? null : (parsed.problems[0] ?? null),
    rows: LOSSES[anchor].map((loss) => {
      const run = theftOf(state, anchor, loss);
      return {
        loss,
        verdict: run && endView(run, observer).verdict,
        fooledEnd: run && observer === 'everyone' ? fooledEnd(run) : null,
        waiting: isWaiting(state, { ...sessionOf(state, { loss }), anchor }),
      };
    }),
  };
}

/** The verdict of each end that this observer hears of, for the live region. */
function spokenOf(
  say: SayWords,
  loss: string,
  ends: readonly { readonly end: string; readonly verdict: VerdictView | null }[],
): string {
  const said = ends.flatMap(({ end, verdict }) => {
    if (!verdict) return [];
    const word = verdict.kind === 'verdict' ? verdict.verdict : verdict.kind;
    return [say('trust.told.end', { who: end, verdict: say(`pill.${word}`) })];
  });
  return say('trust.told', { loss, ends: said.join(' ') });
}
