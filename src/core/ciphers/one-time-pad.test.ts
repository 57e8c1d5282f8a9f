import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oneTimePad } from './one-time-pad.ts';

const textAndPad = fc
  .uint8Array({ maxLength: 200 })
  .chain((text) =>
    fc.tuple(
      fc.constant(text),
      fc.uint8Array({ minLength: text.length, maxLength: text.length + 20 }),
    ),
  );

test('opens with the pad that closed it, and leaves text and pad as they were', () => {
  fc.assert(
    fc.property(textAndPad, ([text, pad]) => {
      const before = [text.slice(), pad.slice()];
      expect(oneTimePad(oneTimePad(text, pad), pad)).toEqual(text);
      expect([text, pad]).toEqual(before);
    }),
    { seed: 1984 },
  );
});

test('any text of the same length fits the ciphertext under some pad', () => {
  fc.assert(
    fc.property(
      textAndPad,
      fc.uint8Array({ minLength: 220, maxLength: 220 }),
      ([text, pad], any) => {
        const ciphertext = oneTimePad(text, pad);
        const other = any.slice(0, text.length);
        expect(oneTimePad(ciphertext, oneTimePad(ciphertext, other))).toEqual(other);
      },
    ),
    { seed: 1984 },
  );
});

test('a bit changed in the ciphertext is that bit changed in the text', () => {
  const pad = Uint8Array.of(0x5a, 0xc3, 0x99);
  const ciphertext = oneTimePad(Uint8Array.of(1, 2, 3), pad);
  ciphertext[1]! ^= 0x40;
  expect(oneTimePad(ciphertext, pad)).toEqual(Uint8Array.of(1, 0x42, 3));
});

test('a pad shorter than the text is refused', () => {
  expect(() => oneTimePad(new Uint8Array(5), new Uint8Array(4))).toThrow('pad');
});
