import { INK_OF, type Maker } from './maker.ts';

/** Halo around a ring, stage units. Decoration only. */
const HALO = 6;

/**
 * One photon, centred on the origin: a ring in its maker's colour and a double-headed bar, because
 * polarisation is an axis and not a direction of travel. 0° is level, angles turn anticlockwise.
 */
export function PhotonGlyph({
  angle,
  maker,
  r = 15,
}: {
  readonly angle: number;
  readonly maker: Maker;
  readonly r?: number;
}) {
  return (
    <g className={INK_OF[maker]}>
      <circle r={r + HALO} fill="currentColor" opacity="0.1" />
      <circle r={r} className="fill-surface" stroke="currentColor" strokeWidth="2" />
      <g transform={`rotate(${-angle}) scale(${(r * 1.55) / 24})`}>
        <path
          d="M-6.6 0H6.6M-4.3 -3.1L-7.8 0L-4.3 3.1M4.3 -3.1L7.8 0L4.3 3.1"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.1"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </g>
    </g>
  );
}

/** A photon of which only the existence is known: grey and empty. Never a question mark. */
export function UnknownPhotonGlyph({ r = 15 }: { readonly r?: number }) {
  return (
    <g className="text-ink3">
      <circle r={r + HALO} fill="currentColor" opacity="0.12" />
      <circle r={r} className="fill-surface" stroke="currentColor" strokeWidth="2" />
    </g>
  );
}
