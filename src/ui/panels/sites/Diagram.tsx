import { type ReactNode, useRef } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import type { ActorId } from '../../../scenarios/actors.ts';
import type { Wall } from '../../../scenarios/config.ts';
import type { HopView, SiteView } from '../../../scenarios/knowledge/site-view.ts';
import { EyeMark } from '../../parts/glyphs/marks.tsx';
import { useWidth } from '../../parts/use-width.ts';
import { Between, Lines } from './Between.tsx';
import {
  BOX_WIDTH,
  BOXES,
  BOXES_AT,
  CROPS,
  HEIGHT,
  peopleAt,
  type Rect,
  WALL_B,
  WALL_RECTS,
  WIDTH,
  wallOf,
} from './geometry.ts';
import { InnerHops, SiteBoxes } from './SiteBoxes.tsx';
import { useWallDrag, WallCorners, WallOutline } from './WallA.tsx';
import './sites.css';

/** Below this the words of the whole drawing would be too small; one site is shown then. */
const WHOLE_FROM_PX = 740;

export interface DiagramProps {
  readonly view: SiteView;
  readonly walls: readonly Wall[];
  /** As chosen; the view may still be of the choice before. */
  readonly wall: Wall;
  /** Which site a narrow page shows. */
  readonly site: 'a' | 'b';
  /** Draws a face centred on the origin, radius 38. */
  readonly draw: (actor: ActorId) => ReactNode;
  readonly onWall: (wall: Wall) => void;
}

/** Both sites with their walls, and what crosses between them; on a narrow page one site. */
export function Diagram({ view, walls, wall, site, draw, onWall }: DiagramProps) {
  const say = useWords();
  const box = useRef<HTMLDivElement>(null);
  const narrow = (useWidth(box, 20) ?? WIDTH) < WHOLE_FROM_PX;
  const handles = useWallDrag(wall, onWall);
  const { drag } = handles;
  const { inside } = view;
  const rect = drag?.rect ?? WALL_RECTS[view.wall];
  const ghost = drag ? wallOf(drag.rect) : null;
  const oneCase = view.wall === 'same-box';
  const exposed = view.hops.find((hop) => hop?.state === 'exposed') ?? null;
  const seesOutside = inside.a || view.observer === 'eve';
  return (
    <div ref={box}>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing is no set of fields. */}
      <svg
        viewBox={narrow ? CROPS[site] : `0 0 ${WIDTH} ${HEIGHT}`}
        role="group"
        aria-label={summaryOf(say, view)}
        data-testid="sites"
        className={
          narrow
            ? 'mx-auto block w-full max-w-[440px]'
            : 'mx-auto block max-h-[max(420px,calc(100dvh-310px))] w-full'
        }
      >
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in here takes the focus. */}
        <g aria-hidden="true">
          <text x="24" y="26" className="fill-alice font-bold text-[16px]">
            {say('site.name.a')}
          </text>
          <text x="876" y="26" textAnchor="end" className="fill-bob font-bold text-[16px]">
            {say('site.name.b')}
          </text>
          {seesOutside && (
            <>
              <WallOutline rect={rect} fill={inside.a ? 'fill-alice-t' : 'fill-surface2'} />
              <text
                x={rect.left + 20}
                y={oneCase && !drag ? rect.top - 10 : rect.top + 28}
                className="fill-ink font-semibold text-[12.5px]"
              >
                {ghost
                  ? say('site.wall.drop', { wall: say(`site.wall.${ghost}`) })
                  : say('site.wall.a')}
              </text>
            </>
          )}
          <WallOutline rect={WALL_B} fill={inside.b ? 'fill-bob-t' : 'fill-surface2'} />
          <text
            x={WALL_B.left + 20}
            y={WALL_B.top + 28}
            className="fill-ink font-semibold text-[12.5px]"
          >
            {say('site.wall.b')}
          </text>
          <Lines oneCase={oneCase && inside.a} card={view.keyId !== null} />
          {inside.a ? (
            <>
              {exposed && <ExposedLine to={rect.top} told={view.observer === 'everyone'} />}
              {!oneCase && <InnerHops site="a" from={exposed ? rect.top : null} />}
              <SiteBoxes site="a" oneCase={oneCase} />
              {!drag && <People view={view} />}
            </>
          ) : view.observer === 'eve' ? (
            <>
              {exposed && (
                <>
                  <ExposedLine to={rect.top} told />
                  <SiteBoxes site="a" oneCase={false} parts={['app']} />
                </>
              )}
              {!drag && <People view={view} />}
              <Unseen x={rect.left} right={rect.right} y={(rect.top + rect.bottom) / 2} who="eve" />
            </>
          ) : (
            <>
              <HiddenSite rect={WALL_RECTS.building} />
              <Unseen x={40} right={290} y={260} who={view.observer} />
            </>
          )}
          {exposed && !drag && <ExposedNote view={view} hop={exposed} draw={draw} />}
          {inside.b ? (
            <>
              <InnerHops site="b" from={null} />
              <SiteBoxes site="b" oneCase={false} />
            </>
          ) : (
            <Unseen x={WALL_B.left} right={WALL_B.right} y={260} who={view.observer} />
          )}
          {!narrow && <Between view={view} />}
        </g>
        {(!narrow || site === 'a') && seesOutside && (
          <WallCorners
            wall={wall}
            walls={walls}
            insiders={view.insiders}
            handles={handles}
            onChange={onWall}
          />
        )}
      </svg>
    </div>
  );
}

/** What an end of the other site knows of this one: that it is there. */
function HiddenSite({ rect: { left, top, right, bottom } }: { readonly rect: Rect }) {
  return (
    <rect
      x={left}
      y={top}
      width={right - left}
      height={bottom - top}
      rx="18"
      className="fill-surface2 stroke-line2"
      strokeWidth="1.5"
    />
  );
}

function Unseen({
  x,
  right,
  y,
  who,
}: {
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly who: SiteView['observer'];
}) {
  const say = useWords();
  const middle = (x + right) / 2;
  return (
    <>
      <text
        x={middle}
        y={y - 2}
        textAnchor="middle"
        className="fill-ink2 font-semibold text-[13px]"
      >
        {say('site.unseen', { who })}
      </text>
      <text x={middle} y={y + 16} textAnchor="middle" className="fill-ink2 text-[12px]">
        {say('site.unseen.inside')}
      </text>
    </>
  );
}

/** The way from the application down to the wall, on open ground. */
function ExposedLine({ to, told }: { readonly to: number; readonly told: boolean }) {
  const x = BOXES_AT.a + BOX_WIDTH / 2;
  const from = BOXES.app.y + BOXES.app.height;
  if (to <= from) return null;
  const ink = told ? 'stroke-eve' : 'stroke-ink2';
  return (
    <>
      <path d={`M${x} ${from}V${to}`} className={ink} strokeWidth="9" opacity=".22" />
      <path
        d={`M${x} ${from}V${to}`}
        className={ink}
        strokeWidth="2.4"
        strokeDasharray="2 5"
        strokeLinecap="round"
      />
    </>
  );
}

/** That anybody can listen there; and who does, for those who know. */
function ExposedNote({
  view,
  hop,
  draw,
}: {
  readonly view: SiteView;
  readonly hop: HopView;
  readonly draw: DiagramProps['draw'];
}) {
  const say = useWords();
  const told = hop.opened !== null;
  const ink = told ? 'text-eve' : 'text-ink2';
  return (
    <>
      <g transform="translate(165 186)" className={ink}>
        <circle r="16" className="fill-surface" stroke="currentColor" strokeWidth="2" />
        <EyeMark x={-11} y={-11} width="22" height="22" />
      </g>
      {told && <g transform="translate(206 186) scale(.42)">{draw('eve')}</g>}
      <text x="20" y="172" className={`font-bold text-[12.5px] ${told ? 'fill-eve' : 'fill-ink'}`}>
        {say('site.exposed')}
      </text>
      <text x="20" y="189" className="fill-ink2 text-[12px]">
        {say(`site.hop.${view.protection}`)}
      </text>
      <text x="20" y="205" className="fill-ink2 text-[12px]">
        {hop.recorded === null
          ? say('site.exposed.anybody')
          : say('site.exposed.recorded', { bytes: hop.recorded })}
      </text>
    </>
  );
}

/** People inside the wall; who is Eve's is filled, for those who know. */
function People({ view }: { readonly view: SiteView }) {
  const hers = view.corrupt ?? [];
  const count = view.insiders ?? Math.max(0, ...hers.map((person) => person + 1));
  return peopleAt(view.wall, count).map(({ x, y }, person) => {
    const corrupt = hers.includes(person);
    if (view.insiders === null && !corrupt) return null;
    return (
      <g
        // biome-ignore lint/suspicious/noArrayIndexKey: people are numbered.
        key={person}
        transform={`translate(${x} ${y})`}
        className={corrupt ? 'text-eve' : 'text-ink2'}
        data-testid={corrupt ? 'corrupt' : 'insider'}
      >
        <circle
          cy="-5"
          r="3.4"
          fill={corrupt ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth="1.5"
        />
        <path
          d={
            corrupt
              ? 'M-5.5 6.5c0-4.5 2.4-6.5 5.5-6.5s5.5 2 5.5 6.5Z'
              : 'M-5.5 6c0-4 2.4-6 5.5-6s5.5 2 5.5 6'
          }
          fill={corrupt ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
        />
      </g>
    );
  });
}

function summaryOf(say: ReturnType<typeof useWords>, view: SiteView): string {
  return say('site.summary', {
    who: view.observer,
    wall: say(`site.wall.${view.wall}`),
    exposed: view.exposedHops ?? -1,
    insiders: view.insiders ?? -1,
    sent: view.envelope === null ? 'no' : 'yes',
  });
}
