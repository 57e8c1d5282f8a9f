import { memo, useId } from 'react';
import { useWords } from '../../content/words/use-words.ts';
import type { KnowledgeView } from '../../scenarios/knowledge/view.ts';
import type { StageLayout } from './layouts/places.ts';
import { makersOf, photonsSeen, sealing } from './reading.ts';
import { Words } from './Words.tsx';

/** The two channels: the fibre for light, and under (or beside) it the line for letters. */
export const Ground = memo(function Ground({
  layout,
  dimmed,
}: {
  readonly layout: StageLayout;
  readonly dimmed: boolean;
}) {
  const glass = useId();
  const { fibre, line, axis } = layout;
  const along = axis === 'x' ? { x2: '0', y2: '1' } : { x2: '1', y2: '0' };
  return (
    <g opacity={dimmed ? 0.6 : 1}>
      <defs>
        <linearGradient id={glass} x1="0" y1="0" {...along}>
          <stop offset="0" stopColor="var(--fibreEdge)" stopOpacity="0.55" />
          <stop offset="0.28" stopColor="var(--fibre)" />
          <stop offset="0.5" stopColor="var(--core)" />
          <stop offset="0.72" stopColor="var(--fibre)" />
          <stop offset="1" stopColor="var(--fibreEdge)" stopOpacity="0.55" />
        </linearGradient>
      </defs>
      <rect
        x={fibre.x}
        y={fibre.y}
        width={fibre.width}
        height={fibre.height}
        rx={Math.min(fibre.width, fibre.height) / 2}
        fill={`url(#${glass})`}
        stroke="var(--fibreEdge)"
      />
      <path
        d={`M${line.from.x} ${line.from.y}L${line.to.x} ${line.to.y}`}
        className="stroke-line2"
        strokeWidth="2"
      />
    </g>
  );
});

/** The names of the channels, and who makes the light in each half, as this observer can tell. */
export function ChannelWords({
  view,
  layout,
}: {
  view: KnowledgeView | null;
  layout: StageLayout;
}) {
  const say = useWords();
  const { words, id } = layout;
  const { near, far } = view ? makersOf(view) : { near: null, far: null };
  const made = id === 'vertical' ? 'stage.made.short' : 'stage.made';
  const seals = view ? sealing(view) : 'unknown';
  const letters = {
    sealed: 'stage.letters.sealed',
    unsealed: 'stage.letters.unsealed',
    unknown: 'stage.letters.public',
  } as const;
  return (
    <g>
      {words.light && (
        <Words at={words.light} bold className="fill-ink">
          {say(id === 'vertical' ? 'stage.light.short' : 'stage.light')}
        </Words>
      )}
      {words.lightAbout && (
        <Words at={words.lightAbout}>
          {say('stage.light.about', { seen: view ? photonsSeen(view) : 'single' })}
        </Words>
      )}
      {words.madeNear && near && (
        <Words at={words.madeNear} bold className="fill-alice">
          {say(made, { maker: near })}
        </Words>
      )}
      {words.madeFar && far && (
        <Words
          at={words.madeFar}
          bold
          className={far === 'both' ? 'fill-ink2' : far === 'eve' ? 'fill-eve' : 'fill-alice'}
        >
          {say(made, { maker: far })}
        </Words>
      )}
      {words.letters && (
        <Words at={words.letters} bold className="fill-ink">
          {say('stage.letters')}
        </Words>
      )}
      {words.lettersAbout && <Words at={words.lettersAbout}>{say(letters[seals])}</Words>}
    </g>
  );
}
