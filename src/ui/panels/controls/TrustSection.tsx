import { useWords } from '../../../content/words/use-words.ts';
import type {
  Broken,
  RunConfig,
  SealingFault,
  TrustAnchorName,
} from '../../../scenarios/config.ts';
import { AccordionSection } from '../../parts/Accordion.tsx';
import { problemAt } from './fields.ts';
import { fitting, possible } from './fitting.ts';
import { ChoiceRow, ListRow } from './rows.tsx';
import type { SectionProps } from './section.ts';

const ANCHORS: readonly TrustAnchorName[] = ['pre-shared-key', 'pki', 'web-of-trust'];
const BREAKS: readonly Broken[] = [
  'none',
  'key-leaked',
  'private-key-stolen',
  'rogue-ca',
  'wrong-registration',
  'introducers-collude',
  'public-key-copied',
];
const STOLEN: readonly RunConfig['authentication']['stolenFrom'][] = ['both', 'alice', 'bob'];
const FAULTS: readonly SealingFault[] = ['none', 'nonce-reused', 'mask-reused', 'unpinned'];

/** How they know each other: what their seals rest on, and what of it is broken. */
export function TrustSection({ config, problems, onChange, onChangeAll }: SectionProps) {
  const say = useWords();
  const { method, trustAnchor, broken, stolenFrom, fault } = config.authentication;
  const faults = possible(config, 'authentication.fault', FAULTS);
  const whole = broken === 'none' && fault === 'none';
  return (
    <AccordionSection
      title={say('controls.trust')}
      summary={
        whole
          ? say(`value.${trustAnchor}`)
          : say(broken === 'none' ? `value.${fault}` : `value.${broken}`)
      }
    >
      <div className="flex flex-col gap-3">
        {method === 'none' && (
          <p className="text-ink2 text-xs leading-[1.35]">{say('controls.trust.unsealed')}</p>
        )}
        <ListRow
          label="config.authentication.trustAnchor"
          value={trustAnchor}
          options={ANCHORS.map((value) => ({ value, label: say(`value.${value}`) }))}
          effect={`controls.anchor.${trustAnchor}.effect`}
          problem={problemAt(problems, 'authentication.trustAnchor')}
          onChange={(value) =>
            onChangeAll(fitting(config, { 'authentication.trustAnchor': value }))
          }
        />
        <ListRow
          label="config.authentication.broken"
          value={broken}
          options={possible(config, 'authentication.broken', BREAKS).map((value) => ({
            value,
            label: say(value === 'none' ? 'controls.broken.none' : `value.${value}`),
          }))}
          effect={`controls.broken.${broken}.effect`}
          problem={problemAt(problems, 'authentication.broken')}
          onChange={(value) => onChange('authentication.broken', value)}
        />
        {broken === 'private-key-stolen' && (
          <ChoiceRow
            label="config.authentication.stolenFrom"
            value={stolenFrom}
            options={STOLEN.map((value) => ({ value, label: say(`value.${value}`) }))}
            effect={`controls.stolen.${stolenFrom === 'both' ? 'both' : 'one'}.effect`}
            problem={problemAt(problems, 'authentication.stolenFrom')}
            onChange={(value) => onChange('authentication.stolenFrom', value)}
          />
        )}
        {(faults.length > 1 || fault !== 'none') && (
          <ListRow
            label="config.authentication.fault"
            value={fault}
            options={faults.map((value) => ({
              value,
              label: say(value === 'none' ? 'controls.fault.none' : `value.${value}`),
            }))}
            effect={`controls.fault.${fault}.effect`}
            problem={problemAt(problems, 'authentication.fault')}
            onChange={(value) => onChange('authentication.fault', value)}
          />
        )}
        {config.eve.attack !== 'man-in-the-middle' && !whole && (
          <p className="text-ink2 text-xs leading-[1.35]">{say('controls.trust.no-middle')}</p>
        )}
      </div>
    </AccordionSection>
  );
}
