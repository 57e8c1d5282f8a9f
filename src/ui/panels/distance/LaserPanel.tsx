import { useMemo } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import type { Observer } from '../../../scenarios/actors.ts';
import { pulseShares } from '../../../scenarios/distance/lines.ts';
import type { KnowledgeView } from '../../../scenarios/knowledge/view.ts';
import { formatPercent } from '../../format.ts';
import { OnlyYouChip } from '../../parts/Chip.tsx';
import { PhotonGlyph, UnknownPhotonGlyph } from '../../parts/glyphs/Photon.tsx';
import { type DrawnPulse, laserRow } from './laser-row.ts';

const DRAWN = 6;
const PITCH = 42;

/** Shares of empty, single and fuller pulses by formula, over some pulses of a run. */
export function LaserPanel({
  view,
  sent,
  signal,
  observer,
}: {
  /** Of a run of these pulses, at its end; null: not executed yet. */
  readonly view: KnowledgeView | null;
  /** Mean photon number in that run. */
  readonly sent: number;
  readonly signal: number;
  readonly observer: Observer;
}) {
  const say = useWords();
  const row = useMemo(() => view && laserRow(view, DRAWN), [view]);
  const { none, one, more } = pulseShares(signal);
  return (
    <section aria-labelledby="distance-laser" className="flex min-w-0 flex-col gap-2.5">
      <div className="flex flex-wrap items-center justify-between gap-x-2 gap-y-1">
        <h3 id="distance-laser" className="font-[650] text-[14px] text-ink">
          {say('distance.laser')}
        </h3>
        {observer === 'everyone' && <OnlyYouChip />}
      </div>
      {row ? (
        <figure className="m-0">
          <svg
            viewBox={`0 0 ${DRAWN * PITCH + 8} 48`}
            role="img"
            aria-label={rowSays(say, row, observer)}
            className="block w-full max-w-[300px]"
          >
            <rect
              x="1"
              y="3"
              width={DRAWN * PITCH + 6}
              height="42"
              rx="21"
              style={{ fill: 'var(--fibre)', stroke: 'var(--fibreEdge)' }}
            />
            {row.map((pulse, i) => (
              <g key={pulse.pulse} transform={`translate(${4 + PITCH * (i + 0.5)} 24)`}>
                <Pulse pulse={pulse} />
              </g>
            ))}
          </svg>
          <figcaption className="mt-1 text-[12px] text-ink2 leading-[1.4]">
            {say('distance.laser.row', {
              from: row[0]!.pulse + 1,
              to: row.at(-1)!.pulse + 1,
              signal: sent,
            })}
            . {observer !== 'everyone' && say('distance.laser.unseen', { who: observer })}
          </figcaption>
        </figure>
      ) : (
        <p className="min-h-[76px] text-[13px] text-ink2" role="status">
          {say('distance.laser.waiting')}
        </p>
      )}
      <Share label={say('distance.laser.none')} share={none} />
      <Share label={say('distance.laser.one')} share={one} />
      <Share label={say('distance.laser.more')} share={more} />
      <p className="text-[12px] text-ink3">{say('distance.laser.formula', { signal })}</p>
      <p className="text-[13px] text-ink2 leading-[1.45]">{say('distance.laser.text')}</p>
      <p className="text-[13px] text-ink2 leading-[1.45]">{say('distance.laser.decoys')}</p>
    </section>
  );
}

/** An empty pulse is a dashed ring; more photons than one are rings that overlap. */
function Pulse({ pulse: { photons, angle } }: { readonly pulse: DrawnPulse }) {
  if (photons === null) return <UnknownPhotonGlyph r={11} />;
  if (photons === 0) {
    return (
      <circle r="11" className="fill-none stroke-ink3" strokeWidth="1.5" strokeDasharray="3 3" />
    );
  }
  const rings = Math.min(3, photons);
  return Array.from({ length: rings }, (_, i) => {
    const shift = (i - (rings - 1) / 2) * (rings > 2 ? 8 : 11);
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: photons of a pulse have no other name
      <g key={i} transform={`translate(${shift} 0)`}>
        <PhotonGlyph angle={angle ?? 0} maker="alice" r={10} />
      </g>
    );
  });
}

function Share({ label, share }: { readonly label: string; readonly share: number }) {
  return (
    <div>
      <div className="flex items-baseline justify-between gap-2 text-[13px]">
        <span className="text-ink2">{label}</span>
        <span className="font-semibold text-[15px] text-ink tabular-nums">
          {formatPercent(share)}
        </span>
      </div>
      <div aria-hidden="true" className="mt-1 h-2 overflow-hidden rounded-full bg-track">
        <div
          className="h-full bg-ink forced-colors:bg-[CanvasText]"
          style={{ width: `${share * 100}%` }}
        />
      </div>
    </div>
  );
}

function rowSays(
  say: ReturnType<typeof useWords>,
  row: readonly DrawnPulse[],
  observer: Observer,
): string {
  if (observer !== 'everyone') return say('distance.laser.unseen', { who: observer });
  const count = (fits: (photons: number) => boolean) =>
    row.filter(({ photons }) => photons !== null && fits(photons)).length;
  return say('distance.laser.row.says', {
    none: count((n) => n === 0),
    one: count((n) => n === 1),
    more: count((n) => n > 1),
  });
}
