import { useWords } from '../../../content/words/use-words.ts';

const R = 56;

/**
 * The second view: every axis once around a circle, so that angles are doubled. The photon is the
 * arrow, the measurement a line through the middle; the shadow of one on the other is the odds.
 */
export function StateCircle({
  angle,
  measure,
}: {
  readonly angle: number | null;
  readonly measure: number;
}) {
  const say = useWords();
  const at = (degrees: number, r: number) => {
    const radians = (degrees * 2 * Math.PI) / 180;
    return { x: r * Math.cos(radians), y: -r * Math.sin(radians) };
  };
  const zero = at(measure, R);
  const tip = angle === null ? null : at(angle, R - 6);
  // Foot of the photon's arrow on the measuring line.
  const shadow = at(
    measure,
    angle === null ? 0 : R * Math.cos(((angle - measure) * 2 * Math.PI) / 180),
  );
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <svg viewBox="-82 -74 164 148" className="h-[148px] w-[164px] shrink-0" aria-hidden="true">
        <circle r={R} className="fill-surface2 stroke-line2" strokeWidth="1.5" />
        <path
          d={`M${-zero.x} ${-zero.y}L${zero.x} ${zero.y}`}
          stroke="var(--ink3)"
          strokeWidth="1.6"
          strokeDasharray="3 3"
        />
        {(
          [
            ['H', 0],
            ['D', 45],
            ['V', 90],
            ['A', 135],
          ] as const
        ).map(([name, degrees]) => {
          const dot = at(degrees, R);
          const text = at(degrees, R + 13);
          return (
            <g key={name}>
              <circle cx={dot.x} cy={dot.y} r="3.6" fill="var(--ink)" />
              <text
                x={text.x}
                y={text.y + 4.5}
                textAnchor="middle"
                className="fill-ink font-semibold text-[12.5px]"
              >
                {say(`light.state.${name}`)}
              </text>
            </g>
          );
        })}
        {tip ? (
          <>
            <path
              d={`M${tip.x} ${tip.y}L${shadow.x} ${shadow.y}`}
              stroke="var(--line2)"
              strokeWidth="1.3"
            />
            <path
              d={`M0 0L${tip.x} ${tip.y}`}
              className="stroke-alice"
              strokeWidth="2.6"
              strokeLinecap="round"
            />
            <circle cx={tip.x} cy={tip.y} r="4.5" className="fill-alice" />
          </>
        ) : (
          <circle r="5" className="fill-alice" />
        )}
        <circle
          cx={shadow.x}
          cy={shadow.y}
          r="3.4"
          fill="var(--surface)"
          stroke="var(--ink)"
          strokeWidth="1.8"
        />
      </svg>
      <div className="min-w-40 flex-1 text-[13px] text-ink2">
        <p className="text-ink">
          {angle === null
            ? say('light.circle.mixture')
            : say('light.circle.text', { angle, twice: angle * 2 })}
        </p>
        <p className="mt-1.5">{say('light.circle.project')}</p>
      </div>
    </div>
  );
}
