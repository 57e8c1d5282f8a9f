import { useWords } from '../../../content/words/use-words.ts';
import { KeyMark } from '../../parts/glyphs/marks.tsx';
import { BOX_WIDTH, BOXES, BOXES_AT, CASE } from './geometry.ts';

const PARTS = ['app', 'store', 'device'] as const;
export type Part = (typeof PARTS)[number];

/** App, key store and QKD device of one site: three boxes, or one case that holds all three. */
export function SiteBoxes({
  site,
  oneCase,
  parts = PARTS,
}: {
  readonly site: 'a' | 'b';
  readonly oneCase: boolean;
  /** Those that the observer sees. */
  readonly parts?: readonly Part[];
}) {
  const say = useWords();
  const x = BOXES_AT[site];
  const stroke = site === 'a' ? 'stroke-alice' : 'stroke-bob';
  const places = oneCase ? CASE : BOXES;
  return (
    <g>
      {oneCase && (
        <rect
          x={x}
          y={CASE.app.y}
          width={BOX_WIDTH}
          height={CASE.device.y + CASE.device.height - CASE.app.y}
          rx="12"
          className={`fill-surface ${stroke}`}
          strokeWidth="1.8"
        />
      )}
      {parts.map((part) => {
        const { y, height } = places[part];
        const middle = y + Math.min(height, BOXES.app.height) / 2;
        return (
          <g key={part}>
            {oneCase ? (
              part !== 'app' && (
                <path d={`M${x + 12} ${y}h${BOX_WIDTH - 24}`} className="stroke-line" />
              )
            ) : (
              <rect
                x={x}
                y={y}
                width={BOX_WIDTH}
                height={height}
                rx="12"
                className={`fill-surface ${stroke}`}
                strokeWidth="1.8"
              />
            )}
            <text x={x + 16} y={middle - 4} className="fill-ink font-bold text-[14.5px]">
              {say(`site.part.${part}`)}
            </text>
            <text x={x + 16} y={middle + 14} className="fill-ink2 text-[12px]">
              {say(`site.part.${part}.does`)}
            </text>
            {part === 'store' && (
              <KeyMark
                x={x + 132}
                y={middle - 9}
                width="18"
                height="18"
                className={site === 'a' ? 'text-alice' : 'text-bob'}
              />
            )}
          </g>
        );
      })}
    </g>
  );
}

/** Lines between the boxes, where they run inside the wall. */
export function InnerHops({
  site,
  from,
}: {
  readonly site: 'a' | 'b';
  /** Where the upper one enters the wall; null: it does not run outside. */
  readonly from: number | null;
}) {
  const x = BOXES_AT[site] + BOX_WIDTH / 2;
  const top = from ?? BOXES.app.y + BOXES.app.height;
  return (
    <path
      d={`M${x} ${top}V${BOXES.store.y}M${x} ${BOXES.store.y + BOXES.store.height}V${BOXES.device.y}`}
      className="stroke-line2"
      strokeWidth="2.4"
    />
  );
}
