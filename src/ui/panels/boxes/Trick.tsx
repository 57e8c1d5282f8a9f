import { type SayWords, useWords } from '../../../content/words/use-words.ts';
import type { Formula } from '../../../scenarios/knowledge/box-view.ts';
import { type BoxAttack, TRICKS } from '../../../store/box-plans.ts';
import { formatPercent } from '../../format.ts';
import { Segmented } from '../../parts/Segmented.tsx';

/** How an attack works, the figure it depends on, and its closed form beside what the run gave. */
export function Trick({
  attack,
  dial,
  formula,
  onDial,
}: {
  readonly attack: BoxAttack;
  readonly dial: number | null;
  /** Of the run with Eve; null: none, not run, or not this observer's to know. */
  readonly formula: Formula | null;
  readonly onDial: (value: number) => void;
}) {
  const say = useWords();
  return (
    <section aria-label={say(`boxes.attack.${attack}`)} className="flex flex-col gap-2.5">
      <div>
        <h3 className="font-[650] text-[14px] text-ink">{say(`boxes.attack.${attack}`)}</h3>
        <p className="mt-1 min-[1120px]:min-h-[76px] text-[13px] text-ink2 leading-[1.45]">
          {say(`boxes.how.${attack}`)}
        </p>
      </div>
      {attack !== 'early' && dial !== null && (
        <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 text-[13px] text-ink2">
          {say(`boxes.dial.${attack}`)}
          <Segmented
            label={say(`boxes.dial.${attack}`)}
            value={String(dial)}
            options={TRICKS[attack].dial!.values.map((value) => ({
              value: String(value),
              label: valueWords(say, attack, value),
            }))}
            onChange={(value) => onDial(Number(value))}
          />
        </div>
      )}
      {formula && <FormulaLine formula={formula} />}
    </section>
  );
}

function valueWords(say: SayWords, attack: BoxAttack, value: number): string {
  return say(attack === 'shift' || attack === 'cut' ? 'boxes.dial.whole' : 'boxes.dial.db', {
    value,
  });
}

function FormulaLine({ formula }: { readonly formula: Formula }) {
  const say = useWords();
  const { kind, executed } = formula;
  return (
    <div className="border-line border-t pt-2 text-[12px] text-ink2 leading-[1.4]">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="font-mono text-[12px] text-ink">{say(`boxes.formula.${kind}`)}</span>
        <span className="text-ink2">{say(`boxes.source.${kind}`)}</span>
      </p>
      <p className="mt-0.5">{meaningOf(say, formula)}</p>
      <dl className="mt-1 flex gap-x-5">
        <div className="flex gap-1.5">
          <dt>{say('boxes.formula')}</dt>
          <dd className="font-semibold text-ink tabular-nums">{expectedWords(say, formula)}</dd>
        </div>
        <div className="flex gap-1.5">
          <dt>{say('boxes.formula.run')}</dt>
          <dd className="font-semibold text-ink tabular-nums">
            {executed === null ? say('boxes.formula.hidden') : shareWords(executed)}
          </dd>
        </div>
      </dl>
    </div>
  );
}

function expectedWords(say: SayWords, { kind, expected }: Formula): string {
  if (expected === null) return say('boxes.formula.condition');
  return kind === 'splitting' ? say('boxes.formula.all') : shareWords(expected);
}

/** A small share with one digit more. */
function shareWords(share: number): string {
  return formatPercent(share, share > 0 && share < 0.01 ? 2 : 1);
}

function meaningOf(say: SayWords, { kind, detail }: Formula): string {
  switch (kind) {
    case 'splitting':
      return say('boxes.formula.splitting.says', { db: detail });
    case 'blinding':
      return say('boxes.formula.blinding.says', { honest: detail });
    case 'trojan':
      return say('boxes.formula.trojan.says', { back: String(Number(detail.toPrecision(2))) });
    case 'shift':
      return say('boxes.formula.shift.says', { bits: detail });
    case 'intercept':
      return say('boxes.formula.intercept.says');
    default:
      return kind satisfies never;
  }
}
