import { useWords, type WordKey } from '../../../content/words/use-words.ts';
import type { EveAttack, EveBasis, RunConfig } from '../../../scenarios/config.ts';
import { DEFAULT_CONFIG } from '../../../scenarios/config-parse.ts';
import { AccordionSection } from '../../parts/Accordion.tsx';
import { problemAt, SHAPES } from './fields.ts';
import { possible, standing } from './fitting.ts';
import { ChoiceRow, ListRow, NumberRow } from './rows.tsx';
import type { SectionProps } from './section.ts';

const SHORT = {
  none: 'controls.eve.none.short',
  'intercept-resend': 'controls.eve.intercept.short',
  'man-in-the-middle': 'controls.eve.middle.short',
  'photon-number-splitting': 'value.photon-number-splitting',
  'detector-blinding': 'value.detector-blinding',
  'trojan-horse': 'value.trojan-horse',
  'time-shift': 'value.time-shift',
  block: 'value.block',
} as const;
const EFFECTS = {
  none: 'controls.eve.none.effect',
  'intercept-resend': 'controls.eve.intercept.effect',
  'man-in-the-middle': 'controls.eve.middle.effect',
  'photon-number-splitting': 'controls.eve.splitting.effect',
  'detector-blinding': 'controls.eve.blinding.effect',
  'trojan-horse': 'controls.eve.trojan.effect',
  'time-shift': 'controls.eve.shift.effect',
  block: 'controls.eve.block.effect',
} as const;
const ATTACKS: readonly EveAttack[] = ['none', 'intercept-resend', 'man-in-the-middle'];
/** On boxes and lines: they stand in a list under the bar. */
const TRICKS: readonly EveAttack[] = [
  'photon-number-splitting',
  'detector-blinding',
  'trojan-horse',
  'time-shift',
  'block',
];
const BASES: readonly EveBasis[] = ['random', 'rectilinear', 'diagonal', 'breidbart'];
const ENDS: readonly RunConfig['eve']['forgesTo'][] = ['alice', 'bob'];

/** What Eve does; only what matters to the attack she has chosen. */
export function EveSection({ config, problems, onChange, onChangeAll }: SectionProps) {
  const say = useWords();
  const { eve } = config;
  const choices = standing(config, [...ATTACKS, ...TRICKS]);
  const tricks = choices.filter(({ attack }) => TRICKS.includes(attack));
  const trick = TRICKS.includes(eve.attack) ? eve.attack : tricks[0]?.attack;
  const measures = eve.attack === 'intercept-resend' || eve.attack === 'detector-blinding';
  const setAttack = (attack: EveAttack) => {
    const chosen = choices.find((choice) => choice.attack === attack);
    onChangeAll(chosen?.change ?? { 'eve.attack': attack });
  };
  return (
    <AccordionSection title={say('controls.eve')} summary={summaryOf(say, eve)} open>
      <div className="flex flex-col gap-3">
        <ChoiceRow
          label="config.eve.attack"
          value={eve.attack}
          options={[
            ...ATTACKS.map((value) => ({ value, label: say(SHORT[value]) })),
            ...(trick ? [{ value: trick, label: say('controls.eve.more') }] : []),
          ]}
          effect={eve.attack === trick ? 'controls.eve.more.effect' : EFFECTS[eve.attack]}
          problem={problemAt(problems, 'eve.attack')}
          onChange={setAttack}
        />
        {eve.attack === trick && (
          <ListRow
            label="controls.eve.trick"
            value={eve.attack}
            options={tricks.map(({ attack }) => ({ value: attack, label: say(SHORT[attack]) }))}
            effect={vain(config) ?? EFFECTS[eve.attack]}
            onChange={setAttack}
          />
        )}
        {(measures || eve.attack === trick) && (
          <NumberRow
            label={eve.attack === 'intercept-resend' ? 'config.eve.fraction' : 'controls.eve.share'}
            value={eve.fraction}
            shape={SHAPES['eve.fraction']}
            step={0.01}
            defaultValue={DEFAULT_CONFIG.eve.fraction}
            effect={
              eve.fraction < 1
                ? 'controls.fraction.part.effect'
                : eve.attack === 'intercept-resend'
                  ? 'controls.fraction.all.effect'
                  : 'controls.share.all.effect'
            }
            tone="eve"
            problem={problemAt(problems, 'eve.fraction')}
            onChange={(value) => onChange('eve.fraction', value)}
          />
        )}
        {measures && (
          <ChoiceRow
            label="config.eve.basis"
            value={eve.basis}
            options={possible(config, 'eve.basis', BASES).map((value) => ({
              value,
              label:
                value === 'random' ? say('controls.basis.spoken.random') : say(`value.${value}`),
              spoken: say(`controls.basis.spoken.${value}`),
            }))}
            effect={
              eve.attack === 'detector-blinding'
                ? 'controls.basis.blinding.effect'
                : `controls.basis.${eve.basis}.effect`
            }
            problem={problemAt(problems, 'eve.basis')}
            onChange={(value) => onChange('eve.basis', value)}
          />
        )}
        {eve.attack === 'man-in-the-middle' && (
          <ChoiceRow
            label="config.eve.forgesTo"
            value={eve.forgesTo}
            options={ENDS.map((value) => ({ value, label: say(`value.${value}`) }))}
            effect="controls.forges.effect"
            problem={problemAt(problems, 'eve.forgesTo')}
            onChange={(value) => onChange('eve.forgesTo', value)}
          />
        )}
      </div>
    </AccordionSection>
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

function summaryOf(say: ReturnType<typeof useWords>, eve: RunConfig['eve']): string {
  switch (eve.attack) {
    case 'none':
      return say('controls.eve.none');
    case 'intercept-resend':
      return say('controls.eve.intercepts', { fraction: eve.fraction });
    case 'man-in-the-middle':
      return say('controls.eve.middle');
    case 'photon-number-splitting':
    case 'detector-blinding':
    case 'trojan-horse':
    case 'time-shift':
    case 'block':
      return say(`value.${eve.attack}`);
    default:
      eve.attack satisfies never;
      return '';
  }
}
