import type { ReactNode } from 'react';
import { INK_OF, type Maker } from './maker.ts';

interface TileProps {
  /** Side length. */
  readonly size?: number;
}

function Frame({
  size,
  className = 'fill-surface stroke-line2',
  width = 1,
  dashed = false,
  children,
}: {
  readonly size: number;
  readonly className?: string;
  readonly width?: number;
  readonly dashed?: boolean;
  readonly children?: ReactNode;
}) {
  return (
    <g>
      <rect
        x={-size / 2}
        y={-size / 2}
        width={size}
        height={size}
        rx={(size * 9) / 42}
        className={className}
        strokeWidth={width}
        strokeDasharray={dashed ? '4 4' : undefined}
      />
      {children}
    </g>
  );
}

/** Which question was put to a photon: + (0 rectilinear) or × (1 diagonal). */
export function BasisTile({ basis, size = 42 }: TileProps & { readonly basis: 0 | 1 }) {
  return (
    <Frame size={size}>
      <path
        d={basis === 0 ? 'M-6.5 0H6.5M0 -6.5V6.5' : 'M-4.8 -4.8L4.8 4.8M-4.8 4.8L4.8 -4.8'}
        transform={`scale(${(size / 42) * 0.92})`}
        fill="none"
        className="stroke-ink"
        strokeWidth="2.3"
        strokeLinecap="round"
      />
    </Frame>
  );
}

/** A bit: chosen (ink edge) or, with a maker, what remains of a photon once measured. */
export function RecordTile({
  bit,
  maker,
  size = 42,
}: TileProps & { readonly bit: 0 | 1; readonly maker?: Maker | undefined }) {
  return (
    <Frame
      size={size}
      className={
        maker ? `fill-surface ${INK_OF[maker]} stroke-current` : 'fill-surface stroke-line2'
      }
      width={maker ? 1.6 : 1}
    >
      <text
        y={size * 0.155}
        textAnchor="middle"
        fontSize={size * 0.43}
        fontWeight="600"
        className="fill-ink font-mono"
      >
        {bit}
      </text>
    </Frame>
  );
}

/** Two bars at the detector: how likely this state in this basis gives 0, and 1. */
export function OddsTile({
  zero,
  one,
  size = 42,
}: TileProps & { readonly zero: number; readonly one: number }) {
  const unit = size / 42;
  return (
    <Frame size={size}>
      <g transform={`scale(${unit})`}>
        {([zero, one] as const).map((share, outcome) => {
          const y = outcome === 0 ? -8.5 : 8.5;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is the outcome, 0 or 1.
            <g key={outcome}>
              <text x="-14" y={y + 4} fontSize="11" className="fill-ink font-mono">
                {outcome}
              </text>
              <rect x="-4" y={y - 3.5} width="19" height="7" rx="2" className="fill-track" />
              <rect x="-4" y={y - 3.5} width={19 * share} height="7" rx="2" className="fill-bob" />
            </g>
          );
        })}
      </g>
    </Frame>
  );
}

/** A place where a record will be, or where this observer sees none. */
export function EmptyTile({
  maker,
  size = 42,
}: TileProps & { readonly maker?: Maker | undefined }) {
  return (
    <Frame
      size={size}
      dashed
      width={maker ? 1.5 : 1}
      className={maker ? `fill-none ${INK_OF[maker]} stroke-current` : 'fill-none stroke-ink3'}
    />
  );
}

/** Nothing came: the detector stayed dark. */
export function LostTile({ size = 42 }: TileProps) {
  return (
    <Frame size={size}>
      <circle
        r={size * 0.17}
        className="fill-none stroke-ink3"
        strokeWidth="1.8"
        strokeDasharray="2.6 2.8"
      />
    </Frame>
  );
}

/** She did nothing here. */
export function DashTile({ size = 42 }: TileProps) {
  return (
    <Frame size={size}>
      <path d={`M${-size * 0.12} 0H${size * 0.12}`} className="stroke-ink3" strokeWidth="2" />
    </Frame>
  );
}
