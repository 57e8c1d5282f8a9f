import type { PhotonSight } from '../../scenarios/knowledge/view.ts';
import { PhotonGlyph, UnknownPhotonGlyph } from '../parts/glyphs/Photon.tsx';

/** More photons than this look the same: the words say how many. */
const MOST_RINGS = 3;
/** From one ring of a pulse to the next, of a radius: closer where pulses follow each other closely. */
const APART = { x: 1, y: 0.55 };

/**
 * A pulse centred on the origin, as far as this observer can tell: a ring for each photon, along the
 * fibre, and dashes where a laser sent none. Whoever cannot count photons sees one ring.
 */
export function PulseGlyph({
  sight,
  photons,
  r,
  axis,
}: {
  readonly sight: Exclude<PhotonSight, { kind: 'absent' }>;
  readonly photons: number | null;
  readonly r: number;
  readonly axis: 'x' | 'y';
}) {
  if (photons === 0) {
    return (
      <circle
        r={r}
        className="fill-surface/60 stroke-ink3"
        strokeWidth="1.6"
        strokeDasharray="3 3"
      />
    );
  }
  const places = ringPlaces(photons ?? 1);
  return places.map((place) => {
    const along = place * APART[axis] * r;
    return (
      <g
        key={place}
        transform={`translate(${axis === 'x' ? along : 0} ${axis === 'y' ? along : 0})`}
      >
        {sight.kind === 'state' ? (
          <PhotonGlyph angle={sight.angle} maker={sight.maker} r={r} />
        ) : (
          <UnknownPhotonGlyph r={r} />
        )}
      </g>
    );
  });
}

/** How much wider than one ring a pulse is drawn, of a radius to each side. */
export function reachOf(photons: number | null, axis: 'x' | 'y'): number {
  return 1 + (ringPlaces(photons ?? 1).at(-1) ?? 0) * APART[axis];
}

/** Centres of the rings around 0, one apart. */
function ringPlaces(photons: number): number[] {
  const rings = Math.min(photons, MOST_RINGS);
  return Array.from({ length: rings }, (_, i) => i - (rings - 1) / 2);
}
