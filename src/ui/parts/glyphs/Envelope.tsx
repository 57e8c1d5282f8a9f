import { INK_OF, type Maker } from './maker.ts';
import { KeyMark } from './marks.tsx';

/** Picture only: how deep the flap reaches, as a share of the height. */
const FLAP = 0.34;

/**
 * A closed envelope with its flap and a key badge, centred on the origin: encrypted traffic, and
 * nothing else. What is under the key cannot be read; whether it was changed is the seal's affair.
 */
export function EnvelopeGlyph({
  maker,
  width = 44,
  height = 30,
}: {
  readonly maker?: Maker | undefined;
  readonly width?: number;
  readonly height?: number;
}) {
  const [left, top] = [-width / 2, -height / 2];
  const badge = Math.min(11, height * 0.3);
  return (
    <g className={maker ? INK_OF[maker] : 'text-ink'}>
      <rect
        x={left}
        y={top}
        width={width}
        height={height}
        rx={Math.min(6, height / 6)}
        className="fill-surface"
        stroke="currentColor"
        strokeWidth="1.5"
      />
      <path
        d={`M${left + 2} ${top + 1.5}L0 ${top + height * FLAP}L${-left - 2} ${top + 1.5}`}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
      <g transform={`translate(${left + badge + 6} ${-top - badge - 4})`}>
        <circle r={badge} className="fill-surface" stroke="currentColor" strokeWidth="1.3" />
        <KeyMark x={-badge * 0.7} y={-badge * 0.7} width={badge * 1.4} height={badge * 1.4} />
      </g>
    </g>
  );
}
