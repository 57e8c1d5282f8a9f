import type { ReactNode } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import { type DhGroup, GROUPS, type Lane } from '../../../store/shelf-lanes.ts';
import { classes } from '../../parts/classes.ts';
import { Select } from '../../parts/Select.tsx';

/** A lane's name, which also makes it the one whose receipt and link are the page's. */
export function LaneHead({
  lane,
  focus,
  group,
  pair,
  onFocus,
  onGroup,
}: {
  readonly lane: Lane;
  readonly focus: boolean;
  readonly group: DhGroup;
  /** The two people; drawn by the host. */
  readonly pair?: ReactNode;
  readonly onFocus: (lane: Lane) => void;
  readonly onGroup: (group: DhGroup) => void;
}) {
  const say = useWords();
  return (
    <div className="min-w-0">
      <h3 className="leading-[1.2]">
        <button
          type="button"
          aria-pressed={focus}
          title={say(focus ? 'later.focus.here' : 'later.focus')}
          onClick={() => onFocus(lane)}
          className={classes(
            'relative -mx-1 rounded px-1 text-left font-bold text-[15px] text-ink underline-offset-4 after:absolute after:-inset-y-3 after:inset-x-0 hover:underline',
            focus && 'underline decoration-2',
          )}
        >
          {say(`later.lane.${lane}`)}
        </button>
      </h3>
      <p className="text-[12px] text-ink2">{say(`later.lane.${lane}.more`)}</p>
      {lane === 'dh' ? (
        <div className="mt-1 max-w-[148px]">
          <Select
            label={say('later.group')}
            hideLabel
            value={group}
            options={GROUPS.map((value) => ({ value, label: say(`later.group.${value}`) }))}
            onChange={onGroup}
          />
        </div>
      ) : (
        pair
      )}
    </div>
  );
}
