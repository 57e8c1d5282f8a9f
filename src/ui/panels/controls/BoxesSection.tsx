import { useWords, type WordKey } from '../../../content/words/use-words.ts';
import type { DeviceFix, RunConfig } from '../../../scenarios/config.ts';
import { DEFAULT_CONFIG } from '../../../scenarios/config-parse.ts';
import { AccordionSection } from '../../parts/Accordion.tsx';
import type { NumberShape } from '../../parts/NumberField.tsx';
import { Toggle } from '../../parts/Toggle.tsx';
import { problemAt } from './fields.ts';
import { NumberRow } from './rows.tsx';
import type { SectionProps } from './section.ts';

const DEAD: NumberShape = { min: 0, max: 10_000, whole: true };
const SHARE: NumberShape = { min: 0, max: 1, unit: '%', perUnit: 0.01 };
const WEAKENING: NumberShape = { min: 0, max: 400, unit: 'dB' };
const TROJAN: NumberShape = { min: 1, max: 1e11, whole: true };

/** What real boxes do that the model does not know of, and what guards them. */
export function BoxesSection(props: SectionProps) {
  const say = useWords();
  const { detector, devices } = props.config;
  const bare =
    detector.deadTimePulses === 0 && detector.mismatch === 1 && devices.fixes.length === 0;
  return (
    <AccordionSection
      title={say('controls.boxes')}
      summary={say(bare ? 'controls.boxes.bare' : 'controls.boxes.set')}
    >
      <div className="flex flex-col gap-3">
        <DetectorRows {...props} />
        <SenderRows {...props} />
      </div>
    </AccordionSection>
  );
}

/** Bob's box. */
function DetectorRows(props: SectionProps) {
  const say = useWords();
  const { config, problems, onChange } = props;
  const { deadTimePulses, jointDeadTime, mismatch } = config.detector;
  return (
    <>
      <FixRow {...props} fix="photocurrent-monitor" words="controls.monitor" />
      <NumberRow
        label="controls.mismatch"
        value={mismatch}
        shape={SHARE}
        step={0.01}
        defaultValue={DEFAULT_CONFIG.detector.mismatch}
        effect="controls.mismatch.effect"
        problem={problemAt(problems, 'detector.mismatch')}
        onChange={(value) => onChange('detector.mismatch', value)}
      />
      <FixRow {...props} fix="random-gating" words="controls.gating" />
      <NumberRow
        label="config.detector.deadTimePulses"
        value={deadTimePulses}
        shape={{ ...DEAD, max: Math.max(10_000, deadTimePulses) }}
        step={10}
        defaultValue={DEFAULT_CONFIG.detector.deadTimePulses}
        effect="controls.dead.effect"
        problem={problemAt(problems, 'detector.deadTimePulses')}
        onChange={(value) => onChange('detector.deadTimePulses', value)}
      />
      {deadTimePulses > 0 && (
        <Toggle
          label={say('config.detector.jointDeadTime')}
          on={jointDeadTime}
          describe={say(jointDeadTime ? 'controls.joint.on' : 'controls.joint.off')}
          onChange={(on) => onChange('detector.jointDeadTime', on)}
        />
      )}
    </>
  );
}

/** Alice's box, into which light can be sent. */
function SenderRows(props: SectionProps) {
  const { config, problems, onChange } = props;
  const { fixes, isolationDb, isolatorDb } = config.devices;
  return (
    <>
      <FixRow {...props} fix="isolator" words="controls.isolator" />
      {fixes.includes('isolator') && (
        <NumberRow
          label="config.devices.isolatorDb"
          value={isolatorDb}
          shape={{ ...WEAKENING, max: Math.max(120, isolatorDb) }}
          step={1}
          defaultValue={DEFAULT_CONFIG.devices.isolatorDb}
          effect="controls.isolator.effect"
          problem={problemAt(problems, 'devices.isolatorDb')}
          onChange={(value) => onChange('devices.isolatorDb', value)}
        />
      )}
      <NumberRow
        label="config.devices.isolationDb"
        value={isolationDb}
        shape={{ ...WEAKENING, max: Math.max(250, isolationDb) }}
        step={1}
        defaultValue={DEFAULT_CONFIG.devices.isolationDb}
        effect="controls.isolation.effect"
        problem={problemAt(problems, 'devices.isolationDb')}
        onChange={(value) => onChange('devices.isolationDb', value)}
      />
      {config.eve.attack === 'trojan-horse' && (
        <NumberRow
          label="config.eve.trojanPhotons"
          value={config.eve.trojanPhotons}
          shape={TROJAN}
          defaultValue={DEFAULT_CONFIG.eve.trojanPhotons}
          effect="controls.trojan.effect"
          tone="eve"
          problem={problemAt(problems, 'eve.trojanPhotons')}
          onChange={(value) => onChange('eve.trojanPhotons', value)}
        />
      )}
    </>
  );
}

type FixWords = 'controls.monitor' | 'controls.gating' | 'controls.isolator';

/** One guard, on or off. */
function FixRow({
  config,
  onChange,
  fix,
  words,
}: SectionProps & { readonly fix: DeviceFix; readonly words: FixWords }) {
  const say = useWords();
  const { fixes } = config.devices;
  const on = fixes.includes(fix);
  const describe: WordKey = `${words}.${on ? 'on' : 'off'}`;
  return (
    <Toggle
      label={say(words)}
      on={on}
      describe={say(describe)}
      onChange={(next) => onChange('devices.fixes', withFix(fixes, fix, next))}
    />
  );
}

function withFix(
  fixes: RunConfig['devices']['fixes'],
  fix: DeviceFix,
  on: boolean,
): readonly DeviceFix[] {
  const others = fixes.filter((other) => other !== fix);
  return on ? [...others, fix] : others;
}
