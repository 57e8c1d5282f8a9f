import type { ComponentType } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import type { EveAttack, EveBasis, RunConfig } from '../../../scenarios/config.ts';
import { DEFAULT_CONFIG } from '../../../scenarios/config-parse.ts';
import { AccordionSection } from '../../parts/Accordion.tsx';
import { problemAt, SHAPES } from './fields.ts';
import { fitting, possible, standing, TRICKS } from './fitting.ts';
import { ChoiceRow, NumberRow } from './rows.tsx';
import type { LowerProps, SectionProps } from './section.ts';

const SHORT = {
  none: 'controls.eve.none.short',
  'intercept-resend': 'controls.eve.intercept.short',
  'man-in-the-middle': 'controls.eve.middle.short',
} as const;
const EFFECTS = {
  none: 'controls.eve.none.effect',
  'intercept-resend': 'controls.eve.intercept.effect',
  'man-in-the-middle': 'controls.eve.middle.effect',
} as const;
type Plain = keyof typeof SHORT;
const ATTACKS: readonly Plain[] = ['none', 'intercept-resend', 'man-in-the-middle'];
const BASES: readonly EveBasis[] = ['random', 'rectilinear', 'diagonal', 'breidbart'];
const ENDS: readonly RunConfig['eve']['forgesTo'][] = ['alice', 'bob'];

/** What Eve does; only what matters to the attack she has chosen. */
export function EveSection({
  tricks: Tricks,
  ...props
}: SectionProps & {
  /** What else belongs to an attack on boxes or on the line. */
  readonly tricks: ComponentType<LowerProps>;
}) {
  const { config, problems, onChange, onChangeAll } = props;
  const say = useWords();
  const { eve } = config;
  const plain = isPlain(eve.attack) ? eve.attack : null;
  // A bar has no room for all: the last place stands for those on boxes and on the line.
  const more = plain === null ? eve.attack : standing(config, TRICKS)[0];
  return (
    <AccordionSection title={say('controls.eve')} summary={summaryOf(say, eve)} open>
      <div className="flex flex-col gap-3">
        <ChoiceRow
          label="config.eve.attack"
          value={eve.attack}
          options={[
            ...ATTACKS.map((value) => ({ value, label: say(SHORT[value]) })),
            ...(more ? [{ value: more, label: say('controls.eve.more') }] : []),
          ]}
          effect={plain === null ? 'controls.eve.more.effect' : EFFECTS[plain]}
          problem={problemAt(problems, 'eve.attack')}
          onChange={(attack) => onChangeAll(fitting(config, { 'eve.attack': attack }))}
        />
        {plain === null && <Tricks {...props} part="tricks" />}
        {plain === 'intercept-resend' && (
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
        )}
        {plain === 'intercept-resend' && (
          <ChoiceRow
            label="config.eve.basis"
            value={eve.basis}
            options={possible(config, 'eve.basis', BASES).map((value) => ({
              value,
              label:
                value === 'random' ? say('controls.basis.spoken.random') : say(`value.${value}`),
              spoken: say(`controls.basis.spoken.${value}`),
            }))}
            effect={`controls.basis.${eve.basis}.effect`}
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

function isPlain(attack: EveAttack): attack is Plain {
  return Object.hasOwn(SHORT, attack);
}

function summaryOf(say: ReturnType<typeof useWords>, eve: RunConfig['eve']): string {
  switch (eve.attack) {
    case 'none':
      return say('controls.eve.none');
    case 'intercept-resend':
      return say('controls.eve.intercepts', { fraction: eve.fraction });
    case 'man-in-the-middle':
      return say('controls.eve.middle');
    default:
      return say(`value.${eve.attack}`);
  }
}
