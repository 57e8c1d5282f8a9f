import { useId } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import type { SiteView } from '../../../scenarios/knowledge/site-view.ts';
import { EnvelopeGlyph } from '../../parts/glyphs/Envelope.tsx';
import { HatchPattern } from '../../parts/glyphs/Hatch.tsx';
import { UnknownPhotonGlyph } from '../../parts/glyphs/Photon.tsx';
import { SealGlyph } from '../../parts/glyphs/Seal.tsx';
import { CASE } from './geometry.ts';
import { shortId } from './story.ts';

const MIDDLE = 450;
const TITLE = 'fill-ink font-semibold text-[13px]';
const NOTE = 'fill-ink2 text-[12px]';

/** Lines from one site to the other, under the boxes: traffic, the open card, letters, light. */
export function Lines({ oneCase, card }: { readonly oneCase: boolean; readonly card: boolean }) {
  const fibre = useId();
  const upper = oneCase
    ? `M245 ${CASE.app.y + 20}H288Q300 ${CASE.app.y + 20} 300 ${CASE.app.y + 8}V130Q300 118 312 118H655`
    : 'M245 118H655';
  const lower = oneCase
    ? `M300 192H370M530 192H582Q594 192 594 180V150Q594 140 604 140H655`
    : 'M245 140H312Q322 140 322 150V182Q322 192 332 192H370M530 192H590Q600 192 600 182V150Q600 140 610 140H655';
  return (
    <g fill="none">
      <defs>
        <linearGradient id={fibre} x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="var(--fibreEdge)" stopOpacity=".55" />
          <stop offset=".28" stopColor="var(--fibre)" />
          <stop offset=".5" stopColor="var(--core)" />
          <stop offset=".72" stopColor="var(--fibre)" />
          <stop offset="1" stopColor="var(--fibreEdge)" stopOpacity=".55" />
        </linearGradient>
      </defs>
      <path d={upper} className="stroke-line2" strokeWidth="2.4" />
      {card && <path d={lower} className="stroke-line2" strokeWidth="1.6" strokeDasharray="3 4" />}
      <path d="M245 412H655" className="stroke-line2" strokeWidth="2.2" />
      <rect
        x="240"
        y="436"
        width="420"
        height="34"
        rx="17"
        fill={`url(#${fibre})`}
        className="stroke-fibre-edge"
      />
    </g>
  );
}

/** What crosses between the sites, in the middle of the drawing. */
export function Between({ view }: { readonly view: SiteView }) {
  const say = useWords();
  const hatch = useId();
  const { link, envelope, keyId, outcome } = view;
  const hers = outcome !== null && outcome !== 'closed';
  return (
    <g>
      <defs>
        <HatchPattern id={hatch} />
      </defs>
      <text x={MIDDLE} y="84" textAnchor="middle" className={TITLE}>
        {say('site.between.traffic')}
      </text>
      {envelope !== null && (
        <g transform={`translate(${MIDDLE} 118)`}>
          <EnvelopeGlyph maker="alice" width={58} height={38} />
          {hers && <rect x="-29" y="-19" width="58" height="38" rx="6" fill={`url(#${hatch})`} />}
        </g>
      )}
      <text x={MIDDLE} y="157" textAnchor="middle" className={NOTE}>
        {envelope === null
          ? say('site.between.nothing')
          : hers
            ? say('site.between.read')
            : say('site.between.encrypted')}
      </text>
      {keyId !== null && (
        <g>
          <rect
            x="370"
            y="172"
            width="160"
            height="42"
            rx="8"
            className="fill-surface stroke-alice"
            strokeWidth="1.6"
          />
          <text x="380" y="189" className="fill-ink font-semibold text-[12px]">
            {say('site.between.card')}
          </text>
          <text x="380" y="205" className="fill-ink2 font-mono text-[11px]">
            {say('site.between.card.id', { id: shortId(keyId) })}
          </text>
          <text x={MIDDLE} y="231" textAnchor="middle" className={NOTE}>
            {say('site.between.card.why')}
          </text>
        </g>
      )}
      <text x={MIDDLE} y="382" textAnchor="middle" className={TITLE}>
        {say('site.between.letters')}
      </text>
      <LetterStack x={362} who="alice" count={link.letters.alice} sealed={link.sealed} />
      <LetterStack x={482} who="bob" count={link.letters.bob} sealed={link.sealed} />
      {[370, 450, 530].map((x) => (
        <g key={x} transform={`translate(${x} 453)`}>
          <UnknownPhotonGlyph r={9} />
        </g>
      ))}
      <text x={MIDDLE} y="488" textAnchor="middle" className={TITLE}>
        {say('site.between.light', { pulses: link.pulses })}
      </text>
    </g>
  );
}

/** An open card for all the letters of one end. */
function LetterStack({
  x,
  who,
  count,
  sealed,
}: {
  readonly x: number;
  readonly who: 'alice' | 'bob';
  readonly count: number;
  readonly sealed: boolean;
}) {
  const say = useWords();
  const stroke = who === 'alice' ? 'stroke-alice' : 'stroke-bob';
  return (
    <g>
      <rect
        x={x + 3}
        y="394"
        width="106"
        height="34"
        rx="8"
        className={`fill-surface ${stroke}`}
        opacity=".5"
      />
      <rect
        x={x}
        y="391"
        width="106"
        height="34"
        rx="8"
        className={`fill-surface ${stroke}`}
        strokeWidth="1.6"
      />
      <text x={x + 10} y="412" className="fill-ink text-[12px]">
        {say('site.between.letters.count', { count })}
      </text>
      <g transform={`translate(${x + 90} 408)`}>
        <SealGlyph state={sealed ? 'sealed' : 'none'} maker={who} size={18} />
      </g>
    </g>
  );
}
