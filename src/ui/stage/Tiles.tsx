import { useWords } from '../../content/words/use-words.ts';
import type { ActorId } from '../../scenarios/actors.ts';
import type { KnowledgeView, PhotonSight } from '../../scenarios/knowledge/view.ts';
import {
  BasisTile,
  DashTile,
  EmptyTile,
  LostTile,
  OddsTile,
  RecordTile,
} from '../parts/glyphs/Tile.tsx';
import { eveActsOn, sentOf, tapOf } from './in-hand.ts';
import type { StageLayout, TileSlot } from './layouts/places.ts';
import { PulseGlyph, reachOf } from './PulseGlyph.tsx';
import type { TileSubjects } from './scene.ts';
import { photonsBeyondEve } from './splitting.ts';
import { Words } from './Words.tsx';

/** An actor's tiles: what this observer knows of the photon that is with that actor. */
export function Tiles({
  actor,
  view,
  subjects,
  layout,
}: {
  readonly actor: ActorId;
  readonly view: KnowledgeView | null;
  readonly subjects: TileSubjects | null;
  readonly layout: StageLayout;
}) {
  const say = useWords();
  const places = layout.tiles.filter(({ slot }) => slot.startsWith(actor));
  return (
    <g>
      {places.map(({ slot, x, y }) => (
        <g key={slot}>
          {layout.tileLabelDy !== null && (
            <Words
              at={{
                x,
                y: y + layout.tileLabelDy,
                anchor: 'middle',
                size: layout.tileSize < 40 ? 11 : 12,
              }}
            >
              {say(
                slot === 'eve.sends' && view?.twoLinks
                  ? 'stage.tile.eve.sends-own'
                  : `stage.tile.${slot}`,
              )}
            </Words>
          )}
          <g transform={`translate(${x} ${y})`}>
            {view && subjects ? (
              <Tile slot={slot} view={view} subjects={subjects} layout={layout} />
            ) : (
              <EmptyTile size={layout.tileSize} />
            )}
          </g>
        </g>
      ))}
    </g>
  );
}

function Tile({
  slot,
  view,
  subjects,
  layout,
}: {
  slot: TileSlot;
  view: KnowledgeView;
  subjects: TileSubjects;
  layout: StageLayout;
}) {
  const size = layout.tileSize;
  switch (slot) {
    case 'alice.bit':
      return <Bit bit={of(subjects.alice, (pulse) => sentOf(view, pulse).bit)} size={size} />;
    case 'alice.basis':
      return <Basis basis={of(subjects.alice, (pulse) => sentOf(view, pulse).basis)} size={size} />;
    case 'alice.sends':
      return (
        <Ring
          sight={of(subjects.alice, (pulse) => view.photon(pulse).near)}
          photons={of(subjects.alice, (pulse) => view.photon(pulse).weak?.photons ?? null)}
          layout={layout}
        />
      );
    case 'eve.basis':
    case 'eve.saw': {
      const pulse = subjects.eve;
      if (pulse !== null && !eveActsOn(view, pulse)) return <DashTile size={size} />;
      return slot === 'eve.basis' ? (
        <Basis basis={of(pulse, (known) => tapOf(view, known).basis)} size={size} />
      ) : (
        <Bit bit={of(pulse, (known) => tapOf(view, known).saw)} size={size} />
      );
    }
    case 'eve.sends': {
      const pulse = subjects.eve;
      if (pulse !== null && !eveActsOn(view, pulse)) return <DashTile size={size} />;
      return (
        <Ring
          sight={of(pulse, (known) => view.photon(known).far)}
          photons={of(pulse, (known) => photonsBeyondEve(view, known))}
          layout={layout}
        />
      );
    }
    case 'bob.basis':
      return (
        <Basis
          basis={of(subjects.bob?.pulse ?? null, (pulse) => view.bit('bob.basis', pulse))}
          size={size}
        />
      );
    case 'bob.odds':
      return <Odds view={view} pulse={subjects.bob?.pulse ?? null} size={size} />;
    case 'bob.bit':
      return <BobsRecord view={view} subjects={subjects} layout={layout} />;
    default:
      return slot satisfies never;
  }
}

function of<Known>(pulse: number | null, ask: (pulse: number) => Known): Known | null {
  return pulse === null ? null : ask(pulse);
}

function Bit({ bit, size }: { bit: 0 | 1 | null; size: number }) {
  return bit === null ? <EmptyTile size={size} /> : <RecordTile bit={bit} size={size} />;
}

function Basis({ basis, size }: { basis: 0 | 1 | null; size: number }) {
  return basis === null ? <EmptyTile size={size} /> : <BasisTile basis={basis} size={size} />;
}

function Ring({
  sight,
  photons,
  layout,
}: {
  sight: PhotonSight | null;
  photons: number | null;
  layout: StageLayout;
}) {
  if (!sight || sight.kind === 'absent') return <EmptyTile size={layout.tileSize} />;
  // Several photons share the room of one.
  const r = (layout.ringRadius + 2) / reachOf(photons, 'x');
  return <PulseGlyph sight={sight} photons={photons} r={r} axis="x" />;
}

function Odds({ view, pulse, size }: { view: KnowledgeView; pulse: number | null; size: number }) {
  const odds = of(pulse, (known) => oddsOf(view, known));
  return odds ? <OddsTile {...odds} size={size} /> : <EmptyTile size={size} />;
}

/** Odds belong to a state that meets a measurement: a lost photon has none, and an empty pulse. */
export function oddsOf(view: KnowledgeView, pulse: number) {
  const { lost, weak } = view.photon(pulse);
  return lost === true || weak?.photons === 0 ? null : view.odds(pulse);
}

/** The record; before it, where there is no tile for them alone, the odds of it. */
function BobsRecord({
  view,
  subjects,
  layout,
}: {
  view: KnowledgeView;
  subjects: TileSubjects;
  layout: StageLayout;
}) {
  const size = layout.tileSize;
  const { bob } = subjects;
  if (!bob) return <EmptyTile size={size} />;
  if (bob.phase === 'odds') {
    const ownTile = layout.tiles.some(({ slot }) => slot === 'bob.odds');
    const odds = ownTile ? null : oddsOf(view, bob.pulse);
    if (odds) return <OddsTile {...odds} size={size} />;
    return (
      <EmptyTile size={size} maker={view.sight('bob.record') === 'full' ? 'bob' : undefined} />
    );
  }
  if (view.photon(bob.pulse).lost === true) return <LostTile size={size} />;
  const bit = view.bit('bob.bit', bob.pulse);
  if (bit === null) return <EmptyTile size={size} />;
  return (
    <g key={bob.pulse} className="stage-record">
      <RecordTile bit={bit} maker="bob" size={size} />
    </g>
  );
}
