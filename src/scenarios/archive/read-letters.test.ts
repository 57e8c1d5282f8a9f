import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Step } from '../actors.ts';
import { type Envelope, KINDS, letterBytes } from '../channels/letters.ts';
import type { LetterKind } from '../messages.ts';
import { lettersIn } from './read-letters.ts';

const uint32 = fc.integer({ min: 0, max: 0xffffffff });
const envelope: fc.Arbitrary<Envelope> = fc.record({
  kind: fc.constantFrom(...(Object.keys(KINDS) as LetterKind[])),
  claimedFrom: fc.constantFrom('alice', 'bob'),
  step: fc.constantFrom<Step>(1, 2, 3, 4, 5),
  session: fc.uint8Array({ minLength: 8, maxLength: 8 }),
  sequence: uint32,
  range: fc.option(
    fc
      .tuple(uint32, uint32)
      .filter(([a, b]) => a !== b)
      .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
  ),
});
const parts = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 3 });

test('whatever was written is read', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(envelope, parts), { maxLength: 4 }), (letters) => {
      const recorded = letters.map(([head, body]) => ({
        bytes: letterBytes(head, body),
        tag: null,
      }));
      const wanted = letters.map(([head, body]) => ({
        ...head,
        body: Uint8Array.from(body.flatMap((part) => [...part])),
      }));
      expect(lettersIn(recorded)).toEqual(wanted);
    }),
    { seed: 1984, numRuns: 300 },
  );
});

test('and what is no letter is refused', () => {
  fc.assert(
    fc.property(envelope, parts, fc.constantFrom(0, 1, 2, 3, 4, 31), (head, body, at) => {
      const bytes = letterBytes(head, body);
      const refused = (broken: Uint8Array) =>
        expect(() => lettersIn([{ bytes: broken, tag: null }])).toThrow(RangeError);
      // A mark, a version, a kind, a sender or a length that there is not.
      refused(bytes.map((byte, i) => (i === at ? byte ^ 0x80 : byte)));
      refused(bytes.subarray(0, -1));
      refused(Uint8Array.of(...bytes, 0));
      refused(bytes.subarray(0, at));
    }),
    { seed: 1984, numRuns: 100 },
  );
});
