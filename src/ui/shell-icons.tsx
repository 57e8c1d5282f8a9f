/** Drawings of the frame around the screens; all on a 20-unit square but the mark, which has 28. */

const line = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.7,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

export const Mark = () => (
  <svg viewBox="0 0 28 28" className="size-[26px] shrink-0 text-ink" aria-hidden="true">
    <circle cx="14" cy="14" r="12.4" fill="none" stroke="currentColor" strokeWidth="2.2" />
    <path d="M7.6 20.4 20.4 7.6" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />
    <circle cx="14" cy="14" r="3.6" fill="var(--surface)" stroke="currentColor" strokeWidth="2.2" />
  </svg>
);

export const PresentIcon = () => (
  <svg viewBox="0 0 20 20" aria-hidden="true" {...line}>
    <path d="M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4" />
  </svg>
);

export const LeavePresentIcon = () => (
  <svg viewBox="0 0 20 20" aria-hidden="true" {...line}>
    <path d="M7 3v4H3M17 7h-4V3M13 17v-4h4M3 13h4v4" />
  </svg>
);

export const ThemeIcon = () => (
  <svg viewBox="0 0 20 20" aria-hidden="true">
    <circle cx="10" cy="10" r="7.4" fill="none" stroke="currentColor" strokeWidth="1.7" />
    <path d="M10 2.6a7.4 7.4 0 0 1 0 14.8Z" fill="currentColor" />
  </svg>
);

export const HelpIcon = () => (
  <svg viewBox="0 0 20 20" aria-hidden="true" {...line}>
    <circle cx="10" cy="10" r="7.6" />
    <path d="M7.8 7.9A2.3 2.3 0 1 1 10 10.7v.9" />
    <circle cx="10" cy="14.2" r=".6" fill="currentColor" />
  </svg>
);

export const MenuIcon = () => (
  <svg viewBox="0 0 20 20" aria-hidden="true" {...line}>
    <path d="M4 6h12M4 10h12M4 14h12" />
  </svg>
);

export const SettingsIcon = () => (
  <svg viewBox="0 0 20 20" aria-hidden="true" {...line}>
    <path d="M3 6h7M14 6h3M3 14h3M10 14h7" />
    <circle cx="12" cy="6" r="2" />
    <circle cx="8" cy="14" r="2" />
  </svg>
);
