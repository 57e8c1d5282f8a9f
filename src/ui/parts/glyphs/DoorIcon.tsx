import { EyeMark } from './marks.tsx';

/** Nothing on the shelf fixes it: a box with dashed walls and nothing in it. */
function DashedBox() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4 flex-none text-ink">
      <rect
        x="2"
        y="2.5"
        width="12"
        height="11"
        rx="2"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeDasharray="2.3 1.8"
      />
    </svg>
  );
}

/** Nobody knows how, today: a clock. */
function Clock() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4 flex-none text-ink">
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path
        d="M8 4.6v3.6l2.4 1.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
      />
    </svg>
  );
}

/** Three states of a door, three signs. */
export function DoorIcon({ state }: { readonly state: 'found' | 'not-recorded' | 'no-method' }) {
  if (state === 'found') return <EyeMark className="size-4 flex-none text-eve" />;
  return state === 'not-recorded' ? <DashedBox /> : <Clock />;
}
