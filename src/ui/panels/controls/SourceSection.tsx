import { type SayWords, useWords } from '../../../content/words/use-words.ts';
import type { DecoyConfig, RunConfig } from '../../../scenarios/config.ts';
import { DEFAULT_CONFIG } from '../../../scenarios/config-parse.ts';
import { AccordionSection } from '../../parts/Accordion.tsx';
import type { NumberShape } from '../../parts/NumberField.tsx';
import { Toggle } from '../../parts/Toggle.tsx';
import { problemAt, SHAPES } from './fields.ts';
import { fitting } from './fitting.ts';
import { ChoiceRow, NumberRow } from './rows.tsx';
import type { SectionProps } from './section.ts';

/** One weak and one empty, as in the lesson: enough to bound what single photons did. */
const DECOYS: readonly DecoyConfig[] = [
  { meanPhotonNumber: 0.1, probability: 0.2 },
  { meanPhotonNumber: 0, probability: 0.1 },
];
const MEAN: NumberShape = { min: 0.01, max: 2 };
const PER_KM: NumberShape = { min: 0, max: 1, unit: 'dB/km' };
/** As the table of fields has it: a line by its loss has no such field. */
const USUAL_LOSS_PER_KM = 0.2;

/** What a pulse is, and the line it goes through. */
export function SourceSection(props: SectionProps) {
  const say = useWords();
  const { config } = props;
  return (
    <AccordionSection
      title={say('controls.source')}
      summary={sourceText(say, config)}
      open={config.exchange.source === 'weak-coherent' || 'lengthKm' in config.channel}
    >
      <div className="flex flex-col gap-3">
        <SourceRows {...props} />
        <LineRows {...props} />
      </div>
    </AccordionSection>
  );
}

function sourceText(say: SayWords, { exchange }: RunConfig): string {
  return exchange.source === 'single'
    ? say('controls.source.single')
    : say('controls.source.laser', { mean: exchange.meanPhotonNumber });
}

function SourceRows({ config, problems, onChange, onChangeAll }: SectionProps) {
  const say = useWords();
  const { source, meanPhotonNumber, decoys } = config.exchange;
  const weak = source === 'weak-coherent';
  const strongest = decoys[0];
  // The checker speaks of the decoy; the reader has moved the signal.
  const tooWeak = problemAt(problems, 'exchange.decoys.0.meanPhotonNumber') !== undefined;
  return (
    <>
      <Toggle
        label={say('controls.source.switch')}
        on={weak}
        describe={say(weak ? 'controls.source.on' : 'controls.source.off')}
        onChange={(on) =>
          onChangeAll(fitting(config, { 'exchange.source': on ? 'weak-coherent' : 'single' }))
        }
      />
      {weak && (
        <>
          <NumberRow
            label="config.exchange.meanPhotonNumber"
            value={meanPhotonNumber}
            shape={{ ...MEAN, max: Math.max(2, meanPhotonNumber) }}
            step={0.01}
            defaultValue={DEFAULT_CONFIG.exchange.meanPhotonNumber}
            effect="controls.mean.effect"
            problem={
              tooWeak
                ? say('controls.mean.decoys', {
                    least: (strongest ?? DECOYS[0]!).meanPhotonNumber,
                  })
                : problemAt(problems, 'exchange.meanPhotonNumber')
            }
            onChange={(value) => onChange('exchange.meanPhotonNumber', value)}
          />
          <Toggle
            label={say('controls.decoys')}
            on={strongest !== undefined}
            describe={
              strongest
                ? say('controls.decoys.on', { list: decoys.map(decoyText(say)).join(', ') })
                : say('controls.decoys.off')
            }
            onChange={(on) => onChange('exchange.decoys', on ? DECOYS : [])}
          />
          <Problem>{problemAt(problems, 'exchange.decoys')}</Problem>
        </>
      )}
      <Problem>{problemAt(problems, 'exchange.source')}</Problem>
    </>
  );
}

function decoyText(say: SayWords) {
  return ({ meanPhotonNumber, probability }: DecoyConfig) =>
    say('controls.decoys.one', { mean: meanPhotonNumber, share: probability });
}

function LineRows({ config: { channel }, problems, onChange, onChangeAll }: SectionProps) {
  const say = useWords();
  const fibre = 'lengthKm' in channel ? channel : null;
  // From one to the other the line loses as much as before.
  const setLine = (kind: 'loss' | 'fibre') => {
    if (kind === 'loss' && fibre) {
      onChangeAll({ 'channel.lossDb': rounded(fibre.lengthKm * fibre.lossDbPerKm) });
    } else if (kind === 'fibre' && 'lossDb' in channel) {
      onChange('channel.lengthKm', rounded(channel.lossDb / USUAL_LOSS_PER_KM));
    }
  };
  return (
    <>
      <ChoiceRow
        label="controls.line"
        value={fibre ? 'fibre' : 'loss'}
        options={(['loss', 'fibre'] as const).map((value) => ({
          value,
          label: say(`controls.line.${value}`),
        }))}
        effect={fibre ? 'controls.line.fibre.effect' : 'controls.line.loss.effect'}
        onChange={setLine}
      />
      {fibre && (
        <>
          <NumberRow
            label="config.channel.lengthKm"
            value={fibre.lengthKm}
            shape={{ ...SHAPES['channel.lengthKm'], max: Math.max(200, fibre.lengthKm) }}
            step={1}
            defaultValue={0}
            effect="controls.length.effect"
            problem={problemAt(problems, 'channel.lengthKm')}
            onChange={(value) => onChange('channel.lengthKm', value)}
          />
          <NumberRow
            label="config.channel.lossDbPerKm"
            value={fibre.lossDbPerKm}
            shape={{ ...PER_KM, max: Math.max(1, fibre.lossDbPerKm) }}
            step={0.01}
            defaultValue={USUAL_LOSS_PER_KM}
            effect="controls.per-km.effect"
            problem={problemAt(problems, 'channel.lossDbPerKm')}
            onChange={(value) => onChange('channel.lossDbPerKm', value)}
          />
        </>
      )}
    </>
  );
}

function rounded(value: number): number {
  return Number(value.toFixed(3));
}

function Problem({ children }: { readonly children: string | undefined }) {
  if (children === undefined) return null;
  return (
    <p role="alert" className="font-medium text-ink text-xs">
      {children}
    </p>
  );
}
