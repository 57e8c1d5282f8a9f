import { useId } from 'react';
import { type SayWords, useWords } from '../../../content/words/use-words.ts';
import { BOX_ATTACKS, type BoxAttack, type BoxFix, TRICKS } from '../../../store/box-plans.ts';
import { classes } from '../../parts/classes.ts';
import { Toggle } from '../../parts/Toggle.tsx';

/** Attacks to choose from, each beside the switches of its fix. */
export function AttackList({
  chosen,
  fixes,
  narrow,
  onChoose,
  onFix,
}: {
  readonly chosen: BoxAttack;
  readonly fixes: Readonly<Record<BoxAttack, readonly BoxFix[]>>;
  /** Switches of the chosen one only; of the others the names. */
  readonly narrow: boolean;
  readonly onChoose: (attack: BoxAttack) => void;
  readonly onFix: (attack: BoxAttack, fix: BoxFix, on: boolean) => void;
}) {
  const say = useWords();
  const title = useId();
  const name = useId();
  return (
    <section aria-labelledby={title}>
      <h3 id={title} className="pb-1.5 font-[650] text-[14px] text-ink">
        {say('boxes.list')}
      </h3>
      <div role="radiogroup" aria-labelledby={title}>
        {BOX_ATTACKS.map((attack) => (
          <div
            key={attack}
            className="flex min-h-[45px] flex-wrap items-center justify-between gap-x-3 border-line border-t"
          >
            <label
              className={classes(
                'flex min-h-11 grow cursor-pointer items-center gap-3 rounded-md text-[13.5px] has-focus-visible:outline-2 has-focus-visible:outline-offset-[-2px] has-focus-visible:outline-focus',
                chosen === attack ? 'font-[650] text-ink' : 'text-ink hover:underline',
              )}
            >
              <input
                type="radio"
                name={name}
                value={attack}
                checked={chosen === attack}
                onChange={() => onChoose(attack)}
                className="size-[18px] shrink-0 appearance-none rounded-full border-2 border-ink3 bg-surface checked:border-[5.5px] checked:border-ink focus-visible:outline-none"
              />
              {say(`boxes.attack.${attack}`)}
            </label>
            {narrow && attack !== chosen && TRICKS[attack].fixes.length > 0 ? (
              <span className="text-[12px] text-ink2">{fixNames(say, attack)}</span>
            ) : (
              <Fixes attack={attack} on={fixes[attack]} onFix={onFix} />
            )}
          </div>
        ))}
      </div>
    </section>
  );
}

function fixNames(say: SayWords, attack: BoxAttack): string {
  const [fix, second] = TRICKS[attack].fixes;
  if (second !== undefined) return say('boxes.fix.two');
  return fix === undefined ? '' : say(`boxes.fix.${fix}`);
}

function Fixes({
  attack,
  on,
  onFix,
}: {
  readonly attack: BoxAttack;
  readonly on: readonly BoxFix[];
  readonly onFix: (attack: BoxAttack, fix: BoxFix, on: boolean) => void;
}) {
  const say = useWords();
  const { fixes } = TRICKS[attack];
  if (fixes.length === 0) {
    return <span className="text-[12px] text-ink2">{say('boxes.fix.cut')}</span>;
  }
  return (
    <div className="ml-auto flex flex-wrap justify-end gap-x-4 [&_div[id]]:font-normal [&_div[id]]:text-ink2">
      {fixes.map((fix) => (
        <Toggle
          key={fix}
          label={say(`boxes.fix.${fix}`)}
          on={on.includes(fix)}
          onChange={(to) => onFix(attack, fix, to)}
        />
      ))}
    </div>
  );
}
