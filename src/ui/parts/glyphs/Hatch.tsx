/**
 * "Eve knows this", everywhere and only that: 45°, pitch 6, stroke 2.2. Put it into <defs> with an
 * id of your own (useId) and fill with `url(#id)`.
 */
export function HatchPattern({ id, pitch = 6 }: { readonly id: string; readonly pitch?: number }) {
  return (
    <pattern
      id={id}
      width={pitch}
      height={pitch}
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect
        width={(pitch * 2.2) / 6}
        height={pitch}
        className="fill-eve"
        style={{ opacity: 'var(--hatch)' }}
      />
    </pattern>
  );
}
