import type { ReactNode } from 'react';

/** Drawings of actions, 20 units square, in the colour of the text around them. */
function Icon({
  children,
  filled = false,
}: {
  readonly children: ReactNode;
  readonly filled?: boolean;
}) {
  return (
    <svg
      viewBox="0 0 20 20"
      aria-hidden="true"
      fill={filled ? 'currentColor' : 'none'}
      stroke={filled ? 'none' : 'currentColor'}
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  );
}

export const RestartIcon = () => (
  <Icon>
    <path d="M4 4.5V8h3.5" />
    <path d="M4.4 8A6.3 6.3 0 1 1 3.7 11.4" />
  </Icon>
);

export const BackOneIcon = () => (
  <Icon filled>
    <rect x="3.4" y="4" width="2.4" height="12" rx="1" />
    <path d="M16 4.8v10.4a.7.7 0 0 1-1.1.6L7.4 10.6a.7.7 0 0 1 0-1.2l7.5-5.2a.7.7 0 0 1 1.1.6Z" />
  </Icon>
);

export const PauseIcon = () => (
  <Icon filled>
    <rect x="4.8" y="4" width="3.6" height="12" rx="1.2" />
    <rect x="11.6" y="4" width="3.6" height="12" rx="1.2" />
  </Icon>
);

export const PlayIcon = () => (
  <Icon filled>
    <path d="M5.4 4.6v10.8a.9.9 0 0 0 1.4.75l8.2-5.4a.9.9 0 0 0 0-1.5L6.8 3.85a.9.9 0 0 0-1.4.75Z" />
  </Icon>
);

export const ForwardOneIcon = () => (
  <Icon filled>
    <rect x="14.2" y="4" width="2.4" height="12" rx="1" />
    <path d="M4 4.8v10.4a.7.7 0 0 0 1.1.6l7.5-5.2a.7.7 0 0 0 0-1.2L5.1 4.2A.7.7 0 0 0 4 4.8Z" />
  </Icon>
);

export const NextStepIcon = () => (
  <Icon filled>
    <path d="M3 5v10a.7.7 0 0 0 1.1.6L9.6 11v4a.7.7 0 0 0 1.1.6l6.7-5a.7.7 0 0 0 0-1.2l-6.7-5A.7.7 0 0 0 9.6 5v4L4.1 4.4A.7.7 0 0 0 3 5Z" />
  </Icon>
);

export const ChevronDownIcon = () => (
  <Icon>
    <path d="M5.5 8l4.5 4.5L14.5 8" />
  </Icon>
);

export const ChevronLeftIcon = () => (
  <Icon>
    <path d="M12 5.5L7.5 10l4.5 4.5" />
  </Icon>
);

export const ChevronRightIcon = () => (
  <Icon>
    <path d="M8 5.5l4.5 4.5L8 14.5" />
  </Icon>
);

export const CloseIcon = () => (
  <Icon>
    <path d="M5 5l10 10M15 5L5 15" />
  </Icon>
);

export const MinusIcon = () => (
  <Icon>
    <path d="M5 10h10" />
  </Icon>
);

export const PlusIcon = () => (
  <Icon>
    <path d="M5 10h10M10 5v10" />
  </Icon>
);
