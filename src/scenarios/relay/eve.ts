/** Eve beside a chain: she hears every letter of its nodes, and may have read one of them. */
import { type Forwarded, padOf } from './forward.ts';
import type { Held } from './hop.ts';
import { type Relation, solveFor } from './relations.ts';

/**
 * The end-to-end key as she computes it; null if nothing of it follows from what she has. `readOut`:
 * node whose memory she has, counted from Alice; 0: none.
 */
export function computedByEve(
  hops: readonly Held[],
  { bits, letters }: Forwarded,
  readOut: number,
): Uint8Array | null {
  const heard = letters.map(({ sum }, i): Relation => ({ of: [0, i + 1], sum }));
  const fooled = hops.flatMap(({ eve }, hop): Relation[] =>
    eve.far === null ? [] : [{ of: [hop], sum: padOf(eve.far, bits) }],
  );
  return solveFor(0, [...heard, ...fooled, ...memoryOf(hops, readOut, bits)]);
}

/** Keys that a node holds while the end-to-end key passes: of the hop behind it and of the one before it. */
function memoryOf(hops: readonly Held[], node: number, bits: number): Relation[] {
  if (node === 0) return [];
  return [
    { of: [node - 1], sum: padOf(hops[node - 1]!.far, bits) },
    { of: [node], sum: padOf(hops[node]!.near!, bits) },
  ];
}

/** The key at Alice's end, if Eve holds it: hers alone where she ran the first hop herself. */
export function heldAtAlice(hops: readonly Held[], { bits }: Forwarded): Uint8Array | null {
  const near = hops[0]?.eve.near ?? null;
  return near && padOf(near, bits);
}
