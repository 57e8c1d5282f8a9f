import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anchor } from '../anchors.ts';
import {
  add,
  bytesOf,
  type Element128,
  elementOf,
  inverse,
  multiplesOf,
  multiply,
  square,
  timesX,
} from './gf128.ts';

const ZERO = new Uint32Array(4);
const ONE = elementOf(hexToBytes(`80${'00'.repeat(15)}`));
const element = fc
  .uint8Array({ minLength: 16, maxLength: 16 })
  .map((bytes): Element128 => elementOf(bytes));

test.each(['gf128.mul.1', 'gf128.mul.2'])('multiplication meets %s', (id) => {
  const { inputs, expected } = anchor<{ readonly x: string; readonly y: string }, string>(id);
  const product = multiply(elementOf(hexToBytes(inputs.x)), elementOf(hexToBytes(inputs.y)));
  expect(bytesToHex(bytesOf(product))).toBe(expected);
});

test('bytes spell an element and come back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
      expect(bytesOf(elementOf(bytes))).toEqual(bytes);
    }),
  );
  expect(() => elementOf(new Uint8Array(15))).toThrow(RangeError);
  expect(() => elementOf(new Uint8Array(17))).toThrow(RangeError);
});

test('80 00 … 00 is one, and nothing times anything is nothing', () => {
  fc.assert(
    fc.property(element, (a) => {
      expect(multiply(a, ONE)).toEqual(a);
      expect(multiply(ONE, a)).toEqual(a);
      expect(multiply(a, ZERO)).toEqual(ZERO);
      expect(add(a, a)).toEqual(ZERO);
    }),
  );
});

test('the laws of a commutative ring hold', () => {
  fc.assert(
    fc.property(element, element, element, (a, b, c) => {
      expect(multiply(a, b)).toEqual(multiply(b, a));
      expect(multiply(multiply(a, b), c)).toEqual(multiply(a, multiply(b, c)));
      expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
    }),
    { seed: 1984 },
  );
});

test('squaring is linear, and 128 squarings change nothing', () => {
  fc.assert(
    fc.property(element, element, (a, b) => {
      expect(square(add(a, b))).toEqual(add(square(a), square(b)));
      let power = a;
      for (let i = 0; i < 128; i++) power = square(power);
      expect(power).toEqual(a);
    }),
    { numRuns: 20, seed: 1984 },
  );
});

test('x¹²⁸ is x⁷ + x² + x + 1', () => {
  let power = ONE;
  for (let i = 0; i < 128; i++) power = timesX(power);
  expect(bytesToHex(bytesOf(power))).toBe(`e1${'00'.repeat(15)}`);
});

test('a product leaves its factors as they were', () => {
  const a = elementOf(hexToBytes('42cc9f8d2f4969b4a1d123f9f416632e'));
  const b = a.slice();
  multiply(a, b);
  timesX(a);
  expect(a).toEqual(b);
});

test('an element times its inverse is 1, and 0 has none', () => {
  fc.assert(
    fc.property(element, (a) => {
      fc.pre(a.some((word) => word !== 0));
      expect(multiply(a, inverse(a))).toEqual(ONE);
    }),
    { numRuns: 30, seed: 1984 },
  );
  expect(inverse(new Uint32Array(4))).toEqual(new Uint32Array(4));
});

test('the table holds the products with every byte', () => {
  fc.assert(
    fc.property(element, fc.nat(255), (a, byte) => {
      const product = multiply(a, elementOf(Uint8Array.of(byte, ...new Uint8Array(15))));
      const entry = multiplesOf(a).subarray(4 * byte, 4 * byte + 4);
      expect(Uint32Array.from(entry)).toEqual(product);
    }),
    { numRuns: 300, seed: 1984 },
  );
});
