import { useState } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import type { RunConfig } from '../../../scenarios/config.ts';
import type { ShrinkView } from '../../../scenarios/knowledge/steps-view.ts';
import { formatSmall } from '../../charts/chance.ts';
import { formatCount } from '../../format.ts';
import { Button } from '../../parts/Button.tsx';
import { OnlyYouChip } from '../../parts/Chip.tsx';
import { classes } from '../../parts/classes.ts';
import { HATCH } from '../../parts/hatch.ts';
import { Card } from '../../parts/Panel.tsx';
import { Segmented } from '../../parts/Segmented.tsx';
import { moreLightHelps } from './advice.ts';
import { BudgetBar } from './BudgetBar.tsx';
import { onesOf, turnedBy } from './band.ts';
import { MatrixBand } from './MatrixBand.tsx';
import { type ToyExperiment, ToyKeys } from './ToyKeys.tsx';

/** What Eve can compute of the new key, and how that was found out. */
export interface Remaining {
  readonly known: number;
  readonly by: 'rank' | 'bound';
}

type Accounting = RunConfig['amplification']['accounting'];

export interface ShrinkPanelProps {
  readonly view: ShrinkView;
  /** Of the run on screen, or of the one under way. */
  readonly accounting: Accounting;
  readonly onAccounting: (accounting: Accounting) => void;
  /** null: not this observer's to know, or no key. */
  readonly remaining: Remaining | null;
  /** Only the viewer of everything sees it. */
  readonly everyone: boolean;
  /** Eve is one of the two ends, as this observer can tell. */
  readonly middle: boolean;
  readonly toy: ToyExperiment | null;
  /** The bits that go in went through Correct. */
  readonly corrected: boolean;
  /** Why no key came of what comes out, once this observer can tell; null before, or with a key. */
  readonly noKey: 'differ' | 'stopped' | null;
  /** How many new bits one input bit turns, for a matrix of this size: where the run's own is too large to ask. */
  readonly turnOne: (position: number) => number;
  /** The letter with the seed is still to come. */
  readonly onNext: () => void;
  readonly tell: (text: string) => void;
}

/** Step 4: a public matrix mixes the corrected bits into fewer, of which Eve knows nothing. */
export function ShrinkPanel(props: ShrinkPanelProps) {
  const { view, accounting, onAccounting, remaining, everyone } = props;
  const say = useWords();
  const { budget } = view;
  // Level bars beside a run without a key would be taken for its own.
  const toy = budget.outputBits > 0 && props.noKey === null ? props.toy : null;
  const beside = toy !== null || remaining !== null;
  return (
    <div
      className={classes(
        'grid min-h-0 flex-1 gap-3',
        beside && 'min-[1120px]:grid-cols-[minmax(0,1fr)_300px]',
      )}
    >
      <Card className="min-w-0 px-5 py-3 max-[599px]:px-4">
        <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1.5">
          <h3 className="font-[650] text-[14px]">{say('shrink.length')}</h3>
          <Segmented
            label={say('shrink.accounting')}
            value={accounting}
            options={[
              { value: 'finite-key', label: say('shrink.finite') },
              { value: 'asymptotic', label: say('shrink.asymptotic') },
              ...(accounting === 'single-photons-assumed'
                ? [{ value: accounting, label: say('shrink.single-photons') }]
                : []),
            ]}
            onChange={onAccounting}
          />
        </div>
        <p
          className="mt-1 mb-2 min-h-10 max-w-[92ch] text-[14px] text-ink2"
          data-testid="shrink-says"
        >
          {lengthSays(say, props)}
        </p>
        {props.noKey !== null && budget.outputBits > 0 && (
          <p className="mb-2 max-w-[92ch] font-semibold text-[14px]" data-testid="shrink-no-key">
            {say(`shrink.no-key.${props.noKey}`)}
          </p>
        )}
        <BudgetBar view={view} noKey={props.noKey !== null || budget.outputBits === 0} />
        {budget.outputBits > 0 && <Mixing {...props} />}
      </Card>
      {beside && (
        <Card className="min-w-0 px-4 py-3">
          {toy && <ToyKeys {...toy} />}
          {remaining && (
            <div className={toy ? 'mt-3 border-line border-t pt-3' : ''}>
              <h3 className="flex flex-wrap items-center gap-2 font-[650] text-[14px]">
                {say('shrink.remaining')}
                {everyone && <OnlyYouChip />}
              </h3>
              <p
                className="mt-1 font-bold text-[22px] leading-tight"
                data-figure="eve.keyBitsKnown"
              >
                {formatCount(remaining.known)}
              </p>
              <p className="text-[13px] text-ink2">
                {say(`shrink.remaining.${remaining.by}`, { bits: budget.outputBits })}
              </p>
            </div>
          )}
        </Card>
      )}
    </div>
  );
}

/** The grid, one output at a time, and what one changed input does. */
function Mixing({ view, turnOne, onNext, tell }: ShrinkPanelProps) {
  const say = useWords();
  const { inputBits, outputBits } = view;
  const large = inputBits > view.shownBits;
  // Of a long seed its beginning is kept, and that stands at the right end of the matrix.
  const [at, setAt] = useState({
    output: Math.min(3, outputBits - 1),
    input: large ? inputBits - 1 : outputBits,
  });
  const [changed, setChanged] = useState<number | null>(null);
  const cell = {
    output: Math.min(at.output, outputBits - 1),
    input: Math.min(inputBits - 1, Math.max(outputBits, at.input)),
  };
  const open = view.entry(0, inputBits - 1) !== null;
  if (!open || outputBits >= inputBits) {
    return (
      <div className="mt-4 flex flex-col items-start gap-3 border-line border-t pt-3">
        <p className="text-[14px] text-ink2">{say('shrink.no-seed')}</p>
        <Button
          look="primary"
          onClick={() => {
            onNext();
            tell(say('shrink.diagonal', { seed: inputBits - 1 }));
          }}
        >
          {say('steps-tab.next-letter')}
        </Button>
      </div>
    );
  }
  const ones = onesOf(view, cell.output);
  const outputs = changed === null ? null : turnedBy(view, changed);
  const turnedWith = (input: number) => turnedBy(view, input)?.length ?? turnOne(input);
  const change = () => {
    // Not always the same bit: on from the cell that is pointed at.
    const next = changed === cell.input ? Math.min(inputBits - 1, cell.input + 1) : cell.input;
    setAt({ ...cell, input: next });
    setChanged(next);
    tell(say('shrink.turned', { n: next + 1, turned: turnedWith(next), of: outputBits }));
  };
  return (
    <div className="mt-3 grid gap-x-5 gap-y-3 border-line border-t pt-2 min-[900px]:grid-cols-[minmax(0,1fr)_236px]">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center justify-between gap-x-3">
          <h3 className="font-[650] text-[14px]">
            {say('shrink.mixing')}
            <span className="ml-2 font-medium text-ink3 tabular-nums">
              {say('shrink.new-bit', { n: cell.output + 1, of: outputBits })}
            </span>
          </h3>
          {view.eveKnows(0) !== null && (
            <span className="inline-flex items-center gap-1.5 text-[12px] text-ink2">
              <span
                aria-hidden="true"
                className="hatched h-3.5 w-4.5 rounded border border-eve"
                style={{ backgroundImage: HATCH }}
              />
              {say('shrink.eve-knows')}
            </span>
          )}
        </div>
        <MatrixBand
          view={view}
          at={cell}
          onMove={setAt}
          turned={
            changed === null || !outputs ? null : { input: changed, outputs: new Set(outputs) }
          }
        />
        <p className="text-[12.5px] text-ink2">{say('shrink.diagonal', { seed: inputBits - 1 })}</p>
      </div>
      <div className="text-[13px] text-ink2">
        <h4 className="font-[650] text-[14px] text-ink">{say('shrink.sum')}</h4>
        <p className="mt-1 min-h-14" data-testid="shrink-sum">
          {ones === null
            ? say(large ? 'shrink.sum-large' : 'shrink.sum-unknown')
            : say('shrink.sum-says', {
                ones,
                odd: ones % 2 === 1 ? 'yes' : 'no',
                n: cell.output + 1,
              })}
        </p>
        <h4 className="mt-2 font-[650] text-[14px] text-ink">{say('shrink.what-if')}</h4>
        <p className="mt-1 min-h-14" role="status">
          {changed === null
            ? say('shrink.what-if-text')
            : say('shrink.turned', {
                n: changed + 1,
                turned: outputs?.length ?? turnedWith(changed),
                of: outputBits,
              })}
        </p>
        <Button size="small" onClick={change} className="mt-1">
          {say(changed === null ? 'shrink.change-one' : 'shrink.change-another')}
        </Button>
      </div>
    </div>
  );
}

function lengthSays(
  say: ReturnType<typeof useWords>,
  { view, middle, corrected, noKey }: ShrinkPanelProps,
): string {
  const { budget, accounting, failure } = view;
  const { inputBits, outputBits, phaseErrorBits, leakedBits, marginBits } = budget;
  if (outputBits === 0) {
    const lacking = phaseErrorBits + leakedBits + marginBits - inputBits;
    return say(moreLightHelps(budget) ? 'shrink.short' : 'shrink.short-errors', { lacking });
  }
  const kind = corrected ? 'corrected' : 'kept';
  if (noKey !== null)
    return say('shrink.says-no-key', { output: outputBits, input: inputBits, kind });
  if (middle) return say('shrink.says-middle', { output: outputBits, input: inputBits, kind });
  const sizes = { output: outputBits, input: inputBits, kind };
  switch (accounting) {
    case 'finite-key':
      return say('shrink.says-finite', { ...sizes, failure: formatSmall(failure) });
    case 'none':
    case 'asymptotic':
      return say('shrink.says-asymptotic', sizes);
    case 'single-photons-assumed':
      return say('shrink.says-single', sizes);
    default:
      accounting satisfies never;
      return '';
  }
}
