import { useWords } from '../../../content/words/use-words.ts';
import { Slider } from '../../parts/Slider.tsx';
import { exposedYears, type MoscaYears } from './mosca.ts';

/** Two bars of years on one scale: what must hold, and how long it holds. The sliders move both. */
export function MoscaPanel({
  years,
  longest,
  onChange,
}: {
  readonly years: MoscaYears;
  /** Years of the longest slider. */
  readonly longest: number;
  readonly onChange: (changes: Partial<MoscaYears>) => void;
}) {
  const say = useWords();
  const { secrecy, migration, qDay } = years;
  const exposed = exposedYears(years);
  const scale = Math.max(secrecy + migration, qDay, 1);
  const width = (part: number) => `${(100 * part) / scale}%`;
  const bar = 'flex h-6 items-center overflow-hidden whitespace-nowrap px-1.5 text-[12px]';
  return (
    <section aria-labelledby="mosca-title" className="min-w-0">
      <p className="font-semibold text-[12px] text-ink3">{say('mosca.eyebrow')}</p>
      <h3
        id="mosca-title"
        className="min-h-6 font-bold text-[17px] leading-6 tracking-[-.012em]"
        data-testid="mosca-says"
      >
        {say('mosca.says', { exposed })}
      </h3>
      <p className="text-[13px] text-ink2">{say('mosca.rule')}</p>
      <div className="mt-2" aria-hidden="true">
        <div className="flex gap-0.5">
          <div
            className={`${bar} bg-track font-medium text-ink`}
            style={{ width: width(migration) }}
          >
            y
          </div>
          <div className={`${bar} bg-ink font-medium text-inv`} style={{ width: width(secrecy) }}>
            x
          </div>
        </div>
        <div className="mt-1 flex gap-0.5">
          <div
            className={`${bar} border border-ink3 font-medium text-ink`}
            style={{ width: width(qDay) }}
          >
            z
          </div>
          {exposed > 0 && (
            <div
              className={`${bar} border border-eve bg-eve-t2 font-semibold text-ink`}
              style={{ width: width(exposed) }}
            >
              {say('mosca.exposed', { exposed })}
            </div>
          )}
        </div>
      </div>
      <div className="mt-2 grid gap-x-6 gap-y-1 min-[600px]:grid-cols-3">
        <Years
          label={say('mosca.migration')}
          value={migration}
          longest={longest}
          least={0}
          onChange={(value) => onChange({ migration: value })}
        />
        <Years
          label={say('mosca.secrecy')}
          value={secrecy}
          longest={longest}
          least={1}
          onChange={(value) => onChange({ secrecy: value })}
        />
        <Years
          label={say('mosca.q-day')}
          value={qDay}
          longest={longest}
          least={1}
          onChange={(value) => onChange({ qDay: value })}
        />
      </div>
      <p className="mt-1.5 text-[12px] text-ink2">{say('mosca.source')}</p>
    </section>
  );
}

function Years({
  label,
  value,
  least,
  longest,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly longest: number;
  readonly onChange: (value: number) => void;
}) {
  return (
    <Slider
      label={label}
      value={value}
      shape={{ min: least, max: longest, whole: true }}
      step={1}
      onChange={onChange}
    />
  );
}
