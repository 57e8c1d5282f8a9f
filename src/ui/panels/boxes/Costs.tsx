import type { ReactNode } from 'react';
import { type SayWords, useWords } from '../../../content/words/use-words.ts';
import type { BoxView } from '../../../scenarios/knowledge/box-view.ts';
import type { BoxAttack } from '../../../store/box-plans.ts';
import { formatCount } from '../../format.ts';

/** What the fix takes from two who are alone: runs without Eve, before and after. null: not run. */
export interface FixCosts {
  readonly before: BoxView | null;
  readonly after: BoxView | null;
  /** Splitting only: counted honestly, without decoys. */
  readonly counted: BoxView | null;
}

export function Costs({ attack, costs }: { readonly attack: BoxAttack; readonly costs: FixCosts }) {
  const say = useWords();
  return (
    <section aria-label={say('boxes.cost')}>
      <h3 className="font-[650] text-[14px] text-ink">{say('boxes.cost')}</h3>
      {attack !== 'cut' && (
        <dl className="mt-1 text-[12.5px] leading-[1.4]">
          {attack === 'splitting' ? (
            <OfDecoys say={say} costs={costs} />
          ) : (
            <>
              <Row name={say('boxes.cost.key')}>{change(say, costs, keyOf)}</Row>
              <Row name={say('boxes.cost.clicks')}>
                {change(say, costs, ({ detected }) => formatCount(detected))}
              </Row>
              {attack === 'trojan' && <Row name={say('boxes.cost.paid')}>{paidIn(say, costs)}</Row>}
            </>
          )}
        </dl>
      )}
      <p className="mt-1 text-[12px] text-ink2 leading-[1.4]">{say(`boxes.cost.more.${attack}`)}</p>
    </section>
  );
}

function OfDecoys({ say, costs }: { readonly say: SayWords; readonly costs: FixCosts }) {
  const { before, counted, after } = costs;
  const bits = (view: BoxView | null) =>
    view === null ? say('boxes.cost.waiting') : keyOf(view, say);
  return (
    <>
      <Row name={say('boxes.cost.naive')}>{bits(before)}</Row>
      <Row name={say('boxes.cost.honest')}>{bits(counted)}</Row>
      <Row name={say('boxes.cost.decoyed')}>{bits(after)}</Row>
      <Row name={say('boxes.cost.spent')}>
        {after === null
          ? say('boxes.cost.waiting')
          : say('boxes.cost.spent.value', { n: after.decoys, share: after.decoys / after.sent })}
      </Row>
    </>
  );
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-3">
      <dt className="text-ink2">{name}</dt>
      <dd className="whitespace-nowrap font-semibold text-ink tabular-nums">{children}</dd>
    </div>
  );
}

function change(
  say: SayWords,
  { before, after }: FixCosts,
  read: (view: BoxView, say: SayWords) => string,
): string {
  if (before === null || after === null) return say('boxes.cost.waiting');
  return say('boxes.cost.change', { before: read(before, say), after: read(after, say) });
}

/** Both runs keep the same bits, so what is taken off more is what the box may tell. */
function paidIn(say: SayWords, { before, after }: FixCosts): string {
  if (before?.paid == null || after?.paid == null) return say('boxes.cost.waiting');
  return formatCount(after.paid - before.paid);
}

function keyOf({ keyBits }: BoxView, say: SayWords): string {
  return keyBits === null ? say('boxes.cell.no-key') : formatCount(keyBits);
}
