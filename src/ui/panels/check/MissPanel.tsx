import { useState } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import { formatChance } from '../../charts/chance.ts';
import { Button } from '../../parts/Button.tsx';
import { Slider } from '../../parts/Slider.tsx';
import { expectedRate, isNearlySure } from './expected-rate.ts';

/** What else of a line makes errors, and how Eve measures on it. */
export interface MissLine {
  readonly basis: 'random' | 'rectilinear' | 'diagonal' | 'breidbart';
  readonly basisBias: number;
  readonly flipProbability: number;
}

/** A test of so many bits, on a line where Eve measures a part of the photons. */
interface MissQuestion extends MissLine {
  readonly testedBits: number;
  readonly fraction: number;
  readonly limit: number;
}

interface Repeated {
  readonly times: number;
  /** Tests that showed no more errors than the limit allows. */
  readonly passed: number;
}

export interface MissExperiment {
  /** The run's own. */
  readonly line: MissLine;
  /** Part of the photons she measures at first. */
  readonly eveFraction: number;
  /** Chance that a test lets this line pass, by the core. */
  readonly missChance: (question: MissQuestion) => number;
  /** Draws the test so many times. */
  readonly repeat: (question: MissQuestion, times: number) => Promise<Repeated>;
}

const TIMES = 200;
/** Bits of one test; 200 of them take a few seconds. */
const MOST_TESTED = 1_000_000;

/** How often a test of this size lets Eve pass: reckoned, and tried. */
export function MissPanel({
  tested,
  limit,
  line,
  eveFraction,
  missChance,
  repeat,
}: MissExperiment & {
  readonly tested: number;
  readonly limit: number;
}) {
  const say = useWords();
  const [fraction, setFraction] = useState(eveFraction);
  const [tried, setTried] = useState<(Repeated & { readonly of: string }) | null>(null);
  const [busy, setBusy] = useState(false);
  const question = { ...line, testedBits: tested, fraction, limit };
  const name = JSON.stringify(question);
  const chance = missChance(question);
  const rate = expectedRate(missChance, { ...line, fraction });
  // What was counted belongs to the question it was counted for.
  const result = tried?.of === name ? tried : null;
  const spread = Math.sqrt(TIMES * chance * (1 - chance));
  const hint =
    tested > MOST_TESTED ? 'check.too-large' : rate <= limit ? 'check.weak' : 'check.strong';
  const run = async () => {
    setBusy(true);
    setTried({ ...(await repeat(question, TIMES)), of: name });
    setBusy(false);
  };
  return (
    <div className="mt-2 border-line border-t pt-2">
      <h3 className="font-[650] text-[14px]">{say('check.miss')}</h3>
      <Slider
        label={say('check.fraction')}
        value={fraction}
        shape={{ min: 0, max: 1, perUnit: 0.01, unit: '%' }}
        step={0.01}
        tone="eve"
        onChange={setFraction}
      />
      <p className="mt-1 text-[13px] text-ink2" data-testid="miss-chance">
        {say('check.miss-chance', {
          tested,
          rate,
          chance:
            isNearlySure(chance) && tested > 0 ? say('check.nearly-sure') : formatChance(chance),
        })}
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Button
          size="small"
          disabled={busy || tested === 0 || tested > MOST_TESTED}
          onClick={() => void run()}
        >
          {say('check.repeat', { n: TIMES })}
        </Button>
      </div>
      <p role="status" className="mt-1.5 min-h-9 text-[13px] text-ink2 tabular-nums">
        {result
          ? say('check.repeated', {
              passed: result.passed,
              times: result.times,
              expected: TIMES * chance,
              spread,
            })
          : say(hint)}
      </p>
    </div>
  );
}
