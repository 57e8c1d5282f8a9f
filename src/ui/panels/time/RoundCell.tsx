import type { RoundKey } from '../../../scenarios/knowledge/life-view.ts';

/** Under this width a cell keeps its fill and edge, and loses its sign. */
const SIGN_FROM = 11;
const TWO_SIGNS_FROM = 18;

export interface CellLook {
  readonly key: RoundKey;
  /** A start-up: the window is open. */
  readonly start: boolean;
}

/**
 * One round, in stage units: filled, hatched, dashed, outlined; an arrow where letters were sealed by
 * the anchor. Fill, edge and sign all differ, so that no colour is needed to tell them apart.
 */
export function RoundCell({
  x,
  y,
  width,
  height,
  hatch,
  look: { key, start },
}: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Id of a HatchPattern. */
  readonly hatch: string;
  readonly look: CellLook;
}) {
  const rx = Math.min(5, width / 4);
  const box = { x, y, width, height, rx };
  const middle = { x: x + width / 2, y: y + height / 2 };
  const size = Math.min(width, height, 30);
  const signed = width >= SIGN_FROM;
  const roomy = width >= TWO_SIGNS_FROM;
  switch (key) {
    case 'secret':
      return start ? (
        <g>
          <rect {...box} className="fill-surface stroke-ink" strokeWidth="1.8" />
          {signed && <Arrow {...middle} size={size} className="stroke-ink" />}
        </g>
      ) : (
        <rect {...box} className="fill-ink stroke-ink" strokeWidth="1.4" />
      );
    case 'known-to-eve':
      return (
        <g>
          <rect {...box} className="fill-surface stroke-eve" strokeWidth="1.5" />
          <rect {...box} fill={`url(#${hatch})`} />
          {start && signed && (
            <>
              <circle cx={middle.x} cy={middle.y} r={size * 0.3} className="fill-surface" />
              <Arrow {...middle} size={size} className="stroke-eve" />
            </>
          )}
        </g>
      );
    case 'never-made':
      return (
        <g>
          <rect
            {...box}
            className="fill-none stroke-ink3"
            strokeWidth="1.4"
            strokeDasharray="3 3"
          />
          {signed && start && (
            <Arrow
              {...middle}
              y={middle.y - (roomy ? size * 0.17 : 0)}
              size={roomy ? size * 0.8 : size}
              className="stroke-ink"
            />
          )}
          {signed && (roomy || !start) && (
            <Cross
              {...middle}
              y={middle.y + (start ? size * 0.2 : 0)}
              size={start ? size * 0.6 : size}
            />
          )}
        </g>
      );
    case 'made':
      return (
        <g>
          <rect {...box} className="fill-surface stroke-ink" strokeWidth="1.8" />
          {signed &&
            (start ? (
              <Arrow {...middle} size={size} className="stroke-ink" />
            ) : (
              <Tick {...middle} size={size} />
            ))}
        </g>
      );
    case 'not-hers':
      return (
        <g>
          <rect {...box} className="fill-track stroke-ink3" strokeWidth="1.4" />
          {start && signed && <Arrow {...middle} size={size} className="stroke-ink2" />}
        </g>
      );
    default:
      return key satisfies never;
  }
}

/** A round that is still to come. */
export function ComingCell({ x, y }: { readonly x: number; readonly y: number }) {
  return <circle cx={x} cy={y} r="2" className="fill-ink3" />;
}

interface SignProps {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly className?: string;
}

function Arrow({ x, y, size, className }: SignProps) {
  const s = size / 30;
  return (
    <path
      d={`M${x - 5 * s} ${y}h${10 * s}m${-4 * s} ${-4 * s}l${4 * s} ${4 * s} ${-4 * s} ${4 * s}`}
      className={`fill-none ${className ?? ''}`}
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  );
}

function Cross({ x, y, size }: SignProps) {
  const s = (size / 30) * 4;
  return (
    <path
      d={`M${x - s} ${y - s}l${2 * s} ${2 * s}m0 ${-2 * s}l${-2 * s} ${2 * s}`}
      className="fill-none stroke-ink"
      strokeWidth="1.8"
      strokeLinecap="round"
    />
  );
}

function Tick({ x, y, size }: SignProps) {
  const s = size / 30;
  return (
    <path
      d={`M${x - 5.5 * s} ${y + 0.5 * s}l${3.6 * s} ${3.6 * s} ${7.2 * s} ${-7.6 * s}`}
      className="fill-none stroke-ink"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  );
}
