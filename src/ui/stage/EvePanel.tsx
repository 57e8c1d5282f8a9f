import { useWords } from '../../content/words/use-words.ts';
import type { KnowledgeView } from '../../scenarios/knowledge/view.ts';
import { EyeMark } from '../parts/glyphs/marks.tsx';
import type { StageLayout } from './layouts/places.ts';
import { KeyCells, Panel, type PanelProps } from './Panel.tsx';
import { eveRole, stoppedBy } from './reading.ts';
import { Tiles } from './Tiles.tsx';
import { Words } from './Words.tsx';

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
          {stopped && stopped !== 'eve' && sealFailed(view)
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

/** They stop for errors or for want of bits too; only a broken seal says that she cannot make it. */
function sealFailed({ verdict }: KnowledgeView): boolean {
  if (verdict?.kind !== 'verdict') return false;
  return verdict.verdict === 'stopped-seal' || verdict.verdict === 'fooled';
}
