import { useId, useMemo, useRef } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import type { ShrinkView } from '../../../scenarios/knowledge/steps-view.ts';
import { type BudgetPart, lengthBudget } from '../../charts/length-budget.chart.ts';
import { formatCount, formatPercent } from '../../format.ts';
import { HatchPattern } from '../../parts/glyphs/Hatch.tsx';
import { useWidth } from '../../parts/use-width.ts';

const HEIGHT = 30;

/** The length of the key as one bar: what Eve may know, what was said, a margin, and what is left. */
export function BudgetBar({
  view,
  noKey,
}: {
  readonly view: ShrinkView;
  /** What is left is no key: its part is drawn hollow. */
  readonly noKey: boolean;
}) {
  const say = useWords();
  const hatch = useId();
  const dots = useId();
  const bars = useId();
  const box = useRef<HTMLDivElement>(null);
  const width = Math.max(200, useWidth(box) ?? 560);
  const { budget } = view;
  const chart = useMemo(() => lengthBudget(budget, width), [budget, width]);
  const fills: Readonly<Record<BudgetPart, string>> = {
    phase: `url(#${hatch})`,
    leaked: `url(#${bars})`,
    margin: `url(#${dots})`,
    secret: noKey ? 'none' : 'var(--ink)',
  };
  const name = (part: BudgetPart) =>
    say(noKey && part === 'secret' ? 'shrink.part.no-key' : `shrink.part.${part}`);
  const words = chart.parts
    .filter(({ bits, part }) => bits > 0 || part === 'secret')
    .map(({ part, bits }) => `${name(part)} ${formatCount(bits)}`);
  return (
    <div ref={box} className="min-w-0">
      <svg
        role="img"
        aria-label={say('shrink.budget-spoken', {
          input: budget.inputBits,
          parts: words.join(', '),
        })}
        viewBox={`0 0 ${width} ${HEIGHT + 8}`}
        width="100%"
        height={HEIGHT + 8}
        className="block overflow-visible"
      >
        <defs>
          <HatchPattern id={hatch} />
          <pattern id={dots} width="5" height="5" patternUnits="userSpaceOnUse">
            <circle cx="2.5" cy="2.5" r="1.1" fill="var(--ink3)" />
          </pattern>
          <pattern id={bars} width="5" height="5" patternUnits="userSpaceOnUse">
            <path d="M1.5 0V5" stroke="var(--ink3)" strokeWidth="3" />
          </pattern>
        </defs>
        {chart.parts.map(({ part, x, width: wide }) =>
          wide <= 0 ? null : (
            <rect
              key={part}
              x={x + 0.5}
              y="0.5"
              width={Math.max(1, wide - 1)}
              height={HEIGHT - 1}
              rx="4"
              fill={fills[part]}
              stroke={part === 'phase' ? 'var(--eve)' : 'var(--ink3)'}
              strokeWidth={part === 'secret' && !noKey ? 0 : 1.2}
            />
          ),
        )}
        <path d={`M${chart.end - 0.75} -3V${HEIGHT + 7}`} stroke="var(--ink)" strokeWidth="1.5" />
      </svg>
      <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-[12.5px] text-ink2">
        {chart.parts.map(({ part, bits }) => (
          <li key={part} className="flex items-center gap-1.5">
            <svg aria-hidden="true" width="16" height="12">
              <rect
                x="0.5"
                y="0.5"
                width="15"
                height="11"
                rx="3"
                fill={fills[part]}
                stroke={part === 'phase' ? 'var(--eve)' : 'var(--ink3)'}
              />
            </svg>
            {name(part)}
            <b
              data-figure={`amplification.${PATHS[part]}`}
              className="font-bold text-ink tabular-nums"
            >
              {formatCount(bits)}
            </b>
          </li>
        ))}
      </ul>
      <Bases view={view} />
    </div>
  );
}

const PATHS: Readonly<Record<BudgetPart, string>> = {
  phase: 'phaseErrorBits',
  leaked: 'leakedBits',
  margin: 'marginBits',
  secret: 'outputBits',
};

/** Each basis is bounded by the test of the other one; pooled, an Eve in one basis would hide. */
function Bases({ view }: { readonly view: ShrinkView }) {
  const say = useWords();
  const share = (rate: number | null) => (rate === null ? '–' : formatPercent(rate, 1));
  return (
    <table className="mt-2 w-full max-w-[560px] border-collapse text-[12.5px] tabular-nums">
      <caption className="sr-only">{say('shrink.bases')}</caption>
      <thead>
        <tr className="text-ink2">
          <th scope="col" className="py-0.5 text-left font-medium">
            {say('shrink.basis')}
          </th>
          <th scope="col" className="text-right font-medium">
            {say('shrink.basis-kept')}
          </th>
          <th scope="col" className="text-right font-medium">
            {say('shrink.basis-seen')}
          </th>
          <th scope="col" className="text-right font-medium">
            {say('shrink.basis-bound')}
          </th>
        </tr>
      </thead>
      <tbody>
        {(['rectilinear', 'diagonal'] as const).map((basis) => {
          const { keyBits, observed, bound } = view.budget[basis];
          return (
            <tr key={basis} className="border-line border-t">
              <th scope="row" className="py-0.5 text-left font-semibold">
                {say(`shrink.basis.${basis}`)}
              </th>
              <td className="text-right">{formatCount(keyBits)}</td>
              <td className="text-right">{share(observed)}</td>
              <td className="text-right font-semibold">{share(bound)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
