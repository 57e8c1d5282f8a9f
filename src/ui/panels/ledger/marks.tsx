import type { ActorId } from '../../../scenarios/actors.ts';
import type { Outcome } from '../../../scenarios/knowledge/view.ts';
import { classes } from '../../parts/classes.ts';
import type { Knowing } from './ledger-rows.ts';

/** The sign of a basis: 0 is +, 1 is ×. */
export function BasisMark({ basis }: { readonly basis: 0 | 1 }) {
  return (
    <svg viewBox="-12 -12 24 24" className="mx-auto size-5" aria-hidden="true">
      <path
        d={basis === 0 ? 'M-6.5 0H6.5M0 -6.5V6.5' : 'M-4.8 -4.8L4.8 4.8M-4.8 4.8L4.8 -4.8'}
        stroke="currentColor"
        strokeWidth="2.1"
        strokeLinecap="round"
        fill="none"
      />
    </svg>
  );
}

/** What became of a photon: tick, ≠ in a disc, dot, dash, ring. Shape alone tells them apart. */
export function OutcomeMark({ outcome }: { readonly outcome: Outcome }) {
  return (
    <svg viewBox="-12 -12 24 24" className="mx-auto size-6" aria-hidden="true">
      <Mark outcome={outcome} />
    </svg>
  );
}

function Mark({ outcome }: { readonly outcome: Outcome }) {
  switch (outcome) {
    case 'kept-equal':
      return (
        <path
          d="M-5 .6l3.2 3.2L5 -3.2"
          fill="none"
          stroke="var(--ink)"
          strokeWidth="2.1"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      );
    case 'kept-different':
      return (
        <>
          <circle r="9.5" fill="var(--ink)" />
          <path
            d="M-4.2 -2H4.2M-4.2 2H4.2M2.6 -5.2L-2.6 5.2"
            stroke="var(--inv)"
            strokeWidth="1.7"
            strokeLinecap="round"
          />
        </>
      );
    case 'kept':
      return <circle r="3.4" fill="var(--ink)" />;
    case 'not-kept':
      return <path d="M-5 0H5" stroke="var(--ink3)" strokeWidth="1.6" strokeLinecap="round" />;
    case 'lost':
      return <circle r="4.6" fill="none" stroke="var(--ink3)" strokeWidth="1.5" />;
    default:
      outcome satisfies never;
      return null;
  }
}

const DISC: Readonly<Record<ActorId, { readonly colour: string; readonly letter: string }>> = {
  alice: { colour: 'var(--alice)', letter: 'A' },
  bob: { colour: 'var(--bob)', letter: 'B' },
  eve: { colour: 'var(--eve)', letter: 'E' },
};

/** Full: this actor can compute the row now. Half: some of it. Empty: none. */
export function KnowsDisc({ actor, knows }: { readonly actor: ActorId; readonly knows: Knowing }) {
  const { colour, letter } = DISC[actor];
  return (
    <svg viewBox="-9 -9 18 18" className="mx-auto size-[18px]" aria-hidden="true">
      <circle
        r="8"
        fill={knows === 'all' ? colour : 'none'}
        stroke={knows === 'none' ? 'var(--line2)' : colour}
        strokeWidth="1.3"
        className="transition-[fill] duration-200 motion-reduce:transition-none"
      />
      {knows === 'some' && <path d="M-8 0A8 8 0 0 0 8 0Z" fill={colour} opacity=".34" />}
      <text
        y="3.8"
        textAnchor="middle"
        className={classes('font-bold text-[10.5px]', knows === 'none' && 'fill-ink3')}
        fill={knows === 'all' ? 'var(--inv)' : colour}
      >
        {letter}
      </text>
    </svg>
  );
}
