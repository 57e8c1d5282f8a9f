import { useState } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import { formatOdds } from '../../format.ts';
import { Button } from '../../parts/Button.tsx';
import { Panel, PanelNote } from '../../parts/Panel.tsx';
import { expectedPasses } from './forgery-odds.ts';

const ATTEMPTS = 1_000;
/** Shorter seals than this are for showing the odds only. */
const REAL_TAG_BITS = 64;

export interface ForgeryResult {
  readonly attempts: number;
  readonly passed: number;
}

/** Eve forges seals, really, and the counts are set against the odds. */
export function ForgeryPanel({
  run,
  tagBits,
  oddsLog2,
  oddsAre,
  bare = false,
}: {
  readonly run: (attempts: number) => ForgeryResult | Promise<ForgeryResult>;
  /** 'signature': of a length of its own, and nothing that a guess could hit. Null: no seals. */
  readonly tagBits: number | 'signature' | null;
  /** log₂ of the chance per attempt. */
  readonly oddsLog2: number;
  /** Proven for any forger, or the best that anyone knows how to do. */
  readonly oddsAre: 'bound' | 'best-known';
  readonly bare?: boolean;
}) {
  const say = useWords();
  const [total, setTotal] = useState<ForgeryResult>({ attempts: 0, passed: 0 });
  const [busy, setBusy] = useState(false);
  const [of, setOf] = useState(tagBits);
  if (of !== tagBits) {
    // Counts of other seals would be set against the wrong odds.
    setOf(tagBits);
    setTotal({ attempts: 0, passed: 0 });
  }
  const forge = async () => {
    setBusy(true);
    const more = await run(ATTEMPTS);
    setTotal((before) => ({
      attempts: before.attempts + more.attempts,
      passed: before.passed + more.passed,
    }));
    setBusy(false);
  };
  const odds = formatOdds(oddsLog2);
  const expected = expectedPasses(total.attempts, oddsLog2);
  return (
    <Panel title={say('forgery.title')} bare={bare}>
      <div className={bare ? '' : 'px-4 pb-3'}>
        {tagBits === null ? (
          <PanelNote>{say('forgery.no-seals')}</PanelNote>
        ) : tagBits === 'signature' ? (
          <PanelNote>{say('forgery.signature', { odds })}</PanelNote>
        ) : (
          <>
            <PanelNote>{say('forgery.lead', { bits: tagBits })}</PanelNote>
            <p className="mt-1 text-[13px] text-ink2">{say(`forgery.odds.${oddsAre}`, { odds })}</p>
            <div className="mt-2.5 flex flex-wrap items-center gap-2">
              <Button disabled={busy} onClick={() => void forge()}>
                {busy ? say('forgery.busy') : say('forgery.run', { n: ATTEMPTS })}
              </Button>
              <Button
                look="quiet"
                disabled={busy || total.attempts === 0}
                onClick={() => setTotal({ attempts: 0, passed: 0 })}
              >
                {say('forgery.clear')}
              </Button>
            </div>
            <div role="status" className="mt-2.5">
              {total.attempts === 0 ? (
                <PanelNote>{say('forgery.none')}</PanelNote>
              ) : (
                <>
                  <p className="font-[650] text-[17px] text-ink tabular-nums">
                    {say('forgery.passed', { passed: total.passed, attempts: total.attempts })}
                  </p>
                  <p className="text-[13px] text-ink2 tabular-nums">
                    {expected
                      ? say('forgery.expected', { expected: expected.mean, error: expected.error })
                      : say('forgery.hopeless')}
                  </p>
                </>
              )}
            </div>
            {tagBits < REAL_TAG_BITS && (
              <p className="mt-1.5 text-ink3 text-xs">{say('forgery.short')}</p>
            )}
          </>
        )}
      </div>
    </Panel>
  );
}
