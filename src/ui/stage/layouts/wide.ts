/** 896 × 338, the drawing of a wide page. */
import { across, type EndPlace, middle, type StageLayout } from './places.ts';

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

export const WIDE: StageLayout = {
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
