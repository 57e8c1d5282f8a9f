/**
 * Which bits of the key each parity of Correct adds up, told from the letters alone.
 *
 *   question   says frame, pass, block and range of its order; the order follows from the public seed
 *   opening    says nothing but parities: the pass that comes next, block by block and frame by frame,
 *              without the last block where its parity follows from the others
 *
 * Nothing of the search has to be followed: whoever asks says what of.
 * Source: Brassard & Salvail, EUROCRYPT '93.
 */
import { blocksOf } from '../../core/reconciliation/log.ts';
import { blockLength, framesOf } from '../../core/reconciliation/terms.ts';
import { lanesBefore } from '../channels/lanes.ts';
import type { CorrectOpening } from './read-letters.ts';

/** Positions of each question of a 'parity-questions' body, in the order in which they are answered. */
export function askedPositions(body: Uint8Array, opening: CorrectOpening): Uint32Array[] {
  const asked: Uint32Array[] = [];
  for (let at = 0; at < body.length; ) {
    const read = () => {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        const group = body[at++];
        if (group === undefined) throw new RangeError('"body" expected whole questions');
        value += (group & 127) << shift;
        if (group < 128) return value;
      }
    };
    const [frame, pass, block, from, length] = [read(), read(), read(), read(), read()];
    asked.push(partOf(opening, { frame, pass, block, from, to: from + length }));
  }
  return asked;
}

interface Part {
  readonly frame: number;
  readonly pass: number;
  readonly block: number;
  readonly from: number;
  readonly to: number;
}

function partOf(
  { terms, seed, bits }: CorrectOpening,
  { frame, pass, block, from, to }: Part,
): Uint32Array {
  const positions = blocksOf(terms, seed, bits, frame, pass)[block];
  if (positions === undefined)
    throw new RangeError(`"block" expected one of the pass, got ${block}`);
  const length = blockLength(terms, pass);
  if (length !== null) return positions.subarray(from - block * length, to - block * length);
  const start = framesOf(bits)[frame]!.from;
  return positions.subarray(
    lanesBefore(positions, start + from),
    lanesBefore(positions, start + to),
  );
}

/** Positions of each parity said when a pass opens; none if the pass is left out. RangeError past the last. */
export function openedPositions(
  pass: number,
  { terms, seed, bits }: CorrectOpening,
): Uint32Array[] {
  if (pass >= terms.passes) throw new RangeError(`"pass" expected below ${terms.passes}`);
  return framesOf(bits).flatMap((_, frame) => {
    const blocks = blocksOf(terms, seed, bits, frame, pass);
    if (pass === 0) return [...blocks];
    // A single block, or a half with nothing in the other, has the parity of the whole.
    if (blocks.some(({ length }) => length === 0)) return [];
    return blocks.slice(0, -1);
  });
}
