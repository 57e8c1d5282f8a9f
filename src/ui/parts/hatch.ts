/**
 * "Eve knows this", as a CSS background: 45°, a stroke of 2.2 px every 6 px. It means that and
 * nothing else, everywhere. Pictures stay in forced colours, so the sign does too.
 */
export const HATCH =
  'repeating-linear-gradient(135deg, color-mix(in srgb, var(--eve) calc(var(--hatch) * 100%), transparent) 0 2.2px, transparent 2.2px 6px)';
