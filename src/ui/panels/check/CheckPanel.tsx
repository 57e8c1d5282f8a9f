import { useMemo, useState } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import type { KnowledgeView } from '../../../scenarios/knowledge/view.ts';
import { FigureRow, FigureRows } from '../../charts/FigureRow.tsx';
import { RateGauge } from '../../charts/RateGauge.tsx';
import { useAnswer } from '../../charts/use-answer.ts';
import { formatCount, formatPercent } from '../../format.ts';
import { Button } from '../../parts/Button.tsx';
import { Card } from '../../parts/Panel.tsx';
import { Slider } from '../../parts/Slider.tsx';
import { CheckPicture, type EndLook } from './CheckPicture.tsx';
import { checkStage, keptPairs } from './kept-pairs.ts';
import { type MissExperiment, MissPanel } from './MissPanel.tsx';

/** Picture only: kept bits that one page of the strip holds. */
const PAGE = 64;
const PHONE_PAGE = 16;

export interface CheckPanelProps {
  readonly view: KnowledgeView;
  readonly link: 0 | 1;
  readonly near: EndLook;
  readonly far: EndLook;
  /** The run's own: `estimation.abortAbove`. */
  readonly limit: number;
  /** Largest error rate at which a key of this size has any length; null: not reckoned. */
  readonly finiteLimit: number | null;
  /** `estimation.sampleFraction`. */
  readonly sampleFraction: number;
  readonly onSampleFraction: (share: number) => void;
  readonly miss: MissExperiment;
  readonly onNext: () => void;
  readonly onFinish: () => void;
  /** Says a sentence through the page's live region. */
  readonly tell: (text: string) => void;
  /** Phone: one strip of 16. */
  readonly narrow: boolean;
}

/** Step 2: a sample of the kept bits is compared in public, and the error rate decides. */
export function CheckPanel(props: CheckPanelProps) {
  const { view, link, near, far, limit, finiteLimit, narrow } = props;
  const say = useWords();
  const page = narrow ? PHONE_PAGE : PAGE;
  const [starts, setStarts] = useState<readonly number[]>([0]);
  const from = starts.at(-1) ?? 0;
  const pairs = useMemo(
    () => keptPairs(view, link, { from, count: page }),
    [view, link, from, page],
  );
  const stage = checkStage(view, link);
  const decided = stage === 'on' || stage === 'stopped' || stage === 'nothing';
  const test = view.test(link);
  const kept = view.kept(link);
  const first = (starts.length - 1) * page;
  const last = pairs.at(-1);
  const summary = test
    ? say('check.gauge', {
        rate: test.rate,
        low: test.low,
        high: test.high,
        limit: test.limit,
      })
    : say('check.gauge-empty', { limit });
  const sentence = say(`check.stage.${stage}`, { kept: kept ?? 0 });
  // The decision is told with the rate it rests on.
  const act = useAnswer(decided && test ? `${sentence} ${summary}` : sentence, props.tell);
  const steps = (
    <>
      <Button look="primary" disabled={decided} onClick={act(props.onNext)}>
        {say('steps-tab.next-letter')}
      </Button>
      <Button disabled={decided} onClick={act(props.onFinish)}>
        {say('correct.finish')}
      </Button>
    </>
  );
  return (
    <div className="grid min-h-0 flex-1 gap-3 min-[1120px]:grid-cols-[minmax(0,1fr)_300px]">
      <Card className="min-w-0 px-5 py-4 max-[599px]:px-4">
        <p className="mb-1.5 min-h-10 max-w-[92ch] text-[14px] text-ink2" data-testid="check-says">
          {sentence}
        </p>
        <div className="mb-2 flex flex-wrap gap-2 min-[1120px]:hidden">{steps}</div>
        {pairs.length === 0 ? (
          <p className="py-10 text-[14px] text-ink2">
            {say(decided ? 'check.none-kept' : 'check.nothing-kept')}
          </p>
        ) : (
          <>
            <CheckPicture pairs={pairs} stage={stage} first={first} near={near} far={far} />
            <div className="mt-1 flex flex-wrap items-center gap-2">
              <span className="mr-auto text-[12px] text-ink2 tabular-nums max-[599px]:w-full">
                {say('check.page', {
                  from: first + 1,
                  to: first + pairs.length,
                  kept: kept ?? first + pairs.length,
                })}
              </span>
              <Button
                size="small"
                look="quiet"
                disabled={starts.length === 1}
                onClick={() => setStarts(starts.slice(0, -1))}
              >
                {say('check.earlier')}
              </Button>
              <Button
                size="small"
                look="quiet"
                disabled={pairs.length < page || last === undefined}
                onClick={() => last && setStarts([...starts, last.pulse + 1])}
              >
                {say('check.later')}
              </Button>
            </div>
          </>
        )}
        <h3 className="mt-4 font-[650] text-[14px]">{say('check.rate')}</h3>
        <RateGauge limit={limit} finite={finiteLimit} sample={test} summary={summary} />
        <p className="mt-1 max-w-[70ch] text-[13px] text-ink2">{summary}</p>
        {finiteLimit !== null && finiteLimit < limit && (
          <p className="max-w-[70ch] text-[13px] text-ink2">{say('check.finite-why')}</p>
        )}
      </Card>
      <Card className="min-w-0 px-4 py-3">
        <div className="mb-1.5 flex flex-wrap gap-2 max-[1119px]:hidden">{steps}</div>
        <FigureRows>
          <FigureRow
            name={say('check.kept')}
            path="counts.sifted"
            text={kept === null ? null : formatCount(kept)}
          />
          <FigureRow
            name={say('check.tested')}
            path="counts.tested"
            text={test ? formatCount(test.kept) : null}
          />
          <FigureRow
            name={say('check.differ')}
            path="counts.testErrors"
            text={test ? formatCount(test.errors) : null}
          />
          <FigureRow
            name={say('check.estimate')}
            path="qber.estimated"
            text={
              test &&
              say('check.interval', {
                rate: formatPercent(test.rate),
                low: formatPercent(test.low).replace('%', ''),
                high: formatPercent(test.high),
              })
            }
            note={say('check.estimate-note')}
          />
          <FigureRow
            name={say('check.decision')}
            path="verdict"
            text={decided ? say(`check.decided.${stage}`) : null}
          />
        </FigureRows>
        <div className="mt-3 border-line border-t pt-2">
          <Slider
            label={say('check.size')}
            value={props.sampleFraction}
            shape={{ min: 0, max: 0.9, perUnit: 0.01, unit: '%' }}
            step={0.01}
            onChange={props.onSampleFraction}
            effect={say('check.size-effect')}
          />
        </div>
        <MissPanel
          tested={test?.kept ?? Math.round((kept ?? 0) * props.sampleFraction)}
          limit={limit}
          {...props.miss}
        />
      </Card>
    </div>
  );
}
