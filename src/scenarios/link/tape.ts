/** A byte-exact copy of what crossed the classical line. Eve's; she needs to understand none of it. */
import type { Party } from '../trust/contract.ts';

export interface Taped {
  readonly link: 0 | 1;
  readonly from: Party;
  /** A whole letter, header included. */
  readonly bytes: Uint8Array;
  /** The seal that came with it; null where none did. */
  tag: Uint8Array | null;
}

export type Tape = Taped[];

/** A seal belongs to the letter sent last in its direction. */
export function addTag(tape: Tape, link: 0 | 1, from: Party, tag: Uint8Array): void {
  const last = tape.findLast((letter) => letter.link === link && letter.from === from);
  if (last !== undefined) last.tag = tag;
}
