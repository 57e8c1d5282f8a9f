/** The fingerprint of a key as a picture. */
import { useId } from 'react';
import { HatchPattern } from '../../parts/glyphs/Hatch.tsx';

const CELLS = 5;
const MIRRORED = [0, 1, 2, 1, 0] as const;

/** Which cells of a fingerprint's picture are filled: its first bits, mirrored so that eyes find them. */
function cellsOf(sha256: string): [number, number][] {
  const bits = Number.parseInt(sha256.slice(0, 4), 16);
  const cells: [number, number][] = [];
  for (let row = 0; row < CELLS; row++) {
    MIRRORED.forEach((column, x) => {
      if ((bits >>> (row * 3 + column)) & 1) cells.push([x, row]);
    });
  }
  return cells;
}

/** A key's fingerprint as a picture: equal keys look equal. Hatched where Eve holds the key. */
export function PrintTile({
  x,
  y,
  size,
  sha256,
  eve,
}: {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** null: an empty place, no key. */
  readonly sha256: string | null;
  readonly eve: boolean;
}) {
  const hatch = useId();
  const cell = (size - 9) / CELLS;
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect
        width={size}
        height={size}
        rx="5"
        className={sha256 === null ? 'fill-none stroke-ink3' : 'fill-surface stroke-ink'}
        strokeWidth="1.3"
        strokeDasharray={sha256 === null ? '2.6 2.4' : undefined}
      />
      {eve && sha256 !== null && (
        <>
          <defs>
            <HatchPattern id={hatch} />
          </defs>
          <rect
            width={size}
            height={size}
            rx="5"
            fill={`url(#${hatch})`}
            className="stroke-eve"
            strokeWidth="1.5"
          />
          <rect x="3" y="3" width={size - 6} height={size - 6} rx="2" className="fill-surface" />
        </>
      )}
      {sha256 !== null &&
        cellsOf(sha256).map(([column, row]) => (
          <rect
            key={`${column} ${row}`}
            x={4.5 + column * cell}
            y={4.5 + row * cell}
            width={cell}
            height={cell}
            className="fill-ink"
          />
        ))}
    </g>
  );
}
