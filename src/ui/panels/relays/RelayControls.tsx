import { useWords } from '../../../content/words/use-words.ts';
import type { Observer } from '../../../scenarios/actors.ts';
import { MOST_KM, MOST_RELAYS, type RelayChoice } from '../../../store/relays.ts';
import { Select } from '../../parts/Select.tsx';
import { Slider } from '../../parts/Slider.tsx';
import { shortOf } from './story.ts';

/** How many relays, how long the way, and which relay Eve reads. */
export function RelayControls({
  choice: { nodes, km, readOut },
  perKm,
  lossDb,
  observer,
  onChange,
}: {
  readonly choice: RelayChoice;
  /** dB a km. */
  readonly perKm: number;
  /** Of the whole line. */
  readonly lossDb: number;
  readonly observer: Observer;
  readonly onChange: (changes: Partial<RelayChoice>) => void;
}) {
  const say = useWords();
  return (
    <div className="grid gap-x-6 gap-y-2 @min-[560px]:grid-cols-3">
      <Slider
        label={say('relays.nodes')}
        value={nodes}
        shape={{ min: 0, max: MOST_RELAYS, whole: true }}
        step={1}
        effect={say('relays.nodes.effect')}
        onChange={(to) => onChange({ nodes: to })}
      />
      {km === null ? (
        <p className="text-[13px] text-ink2">{say('relays.km.loss', { db: shortOf(lossDb) })}</p>
      ) : (
        <Slider
          label={say('relays.km')}
          value={km}
          shape={{ min: 0, max: Math.max(MOST_KM, km), unit: 'km' }}
          step={10}
          effect={say('relays.km.effect', { db: perKm })}
          onChange={(to) => onChange({ km: to })}
        />
      )}
      {observer === 'alice' || observer === 'bob' ? (
        <p className="pt-1 text-[13px] text-ink2">
          {say('relays.read-out.hidden', { who: observer })}
        </p>
      ) : (
        <Select
          label={say('relays.read-out')}
          value={String(readOut)}
          options={Array.from({ length: nodes + 1 }, (_, number) => ({
            value: String(number),
            label: number === 0 ? say('relays.read-out.none') : say('relays.relay', { number }),
          }))}
          onChange={(to) => onChange({ readOut: Number(to) })}
        />
      )}
    </div>
  );
}
