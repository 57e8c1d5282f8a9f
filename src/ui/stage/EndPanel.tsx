import { useWords } from '../../content/words/use-words.ts';
import type { KnowledgeView } from '../../scenarios/knowledge/view.ts';
import { KeyMark } from '../parts/glyphs/marks.tsx';
import type { EndPlace, StageLayout } from './layouts/places.ts';
import { hexText } from './letter-text.ts';
import { KeyCells, Panel, type PanelProps } from './Panel.tsx';
import { eveRole, isWorried, refusedLetter, stoppedBy } from './reading.ts';
import { oddsOf, Tiles } from './Tiles.tsx';
import { Words } from './Words.tsx';

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
