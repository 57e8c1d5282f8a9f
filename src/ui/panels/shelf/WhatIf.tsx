import { useWords } from '../../../content/words/use-words.ts';
import type { Switches } from '../../../store/shelf-lanes.ts';
import { Segmented } from '../../parts/Segmented.tsx';
import { Toggle } from '../../parts/Toggle.tsx';

/** The assumptions, one a switch. Each change runs the lanes again from the same seed. */
export function WhatIf({
  switches,
  titled,
  onChange,
}: {
  readonly switches: Switches;
  /** The host has no title of its own for it. */
  readonly titled: boolean;
  readonly onChange: (changes: Partial<Switches>) => void;
}) {
  const say = useWords();
  const row = 'border-line border-t [&_.min-h-11]:min-h-[38px]';
  return (
    <div>
      <p className="mb-1 flex items-baseline justify-between font-semibold text-[12px] text-ink2">
        {titled && say('later.what-if')}
        <span className="font-normal">{say('later.what-if.note')}</span>
      </p>
      <div className={row}>
        <Toggle
          label={say('later.if.q-day')}
          describe={say('later.if.q-day.more')}
          on={switches.qDay}
          onChange={(qDay) => onChange({ qDay })}
        />
      </div>
      <div className={row}>
        <Toggle
          label={say('later.if.ml-kem')}
          on={switches.mlKemBroken}
          onChange={(mlKemBroken) => onChange({ mlKemBroken })}
        />
      </div>
      <div className={row}>
        <Toggle
          label={say('later.if.aes')}
          on={switches.aesBroken}
          onChange={(aesBroken) => onChange({ aesBroken })}
        />
      </div>
      <div className={row}>
        <Toggle
          label={say('later.if.middle')}
          describe={say('later.if.middle.more')}
          on={switches.middle}
          onChange={(middle) => onChange({ middle })}
        />
      </div>
      <div className={row}>
        <Toggle
          label={say('later.if.hop')}
          describe={say('later.if.hop.more')}
          on={switches.deliveredOverDh}
          onChange={(deliveredOverDh) => onChange({ deliveredOverDh })}
        />
      </div>
      <div className="border-line border-t py-1.5">
        <p className="mb-1 font-semibold text-[13px]">{say('later.if.device')}</p>
        <Segmented
          label={say('later.if.device')}
          value={switches.device}
          options={(['no', 'kept', 'erased'] as const).map((value) => ({
            value,
            label: say(`later.if.device.${value}`),
          }))}
          onChange={(device) => onChange({ device })}
          stretch
        />
      </div>
      <div className="flex items-center justify-between gap-3 border-line border-t pt-1.5">
        <p className="font-semibold text-[13px]">{say('later.cipher')}</p>
        <Segmented
          label={say('later.cipher')}
          value={switches.cipher}
          options={(['aes-256-gcm', 'one-time-pad'] as const).map((value) => ({
            value,
            label: say(`later.cipher.${value}`),
          }))}
          onChange={(cipher) => onChange({ cipher })}
        />
      </div>
    </div>
  );
}
