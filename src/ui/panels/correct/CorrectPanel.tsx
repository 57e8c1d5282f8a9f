import { useState } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import type { CorrectionView } from '../../../scenarios/knowledge/steps-view.ts';
import { useAnswer } from '../../charts/use-answer.ts';
import { Button } from '../../parts/Button.tsx';
import { OnlyYouChip } from '../../parts/Chip.tsx';
import { Card, PanelNote } from '../../parts/Panel.tsx';
import { Slider } from '../../parts/Slider.tsx';
import { CorrectFigures, type SealPrice } from './CorrectFigures.tsx';
import { errorFocus, liveFocus } from './focus.ts';
import { type Comparison, HashCompare } from './HashCompare.tsx';
import { errorsLeft, heardOf, lettersSoFar, openedBy, passTallies } from './heard.ts';
import { Ladder } from './Ladder.tsx';
import { PassMap } from './PassMap.tsx';
import { type EndLook, StripPicture } from './StripPicture.tsx';
import { correctSays, focusSays } from './says.ts';

export interface CorrectPanelProps {
  readonly view: CorrectionView;
  /** Stands for the run; another run is another object. */
  readonly run: object;
  readonly link: 0 | 1;
  readonly near: EndLook;
  readonly far: EndLook;
  readonly comparison: Comparison | null;
  readonly price: SealPrice;
  readonly onNext: () => void;
  readonly onFinish: () => void;
  /** Says a sentence through the page's live region. */
  readonly tell: (text: string) => void;
  readonly narrow: boolean;
  /** The letter with the terms has been read. */
  readonly begun: boolean;
}

/** Follow-up errors that get a button of their own. */
const MOST_OPENED = 4;

/** Step 3: parities find the errors; each one found may open blocks of earlier passes again. */
export function CorrectPanel(props: CorrectPanelProps) {
  const { view, run, link, near, far, comparison, price, narrow, tell } = props;
  const say = useWords();
  const [followed, setFollowed] = useState<number | null>(null);
  const heard = heardOf(run, link, view);
  const following = followed !== null && view.found > 0;
  const index = following ? Math.min(followed, view.found - 1) : null;
  const focus = index === null ? liveFocus(view) : errorFocus(view, index);
  const says =
    index !== null && focus
      ? focusSays(view, heard, focus)
      : correctSays(view, heard, { focus, begun: props.begun });
  const sentence = say(says.key, { ...says.values, near: near.name, far: far.name });
  const tallies = passTallies(heard, view);
  const opened = index === null ? [] : openedBy(heard, index, view.found);
  const act = useAnswer(sentence, tell);
  const steps = (
    <>
      <Button look="primary" disabled={view.verified !== null} onClick={act(props.onNext)}>
        {say('correct.next')}
      </Button>
      <Button disabled={view.verified !== null} onClick={act(props.onFinish)}>
        {say('correct.finish')}
      </Button>
    </>
  );
  return (
    <div className="grid min-h-0 flex-1 gap-3 min-[1120px]:grid-cols-[minmax(0,1fr)_300px]">
      <Card className="min-w-0 px-5 py-3 max-[599px]:px-4">
        <div className="flex min-h-7 flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <h3 className="font-[650] text-[14px]">
            {say('correct.title')}
            {focus && (
              <span className="ml-2 font-medium text-ink3 tabular-nums">
                {say('correct.where', {
                  pass: focus.pass + 1,
                  passes: view.passes,
                  block: focus.block + 1,
                })}
              </span>
            )}
          </h3>
          {view.left !== null && view.left > 0 && <OnlyYouChip />}
        </div>
        <p
          className="mb-1.5 min-h-10 max-w-[92ch] text-[14px] text-ink2"
          data-testid="correct-says"
        >
          {sentence}
        </p>
        {/* Below a wide page the figures are far from the picture; what moves it is not. */}
        <div className="mb-2 flex flex-wrap gap-2 min-[1120px]:hidden">{steps}</div>
        {focus ? (
          <StripPicture
            view={view}
            heard={heard}
            focus={focus}
            left={errorsLeft(heard, view)}
            near={near}
            far={far}
            most={narrow ? 16 : 64}
          />
        ) : (
          view.detailed && (
            <div className="py-6">
              <PanelNote>{say('correct.nothing-yet')}</PanelNote>
            </div>
          )
        )}
        {focus && (
          <div className="mt-2 grid gap-x-6 gap-y-3 min-[900px]:grid-cols-2">
            <div className="min-w-0">
              <h4 className="pb-1 font-[650] text-[13px]">{say('correct.halving-title')}</h4>
              {focus.steps.length === 0 && !focus.end ? (
                <PanelNote>{say('correct.no-halving')}</PanelNote>
              ) : (
                <Ladder focus={focus} />
              )}
            </div>
            <PassMap view={view} heard={heard} tallies={tallies} focus={focus} />
          </div>
        )}
        {!view.detailed && view.verified !== null && (
          <PanelNote>{say('correct.says.no-detail')}</PanelNote>
        )}
        {comparison && <HashCompare {...comparison} />}
      </Card>
      <Card className="min-w-0 px-4 py-3">
        <div className="flex flex-wrap gap-2 max-[1119px]:hidden">{steps}</div>
        <div className="mt-2 border-line border-b pb-2">
          <Button
            size="small"
            look={following ? 'ghost' : 'quiet'}
            aria-pressed={following}
            disabled={view.found === 0 || !view.detailed}
            onClick={act(() => setFollowed(following ? null : view.found - 1))}
          >
            {say(following ? 'correct.unfollow' : 'correct.follow')}
          </Button>
          {index !== null && (
            <>
              <Slider
                label={say('correct.error')}
                value={index + 1}
                shape={{ min: 1, max: Math.max(2, view.found), whole: true }}
                step={1}
                onChange={(value) => act(() => setFollowed(Math.min(view.found, value) - 1))()}
              />
              <div className="mt-1 flex flex-wrap items-center gap-1.5 text-[13px] text-ink2">
                {focus?.openedBy != null && (
                  <Button size="small" onClick={act(() => setFollowed(focus.openedBy))}>
                    {say('correct.to-cause', { n: focus.openedBy + 1 })}
                  </Button>
                )}
                {opened.slice(0, MOST_OPENED).map((error) => (
                  <Button key={error} size="small" onClick={act(() => setFollowed(error))}>
                    {say('correct.to-opened', { n: error + 1 })}
                  </Button>
                ))}
                {opened.length === 0 && <span>{say('correct.opened-none')}</span>}
              </div>
            </>
          )}
        </div>
        <CorrectFigures
          view={view}
          letters={
            view.detailed ? lettersSoFar(heard, view.roundsDone) : (view.spoken?.letters ?? null)
          }
          price={price}
        />
      </Card>
    </div>
  );
}
