import { useState } from 'react';
import { useWords, type WordKey } from '../../../content/words/use-words.ts';
import type { Receipt } from '../../../scenarios/receipt.ts';
import { type CompareRow, compareRows, type FigureName } from '../../compare.ts';
import { formatCount, formatPercent, formatSeed } from '../../format.ts';
import { CHANGED_NAMES, settingText } from '../../panels/controls/fields.ts';
import { Button } from '../../parts/Button.tsx';
import { VerdictPill } from '../../parts/glyphs/VerdictPill.tsx';
import { Card } from '../../parts/Panel.tsx';

const SHARES: ReadonlySet<string> = new Set<FigureName>(['error-rate', 'test-rate', 'eve-knows']);

/** Run A, pinned, against the run on screen. */
export function Compare({ pinned, now }: { readonly pinned: Receipt; readonly now: Receipt }) {
  const say = useWords();
  const [onlyDifferences, setOnlyDifferences] = useState(false);
  const rows = compareRows(pinned, now).filter(({ differs }) => differs || !onlyDifferences);
  const sameCoins = pinned.config.seed === now.config.seed;
  return (
    <Card className="h-full max-h-[280px] overflow-y-auto px-4 pt-2 pb-1.5">
      <table className="w-full border-collapse text-left text-[13px]">
        <caption className="sr-only">{say('lab.compare')}</caption>
        <thead>
          <tr className="h-7 text-ink">
            <th className="font-[650]">{say('compare.what')}</th>
            <th className="w-[28%] font-[650]">{say('compare.a')}</th>
            <th className="w-[28%] font-[650]">{say('compare.b')}</th>
          </tr>
        </thead>
        <tbody>
          <tr className="h-[34px] border-line border-t">
            <th className="font-medium">{say('compare.verdict')}</th>
            <td>
              <VerdictPill verdict={pinned.verdict} />
            </td>
            <td>
              <VerdictPill verdict={now.verdict} />
            </td>
          </tr>
          {rows.map((row) => (
            <tr
              key={row.name}
              className={`h-[27px] border-line border-t tabular-nums ${row.differs ? 'font-[650] text-ink' : 'text-ink2'}`}
            >
              <th className="pr-2 font-medium">{nameOf(row, say)}</th>
              <td>{textOf(row, row.a, say)}</td>
              <td>{textOf(row, row.b, say)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="flex flex-wrap items-center justify-between gap-2 pt-1.5">
        <span className="text-[13px] text-ink2">
          {say(sameCoins ? 'compare.same-seed' : 'compare.other-seed')}
        </span>
        <Button
          size="small"
          aria-pressed={onlyDifferences}
          onClick={() => setOnlyDifferences(!onlyDifferences)}
        >
          {say(onlyDifferences ? 'compare.all' : 'compare.differences')}
        </Button>
      </div>
    </Card>
  );
}

function nameOf({ kind, name }: CompareRow, say: ReturnType<typeof useWords>): string {
  if (kind === 'figure') return say(`compare.${name as FigureName}`);
  const key: WordKey | undefined = CHANGED_NAMES[name];
  return key ? say(key) : name;
}

function textOf(
  { kind, name }: CompareRow,
  value: unknown,
  say: ReturnType<typeof useWords>,
): string {
  if (value === null || value === undefined) return say('compare.none');
  if (name === 'seed' && (typeof value === 'number' || typeof value === 'string')) {
    return formatSeed(value);
  }
  if (name === 'lifecycle.events' && Array.isArray(value)) {
    return say('compare.events', { n: value.length });
  }
  if (typeof value !== 'number') {
    // A message of the viewer's own may say anything.
    return name === 'use.message' ? String(value) : settingText(say, value);
  }
  if (value > 0 && value < 1e-4) return value.toExponential();
  const share =
    kind === 'figure'
      ? SHARES.has(name)
      : value < 1 && /fraction|Above|Bias|Prob|effic/i.test(name);
  return share ? formatPercent(value) : formatCount(value);
}
