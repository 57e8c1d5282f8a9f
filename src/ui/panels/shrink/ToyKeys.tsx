import { useMemo, useState } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import { Slider } from '../../parts/Slider.tsx';
import { toyPicture } from './toy-picture.ts';

/** A toy key of which every possible input was pushed through the matrix. */
export interface Toy {
  /** Bits that go in. */
  readonly inputBits: number;
  /** Of those, bits that Eve does not know and no parity says. */
  readonly missing: number;
  /** Inputs that fit all she knows. */
  readonly inputs: number;
  /** How many of them give each new key. */
  readonly counts: ArrayLike<number>;
  readonly flat: boolean;
}

export interface ToyExperiment {
  readonly run: (length: number) => Toy;
  readonly longest: number;
  readonly start: number;
}

const BOX = { width: 266, height: 92 };

/** Every input that Eve still holds possible, pushed through: all new keys equally often, or not. */
export function ToyKeys({ run, longest, start }: ToyExperiment) {
  const say = useWords();
  const [length, setLength] = useState(start);
  const toy = useMemo(() => run(length), [run, length]);
  const picture = useMemo(() => toyPicture(toy.counts, BOX), [toy]);
  const possible = useMemo(() => Array.from(toy.counts).filter((n) => n > 0).length, [toy]);
  const keys = toy.counts.length;
  const says = say(toy.flat ? 'shrink.toy-flat' : 'shrink.toy-not-flat', {
    keys,
    possible,
    each: possible === 0 ? 0 : toy.inputs / possible,
  });
  return (
    <section aria-labelledby="toy-title">
      <p className="font-semibold text-[12px] text-ink3">{say('shrink.toy')}</p>
      <h3 id="toy-title" className="min-h-12 font-bold text-[17px] leading-6 tracking-[-.012em]">
        {say(toy.flat ? 'shrink.toy-title-flat' : 'shrink.toy-title-not')}
      </h3>
      <svg
        role="img"
        aria-label={says}
        viewBox={`0 0 ${BOX.width} ${BOX.height + 2}`}
        width="100%"
        className="mt-1 block max-w-[330px]"
      >
        {picture.kind === 'bars'
          ? picture.bars.map(({ x, width, height }) => (
              <rect
                key={x}
                x={x}
                y={BOX.height - height}
                width={width}
                height={height}
                fill="var(--ink)"
              />
            ))
          : picture.shares.map((share, i) => (
              <rect
                // biome-ignore lint/suspicious/noArrayIndexKey: a key is its place in the field.
                key={i}
                x={(i % picture.columns) * picture.size}
                y={Math.floor(i / picture.columns) * picture.size}
                width={picture.size * 0.84}
                height={picture.size * 0.84}
                fill={share > 0 ? 'var(--ink)' : 'var(--track)'}
              />
            ))}
        <path d={`M0 ${BOX.height + 1}H${BOX.width}`} stroke="var(--line2)" />
      </svg>
      <p className="mt-1 min-h-10 text-[13px] text-ink2" role="status">
        {says}
      </p>
      <Slider
        label={say('shrink.toy-length')}
        value={length}
        shape={{ min: 1, max: longest, whole: true, unit: 'bits' }}
        step={1}
        onChange={setLength}
      />
      <p className="mt-1 text-[13px] text-ink2">
        {say('shrink.toy-missing', { missing: toy.missing, input: toy.inputBits })}
      </p>
    </section>
  );
}
