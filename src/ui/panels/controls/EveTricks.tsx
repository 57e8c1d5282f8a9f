import { useWords, type WordKey } from '../../../content/words/use-words.ts';
import type { EveBasis, RunConfig } from '../../../scenarios/config.ts';
import { DEFAULT_CONFIG } from '../../../scenarios/config-parse.ts';
import { problemAt, SHAPES } from './fields.ts';
import { fitting, standing, TRICKS } from './fitting.ts';
import { ChoiceRow, ListRow, NumberRow } from './rows.tsx';
import type { SectionProps } from './section.ts';

const EFFECTS = {
  'photon-number-splitting': 'controls.eve.splitting.effect',
  'detector-blinding': 'controls.eve.blinding.effect',
  'trojan-horse': 'controls.eve.trojan.effect',
  'time-shift': 'controls.eve.shift.effect',
  block: 'controls.eve.block.effect',
} as const;
/** Her faked states belong to a basis of Bob's. */
const BASES: readonly EveBasis[] = ['random', 'rectilinear', 'diagonal'];

/** Which attack on boxes or on the line, and how much of it. */
export function EveTricks({ config, problems, onChange, onChangeAll }: SectionProps) {
  const say = useWords();
  const { eve } = config;
  const trick = TRICKS.find((attack) => attack === eve.attack);
  if (trick === undefined) return null;
  return (
    <>
      <ListRow
        label="controls.eve.trick"
        value={trick}
        options={standing(config, TRICKS).map((value) => ({ value, label: say(`value.${value}`) }))}
        effect={vain(config) ?? EFFECTS[trick]}
        onChange={(attack) => onChangeAll(fitting(config, { 'eve.attack': attack }))}
      />
      <NumberRow
        label="controls.eve.share"
        value={eve.fraction}
        shape={SHAPES['eve.fraction']}
        step={0.01}
        defaultValue={DEFAULT_CONFIG.eve.fraction}
        effect={eve.fraction === 1 ? 'controls.share.all.effect' : 'controls.fraction.part.effect'}
        tone="eve"
        problem={problemAt(problems, 'eve.fraction')}
        onChange={(value) => onChange('eve.fraction', value)}
      />
      {trick === 'detector-blinding' && (
        <ChoiceRow
          label="config.eve.basis"
          value={eve.basis}
          options={BASES.map((value) => ({
            value,
            label: value === 'random' ? say('controls.basis.spoken.random') : say(`value.${value}`),
            spoken: say(`controls.basis.spoken.${value}`),
          }))}
          effect="controls.basis.blinding.effect"
          problem={problemAt(problems, 'eve.basis')}
          onChange={(value) => onChange('eve.basis', value)}
        />
      )}
    </>
  );
}

/** Why an attack gains nothing here, where it needs a weakness that the boxes do not have. */
function vain({ eve, exchange, detector }: RunConfig): WordKey | null {
  if (eve.attack === 'photon-number-splitting' && exchange.source === 'single') {
    return 'controls.eve.splitting.vain';
  }
  if (eve.attack === 'time-shift' && detector.mismatch === 1) return 'controls.eve.shift.vain';
  return null;
}
