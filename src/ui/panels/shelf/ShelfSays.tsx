import { useWords } from '../../../content/words/use-words.ts';
import type { Observer } from '../../../scenarios/actors.ts';
import { DoorIcon } from '../../parts/glyphs/DoorIcon.tsx';
import type { LaneShown } from './lane.ts';
import { verdictOf } from './texts.ts';

/** What came of the recorded envelopes, in a sentence, and what the two doors mean. */
export function ShelfSays({
  lanes,
  observer,
}: {
  readonly lanes: readonly LaneShown[];
  readonly observer: Observer;
}) {
  const say = useWords();
  const end = observer === 'alice' || observer === 'bob' ? observer : null;
  return (
    <div className="min-w-0">
      <p className="font-semibold text-[12px] text-ink3">
        {say(end ? 'later.side.eyebrow.ends' : 'later.side.eyebrow')}
      </p>
      <h3
        className="min-h-[26px] font-bold text-[20px] leading-[1.3] tracking-[-.015em]"
        data-testid="shelf-says"
      >
        {verdictOf(say, { lanes, observer })}
      </h3>
      {end ? (
        <p className="text-[13px] text-ink2 leading-[1.4]">
          {say('later.side.ends.more', { who: end })}
        </p>
      ) : (
        <div className="text-[12.5px] text-ink2 leading-[1.35]">
          <p>{say('later.side.doors')}</p>
          <ul className="mt-1 flex flex-col gap-1">
            {(['no-method', 'not-recorded'] as const).map((state) => (
              <li key={state} className="flex gap-2">
                <span className="mt-px">
                  <DoorIcon state={state} />
                </span>
                <span>
                  <b className="font-semibold text-ink">{say('later.door.term', { state })}</b>{' '}
                  {say(`later.side.${state}`)}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
