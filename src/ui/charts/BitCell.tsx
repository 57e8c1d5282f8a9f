/** One key bit as a cell of a strip: filled 1, outlined 0, pale when the observer does not know it. */
export function BitCell({
  bit,
  x,
  y,
  size,
  tone,
  hatch,
  ring = false,
  spent = false,
}: {
  /** null: this observer does not know it. */
  readonly bit: 0 | 1 | null;
  /** Top left corner. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Whose bit; ink where it belongs to no one alone. */
  readonly tone: 'alice' | 'bob' | 'eve' | 'ink';
  /** Id of the pattern to lay over it where Eve knows it. */
  readonly hatch?: string | undefined;
  /** Boxed: it differs from the other end's. */
  readonly ring?: boolean;
  /** Given away in public: dashed and empty. */
  readonly spent?: boolean;
}) {
  const line = size < 8 ? 1.1 : 1.5;
  const box = {
    x: x + line / 2,
    y: y + line / 2,
    width: size - line,
    height: size - line,
    rx: size / 4,
  };
  return (
    <>
      {spent ? (
        <rect {...box} fill="none" stroke="var(--ink3)" strokeWidth="1" strokeDasharray="2 2" />
      ) : bit === null ? (
        <rect {...box} fill="none" stroke="var(--line2)" strokeWidth="1" />
      ) : (
        <rect
          {...box}
          fill={bit === 1 ? `var(--${tone})` : 'var(--surface)'}
          stroke={`var(--${tone})`}
          strokeWidth={line}
        />
      )}
      {hatch !== undefined && (
        <rect {...box} fill={`url(#${hatch})`} stroke="var(--eve)" strokeWidth={line} />
      )}
      {ring && (
        <rect
          x={x - 2.4}
          y={y - 2.4}
          width={size + 4.8}
          height={size + 4.8}
          rx={size / 4 + 2.4}
          fill="none"
          stroke="var(--ink)"
          strokeWidth="2"
        />
      )}
    </>
  );
}
