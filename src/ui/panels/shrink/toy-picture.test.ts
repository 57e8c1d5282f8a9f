import { expect, test } from 'vitest';
import { toyPicture } from './toy-picture.ts';

const box = { width: 256, height: 64 };

test('equal counts are bars of one height; an impossible key leaves a gap', () => {
  const flat = toyPicture([32, 32, 32, 32], box);
  expect(flat).toMatchObject({ kind: 'bars' });
  expect(flat.kind === 'bars' && flat.bars.map(({ height }) => height)).toEqual([64, 64, 64, 64]);
  const uneven = toyPicture([0, 8, 0, 8], box);
  expect(uneven.kind === 'bars' && uneven.bars.map(({ height }) => height)).toEqual([0, 64, 0, 64]);
});

test('many keys become a field of cells that stays inside its box', () => {
  const field = toyPicture(new Uint32Array(2048).fill(1), box);
  if (field.kind !== 'cells') throw new Error('expected cells');
  expect(field.columns).toBe(64);
  expect(field.columns * field.size).toBeLessThanOrEqual(box.width);
  expect((2048 / field.columns) * field.size).toBeLessThanOrEqual(box.height);
  expect(field.shares.every((share) => share === 1)).toBe(true);
});
