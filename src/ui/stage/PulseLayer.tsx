import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { PhotonGlyph, UnknownPhotonGlyph } from '../parts/glyphs/Photon.tsx';
import type { StageLayout } from './layouts.ts';
import { type Leg, placeLeg } from './scene.ts';

/**
 * Photons on their way. React draws the rings of an instant once; the frame clock moves them by
 * attribute, so that nothing renders sixty times a second.
 */
export function PulseLayer({
  legs,
  layout,
  now,
  onFrame,
  selectedPulse,
  onSelectPulse,
}: {
  readonly legs: readonly Leg[];
  readonly layout: StageLayout;
  readonly now: () => number;
  readonly onFrame: (callback: (now: number) => void) => () => void;
  readonly selectedPulse: number | null;
  readonly onSelectPulse: ((pulse: number | null) => void) | undefined;
}) {
  const nodes = useRef(new Map<string, SVGGElement>());

  const place = useCallback(
    (moment: number) => {
      for (const leg of legs) {
        const node = nodes.current.get(leg.key);
        if (!node) continue;
        const { x, y, scale, opacity } = placeLeg(leg, moment, layout);
        if (opacity === 0) {
          node.setAttribute('display', 'none');
          continue;
        }
        node.removeAttribute('display');
        node.setAttribute('opacity', String(opacity));
        node.setAttribute('transform', `translate(${x} ${y}) scale(${scale})`);
      }
    },
    [legs, layout],
  );

  // Before the paint, so that a new ring never flashes at the origin.
  useLayoutEffect(() => place(now()), [place, now]);
  useEffect(() => onFrame(place), [onFrame, place]);

  return (
    <g>
      {legs.map(({ key, flight, sight }) => (
        <g
          key={key}
          ref={(node) => {
            if (node) nodes.current.set(key, node);
            else nodes.current.delete(key);
          }}
          onPointerEnter={onSelectPulse && (() => onSelectPulse(flight.pulse))}
          onPointerLeave={onSelectPulse && (() => onSelectPulse(null))}
        >
          {sight.kind === 'state' ? (
            <PhotonGlyph angle={sight.angle} maker={sight.maker} r={layout.ringRadius} />
          ) : (
            <UnknownPhotonGlyph r={layout.ringRadius} />
          )}
          {selectedPulse === flight.pulse && (
            <>
              <circle
                r={layout.ringRadius + 5}
                className="fill-none stroke-ink"
                strokeWidth="1.5"
                strokeDasharray="3 3"
              />
              <text
                y={layout.ringRadius + 19}
                textAnchor="middle"
                fontSize="12"
                fontWeight="600"
                className="fill-ink"
              >
                {flight.pulse + 1}
              </text>
            </>
          )}
        </g>
      ))}
    </g>
  );
}
