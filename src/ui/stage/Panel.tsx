import type { ReactNode } from 'react';
import { useWords } from '../../content/words/use-words.ts';
import type { ActorId } from '../../scenarios/actors.ts';
import type { KnowledgeView } from '../../scenarios/knowledge/view.ts';
import { KeyBits, NoKeyBits } from '../parts/glyphs/KeyBits.tsx';
import { Portrait } from './actors/Portrait.tsx';
import type { KeyPlace, PanelPlace, Rect, StageLayout } from './layouts/places.ts';
import type { TileSubjects } from './scene.ts';
import { Words } from './Words.tsx';

const TINT: Readonly<Record<ActorId, string>> = {
  alice: 'fill-alice-t',
  bob: 'fill-bob-t',
  eve: 'fill-eve-t',
};

/** Key bits shown: two rows of eight. */
const CELLS = 16;

export interface PanelProps {
  /** null before the first run: the actors are there and know nothing. */
  readonly view: KnowledgeView | null;
  readonly subjects: TileSubjects | null;
  readonly layout: StageLayout;
}

/** An actor's box with face and name; what the actor has in hand goes into it. */
export function Panel({
  actor,
  place,
  box = place.box,
  worried = false,
  children,
}: {
  actor: ActorId;
  place: PanelPlace;
  box?: Rect;
  worried?: boolean;
  children: ReactNode;
}) {
  const say = useWords();
  return (
    <g>
      <rect
        x={box.x}
        y={box.y}
        width={box.width}
        height={box.height}
        rx={place.rx}
        className={TINT[actor]}
        stroke="var(--panelEdge)"
      />
      <g transform={`translate(${place.face.x} ${place.face.y}) scale(${place.face.scale})`}>
        <Portrait actor={actor} worried={worried} />
      </g>
      {place.name.size > 0 && (
        <text
          x={place.name.x}
          y={place.name.y}
          textAnchor={place.name.anchor}
          fontSize={place.name.size}
          fontWeight="700"
          className="fill-ink"
        >
          {say(`stage.${actor}`)}
        </text>
      )}
      {children}
    </g>
  );
}

/** The first bits of a key, or the place of one. */
export function KeyCells({
  actor,
  place,
  cells,
  label,
}: {
  actor: 'alice' | 'bob';
  place: KeyPlace;
  cells: readonly (0 | 1)[] | null;
  label: string | null;
}) {
  const { size, pitch } = place;
  return (
    <g key={cells ? 'key' : 'none'} className="stage-appear">
      {label !== null && <Words at={place.label}>{label}</Words>}
      <g transform={`translate(${place.x} ${place.y})`}>
        {cells ? (
          <KeyBits bits={cells.slice(0, CELLS)} maker={actor} size={size} pitch={pitch} />
        ) : (
          <NoKeyBits count={CELLS} size={size} pitch={pitch} />
        )}
      </g>
    </g>
  );
}
