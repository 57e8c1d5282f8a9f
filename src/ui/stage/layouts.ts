/**
 * Where everything stands, in stage units (y down). One component tree, four maps of places:
 * *wide* 896 × 338, *compact* 688 × 268, *vertical* 328 × 430, and *pair* 916 × 236, the low
 * drawing of two runs that are compared. The stage scales units to CSS pixels as a whole.
 */
import type { ActorId } from '../../scenarios/actors.ts';

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

const middle = (x: number, y: number, size: number): TextPlace => ({
  x,
  y,
  anchor: 'middle',
  size,
});
const start = (x: number, y: number, size: number): TextPlace => ({ x, y, anchor: 'start', size });
const end = (x: number, y: number, size: number): TextPlace => ({ x, y, anchor: 'end', size });
const across = (x: number, y: number, half: number) => ({
  from: { x, y: y - half },
  to: { x, y: y + half },
});

function wideEnd(x: number): EndPlace {
  const centre = x + 86;
  return {
    box: { x, y: 12, width: 172, height: 314 },
    rx: 16,
    face: { x: centre, y: 62, scale: 0.98 },
    name: middle(centre, 120, 16),
    about: null,
    pool: { kind: 'box', at: { x: x + 14, y: 265 } },
    key: {
      x: centre - 53.75,
      y: 230,
      size: 9.5,
      pitch: 14,
      label: middle(centre, 222, 12),
    },
    check: {
      x: centre,
      lines: [221, 238],
      perSeal: 1,
      pill: { x: centre - 51, y: 275, width: 102, height: 26 },
      overTiles: false,
    },
  };
}

const WIDE: StageLayout = {
  id: 'wide',
  width: 896,
  height: 338,
  axis: 'x',
  alice: wideEnd(16),
  bob: wideEnd(708),
  eve: {
    box: { x: 362, y: 12, width: 172, height: 218 },
    gateBox: { x: 362, y: 12, width: 172, height: 314 },
    rx: 16,
    face: { x: 448, y: 62, scale: 0.98 },
    name: middle(448, 120, 16),
    about: null,
    keys: [
      { x: 370.5, y: 232, size: 7.5, pitch: 9.5, label: middle(407.5, 224, 12) },
      { x: 451.5, y: 232, size: 7.5, pitch: 9.5, label: middle(488.5, 224, 12) },
    ],
    tags: [
      { x: 356, y: 92 },
      { x: 540, y: 92 },
    ],
  },
  tiles: [
    { slot: 'alice.bit', x: 51, y: 180 },
    { slot: 'alice.basis', x: 102, y: 180 },
    { slot: 'alice.sends', x: 153, y: 180 },
    { slot: 'eve.basis', x: 397, y: 180 },
    { slot: 'eve.saw', x: 448, y: 180 },
    { slot: 'eve.sends', x: 499, y: 180 },
    { slot: 'bob.basis', x: 743, y: 180 },
    { slot: 'bob.odds', x: 794, y: 180 },
    { slot: 'bob.bit', x: 845, y: 180 },
  ],
  tileSize: 42,
  tileLabelDy: -30,
  onlyYou: middle(794, 218, 11),
  ringRadius: 15,
  fibre: { x: 150, y: 159, width: 600, height: 42 },
  flight: {
    from: { x: 153, y: 180 },
    eveIn: { x: 376, y: 180 },
    eveOut: { x: 499, y: 180 },
    to: { x: 736, y: 180 },
  },
  line: { from: { x: 150, y: 288 }, to: { x: 750, y: 288 } },
  letter: { width: 150, height: 50 },
  rest: { near: { x: 278, y: 288 }, far: { x: 618, y: 288 } },
  hidden: {
    alice: { x: 100, y: 288 },
    eveNear: { x: 448, y: 288 },
    eveFar: { x: 448, y: 288 },
    bob: { x: 796, y: 288 },
  },
  eye: { x: 448, y: 288 },
  stalk: { from: { x: 448, y: 238 }, to: { x: 448, y: 264 } },
  gates: [across(362, 288, 26), across(534, 288, 26)],
  barriers: {
    alice: across(196, 288, 34),
    bob: across(700, 288, 34),
    eve: across(362, 288, 34),
  },
  words: {
    light: middle(275, 147, 13),
    lightAbout: middle(621, 147, 13),
    madeNear: middle(275, 220, 12),
    madeFar: middle(621, 220, 12),
    letters: middle(278, 253, 13),
    lettersAbout: middle(618, 253, 13),
    eyeAbout: middle(448, 322, 12),
  },
  fate: { near: middle(278, 330, 12), far: middle(618, 330, 12) },
};

function compactEnd(x: number): EndPlace {
  const centre = x + 65;
  return {
    box: { x, y: 0, width: 130, height: 268 },
    rx: 14,
    face: { x: centre, y: 37, scale: 0.76 },
    name: middle(centre, 85, 15),
    about: null,
    pool: { kind: 'lines', at: { x: centre, y: 182 } },
    key: { x: centre - 50, y: 229, size: 9, pitch: 13, label: middle(centre, 222, 12) },
    check: {
      x: centre,
      lines: [170, 186, 202, 218],
      perSeal: 2,
      pill: { x: centre - 46, y: 230, width: 92, height: 26 },
      overTiles: false,
    },
  };
}

const COMPACT: StageLayout = {
  id: 'compact',
  width: 688,
  height: 268,
  axis: 'x',
  alice: compactEnd(0),
  bob: compactEnd(558),
  eve: {
    box: { x: 279, y: 0, width: 130, height: 168 },
    gateBox: { x: 279, y: 0, width: 130, height: 268 },
    rx: 14,
    face: { x: 344, y: 37, scale: 0.76 },
    name: middle(344, 85, 15),
    about: null,
    keys: [
      { x: 285, y: 176, size: 6, pitch: 7.4, label: middle(314, 170, 11) },
      { x: 345, y: 176, size: 6, pitch: 7.4, label: middle(374, 170, 11) },
    ],
    tags: [
      { x: 272, y: 66 },
      { x: 416, y: 66 },
    ],
  },
  tiles: [
    { slot: 'alice.bit', x: 24, y: 129 },
    { slot: 'alice.basis', x: 65, y: 129 },
    { slot: 'alice.sends', x: 106, y: 129 },
    { slot: 'eve.basis', x: 303, y: 129 },
    { slot: 'eve.saw', x: 342, y: 129 },
    { slot: 'eve.sends', x: 383, y: 129 },
    { slot: 'bob.basis', x: 582, y: 129 },
    { slot: 'bob.odds', x: 623, y: 129 },
    { slot: 'bob.bit', x: 664, y: 129 },
  ],
  tileSize: 34,
  tileLabelDy: -24,
  onlyYou: middle(623, 162, 11),
  ringRadius: 14,
  fibre: { x: 100, y: 110, width: 490, height: 38 },
  flight: {
    from: { x: 106, y: 129 },
    eveIn: { x: 294, y: 129 },
    eveOut: { x: 383, y: 129 },
    to: { x: 574, y: 129 },
  },
  line: { from: { x: 100, y: 222 }, to: { x: 590, y: 222 } },
  letter: { width: 130, height: 48 },
  rest: { near: { x: 204, y: 222 }, far: { x: 484, y: 222 } },
  hidden: {
    alice: { x: 62, y: 222 },
    eveNear: { x: 344, y: 222 },
    eveFar: { x: 344, y: 222 },
    bob: { x: 626, y: 222 },
  },
  eye: { x: 344, y: 222 },
  stalk: { from: { x: 344, y: 175 }, to: { x: 344, y: 200 } },
  gates: [across(279, 222, 24), across(409, 222, 24)],
  barriers: {
    alice: across(135, 222, 30),
    bob: across(553, 222, 30),
    eve: across(279, 222, 30),
  },
  words: {
    light: middle(204.5, 96, 12),
    lightAbout: null,
    madeNear: middle(204.5, 166, 12),
    madeFar: middle(484, 166, 12),
    letters: middle(204.5, 190, 12),
    lettersAbout: middle(484, 190, 12),
    eyeAbout: middle(344, 256, 12),
  },
  fate: { near: middle(204, 262, 12), far: middle(484, 262, 12) },
};

function verticalEnd(y: number): EndPlace {
  return {
    box: { x: 0, y, width: 328, height: 76 },
    rx: 14,
    face: { x: 36, y: y + 38, scale: 0.66 },
    name: start(72, y + 34, 15),
    about: start(72, y + 52, 12),
    pool: { kind: 'line', at: { x: 72, y: y + 52 } },
    key: { x: 72, y: y + 44, size: 7, pitch: 9.4, label: start(72, y + 52, 12) },
    check: {
      x: 250,
      lines: [y + 33, y + 52],
      perSeal: 1,
      pill: { x: 72, y: y + 42, width: 92, height: 24 },
      overTiles: true,
    },
  };
}

const VERTICAL: StageLayout = {
  id: 'vertical',
  width: 328,
  height: 430,
  axis: 'y',
  alice: verticalEnd(0),
  bob: verticalEnd(354),
  eve: {
    box: { x: 0, y: 177, width: 168, height: 76 },
    gateBox: { x: 0, y: 177, width: 328, height: 76 },
    rx: 14,
    face: { x: 36, y: 215, scale: 0.66 },
    name: start(36, 215, 0),
    about: null,
    keys: [
      { x: 262, y: 196, size: 6, pitch: 7.4, label: middle(291, 191, 11) },
      { x: 262, y: 233, size: 6, pitch: 7.4, label: middle(291, 228, 11) },
    ],
    tags: [
      { x: 140, y: 177 },
      { x: 140, y: 253 },
    ],
  },
  tiles: [
    { slot: 'alice.bit', x: 202, y: 38 },
    { slot: 'alice.basis', x: 250, y: 38 },
    { slot: 'alice.sends', x: 298, y: 38 },
    { slot: 'eve.basis', x: 92, y: 215 },
    { slot: 'eve.sends', x: 142, y: 215 },
    { slot: 'bob.basis', x: 250, y: 392 },
    { slot: 'bob.bit', x: 298, y: 392 },
  ],
  tileSize: 40,
  tileLabelDy: null,
  onlyYou: null,
  ringRadius: 14,
  fibre: { x: 65, y: 60, width: 38, height: 310 },
  flight: {
    from: { x: 84, y: 92 },
    eveIn: { x: 84, y: 161 },
    eveOut: { x: 84, y: 269 },
    to: { x: 84, y: 338 },
  },
  line: { from: { x: 236, y: 50 }, to: { x: 236, y: 390 } },
  letter: { width: 132, height: 48 },
  rest: { near: { x: 236, y: 126 }, far: { x: 236, y: 304 } },
  hidden: {
    alice: { x: 236, y: 38 },
    eveNear: { x: 236, y: 215 },
    eveFar: { x: 236, y: 215 },
    bob: { x: 236, y: 392 },
  },
  eye: { x: 236, y: 215 },
  stalk: { from: { x: 172, y: 215 }, to: { x: 216, y: 215 } },
  gates: [
    { from: { x: 208, y: 177 }, to: { x: 264, y: 177 } },
    { from: { x: 208, y: 253 }, to: { x: 264, y: 253 } },
  ],
  barriers: {
    alice: { from: { x: 196, y: 82 }, to: { x: 276, y: 82 } },
    bob: { from: { x: 196, y: 348 }, to: { x: 276, y: 348 } },
    eve: { from: { x: 196, y: 171 }, to: { x: 276, y: 171 } },
  },
  words: {
    light: end(58, 107, 12),
    lightAbout: null,
    madeNear: end(58, 123, 12),
    madeFar: end(58, 300, 12),
    letters: null,
    lettersAbout: null,
    eyeAbout: null,
  },
  fate: null,
};

function pairEnd(x: number): EndPlace {
  const centre = x + 75;
  return {
    box: { x, y: 0, width: 150, height: 236 },
    rx: 16,
    face: { x: centre, y: 44, scale: 0.84 },
    name: middle(centre, 98, 15),
    about: middle(centre, 117, 12),
    pool: { kind: 'lines', at: { x: centre, y: 214 } },
    key: { x: centre - 53.75, y: 174, size: 9.5, pitch: 14, label: middle(centre, 162, 12) },
    check: {
      x: centre,
      lines: [121, 138, 159, 176],
      perSeal: 2,
      pill: { x: centre - 51, y: 194, width: 102, height: 26 },
      overTiles: false,
    },
  };
}

const PAIR: StageLayout = {
  id: 'pair',
  width: 916,
  height: 236,
  axis: 'x',
  alice: pairEnd(0),
  bob: pairEnd(766),
  eve: {
    box: { x: 346, y: 0, width: 224, height: 124 },
    gateBox: { x: 346, y: 0, width: 224, height: 236 },
    rx: 16,
    face: { x: 458, y: 44, scale: 0.84 },
    name: middle(458, 98, 15),
    about: middle(458, 117, 12),
    keys: [
      { x: 361, y: 174, size: 8, pitch: 11.2, label: middle(404, 162, 12) },
      { x: 469, y: 174, size: 8, pitch: 11.2, label: middle(512, 162, 12) },
    ],
    tags: [
      { x: 388, y: 74 },
      { x: 527.5, y: 74 },
    ],
  },
  tiles: [],
  tileSize: 42,
  tileLabelDy: null,
  onlyYou: null,
  ringRadius: 13,
  fibre: { x: 120, y: 55, width: 680, height: 38 },
  flight: {
    from: { x: 166, y: 74 },
    eveIn: { x: 330, y: 74 },
    eveOut: { x: 586, y: 74 },
    to: { x: 750, y: 74 },
  },
  line: { from: { x: 120, y: 160 }, to: { x: 800, y: 160 } },
  letter: { width: 152, height: 50 },
  rest: { near: { x: 248, y: 160 }, far: { x: 668, y: 160 } },
  hidden: {
    alice: { x: 70, y: 160 },
    eveNear: { x: 426, y: 160 },
    eveFar: { x: 490, y: 160 },
    bob: { x: 846, y: 160 },
  },
  eye: { x: 458, y: 160 },
  stalk: { from: { x: 458, y: 130 }, to: { x: 458, y: 138 } },
  gates: [across(346, 160, 28), across(570, 160, 28)],
  barriers: {
    alice: across(158, 160, 34),
    bob: across(757, 160, 34),
    eve: across(337, 160, 34),
  },
  words: {
    light: middle(248, 43, 12),
    lightAbout: middle(668, 43, 12),
    madeNear: null,
    madeFar: null,
    letters: middle(248, 126, 12),
    lettersAbout: middle(668, 126, 12),
    eyeAbout: null,
  },
  fate: { near: middle(248, 204, 12), far: middle(668, 204, 12) },
};

export const LAYOUTS: Readonly<Record<LayoutId, StageLayout>> = {
  wide: WIDE,
  compact: COMPACT,
  vertical: VERTICAL,
  pair: PAIR,
};

/** Narrowest container, CSS pixels, in which the wide (compact) drawing keeps its text readable. */
const WIDE_FROM_PX = 880;
const COMPACT_FROM_PX = 660;

/** Which drawing fits a container. A page of 1120 px leaves the stage about 900, one of 600 less than 600. */
export function layoutForWidth(widthPx: number): 'wide' | 'compact' | 'vertical' {
  if (widthPx >= WIDE_FROM_PX) return 'wide';
  if (widthPx >= COMPACT_FROM_PX) return 'compact';
  return 'vertical';
}

/** How far along its way, 0…1, a photon is at a point of it. */
export function shareOfFlight({ axis, flight }: StageLayout, point: Point): number {
  return (point[axis] - flight.from[axis]) / (flight.to[axis] - flight.from[axis]);
}
