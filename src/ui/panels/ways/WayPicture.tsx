/** The two ends, Eve between them where one can see her, a letter on either half, and the keys. */
import type { ReactNode } from 'react';
import { type SayWords, useWords } from '../../../content/words/use-words.ts';
import type { ActorId } from '../../../scenarios/actors.ts';
import type { WayCard, WayView } from '../../../scenarios/knowledge/ways-view.ts';
import { PhotonGlyph, UnknownPhotonGlyph } from '../../parts/glyphs/Photon.tsx';
import { SealGlyph } from '../../parts/glyphs/Seal.tsx';
import { PrintTile } from './marks.tsx';

/** A worried face belongs to the end that stopped. */
export type DrawPortrait = (actor: ActorId, worried: boolean) => ReactNode;

const WIDTH = 224;
const HEIGHT = 146;
const PEOPLE_Y = 29;
const CARD = { y: 59, width: 77, height: 28 } as const;
const PRINT_Y = 98;
const STROKE_OF: Readonly<Record<ActorId, string>> = {
  alice: 'stroke-alice',
  bob: 'stroke-bob',
  eve: 'stroke-eve',
};

export function WayPicture({
  view,
  draw,
}: {
  readonly view: WayView;
  readonly draw: DrawPortrait;
}) {
  const say = useWords();
  const { cards, twoLinks, ending } = view;
  const stopper = ending?.kind === 'verdict' ? ending.stoppedBy : null;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={pictureWords(say, view)}
      className="mx-auto block w-full max-w-[350px]"
    >
      {twoLinks && (
        <rect x="84" y="1" width="56" height={HEIGHT - 2} rx="13" className="fill-eve-t" />
      )}
      {view.pulses > 0 && <Light twoLinks={twoLinks} observer={view.observer} />}
      <path d={`M8 ${CARD.y + CARD.height / 2}H216`} className="stroke-line2" strokeWidth="2" />
      <Face x={25} actor="alice" worried={stopper === 'alice'} draw={draw} />
      {twoLinks && <Face x={WIDTH / 2} actor="eve" draw={draw} />}
      <Face x={WIDTH - 25} actor="bob" worried={stopper === 'bob'} draw={draw} />
      {cards.near && <Card x={4} card={cards.near} />}
      {cards.far && <Card x={WIDTH - 4 - CARD.width} card={cards.far} />}
      <Print view={view} end="alice" />
      <Print view={view} end="bob" />
      {twoLinks && <Hers view={view} />}
    </svg>
  );
}

function Face({
  x,
  actor,
  worried = false,
  draw,
}: {
  readonly x: number;
  readonly actor: ActorId;
  readonly worried?: boolean;
  readonly draw: DrawPortrait;
}) {
  return <g transform={`translate(${x} ${PEOPLE_Y}) scale(.58)`}>{draw(actor, worried)}</g>;
}

/** The quantum line; whose light it is, only they can say who see Eve. */
function Light({
  twoLinks,
  observer,
}: {
  readonly twoLinks: boolean;
  readonly observer: WayView['observer'];
}) {
  return (
    <>
      <rect
        x="48"
        y={PEOPLE_Y - 10}
        width={WIDTH - 96}
        height="20"
        rx="10"
        fill="var(--fibre)"
        stroke="var(--fibreEdge)"
      />
      {twoLinks && <rect x="84" y="18" width="56" height="22" className="fill-eve-t" />}
      <g transform={`translate(66 ${PEOPLE_Y})`}>
        {observer === 'bob' || observer === 'eve' ? (
          <UnknownPhotonGlyph r={7} />
        ) : (
          <PhotonGlyph angle={90} maker="alice" r={7} />
        )}
      </g>
      <g transform={`translate(${WIDTH - 66} ${PEOPLE_Y})`}>
        {twoLinks ? <PhotonGlyph angle={0} maker="eve" r={7} /> : <UnknownPhotonGlyph r={7} />}
      </g>
    </>
  );
}

function Card({ x, card }: { readonly x: number; readonly card: WayCard }) {
  const say = useWords();
  const { writtenBy, claimedFrom, seal } = card;
  const middle = CARD.y + CARD.height / 2;
  return (
    <g>
      <rect
        x={x}
        y={CARD.y}
        width={CARD.width}
        height={CARD.height}
        rx="6"
        className={`fill-surface ${STROKE_OF[writtenBy]}`}
        strokeWidth="1.5"
      />
      <text x={x + 7} y={middle + 3.8} className="fill-ink font-mono font-semibold text-[10.5px]">
        {cardText(say, card)}
      </text>
      <g transform={`translate(${x + CARD.width - 14} ${middle})`}>
        <SealGlyph state={seal} maker={writtenBy === 'eve' ? claimedFrom : writtenBy} size={18} />
      </g>
    </g>
  );
}

/** The beginning of what the letter says. */
function cardText(say: SayWords, { kind, content, alphabet, symbols }: WayCard): string {
  if (content.kind === 'share') {
    return [...content.value.subarray(0, 2)]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join(' ')
      .concat('…');
  }
  if (alphabet === 'bases') {
    return symbols
      .slice(0, 4)
      .map((symbol) => (symbol === 0 ? '+' : '×'))
      .join('');
  }
  if (kind === 'capsule-key') return say('side.card.key');
  if (kind === 'capsule') return say('side.card.capsule');
  return say('side.card.letter');
}

/** An end's key, where this observer can see it: a picture and the first signs of its fingerprint. */
function Print({ view, end }: { readonly view: WayView; readonly end: 'alice' | 'bob' }) {
  const say = useWords();
  const sha256 = view.prints[end];
  if (sha256 === null && !ownsUp(view, end)) return null;
  const left = end === 'alice';
  const x = left ? 4 : WIDTH - 4 - 24;
  const textX = left ? 33 : WIDTH - 33;
  const anchor = left ? 'start' : 'end';
  return (
    <g>
      <PrintTile
        x={x}
        y={PRINT_Y}
        size={24}
        sha256={sha256}
        eve={view.eveHolds?.includes(end) === true}
      />
      {sha256 !== null && (
        <text
          x={textX}
          y={PRINT_Y + 15.5}
          textAnchor={anchor}
          className="fill-ink font-mono text-[10.5px]"
        >
          {sha256.slice(0, 6)}
        </text>
      )}
      <text
        x={left ? 4 : WIDTH - 4}
        y={HEIGHT - 9}
        textAnchor={anchor}
        className="fill-ink2 text-[11px]"
      >
        {say(sha256 === null ? 'side.print.none' : 'side.print', { who: end })}
      </text>
    </g>
  );
}

/** Whether a missing key is one that this observer knows not to be there. */
function ownsUp({ observer }: WayView, end: 'alice' | 'bob'): boolean {
  return observer === 'everyone' || observer === end;
}

/** Those keys that Eve holds, in her place. */
function Hers({ view: { eveHolds, prints } }: { readonly view: WayView }) {
  const say = useWords();
  const held = eveHolds ?? [];
  const from = WIDTH / 2 - (held.length * 26 - 4) / 2;
  return (
    <g>
      {held.map((end, i) => (
        <PrintTile key={end} x={from + 26 * i} y={PRINT_Y + 1} size={22} sha256={prints[end]} eve />
      ))}
      <text
        x={WIDTH / 2}
        y={HEIGHT - 9}
        textAnchor="middle"
        className="fill-ink font-semibold text-[11px]"
      >
        {say('side.print.eve', { keys: held.length })}
      </text>
    </g>
  );
}

function pictureWords(say: SayWords, view: WayView): string {
  const { cards, prints, twoLinks, eveHolds } = view;
  const letter = (card: WayCard | null) =>
    card === null
      ? ''
      : say('side.picture.letter', { by: card.writtenBy, seal: say(`letters.seal.${card.seal}`) });
  const key = (who: 'alice' | 'bob') =>
    prints[who] === null ? '' : say('side.picture.key', { who, print: prints[who].slice(0, 6) });
  return [
    say('side.picture', { eve: twoLinks ? 'yes' : 'no' }),
    letter(cards.near),
    letter(cards.far),
    key('alice'),
    key('bob'),
    eveHolds?.length ? say('side.picture.eve', { keys: eveHolds.length }) : '',
  ]
    .filter(Boolean)
    .join(' ');
}
