import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { useWords } from '../../content/words/use-words.ts';
import { formatCount } from '../format.ts';
import type { StageLayout } from './layouts/places.ts';
import { PulseGlyph, reachOf } from './PulseGlyph.tsx';
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
  const say = useWords();
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
      {legs.map(({ key, flight, sight, photons }) => (
        <g
          key={key}
          ref={(node) => {
            if (node) nodes.current.set(key, node);
            else nodes.current.delete(key);
          }}
          onPointerEnter={onSelectPulse && (() => onSelectPulse(flight.pulse))}
          onPointerLeave={onSelectPulse && (() => onSelectPulse(null))}
        >
          <PulseGlyph sight={sight} photons={photons} r={layout.ringRadius} axis={layout.axis} />
          {selectedPulse === flight.pulse && (
            <>
              <circle
                r={layout.ringRadius * reachOf(photons, layout.axis) + 5}
                className="fill-none stroke-ink"
                strokeWidth="1.5"
                strokeDasharray="3 3"
              />
              <NumberTag
                text={
                  photons === null
                    ? formatCount(flight.pulse + 1)
                    : `${formatCount(flight.pulse + 1)}: ${say('stage.photons', { n: photons })}`
                }
                y={layout.ringRadius * reachOf(photons, layout.axis) + 17}
              />
            </>
          )}
        </g>
      ))}
    </g>
  );
}

/** The number of a photon, and of those in a pulse, on a ground of its own: words of the stage may stand behind it. */
function NumberTag({ text, y }: { text: string; y: number }) {
  const width = text.length * 7 + 12;
  return (
    <g transform={`translate(0 ${y})`}>
      <rect
        x={-width / 2}
        y="-8.5"
        width={width}
        height="17"
        rx="8.5"
        className="fill-surface stroke-line2"
      />
      <text y="4" textAnchor="middle" fontSize="12" fontWeight="600" className="fill-ink">
        {text}
      </text>
    </g>
  );
}
