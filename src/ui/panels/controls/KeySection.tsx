import { useWords } from '../../../content/words/use-words.ts';
import type { RunConfig } from '../../../scenarios/config.ts';
import { DEFAULT_CONFIG } from '../../../scenarios/config-parse.ts';
import { AccordionSection } from '../../parts/Accordion.tsx';
import type { NumberShape } from '../../parts/NumberField.tsx';
import { Toggle } from '../../parts/Toggle.tsx';
import { problemAt, SHAPES } from './fields.ts';
import { ChoiceRow, NumberRow } from './rows.tsx';
import type { SectionProps } from './section.ts';

const VARIANTS: readonly RunConfig['reconciliation']['variant'][] = ['efficient', 'textbook'];
const SCHEDULES: readonly RunConfig['reconciliation']['schedule'][] = ['sequential', 'parallel'];
const ACCOUNTINGS: readonly RunConfig['amplification']['accounting'][] = [
  'finite-key',
  'asymptotic',
];
const MISTAKEN = 'single-photons-assumed' as const;

/** A failure probability is set by its decimal digits: 10 stands for 1 in 10¹⁰. */
const FAILURES = { min: 1, max: 38, whole: true } as const satisfies NumberShape;

function digitsOf(failure: number): number {
  return Number((-Math.log10(failure)).toFixed(3));
}

function failureOf(digits: number): number {
  // Spelled as a reader would: 10 ** -10 is not quite 1e-10.
  return Number(`1e-${digits}`);
}

/** From kept bits to a key: how many are compared, how errors are found, how the key is shortened. */
export function KeySection(props: SectionProps) {
  const say = useWords();
  const { estimation, reconciliation, amplification } = props.config;
  const whole = reconciliation.method !== 'none' && amplification.method !== 'none';
  return (
    <AccordionSection
      title={say('controls.key')}
      summary={
        whole
          ? say('controls.key.summary', { sample: estimation.sampleFraction })
          : say('controls.key.partly')
      }
    >
      <div className="flex flex-col gap-3">
        <CheckRows {...props} />
        <CorrectRows {...props} />
        <ShrinkRows {...props} />
      </div>
    </AccordionSection>
  );
}

function CheckRows({ config: { estimation }, problems, onChange }: SectionProps) {
  return (
    <>
      <NumberRow
        label="config.estimation.sampleFraction"
        value={estimation.sampleFraction}
        shape={SHAPES['estimation.sampleFraction']}
        step={0.01}
        defaultValue={DEFAULT_CONFIG.estimation.sampleFraction}
        effect="controls.sample.effect"
        problem={problemAt(problems, 'estimation.sampleFraction')}
        onChange={(value) => onChange('estimation.sampleFraction', value)}
      />
      <NumberRow
        label="config.estimation.abortAbove"
        value={estimation.abortAbove}
        shape={SHAPES['estimation.abortAbove']}
        step={0.005}
        defaultValue={DEFAULT_CONFIG.estimation.abortAbove}
        effect="controls.abort.effect"
        problem={problemAt(problems, 'estimation.abortAbove')}
        onChange={(value) => onChange('estimation.abortAbove', value)}
      />
    </>
  );
}

function CorrectRows({ config: { reconciliation }, problems, onChange }: SectionProps) {
  const say = useWords();
  const { method, variant, schedule, passes, blockFactor, subBlockReuse } = reconciliation;
  const on = method !== 'none';
  const textbook = variant === 'textbook';
  return (
    <>
      <Toggle
        label={say('config.reconciliation.method')}
        on={on}
        describe={say(on ? 'controls.correct.on' : 'controls.correct.off')}
        onChange={(next) => onChange('reconciliation.method', next ? 'cascade' : 'none')}
      />
      {on && (
        <>
          <ChoiceRow
            label="config.reconciliation.variant"
            value={variant}
            options={VARIANTS.map((value) => ({ value, label: say(`value.${value}`) }))}
            effect={`controls.variant.${variant}.effect`}
            problem={problemAt(problems, 'reconciliation.variant')}
            onChange={(value) => onChange('reconciliation.variant', value)}
          />
          <ChoiceRow
            label="config.reconciliation.schedule"
            value={schedule}
            options={SCHEDULES.map((value) => ({ value, label: say(`value.${value}`) }))}
            effect={`controls.schedule.${schedule}.effect`}
            problem={problemAt(problems, 'reconciliation.schedule')}
            onChange={(value) => onChange('reconciliation.schedule', value)}
          />
          <NumberRow
            label="config.reconciliation.passes"
            value={passes}
            shape={SHAPES['reconciliation.passes']}
            step={1}
            defaultValue={textbook ? 4 : 14}
            effect="controls.passes.effect"
            problem={problemAt(problems, 'reconciliation.passes')}
            onChange={(value) => onChange('reconciliation.passes', value)}
          />
          {textbook && (
            <NumberRow
              label="config.reconciliation.blockFactor"
              value={blockFactor}
              shape={SHAPES['reconciliation.blockFactor']}
              step={0.01}
              defaultValue={DEFAULT_CONFIG.reconciliation.blockFactor}
              effect="controls.block.effect"
              problem={problemAt(problems, 'reconciliation.blockFactor')}
              onChange={(value) => onChange('reconciliation.blockFactor', value)}
            />
          )}
          <Toggle
            label={say('config.reconciliation.subBlockReuse')}
            on={subBlockReuse}
            describe={say('controls.reuse.effect')}
            onChange={(next) => onChange('reconciliation.subBlockReuse', next)}
          />
        </>
      )}
    </>
  );
}

function ShrinkRows({ config: { amplification, exchange }, problems, onChange }: SectionProps) {
  const say = useWords();
  // The wrong way to reckon is offered where it is one: of single photons it is the textbook's.
  const mistaken = exchange.source === 'weak-coherent' || amplification.accounting === MISTAKEN;
  const accountings: typeof ACCOUNTINGS = mistaken ? [...ACCOUNTINGS, MISTAKEN] : ACCOUNTINGS;
  const { method, accounting, failure } = amplification;
  const on = method !== 'none';
  return (
    <>
      <Toggle
        label={say('config.amplification.method')}
        on={on}
        describe={say(on ? 'controls.shrink.on' : 'controls.shrink.off')}
        onChange={(next) => onChange('amplification.method', next ? 'toeplitz' : 'none')}
      />
      {on && (
        <>
          <ChoiceRow
            label="config.amplification.accounting"
            value={accounting}
            options={accountings.map((value) => ({ value, label: say(`value.${value}`) }))}
            effect={`controls.accounting.${accounting}.effect`}
            problem={problemAt(problems, 'amplification.accounting')}
            onChange={(value) => onChange('amplification.accounting', value)}
          />
          {accounting === 'finite-key' && (
            <NumberRow
              label="controls.failure"
              value={digitsOf(failure)}
              shape={FAILURES}
              step={1}
              defaultValue={digitsOf(DEFAULT_CONFIG.amplification.failure)}
              effect="controls.failure.effect"
              problem={problemAt(problems, 'amplification.failure')}
              onChange={(digits) => onChange('amplification.failure', failureOf(digits))}
            />
          )}
        </>
      )}
    </>
  );
}
