import { INK_OF, type Maker } from './maker.ts';

/**
 * none: nobody sealed it · sealed: the check is still to come, or not this observer's to know ·
 * fits · fits-wrongly: it fits, and Eve made it · broken: it does not fit the text.
 */
export type SealState = 'none' | 'sealed' | 'fits' | 'fits-wrongly' | 'broken';

const DISC =
  'M0-12.2 3.1-10.2 6.8-10.1 8.2-6.7 11.4-4.6 10.6-1 12 2.4 9.4 5 8.7 8.6 5.1 9.2 2.2 11.7-1.1 10.2-4.8 10.8-6.7 7.6-10 6-9.9 2.3-12-.7-10-3.8-9.7-7.5-6.2-8.6-3.7-11.4Z';
/** The same disc, torn along one zigzag. */
const LEFT_HALF =
  'M0-12.2 2.2-5.6-1.6-1.2 2.2 4-.4 10.5-1.1 10.2-4.8 10.8-6.7 7.6-10 6-9.9 2.3-12-.7-10-3.8-9.7-7.5-6.2-8.6-3.7-11.4Z';
const RIGHT_HALF =
  'M0-12.2 3.1-10.2 6.8-10.1 8.2-6.7 11.4-4.6 10.6-1 12 2.4 9.4 5 8.7 8.6 5.1 9.2 2.2 11.7-.4 10.5 2.2 4-1.6-1.2 2.2-5.6Z';

/**
 * A seal, centred on the origin, 26 units across. It means authentication and nothing else. With
 * `animated`, a tick is drawn and halves part once, when the state first shows (stage.css).
 */
export function SealGlyph({
  state,
  maker,
  size = 26,
  animated = false,
}: {
  readonly state: SealState;
  readonly maker: Maker;
  readonly size?: number;
  readonly animated?: boolean;
}) {
  const scale = `scale(${size / 28})`;
  switch (state) {
    case 'none':
      return (
        <g transform={scale}>
          <circle
            r="11.8"
            className="fill-none stroke-ink3"
            strokeWidth="1.7"
            strokeDasharray="3.2 3.4"
          />
        </g>
      );
    case 'sealed':
      return (
        <g transform={scale} className={INK_OF[maker]}>
          <path d={DISC} fill="currentColor" />
        </g>
      );
    case 'fits':
    case 'fits-wrongly':
      return (
        <g transform={scale} className={state === 'fits' ? INK_OF[maker] : INK_OF.eve}>
          <path d={DISC} fill="currentColor" />
          <path
            d="M-4.6 .5L-1.5 3.6L5 -3.3"
            className={animated ? 'seal-tick stroke-surface' : 'stroke-surface'}
            pathLength="1"
            fill="none"
            strokeWidth="2.2"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </g>
      );
    case 'broken':
      return (
        <g transform={scale} className={INK_OF[maker]} fill="currentColor">
          <g transform="translate(-1.9 .4) rotate(-4)">
            <path d={LEFT_HALF} className={animated ? 'seal-half seal-half-left' : undefined} />
          </g>
          <g transform="translate(1.9 -.4) rotate(4)">
            <path d={RIGHT_HALF} className={animated ? 'seal-half seal-half-right' : undefined} />
          </g>
        </g>
      );
    default:
      return state satisfies never;
  }
}
