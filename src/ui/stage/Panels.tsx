import type { ReactNode } from 'react';
import { useWords } from '../../content/words/use-words.ts';
import type { ActorId } from '../../scenarios/actors.ts';
import type { KnowledgeView } from '../../scenarios/knowledge/view.ts';
import { KeyBits, NoKeyBits } from '../parts/glyphs/KeyBits.tsx';
import { EyeMark, KeyMark } from '../parts/glyphs/marks.tsx';
import { Portrait } from './actors/Portrait.tsx';
import type { EndPlace, KeyPlace, PanelPlace, Rect, StageLayout } from './layouts.ts';
import { hexText } from './letter-text.ts';
import { eveRole, isWorried, refusedLetter, stoppedBy } from './reading.ts';
import type { TileSubjects } from './scene.ts';
import { oddsOf, Tiles } from './Tiles.tsx';
import { Words } from './Words.tsx';

const TINT: Readonly<Record<ActorId, string>> = {
  alice: 'fill-alice-t',
  bob: 'fill-bob-t',
  eve: 'fill-eve-t',
};
/** Key bits shown: two rows of eight. */
const CELLS = 16;

interface PanelProps {
  /** null before the first run: the actors are there and know nothing. */
  readonly view: KnowledgeView | null;
  readonly subjects: TileSubjects | null;
  readonly layout: StageLayout;
}

function Panel({
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

/** Alice or Bob. */
export function EndPanel({ actor, ...props }: PanelProps & { readonly actor: 'alice' | 'bob' }) {
  const say = useWords();
  const { view, subjects, layout } = props;
  const place = layout[actor];
  const refused = view ? refusedLetter(view) : null;
  const refuses = refused?.to === actor;
  const stops = view ? stoppedBy(view) === actor : false;
  const oddsShown = view && subjects?.bob ? oddsOf(view, subjects.bob.pulse) !== null : false;
  const key = view?.key(actor) ?? null;
  const ownEyes = view?.observer === 'everyone' || view?.observer === actor;
  // The low drawing is about keys: it shows the place of one before it is made.
  const showsKey = key !== null || (layout.id === 'pair' && ownEyes && !refuses && !stops);
  return (
    <Panel actor={actor} place={place} worried={view ? isWorried(view, actor) : false}>
      {!(place.check.overTiles && refuses) && (
        <Tiles actor={actor} view={view} subjects={subjects} layout={layout} />
      )}
      {!refuses && !stops && !(showsKey && layout.id === 'vertical') && (
        <About actor={actor} view={view} layout={layout} />
      )}
      {!stops &&
        !refuses &&
        !(showsKey && place.pool.kind !== 'box' && layout.id === 'vertical') && (
          <Pool actor={actor} view={view} layout={layout} />
        )}
      {showsKey && (
        <KeyCells
          actor={actor}
          place={place.key}
          cells={key?.preview ?? null}
          label={
            layout.id === 'vertical'
              ? null
              : say(
                  key
                    ? `stage.key.${actor}`
                    : view?.verdict
                      ? 'stage.key.none'
                      : 'stage.key.not-yet',
                )
          }
        />
      )}
      {actor === 'bob' && layout.onlyYou && !refuses && !showsKey && oddsShown && (
        <Words at={layout.onlyYou}>{say('parts.only-you')}</Words>
      )}
      {refuses && (
        <SealCheck place={place} should={refused.expectedTagHex} received={refused.tagHex} />
      )}
      {stops && <StopPill actor={actor} place={place} />}
    </Panel>
  );
}

/** A line under the name: what this actor believes, for those who know better; else what the tiles are. */
function About({
  actor,
  view,
  layout,
}: {
  actor: 'alice' | 'bob';
  view: KnowledgeView | null;
  layout: StageLayout;
}) {
  const say = useWords();
  const { about, pool } = layout[actor];
  if (!about) return null;
  if (view && eveRole(view) === 'middle') {
    const stopped = stoppedBy(view);
    const key =
      stopped !== null && stopped !== actor
        ? 'stage.belief.no-reply'
        : (`stage.belief.${actor}` as const);
    return <Words at={about}>{say(key)}</Words>;
  }
  // The line of the pool stands in the same place.
  if (layout.id === 'pair' || (pool.kind === 'line' && view?.pool(actor) != null)) return null;
  return <Words at={about}>{say(`stage.about.${actor}`)}</Words>;
}

function Pool({
  actor,
  view,
  layout,
}: {
  actor: 'alice' | 'bob';
  view: KnowledgeView | null;
  layout: StageLayout;
}) {
  const say = useWords();
  const bits = view?.pool(actor) ?? null;
  if (bits === null) return null;
  const { kind, at } = layout[actor].pool;
  const ink = actor === 'alice' ? 'text-alice' : 'text-bob';
  switch (kind) {
    case 'box':
      return (
        <g>
          <rect x={at.x} y={at.y} width="144" height="46" rx="10" className="fill-surface" />
          <KeyMark x={at.x + 10} y={at.y + 14} width="18" height="18" className={ink} />
          <Words
            at={{ x: at.x + 36, y: at.y + 19.5, anchor: 'start', size: 12 }}
            bold
            className="fill-ink"
          >
            {say('stage.pool')}
          </Words>
          <Words at={{ x: at.x + 36, y: at.y + 35.5, anchor: 'start', size: 12 }}>
            {say('stage.pool.left', { bits })}
          </Words>
        </g>
      );
    case 'lines':
      // The low drawing needs this room for the key.
      if (layout.id === 'pair') return null;
      return (
        <g>
          <Words at={{ ...at, anchor: 'middle', size: 12 }} bold className="fill-ink">
            {say('stage.pool')}
          </Words>
          <Words at={{ x: at.x, y: at.y + 17, anchor: 'middle', size: 12 }}>
            {say('stage.pool.left', { bits })}
          </Words>
        </g>
      );
    case 'line':
      if (view && eveRole(view) === 'middle') return null;
      return (
        <Words at={{ ...at, anchor: 'start', size: 12 }}>{say('stage.pool.line', { bits })}</Words>
      );
    default:
      return kind satisfies never;
  }
}

function KeyCells({
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

/** The two seals that should be one; read digit by digit. */
function SealCheck({
  place,
  should,
  received,
}: {
  place: EndPlace;
  should: string | null;
  received: string | null;
}) {
  const say = useWords();
  if (should === null || received === null) return null;
  const { x, lines, perSeal } = place.check;
  const seals = [
    { words: 'stage.check.should', hex: hexText(should) },
    { words: 'stage.check.received', hex: hexText(received) },
  ] as const;
  return (
    <g className="stage-appear">
      {seals.map(({ words, hex }, at) => {
        const y = lines[at * perSeal] ?? 0;
        const digits = (
          <tspan className="fill-ink font-mono" fontWeight="600">
            {hex}
          </tspan>
        );
        if (perSeal === 1) {
          return (
            <Words key={words} at={{ x, y, anchor: 'middle', size: 12 }}>
              {say(`${words}.short`)} {digits}
            </Words>
          );
        }
        return (
          <g key={words}>
            <Words at={{ x, y, anchor: 'middle', size: 12 }}>{say(words)}</Words>
            <Words at={{ x, y: lines[at * 2 + 1] ?? 0, anchor: 'middle', size: 12 }}>
              {digits}
            </Words>
          </g>
        );
      })}
    </g>
  );
}

/** Calm and firm, in ink: a stopped run is a success of the check. */
function StopPill({ actor, place }: { actor: 'alice' | 'bob'; place: EndPlace }) {
  const say = useWords();
  const { x, y, width, height } = place.check.pill;
  return (
    <g className="stage-appear">
      <rect x={x} y={y} width={width} height={height} rx={height / 2} className="fill-ink" />
      <Words
        at={{ x: x + width / 2, y: y + height / 2 + 4.3, anchor: 'middle', size: 12 }}
        bold
        className="fill-inv"
      >
        {say('stage.stops', { actor })}
      </Words>
    </g>
  );
}

/** Eve, if this observer can tell that she is there. Her place stays empty otherwise. */
export function EvePanel({ view, subjects, layout }: PanelProps) {
  const say = useWords();
  const role = view ? eveRole(view) : 'absent';
  if (!view || role === 'absent') return null;
  const place = layout.eve;
  const middle = role === 'middle';
  const stopped = stoppedBy(view);
  return (
    <Panel actor="eve" place={place} box={middle ? place.gateBox : place.box}>
      <Tiles actor="eve" view={view} subjects={subjects} layout={layout} />
      {place.about && middle && (
        <Words at={place.about}>
          {stopped && stopped !== 'eve'
            ? say('stage.belief.eve-stopped', { name: stopped === 'bob' ? 'alice' : 'bob' })
            : say('stage.belief.eve')}
        </Words>
      )}
      {middle &&
        ([0, 1] as const).map((link) => {
          const end = link === 0 ? 'alice' : 'bob';
          const key = view.key('eve', link);
          if (!key && view.verdict === null && layout.id !== 'pair') return null;
          const none = view.verdict ? 'stage.key.none-for-eve' : 'stage.key.not-yet';
          return (
            <KeyCells
              key={end}
              actor={end}
              place={place.keys[link]}
              cells={key?.preview ?? null}
              label={say(key ? `stage.key.eve-with-${end}` : none)}
            />
          );
        })}
      {middle &&
        place.tags.map((at, link) => (
          <Tag key={at.x + at.y} at={at} name={link === 0 ? 'bob' : 'alice'} />
        ))}
    </Panel>
  );
}

/** What she says she is, toward that side. */
function Tag({ at, name }: { at: { x: number; y: number }; name: 'alice' | 'bob' }) {
  const say = useWords();
  const width = name === 'bob' ? 66 : 72;
  return (
    <g transform={`translate(${at.x} ${at.y})`}>
      <rect
        x={-width / 2}
        y="-12"
        width={width}
        height="24"
        rx="12"
        className="fill-surface stroke-eve"
        strokeWidth="1.2"
      />
      <text y="4.3" textAnchor="middle" fontSize="12" fontWeight="600" className="fill-eve">
        {say(`stage.tag.${name}`)}
      </text>
    </g>
  );
}

/** Eve on the letters: an eye where she only reads, bars across the line where she can hold and replace. */
export function EveOnTheLine({
  view,
  layout,
}: {
  view: KnowledgeView | null;
  layout: StageLayout;
}) {
  const say = useWords();
  const role = view ? eveRole(view) : 'absent';
  if (role === 'absent' || view?.sight('letters') === 'none') return null;
  const { eye, stalk, gates, words } = layout;
  const middle = role === 'middle';
  return (
    <g>
      {!middle && stalk && (
        <path
          d={`M${stalk.from.x} ${stalk.from.y}L${stalk.to.x} ${stalk.to.y}`}
          className="stroke-eve"
          strokeWidth="1.8"
          strokeDasharray="1 5"
          strokeLinecap="round"
        />
      )}
      {middle &&
        gates.map(({ from, to }) => (
          <path
            key={`${from.x},${from.y}`}
            d={`M${from.x} ${from.y}L${to.x} ${to.y}`}
            className="stroke-eve"
            strokeWidth="4"
            strokeLinecap="round"
          />
        ))}
      {!(middle && layout.id === 'pair') && (
        <>
          <circle
            cx={eye.x}
            cy={eye.y}
            r="16"
            className="fill-surface stroke-eve"
            strokeWidth="1.5"
          />
          <EyeMark x={eye.x - 11} y={eye.y - 11} width="22" height="22" className="text-eve" />
        </>
      )}
      {words.eyeAbout && (
        <Words at={words.eyeAbout}>{say(middle ? 'stage.eye.holds' : 'stage.eye.reads')}</Words>
      )}
    </g>
  );
}
