import { useWords } from '../../../content/words/use-words.ts';
import type { AuthenticationMethod, TrustAnchorName } from '../../../scenarios/config.ts';
import type { Timing } from '../../../store/trust.ts';
import { ANCHORS, LOSSES, type Loss, METHODS } from '../../../store/trust-losses.ts';
import { Segmented } from '../../parts/Segmented.tsx';
import { Select } from '../../parts/Select.tsx';
import type { Party } from './scene.ts';

export interface Choice {
  readonly anchor: TrustAnchorName;
  readonly method: AuthenticationMethod;
  readonly loss: Loss;
  readonly timing: Timing;
  readonly reader: Party;
}

const TIMINGS: readonly Timing[] = ['before', 'during', 'after'];
const ENDS: readonly Party[] = ['bob', 'alice'];
const STOLEN = ['stolen-both', 'stolen-alice', 'stolen-bob'] as const;

/** Anchor, seals, what is broken and when. Where there is no room for bars, lists. */
export function TrustChoices({
  choice,
  readerFixed,
  wide,
  onChange,
  onLoss,
}: {
  readonly choice: Choice;
  /** Seen as one end, that end's own check is the one to see. */
  readonly readerFixed: boolean;
  readonly wide: boolean;
  readonly onChange: (changes: Partial<Omit<Choice, 'loss'>>) => void;
  readonly onLoss: (loss: Loss) => void;
}) {
  const say = useWords();
  const { anchor, method, loss, timing, reader } = choice;
  const isStolen = STOLEN.some((one) => one === loss);
  const broken = isStolen ? 'stolen-both' : loss;
  const losses = LOSSES[anchor]
    .filter((one) => one !== 'stolen-alice' && one !== 'stolen-bob')
    .map((value) => ({ value, label: say(`trust.loss.${value}`) }));
  const anchors = ANCHORS.map((value) => ({ value, label: say(`trust.anchor.${value}`) }));
  const methods = METHODS.map((value) => ({
    value,
    label: value === 'none' ? say('trust.method.none') : say(`value.${value}`),
  }));
  const whose = (
    <Labelled label={say('trust.whose')}>
      <Segmented
        label={say('trust.whose')}
        value={isStolen ? loss : 'stolen-both'}
        options={STOLEN.map((value) => ({ value, label: say(`trust.whose.${value}`) }))}
        disabled={!isStolen}
        onChange={onLoss}
      />
    </Labelled>
  );
  const when = (
    <Labelled label={say('trust.timing')}>
      <Segmented
        label={say('trust.timing')}
        value={timing}
        options={TIMINGS.map((value) => ({ value, label: say(`trust.timing.${value}`) }))}
        onChange={(value) => onChange({ timing: value })}
      />
    </Labelled>
  );
  const checks = (
    <Labelled label={say('trust.reader')}>
      <Segmented
        label={say('trust.reader')}
        value={reader}
        options={ENDS.map((value) => ({ value, label: say(`value.${value}`) }))}
        disabled={readerFixed}
        onChange={(value) => onChange({ reader: value })}
      />
    </Labelled>
  );
  if (!wide) {
    return (
      <div className="flex flex-col gap-3 border-line border-b px-4 py-3">
        <div className="grid grid-cols-2 gap-3 max-[599px]:grid-cols-1">
          <Select
            label={say('trust.anchor')}
            value={anchor}
            options={anchors}
            onChange={(value) => onChange({ anchor: value })}
          />
          <Select
            label={say('trust.method')}
            value={method}
            options={methods}
            onChange={(value) => onChange({ method: value })}
          />
          <Select label={say('trust.loss')} value={broken} options={losses} onChange={onLoss} />
        </div>
        <div className="flex flex-wrap gap-x-4 gap-y-2">
          {anchor !== 'pre-shared-key' && whose}
          {when}
          {checks}
        </div>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-2 border-line border-b px-4 py-2.5">
      <div className="flex items-center justify-between gap-4">
        <Segmented
          label={say('trust.anchor')}
          value={anchor}
          options={anchors}
          onChange={(value) => onChange({ anchor: value })}
        />
        <div className="flex items-center gap-2.5">
          <span className="text-[13px] text-ink2" aria-hidden="true">
            {say('trust.method')}
          </span>
          <div className="w-[200px]">
            <Select
              label={say('trust.method')}
              hideLabel
              value={method}
              options={methods}
              onChange={(value) => onChange({ method: value })}
            />
          </div>
        </div>
      </div>
      <Labelled label={say('trust.loss')}>
        <Segmented label={say('trust.loss')} value={broken} options={losses} onChange={onLoss} />
      </Labelled>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        {when}
        {anchor !== 'pre-shared-key' && whose}
        {checks}
      </div>
    </div>
  );
}

function Labelled({
  label,
  children,
}: {
  readonly label: string;
  readonly children: React.ReactNode;
}) {
  return (
    <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
      <span className="text-[13px] text-ink2" aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  );
}
