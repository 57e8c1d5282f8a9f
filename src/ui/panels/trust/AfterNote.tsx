import { useWords } from '../../../content/words/use-words.ts';
import type { Receipt } from '../../../scenarios/receipt.ts';
import { Button } from '../../parts/Button.tsx';
import { VerdictPill } from '../../parts/glyphs/VerdictPill.tsx';

/** A session, and the same session executed again once the anchor had lost its assumption. */
export interface Twice {
  readonly first: Receipt;
  readonly again: Receipt;
}

/** Nothing changes: the letters, the seals and the key are what they were, and Eve has no bit of it. */
export function AfterNote({
  twice,
  onTime,
}: {
  readonly twice: Twice;
  /** To what a later loss means for later sessions. */
  readonly onTime: () => void;
}) {
  const say = useWords();
  const { first, again } = twice;
  const sameLog = first.log.sha256 === again.log.sha256;
  const key = first.keys.alice;
  const sameKey = key !== null && key.sha256 === again.keys.alice?.sha256 && again.keys.equal;
  const { made, failed } = again.seals;
  return (
    <div className="flex flex-col gap-1.5">
      <p className="text-[13px] text-ink2 leading-[1.4]">{say('trust.after.again')}</p>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-2.5 gap-y-1 text-[12px] text-ink2">
        <dt>{say('trust.after.letters')}</dt>
        <dd className="font-semibold text-ink">
          {say(sameLog ? 'trust.after.same' : 'trust.after.other')}
        </dd>
        <dt>{say('trust.after.seals')}</dt>
        <dd className="font-semibold text-ink tabular-nums">
          {say('trust.after.fit', { fit: made - failed, made })}
        </dd>
        <dt>{say('trust.after.key')}</dt>
        <dd className="font-semibold text-ink">
          {say(sameKey ? 'trust.after.same' : 'trust.after.other')}
          {key && <span className="block font-mono font-normal">{key.sha256.slice(0, 16)}</span>}
        </dd>
        <dt>{say('trust.after.eve')}</dt>
        <dd className="font-semibold text-ink tabular-nums">
          {say('trust.after.bits', { known: again.eve.keyBitsKnown, bits: key?.bits ?? 0 })}
        </dd>
      </dl>
      <div className="flex flex-wrap gap-2">
        <VerdictPill verdict={again.verdict} />
      </div>
      {sameLog && sameKey && again.eve.keyBitsKnown === 0 && (
        <p className="text-[13px] text-ink2 leading-[1.4]">{say('trust.after.why')}</p>
      )}
      <div>
        <Button size="small" onClick={onTime}>
          {say('trust.after.time')}
        </Button>
      </div>
    </div>
  );
}
