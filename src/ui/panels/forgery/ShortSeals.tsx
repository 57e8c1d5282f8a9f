import { useState } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import { SHORT_WAYS, type ShortResult, type ShortWay } from '../../../store/trust-misuse.ts';
import { Button } from '../../parts/Button.tsx';
import { Segmented } from '../../parts/Segmented.tsx';
import { expectedPasses } from './forgery-odds.ts';

export interface ShortSealsProps {
  /** Forges so many seals each way, telling as it goes. */
  readonly forge: (
    terms: { readonly tagBits: number; readonly from: number },
    attempts: number,
    onResult: (way: ShortWay, result: ShortResult) => void,
  ) => Promise<void>;
}

const ATTEMPTS = 2_000;
const LENGTHS = ['8', '10', '12'] as const;
type Length = (typeof LENGTHS)[number];
type Totals = Readonly<Record<ShortWay, ShortResult>>;

const NONE: ShortResult = { attempts: 0, passed: 0, odds: 0 };
const NO_TOTALS: Totals = { guess: NONE, with: NONE, without: NONE };

/** A tag cut short: guessed, and altered texts with and without the second secret of the hash. */
export function ShortSeals({ forge }: ShortSealsProps) {
  const say = useWords();
  const [bits, setBits] = useState<Length>('8');
  const [totals, setTotals] = useState<Totals>(NO_TOTALS);
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    const from = totals.without.attempts;
    await forge({ tagBits: Number(bits), from }, ATTEMPTS, (way, more) => {
      setTotals((before) => ({
        ...before,
        [way]: {
          attempts: before[way].attempts + more.attempts,
          passed: before[way].passed + more.passed,
          odds: more.odds,
        },
      }));
    });
    setBusy(false);
  };
  const done = totals.without.attempts > 0;
  return (
    <>
      <Segmented
        label={say('failures.short.bits')}
        value={bits}
        options={LENGTHS.map((value) => ({
          value,
          label: say('seals.length', { bits: Number(value) }),
        }))}
        disabled={busy}
        onChange={(value) => {
          setBits(value);
          setTotals(NO_TOTALS);
        }}
      />
      <table className="w-full border-collapse text-left text-[12px]" role="status">
        <caption className="sr-only">{say('failures.short.title')}</caption>
        <tbody>
          {SHORT_WAYS.map((way) => (
            <Row key={way} way={way} result={totals[way]} />
          ))}
        </tbody>
      </table>
      <div>
        <Button disabled={busy} onClick={() => void run()}>
          {busy ? say('failures.running') : say('failures.short.run', { n: ATTEMPTS })}
        </Button>
      </div>
      {done && totals.without.passed > 2 * totals.with.passed && (
        <p className="text-[13px] text-ink2 leading-[1.4]">{say('failures.short.why')}</p>
      )}
    </>
  );
}

function Row({ way, result }: { readonly way: ShortWay; readonly result: ShortResult }) {
  const say = useWords();
  const { attempts, passed, odds } = result;
  const expected = expectedPasses(attempts, Math.log2(odds));
  return (
    <tr className="border-line border-t align-top leading-[1.35]">
      <th scope="row" className="py-1 pr-2 font-medium text-ink2">
        {say(`failures.short.${way}`)}
      </th>
      <td className="min-h-9 w-px whitespace-nowrap py-1 text-right tabular-nums">
        <span className="font-[650] text-[13px] text-ink">
          {attempts === 0
            ? say('failures.short.none')
            : say('failures.short.passed', { passed, attempts })}
        </span>
        <span className="block text-ink2">
          {expected
            ? say('failures.short.expected', { expected: expected.mean, error: expected.error })
            : '\u00a0'}
        </span>
      </td>
    </tr>
  );
}
