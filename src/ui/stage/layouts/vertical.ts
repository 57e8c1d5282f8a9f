/** 328 × 430, for phones: light runs down, letters at its right. */
import { type EndPlace, end, middle, type StageLayout, start } from './places.ts';

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

export const VERTICAL: StageLayout = {
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
