import { useWords } from '../../../content/words/use-words.ts';
import type { UseView } from '../../../scenarios/knowledge/steps-view.ts';
import { FigureRow, FigureRows } from '../../charts/FigureRow.tsx';
import { useAnswer } from '../../charts/use-answer.ts';
import { formatCount } from '../../format.ts';
import { Button } from '../../parts/Button.tsx';
import { OnlyYouChip } from '../../parts/Chip.tsx';
import { Card, PanelNote } from '../../parts/Panel.tsx';
import { type EndLook, EnvelopeCrossing, type Reader } from './EnvelopeCrossing.tsx';
import { KeyFlowPicture } from './KeyFlowPicture.tsx';
import { MessageForm, type UseSettings } from './MessageForm.tsx';
import { netSays } from './net.ts';
import { byteLength } from './texts.ts';

const AES_KEY_BITS = 256;

export interface RemainingInUse {
  readonly known: number;
  readonly by: 'rank' | 'bound';
  /** Why some are left: nothing was shrunk, or the length was that of very long runs. */
  readonly why: 'not-shrunk' | 'asymptotic' | null;
  /** Bits of the hash that the two ends compared; 0 without one. */
  readonly hashBits: number;
}

export interface UsePanelProps {
  readonly view: UseView;
  readonly near: EndLook;
  readonly far: EndLook;
  /** Where Eve stands, as this observer can tell: beside the line, at one of its ends, or nowhere. */
  readonly eve: 'apart' | 'end' | 'unseen';
  readonly reader: Reader;
  /** New bits that Eve can compute, and why; null: not this observer's to know. */
  readonly remaining: RemainingInUse | null;
  /** Level of a sealing pool that this observer knows. */
  readonly pool: number | null;
  readonly settings: UseSettings;
  /** The run goes on: an envelope may still come. */
  readonly more: boolean;
  readonly onNext: () => void;
  /** Says a sentence through the page's live region. */
  readonly tell: (text: string) => void;
}

/** Step 5: the new key refills the sealing pool, and then closes a message. */
export function UsePanel(props: UsePanelProps) {
  const { view, near, far, pool, settings, more } = props;
  const say = useWords();
  const { envelope, cipher } = view;
  const says = outcome(say, view, props.eve);
  const net = netSays(view);
  const act = useAnswer(says, props.tell);
  return (
    <div className="grid min-h-0 flex-1 gap-3 min-[1120px]:grid-cols-[minmax(0,1fr)_300px]">
      <Card className="min-w-0 px-5 py-3 max-[599px]:px-4">
        <h3 className="font-[650] text-[14px]">{say('use.where')}</h3>
        <p
          className="mt-0.5 mb-2 min-h-10 max-w-[92ch] text-[14px] text-ink2"
          data-testid="use-says"
        >
          {say(net.key, net.values)}
        </p>
        <KeyFlowPicture view={view} pool={pool} />
        <div className="mt-4 border-line border-t pt-3">
          <h3 className="pb-2 font-[650] text-[14px]">{say('use.message-title')}</h3>
          {envelope ? (
            <>
              <EnvelopeCrossing
                envelope={envelope}
                near={near}
                far={far}
                eveSeen={props.eve === 'apart'}
                reader={props.reader}
              />
              <p className="mt-2.5 max-w-[92ch] text-[14px] text-ink2" data-testid="envelope-says">
                {says}
              </p>
            </>
          ) : cipher === 'none' ? (
            <PanelNote>{say('use.no-cipher')}</PanelNote>
          ) : more ? (
            <div className="flex flex-col items-start gap-3">
              <PanelNote>{say('use.before')}</PanelNote>
              <Button look="primary" onClick={act(props.onNext)}>
                {say('steps-tab.next-letter')}
              </Button>
            </div>
          ) : (
            <PanelNote>
              {say('use.too-few', { needed: neededFor(cipher, settings.message), left: view.left })}
            </PanelNote>
          )}
        </div>
      </Card>
      <Card className="min-w-0 px-4 py-3">
        <MessageForm {...settings} />
        {props.remaining && <Remaining {...props.remaining} made={view.made} />}
        <div className="mt-2 border-line border-t pt-1.5">
          <h3 className="font-[650] text-[14px]">
            {props.eve === 'end'
              ? say('use.ledger-end', { name: near.tone === 'eve' ? far.name : near.name })
              : say('use.ledger')}
          </h3>
          <FigureRows>
            <FigureRow name={say('use.made')} path="keyLedger.made" text={formatCount(view.made)} />
            <FigureRow
              name={say('use.spent-on-seals')}
              path="keyLedger.spentOnSeals"
              text={formatCount(view.spentOnSeals)}
            />
            <FigureRow
              name={say('use.refilled')}
              path="use.refilled"
              text={formatCount(view.refilled)}
            />
            <FigureRow
              name={say('use.spent-on-message')}
              path="keyLedger.spentOnMessages"
              text={formatCount(view.spentOnMessage)}
            />
            <FigureRow name={say('use.left')} path="use.left" text={formatCount(view.left)} />
            <FigureRow
              name={say('use.net-gain')}
              path="use.net"
              text={view.net < 0 ? `−${formatCount(-view.net)}` : formatCount(view.net)}
              note={say('use.net-note')}
            />
          </FigureRows>
        </div>
      </Card>
    </div>
  );
}

/** A key that is ready need not be secret: what she can compute of it, and why. */
function Remaining({ known, by, why, hashBits, made }: RemainingInUse & { readonly made: number }) {
  const say = useWords();
  return (
    <div className="mt-2 border-line border-t pt-1.5">
      <h3 className="flex flex-wrap items-center gap-2 font-[650] text-[14px]">
        {say('shrink.remaining')}
        <OnlyYouChip />
      </h3>
      <p className="mt-1 font-bold text-[22px] leading-tight" data-figure="eve.keyBitsKnown">
        {formatCount(known)}
      </p>
      <p className="text-[13px] text-ink2" data-testid="use-remaining">
        {say(`shrink.remaining.${by}`, { bits: made })}{' '}
        {known > 0 && why !== null && say(`use.remaining.${why}`, { hash: hashBits })}
      </p>
    </div>
  );
}

function neededFor(cipher: UseView['cipher'], message: string): number {
  return cipher === 'aes-256-gcm' ? AES_KEY_BITS : byteLength(message) * 8;
}

/** What came of the envelope, as far as this observer can tell. */
function outcome(
  say: ReturnType<typeof useWords>,
  { envelope, cipher, spentOnMessage }: UseView,
  eve: UsePanelProps['eve'],
) {
  if (!envelope) return '';
  const { altered, accepted } = envelope;
  if (accepted === false) return say('use.outcome.refused');
  if (altered) return say('use.outcome.unnoticed');
  if (eve === 'end') return say('use.outcome.middle');
  return say(cipher === 'aes-256-gcm' ? 'use.outcome.aes' : 'use.outcome.pad', {
    bits: spentOnMessage,
    bytes: envelope.bytes,
  });
}
