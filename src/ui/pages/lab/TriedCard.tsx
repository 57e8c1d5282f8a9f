import { useWords } from '../../../content/words/use-words.ts';
import type { Observer } from '../../../scenarios/actors.ts';
import { shelfSeenBy } from '../../../scenarios/knowledge/shelf-view.ts';
import { configOfLane, keptOf, type Shelf, sameSwitches } from '../../../store/shelf.ts';
import { COMBINATIONS, LANES, type Lane, type Switches } from '../../../store/shelf-lanes.ts';
import { type CombinationRow, Combinations } from '../../panels/shelf/Combinations.tsx';
import { AccordionSection } from '../../parts/Accordion.tsx';
import { Card } from '../../parts/Panel.tsx';

/** Under the lanes: every combination of switches that has run since the page was opened. */
export function TriedCard({
  state,
  observer,
  narrow,
  onBack,
}: {
  readonly state: Shelf;
  readonly observer: Observer;
  readonly narrow: boolean;
  readonly onBack: (switches: Switches) => void;
}) {
  const say = useWords();
  const told = observer === 'everyone' || observer === 'eve';
  const rows = state.tried.map((switches): CombinationRow => {
    const cells = Object.fromEntries(
      LANES.map((lane) => [lane, cellOf(state, switches, lane, observer)]),
    ) as CombinationRow['cells'];
    return { switches, here: state.sent && sameSwitches(switches, state.switches), cells };
  });
  const title = say('later.tried', { n: rows.length, all: COMBINATIONS });
  const matrix = told ? (
    <Combinations rows={rows} narrow={narrow} onBack={onBack} />
  ) : (
    <p className="text-[13px] text-ink2">{say('later.tried.ends')}</p>
  );
  return narrow ? (
    <Card>
      <AccordionSection title={title} summary="">
        {matrix}
      </AccordionSection>
    </Card>
  ) : (
    <Card className="min-w-0 px-4 py-3">
      <h3 className="mb-1 font-[650] text-[14px] text-ink">{title}</h3>
      {matrix}
    </Card>
  );
}

function cellOf(state: Shelf, switches: Switches, lane: Lane, observer: Observer) {
  if (!configOfLane({ ...state, switches }, lane)) return 'refused';
  const kept = keptOf(state, switches, lane);
  return kept && shelfSeenBy(kept.run, observer);
}
