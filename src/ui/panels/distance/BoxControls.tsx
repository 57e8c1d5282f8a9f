import { useWords } from '../../../content/words/use-words.ts';
import { FIRST_SETTING, type SweepSetting } from '../../../scenarios/distance/sweep.ts';
import { type PublishedSystem, publishedSystems } from '../../../scenarios/distance/systems.ts';
import { Segmented } from '../../parts/Segmented.tsx';
import { Select } from '../../parts/Select.tsx';
import { LogSlider, Slider } from '../../parts/Slider.tsx';

/** Dark counts are set in this unit: a logarithmic slider takes whole numbers. */
const DARK_UNIT = 1e-8;
const ACCOUNTINGS = ['asymptotic', 'finite-key', 'single-photons-assumed'] as const;

/** Line, detectors, laser and accounting; a published system sets them all at once. */
export function BoxControls({
  setting,
  system,
  problem,
  onChange,
  onPreset,
}: {
  readonly setting: SweepSetting;
  readonly system: PublishedSystem['id'] | null;
  readonly problem: string | null;
  readonly onChange: (changes: Partial<Omit<SweepSetting, 'seed'>>) => void;
  readonly onPreset: (system: PublishedSystem['id'] | null) => void;
}) {
  const say = useWords();
  const published = publishedSystems.find(({ id }) => id === system);
  const list = setting.decoys.map(({ meanPhotonNumber, probability }) =>
    say('distance.decoy', { mean: meanPhotonNumber, share: probability }),
  );
  const percent = { perUnit: 0.01, unit: '%' };
  return (
    <div className="flex flex-col gap-3.5">
      <div>
        <Select
          label={say('distance.preset')}
          value={system ?? 'none'}
          options={[
            { value: 'none', label: say('distance.preset.none') },
            ...publishedSystems.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(value) => onPreset(value === 'none' ? null : value)}
        />
        {published && (
          <p className="mt-1.5 break-words text-[12px] text-ink2 leading-[1.4]">
            {say('distance.preset.source', { source: published.source })}
            {published.afterpulse > 0 && ` ${say('distance.preset.afterpulse')}`}
          </p>
        )}
      </div>
      <Slider
        label={say('distance.signal')}
        value={setting.signal}
        step={0.01}
        shape={{ min: 0.01, max: 2 }}
        defaultValue={FIRST_SETTING.signal}
        effect={say('distance.signal.effect')}
        problem={problem === null ? undefined : say('distance.refused', { problem })}
        onChange={(signal) => onChange({ signal })}
      />
      <p className="text-[12px] text-ink2 leading-[1.4]">
        {say('distance.decoys', { list: list.join('; ') })} {say('distance.sweep.without')}
      </p>
      <Slider
        label={say('distance.loss')}
        value={setting.lossDbPerKm}
        step={0.01}
        shape={{ min: 0.1, max: 1, unit: 'dB' }}
        defaultValue={FIRST_SETTING.lossDbPerKm}
        effect={say('distance.loss.effect')}
        onChange={(lossDbPerKm) => onChange({ lossDbPerKm })}
      />
      <Slider
        label={say('distance.efficiency')}
        value={setting.efficiency}
        step={0.01}
        shape={{ min: 0.01, max: 1, ...percent }}
        defaultValue={FIRST_SETTING.efficiency}
        effect={say('distance.efficiency.effect')}
        onChange={(efficiency) => onChange({ efficiency })}
      />
      <LogSlider
        label={say('distance.dark')}
        value={Number((setting.darkCountProbability / DARK_UNIT).toPrecision(6))}
        shape={{ min: 1, max: 100_000 }}
        defaultValue={FIRST_SETTING.darkCountProbability / DARK_UNIT}
        effect={say('distance.dark.effect')}
        onChange={(counts) =>
          onChange({ darkCountProbability: Number((counts * DARK_UNIT).toPrecision(6)) })
        }
      />
      <Slider
        label={say('distance.misalignment')}
        value={setting.misalignment}
        step={0.005}
        shape={{ min: 0, max: 0.15, ...percent }}
        defaultValue={FIRST_SETTING.misalignment}
        effect={say('distance.misalignment.effect')}
        onChange={(misalignment) => onChange({ misalignment })}
      />
      <div>
        <Select
          label={say('distance.accounting')}
          value={setting.accounting}
          options={ACCOUNTINGS.map((value) => ({
            value,
            label: say(`distance.accounting.${value}`),
          }))}
          onChange={(accounting) => onChange({ accounting })}
        />
        <p className="mt-1 text-[12px] text-ink2 leading-[1.4]">
          {say(`distance.accounting.${setting.accounting}.effect`)}
        </p>
      </div>
      <LogSlider
        label={say('distance.pulses')}
        value={setting.pulses}
        shape={{ min: 10_000, max: 100_000_000 }}
        defaultValue={FIRST_SETTING.pulses}
        effect={say('distance.pulses.effect')}
        onChange={(pulses) => onChange({ pulses })}
      />
      <div className="grid grid-cols-2 gap-x-3">
        <Choice
          label={say('distance.repeats')}
          value={setting.repeats}
          options={[2, 3, 5]}
          onChange={(repeats) => onChange({ repeats })}
        />
        <Choice
          label={say('distance.step')}
          value={setting.stepKm}
          options={[10, 20, 50]}
          onChange={(stepKm) => onChange({ stepKm })}
        />
      </div>
    </div>
  );
}

function Choice({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly options: readonly number[];
  readonly onChange: (value: number) => void;
}) {
  return (
    <div>
      <div className="mb-1.5 text-[13px] text-ink2">{label}</div>
      <Segmented
        label={label}
        value={String(value)}
        options={options.map((one) => ({ value: String(one), label: String(one) }))}
        onChange={(chosen) => onChange(Number(chosen))}
        stretch
      />
    </div>
  );
}
