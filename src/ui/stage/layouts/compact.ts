/** 688 × 268, for embeds and small pages. */
import { across, type EndPlace, middle, type StageLayout } from './places.ts';

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

export const COMPACT: StageLayout = {
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
