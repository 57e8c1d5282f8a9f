import { useWords } from '../../../content/words/use-words.ts';
import type { EveAttack, EveBasis, RunConfig } from '../../../scenarios/config.ts';
import { DEFAULT_CONFIG } from '../../../scenarios/config-parse.ts';
import { AccordionSection } from '../../parts/Accordion.tsx';
import { problemAt, SHAPES } from './fields.ts';
import { ChoiceRow, NumberRow } from './rows.tsx';
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
const BASES: readonly EveBasis[] = ['random', 'rectilinear', 'diagonal', 'breidbart'];
const ENDS: readonly RunConfig['eve']['forgesTo'][] = ['alice', 'bob'];

/** What Eve does; only what matters to the attack she has chosen. */
export function EveSection({ config, problems, onChange }: SectionProps) {
  const say = useWords();
  const { eve } = config;
  return (
    <AccordionSection title={say('controls.eve')} summary={summaryOf(say, eve)} open>
      <div className="flex flex-col gap-3">
        <ChoiceRow
          label="config.eve.attack"
          value={eve.attack}
          options={ATTACKS.map((value) => ({ value, label: say(SHORT[value]) }))}
          effect={EFFECTS[eve.attack]}
          problem={problemAt(problems, 'eve.attack')}
          onChange={(value) => onChange('eve.attack', value)}
        />
        {eve.attack === 'intercept-resend' && (
          <>
            <NumberRow
              label="config.eve.fraction"
              value={eve.fraction}
              shape={SHAPES['eve.fraction']}
              step={0.01}
              defaultValue={DEFAULT_CONFIG.eve.fraction}
              effect={`controls.fraction.${eve.fraction === 1 ? 'all' : 'part'}.effect`}
              tone="eve"
              problem={problemAt(problems, 'eve.fraction')}
              onChange={(value) => onChange('eve.fraction', value)}
            />
            <ChoiceRow
              label="config.eve.basis"
              value={eve.basis}
              options={BASES.map((value) => ({
                value,
                label:
                  value === 'random' ? say('controls.basis.spoken.random') : say(`value.${value}`),
                spoken: say(`controls.basis.spoken.${value}`),
              }))}
              effect={`controls.basis.${eve.basis}.effect`}
              problem={problemAt(problems, 'eve.basis')}
              onChange={(value) => onChange('eve.basis', value)}
            />
          </>
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
