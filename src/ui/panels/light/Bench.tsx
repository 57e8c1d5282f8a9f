import { type CSSProperties, type PointerEvent, type ReactNode, useRef } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import type { Odds } from '../../../scenarios/knowledge/view.ts';
import { formatPercent } from '../../format.ts';
import { PhotonGlyph, UnknownPhotonGlyph } from '../../parts/glyphs/Photon.tsx';
import { useWidth } from '../../parts/use-width.ts';
import { pointerAngle } from './experiment.ts';

/**
 * The table of the experiment, in units of its own, y down: a photon flies right, meets the analyser,
 * and one of two results is written down. Where it is narrow, odds and result stand in a second row.
 * The sliders beside it do the same by keys.
 */
const WIDE = {
  box: '0 0 520 156',
  photon: { x: 62, y: 84 },
  analyser: { x: 226, y: 84 },
  odds: { x: 318, y: 58, title: 18 },
  result: { x: 470, y: 84, title: 18 },
  end: 306,
};
const NARROW = {
  box: '0 0 312 244',
  photon: { x: 56, y: 80 },
  analyser: { x: 226, y: 80 },
  odds: { x: 22, y: 182, title: 172 },
  result: { x: 226, y: 208, title: 172 },
  end: 0,
};
const NARROW_BELOW_PX = 440;
const PHOTON_R = 25;
const ANALYSER_R = 46;
const BAR = 64;

export function Bench({
  angle,
  measure,
  odds,
  last,
  shots,
  onTurnPhoton,
  onTurnAnalyser,
}: {
  /** Null for a mixture. */
  readonly angle: number | null;
  readonly measure: number;
  readonly odds: Odds;
  readonly last: 0 | 1 | null;
  /** How often was fired; a new number lets the photon fly once. */
  readonly shots: number;
  readonly onTurnPhoton: (angle: number) => void;
  readonly onTurnAnalyser: (angle: number) => void;
}) {
  const say = useWords();
  const box = useRef<HTMLDivElement>(null);
  const at = (useWidth(box) ?? NARROW_BELOW_PX) < NARROW_BELOW_PX ? NARROW : WIDE;
  const PHOTON = { ...at.photon, r: PHOTON_R };
  const ANALYSER = { ...at.analyser, r: ANALYSER_R };
  const label = 'fill-ink2 text-[12px]';
  return (
    <div ref={box}>
      <svg
        viewBox={at.box}
        className={
          at === WIDE ? 'block w-full max-w-[620px]' : 'mx-auto block w-full max-w-[400px]'
        }
        aria-hidden="true"
      >
        <path
          d={`M${PHOTON.x + 32} ${PHOTON.y}H${ANALYSER.x - 52}`}
          stroke="var(--line2)"
          strokeWidth="2"
        />
        {at.end > 0 && (
          <path
            d={`M${ANALYSER.x + 52} ${ANALYSER.y}H${at.end}`}
            stroke="var(--line2)"
            strokeWidth="2"
          />
        )}
        <text x={PHOTON.x} y="18" textAnchor="middle" className={label}>
          {say('light.photon')}
        </text>
        <text x={ANALYSER.x} y="18" textAnchor="middle" className={label}>
          {say('light.analyser')}
        </text>
        <text x={at.odds.x + 52} y={at.odds.title} textAnchor="middle" className={label}>
          {say('light.odds')}
        </text>
        <text x={at.result.x} y={at.result.title} textAnchor="middle" className={label}>
          {say('light.result')}
        </text>

        {shots > 0 && (
          <circle
            key={shots}
            r="6"
            cy={PHOTON.y}
            className="polariser-shot fill-alice"
            style={
              { '--from': `${PHOTON.x + 34}px`, '--to': `${ANALYSER.x - 50}px` } as CSSProperties
            }
          />
        )}

        <Turn at={PHOTON} onTurn={onTurnPhoton} disabled={angle === null}>
          {angle === null ? (
            <UnknownPhotonGlyph r={PHOTON.r} />
          ) : (
            <PhotonGlyph angle={angle} maker="alice" r={PHOTON.r} />
          )}
        </Turn>
        <text
          x={PHOTON.x}
          y={PHOTON.y + 56}
          textAnchor="middle"
          className="fill-ink font-semibold text-[13px]"
        >
          {angle === null ? say('light.coin') : `${angle}°`}
        </text>

        <Turn at={ANALYSER} onTurn={onTurnAnalyser}>
          <circle r={ANALYSER.r} className="fill-surface2 stroke-ink3" strokeWidth="1.5" />
          <g transform={`rotate(${-measure})`}>
            {/* The slots of a polariser run along the axis of result 0. */}
            {[-26, -13, 0, 13, 26].map((y) => (
              <path
                key={y}
                d={`M${-Math.sqrt(40 * 40 - y * y)} ${y}H${Math.sqrt(40 * 40 - y * y)}`}
                stroke={y === 0 ? 'var(--ink)' : 'var(--line2)'}
                strokeWidth={y === 0 ? 2.4 : 1.4}
                strokeLinecap="round"
              />
            ))}
            <circle cx={ANALYSER.r} r="6.5" className="fill-surface stroke-ink" strokeWidth="2" />
          </g>
        </Turn>
        <text
          x={ANALYSER.x}
          y={ANALYSER.y + 64}
          textAnchor="middle"
          className="fill-ink font-semibold text-[13px]"
        >
          {`${measure}°`}
        </text>

        {([0, 1] as const).map((outcome) => {
          const y = at.odds.y + outcome * 34;
          const chance = outcome === 0 ? odds.zero : odds.one;
          return (
            <g key={outcome}>
              <text
                x={at.odds.x}
                y={y + 13}
                className="fill-ink font-mono font-semibold text-[14px]"
              >
                {outcome}
              </text>
              <rect
                x={at.odds.x + 16}
                y={y + 2}
                width={BAR}
                height="12"
                rx="3"
                fill="var(--track)"
              />
              <rect
                x={at.odds.x + 16}
                y={y + 2}
                width={BAR * chance}
                height="12"
                rx="3"
                fill="var(--ink)"
              />
              <text x={at.odds.x + 86} y={y + 13} className="fill-ink2 text-[12px] tabular-nums">
                {formatPercent(chance, 0)}
              </text>
            </g>
          );
        })}

        <rect
          x={at.result.x - 23}
          y={at.result.y - 23}
          width="46"
          height="46"
          rx="9"
          className={last === null ? 'fill-none stroke-ink3' : 'fill-surface stroke-ink'}
          strokeWidth="1.5"
          strokeDasharray={last === null ? '4 4' : undefined}
        />
        {last !== null && (
          <text
            x={at.result.x}
            y={at.result.y + 7}
            textAnchor="middle"
            className="fill-ink font-mono font-semibold text-[20px]"
          >
            {last}
          </text>
        )}
      </svg>
    </div>
  );
}

/** A part that turns about its middle when dragged. */
function Turn({
  at,
  onTurn,
  disabled = false,
  children,
}: {
  readonly at: { readonly x: number; readonly y: number };
  readonly onTurn: (angle: number) => void;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}) {
  const group = useRef<SVGGElement>(null);
  const turn = (event: PointerEvent) => {
    const box = group.current?.getBoundingClientRect();
    if (!box || disabled) return;
    const dx = event.clientX - (box.left + box.width / 2);
    const dy = event.clientY - (box.top + box.height / 2);
    // Too near to the middle to mean an angle.
    if (Math.hypot(dx, dy) > 6) onTurn(pointerAngle(dx, dy));
  };
  return (
    <g
      transform={`translate(${at.x} ${at.y})`}
      className={disabled ? undefined : 'cursor-grab touch-none active:cursor-grabbing'}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        turn(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) turn(event);
      }}
    >
      {/* A ring of a fixed size, so that the middle does not wander while the part turns. */}
      <g ref={group}>
        <circle r="58" fill="transparent" />
      </g>
      {children}
    </g>
  );
}
