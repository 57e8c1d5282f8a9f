/** 916 × 236, the low drawing of two runs that are compared. */
import { across, type EndPlace, middle, type StageLayout } from './places.ts';

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

export const PAIR: StageLayout = {
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
