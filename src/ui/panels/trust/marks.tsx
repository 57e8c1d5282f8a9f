/** Small drawings that the four steps share. */
import type { ReactNode } from 'react';
import type { ActorId } from '../../../scenarios/actors.ts';
import type { SealSight } from '../../../scenarios/knowledge/view.ts';
import { classes } from '../../parts/classes.ts';
import { SealGlyph } from '../../parts/glyphs/Seal.tsx';

export const BORDER_OF: Readonly<Record<ActorId, string>> = {
  alice: 'border-alice',
  bob: 'border-bob',
  eve: 'border-eve',
};
export const TEXT_OF: Readonly<Record<ActorId, string>> = {
  alice: 'text-alice',
  bob: 'text-bob',
  eve: 'text-eve',
};

export type DrawPortrait = (actor: ActorId, worried: boolean) => ReactNode;

/** A face with a name beside it, and what this person does. */
export function Person({
  actor,
  name,
  does,
  worried = false,
  draw,
}: {
  readonly actor: ActorId;
  readonly name: string;
  readonly does: ReactNode;
  readonly worried?: boolean;
  readonly draw: DrawPortrait;
}) {
  return (
    <div className="flex items-center gap-2.5">
      <svg viewBox="-40 -40 80 80" aria-hidden="true" className="size-11 flex-none">
        {draw(actor, worried)}
      </svg>
      <div className="min-w-0">
        <p className="font-[650] text-[14px] text-ink leading-5">{name}</p>
        <p className="text-[13px] text-ink2 leading-[1.35]">{does}</p>
      </div>
    </div>
  );
}

/** An open card: what is said, by whom, and its seal. */
export function Slip({
  writer,
  title,
  seal,
  sealWords,
  children,
}: {
  readonly writer: ActorId;
  readonly title: string;
  readonly seal: SealSight | null;
  /** Said of the seal to who does not see it. */
  readonly sealWords: string;
  readonly children: ReactNode;
}) {
  return (
    <div
      className={classes(
        'flex items-center gap-2 rounded-letter border-[1.5px] bg-surface px-2.5 py-1.5',
        BORDER_OF[writer],
      )}
    >
      <div className="min-w-0 flex-1">
        <p className="font-[650] text-[12px] text-ink leading-4">{title}</p>
        <div className="break-words text-[12px] text-ink2 leading-4">{children}</div>
      </div>
      {seal !== null && (
        <>
          <svg viewBox="-14 -14 28 28" aria-hidden="true" className="size-[26px] flex-none">
            <SealGlyph state={seal} maker={writer} animated />
          </svg>
          <span className="sr-only">{sealWords}</span>
        </>
      )}
    </div>
  );
}

const SCALLOPS = 12;
const WAX = Array.from({ length: SCALLOPS }, (_, n) => {
  const at = (turn: number, r: number) =>
    `${(r * Math.sin(turn)).toFixed(2)} ${(-r * Math.cos(turn)).toFixed(2)}`;
  const step = (2 * Math.PI) / SCALLOPS;
  const [from, over, to] = [at(n * step, 10), at((n + 0.5) * step, 14), at((n + 1) * step, 10)];
  return n === 0 ? `M${from}Q${over} ${to}` : `Q${over} ${to}`;
}).join('');

/** Wax of an authority or an introducer, in the colour around it: no actor's mark. */
export function WaxSeal({ ticked }: { readonly ticked: boolean }) {
  return (
    <svg viewBox="-14 -14 28 28" aria-hidden="true" className="size-[22px] flex-none">
      <path d={`${WAX}Z`} fill="currentColor" />
      {ticked && (
        <path
          d="M-4.6 .5L-1.5 3.6L5 -3.3"
          className="fill-none stroke-surface"
          strokeWidth="2.2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )}
    </svg>
  );
}

/** The first signs of a fingerprint, in groups that can be read aloud. */
export function shortFingerprint(fingerprint: string): string {
  return fingerprint.slice(0, 12).replace(/(....)(?=.)/g, '$1 ');
}
