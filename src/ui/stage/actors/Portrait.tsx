import { memo, useId } from 'react';
import type { ActorId } from '../../../scenarios/actors.ts';

/**
 * The three people, centred on the origin in a disc of radius 38. A worried face belongs to someone
 * whose check failed; Eve has none, because no check of hers can fail.
 */
export const Portrait = memo(function Portrait({
  actor,
  worried = false,
}: {
  readonly actor: ActorId;
  readonly worried?: boolean;
}) {
  const disc = useId();
  return (
    <g>
      <defs>
        <clipPath id={disc}>
          <circle r="38" />
        </clipPath>
      </defs>
      <circle r="38" fill={`var(--${actor}T2)`} stroke="var(--panelEdge)" />
      <g clipPath={`url(#${disc})`}>
        {actor === 'alice' && <Alice worried={worried} />}
        {actor === 'bob' && <Bob worried={worried} />}
        {actor === 'eve' && <Eve />}
      </g>
    </g>
  );
});

const FEATURE = 'var(--feature)';

function Eyes({ left, right, y }: { left: number; right: number; y: number }) {
  return (
    <>
      <circle cx={left} cy={y} r="1.7" fill={FEATURE} />
      <circle cx={right} cy={y} r="1.7" fill={FEATURE} />
    </>
  );
}

function Smile({ d }: { d: string }) {
  return <path d={d} stroke={FEATURE} strokeWidth="1.6" fill="none" strokeLinecap="round" />;
}

function Alice({ worried }: { worried: boolean }) {
  return (
    <>
      <path
        d="M-21 6C-24 -14 -16 -25 0 -25S24 -14 21 6c0 6 1 9 3 12H-24c2-3 3-6 3-12Z"
        fill="var(--aliceHair)"
      />
      <path d="M-30 44c0-16 12-23 30-23s30 7 30 23Z" fill="var(--alice)" />
      <path d="M-7 12h14v10c0 4-3 7-7 7s-7-3-7-7Z" fill="var(--aliceNeck)" />
      <path d="M-7 15c3 4 11 4 14 0v5c-4 3-10 3-14 0Z" fill="var(--aliceShade)" opacity="0.55" />
      <ellipse rx="14.5" ry="16.5" fill="var(--aliceSkin)" />
      <path
        d="M-15 0c0-12 5-18 15-18 9 0 15 6 15 18-2-7-6-11-11-12-4 5-11 8-19 12Z"
        fill="var(--aliceHair)"
      />
      <Eyes left={-4.6} right={7} y={2} />
      {worried ? (
        <>
          <path
            d="M-8 -2.6l4.6-1.5M5.6 -4.1l4.4 1.5"
            stroke="var(--aliceHair)"
            strokeWidth="1.7"
            strokeLinecap="round"
          />
          <ellipse cx="1.4" cy="10.2" rx="2.4" ry="2.1" fill={FEATURE} />
        </>
      ) : (
        <Smile d="M-2.4 9.4c2 1.7 5 1.7 7 0" />
      )}
    </>
  );
}

function Bob({ worried }: { worried: boolean }) {
  return (
    <>
      <path d="M-31 44c0-16 12-23 31-23s31 7 31 23Z" fill="var(--bob)" />
      <path d="M-7 12h14v10c0 4-3 7-7 7s-7-3-7-7Z" fill="var(--bobNeck)" />
      <ellipse rx="15" ry="17" fill="var(--bobSkin)" />
      <path
        d="M-16 -2c-2-14 5-22 16-22 12 0 18 8 16 22-1-5-3-8-5-9-7 2-16 2-22-1-3 2-4 5-5 10Z"
        fill="var(--bobHair)"
      />
      <Eyes left={-7.4} right={4.2} y={1.8} />
      <g fill="none" stroke={FEATURE} strokeWidth="1.5">
        <circle cx="-7.6" cy="1.6" r="5" />
        <circle cx="4.4" cy="1.6" r="5" />
        <path d="M-2.6 1h2" />
      </g>
      {worried ? (
        <>
          <path
            d="M-11.4 -5.6l5-1.6M2 -7l5 1.4"
            stroke="var(--eveHair)"
            strokeWidth="1.8"
            strokeLinecap="round"
          />
          <ellipse cx="-3.3" cy="10.4" rx="2.5" ry="2.2" fill={FEATURE} />
        </>
      ) : (
        <Smile d="M-6.6 10c2 1.5 4.6 1.5 6.6 0" />
      )}
    </>
  );
}

function Eve() {
  return (
    <>
      <path d="M-32 44c0-17 12-24 32-24s32 7 32 24Z" fill="var(--eve)" />
      <path
        d="M-20 20C-27 4 -22 -27 0 -27S27 4 20 20c-4 5-12 8-20 8s-16-3-20-8Z"
        fill="var(--eve)"
      />
      <path
        d="M-16 14C-20 2 -17 -19 0 -19S20 2 16 14c-3 6-9 9-16 9s-13-3-16-9Z"
        fill="var(--eveHood)"
      />
      <ellipse cy="3" rx="12.6" ry="14.6" fill="var(--eveSkin)" />
      <path
        d="M-12.8 0C-13 -9 -7 -13.5 0 -13.5S13 -9 12.8 0C8 -5 2 -7 -3 -7c-3 2-7 4-9.8 7Z"
        fill="var(--eveHair)"
      />
      <Eyes left={-4.8} right={4.8} y={3.6} />
      <Smile d="M-3 11c2 .9 4.4 .7 6-.4" />
      <path
        d="M-15 4C-17 -16 -9 -23 0 -23S17 -16 15 4"
        fill="none"
        stroke={FEATURE}
        strokeWidth="3"
      />
      <rect x="-19" y="-1" width="7" height="13" rx="3.4" fill={FEATURE} />
      <rect x="12" y="-1" width="7" height="13" rx="3.4" fill={FEATURE} />
    </>
  );
}
