import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { useWords } from '../../content/words/use-words.ts';
import type { KnowledgeView } from '../../scenarios/knowledge/view.ts';
import type { StageSpeed } from './flights.ts';
import { LetterCard } from './LetterCard.tsx';
import type { StageLayout } from './layouts/places.ts';
import {
  type Half,
  halfOf,
  lettersAtRest,
  type Posted,
  placeSliding,
  yieldingOpacity,
} from './post.ts';
import { refusedLetter } from './reading.ts';
import { roundUnderWay } from './rounds.ts';
import { Words } from './Words.tsx';

const HALVES: readonly Half[] = ['near', 'far'];

/** The last letters, lying where they arrived, and the one that is on its way. */
export function MessageLayer({
  view,
  upcoming,
  layout,
  speed,
  playing,
  still,
  now,
  onFrame,
}: {
  readonly view: KnowledgeView;
  /** One event later, where a round trip is under way. */
  readonly upcoming: KnowledgeView | null;
  readonly layout: StageLayout;
  readonly speed: StageSpeed;
  readonly playing: boolean;
  /** Reduced motion: letters change place at once. */
  readonly still: boolean;
  readonly now: () => number;
  readonly onFrame: (callback: (now: number) => void) => () => void;
}) {
  const resting = useRef<Partial<Record<Half, SVGGElement | null>>>({});
  const sliding = useRef<(SVGGElement | null)[]>([]);
  const { twoLinks } = view;
  const rest = lettersAtRest(view);
  const seen = view.sight('letters') !== 'none';
  const moving = useMemo(
    () => (still || !seen ? [] : underWay(view, upcoming)),
    [still, seen, view, upcoming],
  );
  const counted = playing && speed !== '1';

  const place = useCallback(
    (moment: number) => {
      const places = moving.map((card) =>
        placeSliding(card, { now: moment, speed, twoLinks, layout }),
      );
      places.forEach((placed, i) => {
        const node = sliding.current[i];
        if (!node) return;
        if (placed) {
          node.removeAttribute('display');
          node.setAttribute('opacity', String(placed.opacity));
          node.setAttribute('transform', `translate(${placed.x} ${placed.y})`);
          node.querySelector('.letter-seal')?.setAttribute('transform', `scale(${placed.stamp})`);
        } else {
          node.setAttribute('display', 'none');
        }
      });
      for (const half of HALVES) {
        const arriving = places.findLast(
          (placed, i) => placed && halfOf(moving[i]!, twoLinks) === half,
        );
        const opacity = yieldingOpacity(arriving ?? null, layout.rest[half]);
        resting.current[half]?.setAttribute('opacity', String(opacity));
      }
    },
    [moving, speed, twoLinks, layout],
  );

  useLayoutEffect(() => place(now()));
  useEffect(() => onFrame(place), [onFrame, place]);

  if (!seen) return null;
  return (
    <g>
      {HALVES.map((half) => {
        const letter = rest[half];
        if (!letter) return null;
        const { x, y } = layout.rest[half];
        return (
          <g
            key={half}
            ref={(node) => {
              resting.current[half] = node;
            }}
          >
            <g transform={`translate(${x} ${y})`}>
              <LetterCard
                key={letter.index}
                letter={letter}
                twoLinks={twoLinks}
                layout={layout}
                counted={counted}
                animated
              />
            </g>
            {layout.fate && (
              <Words at={layout.fate[half]}>
                <Fate letter={letter} twoLinks={twoLinks} />
              </Words>
            )}
          </g>
        );
      })}
      {moving.map((card, i) => (
        <g
          key={card.index}
          ref={(node) => {
            sliding.current[i] = node;
          }}
          display="none"
        >
          <LetterCard letter={card} twoLinks={twoLinks} layout={layout} animated={false} />
        </g>
      ))}
    </g>
  );
}

/** What is on its way to the next instant, in the order in which it sets out. */
function underWay(view: KnowledgeView, upcoming: KnowledgeView | null): readonly Posted[] {
  if (upcoming) return roundUnderWay(upcoming);
  return view.nextLetter ? [view.nextLetter] : [];
}

/** What became of a letter, where that is more than its seal says. */
function Fate({ letter, twoLinks }: { letter: Posted; twoLinks: boolean }) {
  const say = useWords();
  if (letter.seal === 'broken') return say('stage.fate.broken');
  if (letter.seal === 'fits-wrongly') return say('stage.fate.fits-wrongly');
  if (letter.writtenBy === 'eve') {
    return say(letter.seal === 'none' ? 'stage.fate.unsealed' : 'stage.fate.own');
  }
  return twoLinks && letter.to === 'eve' ? say('stage.fate.kept') : null;
}

/** A bar closes in front of the receiver whose check fails. */
export function Barrier({ view, layout }: { view: KnowledgeView; layout: StageLayout }) {
  const refused = refusedLetter(view);
  if (!refused) return null;
  const { from, to } = layout.barriers[refused.to];
  return (
    <path
      key={refused.index}
      d={`M${from.x} ${from.y}L${to.x} ${to.y}`}
      className="stage-barrier stroke-ink"
      strokeWidth="4"
      strokeLinecap="round"
    />
  );
}
