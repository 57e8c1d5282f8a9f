/** The six questions that every way answers, with what its runs showed. */
import type { ReactNode } from 'react';
import { type SayWords, useWords } from '../../../content/words/use-words.ts';
import type { KeyEstablishment, RunConfig } from '../../../scenarios/config.ts';
import type { ShelfView } from '../../../scenarios/knowledge/shelf-view.ts';
import type { WayView } from '../../../scenarios/knowledge/ways-view.ts';
import type { WayState } from '../../../store/ways.ts';
import { formatCount } from '../../format.ts';
import { DoorIcon } from '../../parts/glyphs/DoorIcon.tsx';

export interface WayFacts {
  readonly means: KeyEstablishment;
  /** With Eve in the middle; null: not there, for the reason in `state`. */
  readonly view: WayView | null;
  readonly state: WayState['kind'];
  /** Share of the run under way, 0…1; null: not under way, or nothing to count. */
  readonly share: number | null;
  /** Recorded with seals on, and attacked at Q-day; null likewise. */
  readonly recorded: ShelfView | null;
  readonly recordedState: WayState['kind'];
  /** Opens the session with Eve in the middle as a run of its own; null for who cannot know of her. */
  readonly href: string | null;
}

const ROWS = ['crosses', 'has', 'rests', 'today', 'later', 'needs'] as const;

export function WayRows({
  facts,
  told,
  sealed,
  trustAnchor,
}: {
  readonly facts: WayFacts;
  /** An end does not know of Eve. */
  readonly told: boolean;
  readonly sealed: boolean;
  readonly trustAnchor: RunConfig['authentication']['trustAnchor'];
}) {
  const say = useWords();
  const { means } = facts;
  const answers: Readonly<Record<(typeof ROWS)[number], ReactNode>> = {
    crosses: <Crosses facts={facts} />,
    has: say(sealed ? `side.has.${trustAnchor}` : 'side.has.none'),
    rests: say(`side.rests.${means}`),
    today: <Today facts={facts} />,
    later: <Later facts={facts} />,
    needs: say(`side.needs.${means}`),
  };
  return (
    <dl className="contents">
      {ROWS.map((row) => (
        <div key={row} className="border-line border-t py-[5px] [@media(min-height:940px)]:py-3">
          <dt className="text-[12px] [@media(min-height:940px)]:text-[14px] text-ink2 leading-[1.3]">
            {row === 'today' && !told ? say('side.row.today.end') : say(`side.row.${row}`)}
          </dt>
          <dd className="font-medium text-[13px] [@media(min-height:940px)]:text-[16px] text-ink leading-[1.3]">
            {answers[row]}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Crosses({ facts: { means, recorded } }: { readonly facts: WayFacts }) {
  const say = useWords();
  // What makes the key: neither how the two were introduced, nor what it is used for.
  const making = recorded?.crossed.filter(
    ({ kind }) => kind !== 'introductions' && kind !== 'envelope',
  );
  const bytes = making?.reduce((sum, one) => sum + one.bytes, 0) ?? null;
  return (
    <>
      {say(`side.crosses.${means}`)}
      {recorded && bytes !== null && (
        <span className="block font-normal text-[12px] text-ink2 [@media(min-height:940px)]:text-[14px] tabular-nums">
          {recorded.pulses > 0
            ? say('side.crossed.light', {
                photons: formatCount(recorded.pulses),
                bytes: formatCount(bytes),
              })
            : say('side.crossed', { bytes: formatCount(bytes) })}
        </span>
      )}
    </>
  );
}

/** Who holds the key once the session with Eve in the middle is over. */
function Today({ facts: { view, state } }: { readonly facts: WayFacts }) {
  const say = useWords();
  if (view === null) return <NotThere state={state} />;
  return <b className="font-[650]">{todayWords(say, view)}</b>;
}

function todayWords(say: SayWords, { observer, ending, eveHolds }: WayView): string {
  if (eveHolds?.length) {
    return eveHolds.length === 2
      ? say('side.today.both')
      : say('side.today.one', { who: eveHolds[0]! });
  }
  if (ending?.kind === 'verdict' && ending.verdict === 'key') {
    return observer === 'alice' || observer === 'bob'
      ? say('side.today.own', { who: observer })
      : say('side.today.ends');
  }
  return say(observer === 'eve' ? 'side.today.not-eve' : 'side.today.nobody');
}

function Later({ facts: { recorded, recordedState } }: { readonly facts: WayFacts }) {
  const say = useWords();
  if (recorded === null) return <NotThere state={recordedState} />;
  const { result, bench } = recorded;
  if (!recorded.sent) {
    return <span className="font-normal text-ink2">{say('side.later.nothing')}</span>;
  }
  if (result === null) {
    return <span className="font-normal text-ink2">{say('side.later.unknown')}</span>;
  }
  const { key } = result.doors;
  const found = bench?.attempts.find((attempt) => attempt.door === 'key' && attempt.found);
  return (
    <>
      <span className="flex items-center gap-1.5 font-[650]">
        <DoorIcon state={key} />
        {say(`side.later.${key}`)}
      </span>
      <span className="block font-normal text-[12px] text-ink2 tabular-nums [@media(min-height:940px)]:text-[14px]">
        {key !== 'found'
          ? say(`side.later.why.${key}`)
          : found && !found.assumed && found.steps !== null
            ? say('side.later.steps', { steps: formatCount(found.steps) })
            : say('side.later.assumed')}
      </span>
    </>
  );
}

function NotThere({ state }: { readonly state: WayFacts['state'] }) {
  const say = useWords();
  if (state === 'done') return null;
  return <span className="font-normal text-ink2">{say(`side.run.${state}`)}</span>;
}
