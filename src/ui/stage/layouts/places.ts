/** What a layout holds: places in stage units (y down), one map for each drawing of the stage. */
import type { ActorId } from '../../../scenarios/actors.ts';

export type LayoutId = 'wide' | 'compact' | 'vertical' | 'pair';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

/** A line of text: where its anchor stands on the baseline. */
export interface TextPlace extends Point {
  readonly anchor: 'start' | 'middle' | 'end';
  readonly size: number;
}

export type TileSlot =
  | 'alice.bit'
  | 'alice.basis'
  | 'alice.sends'
  | 'eve.basis'
  | 'eve.saw'
  | 'eve.sends'
  | 'bob.basis'
  | 'bob.odds'
  | 'bob.bit';

export interface TilePlace extends Point {
  readonly slot: TileSlot;
}

/** Cells of a key: top left of the first, and the label over them. */
export interface KeyPlace extends Point {
  readonly label: TextPlace;
  readonly size: number;
  readonly pitch: number;
}

export interface PanelPlace {
  readonly box: Rect;
  readonly rx: number;
  readonly face: Point & { readonly scale: number };
  readonly name: TextPlace;
  /** A line of plain words under the name; null where there is no room for one. */
  readonly about: TextPlace | null;
}

/** The two ends: what else their panels hold. */
export interface EndPlace extends PanelPlace {
  /** Sealing key left: a box with two lines, two bare lines, or one line with the key sign. */
  readonly pool: { readonly kind: 'box' | 'lines' | 'line'; readonly at: Point };
  readonly key: KeyPlace;
  /** "Seal should be / seal received", centred on x, and the pill that says who stops. */
  readonly check: {
    readonly x: number;
    readonly lines: readonly number[];
    /** One line each ("should be cb47 82f7") or two ("seal should be", "cb47 82f7"). */
    readonly perSeal: 1 | 2;
    readonly pill: Rect;
    /** The lines need the place of the tiles. */
    readonly overTiles: boolean;
  };
}

export interface EvePlace extends PanelPlace {
  /** Her panel when she stands in the middle: it crosses both channels. */
  readonly gateBox: Rect;
  readonly keys: readonly [KeyPlace, KeyPlace];
  /** "I'm Bob" toward Alice, "I'm Alice" toward Bob: centres of the two tags. */
  readonly tags: readonly [Point, Point];
}

export interface StageLayout {
  readonly id: LayoutId;
  readonly width: number;
  readonly height: number;
  readonly axis: 'x' | 'y';
  readonly alice: EndPlace;
  readonly bob: EndPlace;
  readonly eve: EvePlace;
  readonly tiles: readonly TilePlace[];
  readonly tileSize: number;
  /** Baseline of the labels over the tiles; null where they are not labelled. */
  readonly tileLabelDy: number | null;
  /** Under the odds: that no actor sees them. */
  readonly onlyYou: TextPlace | null;
  readonly ringRadius: number;
  readonly fibre: Rect;
  /** A photon's way, along one straight line: from Alice's hand into Eve's box, out of it, to Bob's detector. */
  readonly flight: {
    readonly from: Point;
    readonly eveIn: Point;
    readonly eveOut: Point;
    readonly to: Point;
  };
  readonly line: { readonly from: Point; readonly to: Point };
  readonly letter: { readonly width: number; readonly height: number };
  /** Centres of letters at rest, Alice's side and Bob's; and behind which panel edge one starts. */
  readonly rest: { readonly near: Point; readonly far: Point };
  readonly hidden: {
    readonly alice: Point;
    readonly eveNear: Point;
    readonly eveFar: Point;
    readonly bob: Point;
  };
  readonly eye: Point;
  /** From Eve's panel to her eye on the line. */
  readonly stalk: { readonly from: Point; readonly to: Point } | null;
  /** Bars across the line where she can hold and replace. */
  readonly gates: readonly { readonly from: Point; readonly to: Point }[];
  /** A closed bar in front of a receiver who refuses, by receiver. */
  readonly barriers: Readonly<Record<ActorId, { readonly from: Point; readonly to: Point }>>;
  readonly words: Readonly<
    Record<
      'light' | 'lightAbout' | 'madeNear' | 'madeFar' | 'letters' | 'lettersAbout' | 'eyeAbout',
      TextPlace | null
    >
  >;
  /** Under a letter at rest: what became of it. */
  readonly fate: { readonly near: TextPlace; readonly far: TextPlace } | null;
}

export const middle = (x: number, y: number, size: number): TextPlace => ({
  x,
  y,
  anchor: 'middle',
  size,
});
export const start = (x: number, y: number, size: number): TextPlace => ({
  x,
  y,
  anchor: 'start',
  size,
});
export const end = (x: number, y: number, size: number): TextPlace => ({
  x,
  y,
  anchor: 'end',
  size,
});
export const across = (x: number, y: number, half: number) => ({
  from: { x, y: y - half },
  to: { x, y: y + half },
});

/** How far along its way, 0…1, a photon is at a point of it. */
export function shareOfFlight({ axis, flight }: StageLayout, point: Point): number {
  return (point[axis] - flight.from[axis]) / (flight.to[axis] - flight.from[axis]);
}
