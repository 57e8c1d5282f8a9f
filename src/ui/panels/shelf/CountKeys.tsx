import { useMemo, useState } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import { countToy, drawToy } from '../../../scenarios/archive/toy.ts';
import type { Seed } from '../../../scenarios/config.ts';
import { Slider } from '../../parts/Slider.tsx';
import { powerOfTwo } from './texts.ts';

/** Of the toy: few enough corrected bits to try them all. */
const TOY = { bits: 12, parities: 3, length: 5 };
const BOX = { width: 300, height: 64 };

/** A recorded toy key: every key that fits what was said is found by trying, and counted. */
export function CountKeys({ seed }: { readonly seed: Seed }) {
  const say = useWords();
  const [measured, setMeasured] = useState(0);
  const counted = useMemo(() => countToy(drawToy({ seed, measured, ...TOY })), [seed, measured]);
  const { finalKeys, reconciled, rankDeficit } = counted;
  const each = finalKeys[0]?.count ?? 0;
  const even = finalKeys.every(({ count }) => count === each);
  const all = 2 ** TOY.length;
  const pitch = BOX.width / all;
  const most = Math.max(1, ...finalKeys.map(({ count }) => count));
  return (
    <section aria-labelledby="toy-keys-title" className="min-w-0">
      <p className="font-semibold text-[12px] text-ink3">{say('toy-keys.eyebrow')}</p>
      <h3
        id="toy-keys-title"
        className="min-h-6 font-bold text-[17px] leading-6 tracking-[-.012em]"
        data-testid="toy-keys"
      >
        {even ? say('toy-keys.title', { keys: finalKeys.length }) : say('toy-keys.uneven')}
      </h3>
      <p className="text-[13px] text-ink2">{say('toy-keys.says', { ...TOY, measured })}</p>
      <svg
        role="img"
        aria-label={say('toy-keys.fit', { inputs: reconciled, each })}
        viewBox={`0 0 ${BOX.width} ${BOX.height + 2}`}
        preserveAspectRatio="none"
        className="mt-2 block h-[66px] w-full"
      >
        {finalKeys.map(({ key, count }) => (
          <rect
            key={key}
            x={key * pitch}
            y={BOX.height * (1 - count / most)}
            width={pitch * 0.72}
            height={(BOX.height * count) / most}
            className="fill-ink"
          />
        ))}
        <path d={`M0 ${BOX.height + 1}H${BOX.width}`} className="stroke-line2" />
      </svg>
      <p className="mt-1 min-h-10 text-[13px] text-ink2">
        {say('toy-keys.fit', { inputs: reconciled, each })}{' '}
        {say('toy-keys.power', {
          keys: powerOfTwo(TOY.length - rankDeficit),
          power: TOY.length - rankDeficit,
        })}
      </p>
      <Slider
        label={say('toy-keys.measured')}
        value={measured}
        shape={{ min: 0, max: TOY.bits, whole: true, unit: say('toy-keys.bits') }}
        step={1}
        onChange={setMeasured}
      />
    </section>
  );
}
