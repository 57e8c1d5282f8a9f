import type { ReactNode } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import { FAULTS, HOPS, type SiteChoice, WALLS } from '../../../store/site.ts';
import { IconButton } from '../../parts/IconButton.tsx';
import { MinusIcon, PlusIcon } from '../../parts/icons.tsx';
import { Segmented } from '../../parts/Segmented.tsx';
import { Select } from '../../parts/Select.tsx';
import { Toggle } from '../../parts/Toggle.tsx';

/** What differs between two deliveries: wall, hop, Q-day, and what goes wrong. */
export function SiteControls({
  choice,
  wide,
  onChange,
}: {
  readonly choice: SiteChoice;
  readonly wide: boolean;
  readonly onChange: (changes: Partial<SiteChoice>) => void;
}) {
  const say = useWords();
  const at = WALLS.indexOf(choice.wall);
  const step = (by: 1 | -1) => {
    const wall = WALLS[at + by];
    if (wall) onChange({ wall });
  };
  const walls = (
    <Segmented
      label={say('site.wall')}
      value={choice.wall}
      options={WALLS.map((value) => ({ value, label: say(`site.wall.${value}`) }))}
      onChange={(wall) => onChange({ wall })}
      stretch={!wide}
    />
  );
  const less = (
    <IconButton label={say('site.wall.smaller')} disabled={at <= 0} onClick={() => step(-1)}>
      <MinusIcon />
    </IconButton>
  );
  const more = (
    <IconButton
      label={say('site.wall.larger')}
      disabled={at >= WALLS.length - 1}
      onClick={() => step(1)}
    >
      <PlusIcon />
    </IconButton>
  );
  return (
    <div className={wide ? 'flex flex-wrap items-start gap-x-6 gap-y-2.5' : 'flex flex-col gap-3'}>
      {wide ? (
        <Field name={say('site.wall.a')}>
          <div className="flex items-center gap-0.5">
            {less}
            {walls}
            {more}
          </div>
        </Field>
      ) : (
        <div>
          <div className="flex items-center justify-between">
            <span className="text-[13px] text-ink2">{say('site.wall.a')}</span>
            <span className="flex gap-1">
              {less}
              {more}
            </span>
          </div>
          {walls}
        </div>
      )}
      <Field name={say('site.hop')} stacked={!wide}>
        <Segmented
          label={say('site.hop')}
          value={choice.hop}
          options={HOPS.map((value) => ({
            value,
            label: say(`site.hop.${value}.short`),
            spoken: say(`site.hop.${value}`),
          }))}
          onChange={(hop) => onChange({ hop })}
          stretch={!wide}
        />
      </Field>
      <div
        className={
          wide
            ? 'grid w-full grid-cols-[minmax(0,1.25fr)_minmax(0,1.25fr)_minmax(0,1fr)] gap-x-6 border-line border-t pt-1.5'
            : 'flex flex-col gap-2 border-line border-t pt-2'
        }
      >
        <Toggle
          label={say('site.q-day')}
          describe={say('site.q-day.more')}
          on={choice.qDay}
          onChange={(qDay) => onChange({ qDay })}
        />
        <Toggle
          label={say('site.ml-kem')}
          describe={say(choice.hop === 'tls-hybrid' ? 'site.ml-kem.more' : 'site.ml-kem.idle')}
          on={choice.mlKemBroken}
          onChange={(mlKemBroken) => onChange({ mlKemBroken })}
        />
        <Select
          label={say('site.fault')}
          value={choice.fault}
          options={FAULTS.map((value) => ({ value, label: say(`site.fault.${value}`) }))}
          onChange={(fault) => onChange({ fault })}
        />
      </div>
    </div>
  );
}

function Field({
  name,
  stacked = false,
  children,
}: {
  readonly name: string;
  readonly stacked?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={stacked ? '' : 'flex min-h-9 items-center gap-2'}>
      <span
        className={stacked ? 'mb-1 block text-[13px] text-ink2' : 'text-[13px] text-ink2'}
        aria-hidden="true"
      >
        {name}
      </span>
      {children}
    </div>
  );
}
