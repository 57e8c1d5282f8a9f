import { useId } from 'react';
import { HatchPattern } from './Hatch.tsx';
import { INK_OF, type Maker } from './maker.ts';

interface Grid {
  readonly columns?: number;
  readonly size?: number;
  /** From one cell's edge to the next one's. */
  readonly pitch?: number;
}

/**
 * Key bits as cells, top left at the origin: filled for 1, outlined for 0. Hatched where Eve knows
 * them (`known`).
 */
export function KeyBits({
  bits,
  maker,
  known = false,
  columns = 8,
  size = 9.5,
  pitch = 14,
}: Grid & {
  readonly bits: readonly (0 | 1)[];
  /** Whose key; without one it is drawn in ink. */
  readonly maker?: Maker | undefined;
  readonly known?: boolean;
}) {
  const hatch = useId();
  return (
    <g className={maker ? INK_OF[maker] : 'text-ink'}>
      {known && (
        <defs>
          <HatchPattern id={hatch} pitch={4} />
        </defs>
      )}
      {bits.map((bit, at) => (
        <g
          // biome-ignore lint/suspicious/noArrayIndexKey: a key bit is its place.
          key={at}
          transform={`translate(${(at % columns) * pitch} ${Math.floor(at / columns) * pitch})`}
        >
          <rect
            x="0.75"
            y="0.75"
            width={size - 1.5}
            height={size - 1.5}
            rx={size / 4}
            fill={bit === 1 ? 'currentColor' : 'none'}
            stroke="currentColor"
            strokeWidth="1.5"
          />
          {known && <rect width={size} height={size} rx={size / 4} fill={`url(#${hatch})`} />}
        </g>
      ))}
    </g>
  );
}

/** Cells of a key that was not made, or is spent. */
export function NoKeyBits({
  count,
  columns = 8,
  size = 9.5,
  pitch = 14,
}: Grid & { readonly count: number }) {
  return (
    <g className="fill-none stroke-line2">
      {Array.from({ length: count }, (_, at) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a key bit is its place.
          key={at}
          x={(at % columns) * pitch}
          y={Math.floor(at / columns) * pitch}
          width={size}
          height={size}
          rx={size / 4}
          strokeDasharray={size < 7 ? undefined : '2 2'}
          strokeWidth={size < 7 ? 0.8 : 1}
        />
      ))}
    </g>
  );
}
