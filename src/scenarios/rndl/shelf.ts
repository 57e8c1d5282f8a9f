/** What lies on Eve's shelf, in heaps. */

import { lettersIn } from '../archive/read-letters.ts';
import { type HopRecord, hopBytes } from '../hop/hop.ts';
import type { Tape } from '../link/tape.ts';
import type { LetterKind } from '../messages.ts';
import type { ShelfItem } from '../run.ts';

const HEAPS: Readonly<Partial<Record<LetterKind, ShelfItem['kind']>>> = {
  introduction: 'introductions',
  'kem-key': 'introductions',
  'kem-ciphertext': 'introductions',
  share: 'shares',
  'capsule-key': 'kem-key',
  capsule: 'kem-ciphertext',
  envelope: 'envelope',
};
const ORDER: readonly ShelfItem['kind'][] = [
  'introductions',
  'shares',
  'kem-key',
  'kem-ciphertext',
  'letters',
  'seals',
  'envelope',
  'hop',
];
const SHOWN_ITEMS = 2;
const SHOWN_BYTES = 8;

interface Heap {
  items: number;
  bytes: number;
  contentBytes: number;
  readonly shown: Uint8Array[];
}

/** Bytes of all heaps add up to what was recorded. */
export function shelfOf(tape: Tape, hop: HopRecord | null): readonly ShelfItem[] {
  const heaps = new Map<ShelfItem['kind'], Heap>();
  const put = (kind: ShelfItem['kind'], bytes: number, says: Uint8Array, content = says.length) => {
    const heap = heaps.get(kind) ?? { items: 0, bytes: 0, contentBytes: 0, shown: [] };
    heaps.set(kind, heap);
    heap.items++;
    heap.bytes += bytes;
    heap.contentBytes += content;
    if (heap.shown.length < SHOWN_ITEMS) heap.shown.push(says.slice(0, SHOWN_BYTES));
  };
  for (const [i, { kind, body }] of lettersIn(tape).entries()) {
    const { bytes, tag } = tape[i]!;
    // The first byte of a share names its group.
    put(HEAPS[kind] ?? 'letters', bytes.length, kind === 'share' ? body.subarray(1) : body);
    if (tag !== null) put('seals', tag.length, tag);
  }
  if (hop !== null) put('hop', hopBytes(hop), hop.hello, hopBytes(hop));
  return ORDER.flatMap((kind) => {
    const heap = heaps.get(kind);
    if (heap === undefined) return [];
    const { items, bytes, contentBytes, shown } = heap;
    return [{ kind, items, bytes, contentBytes, beginnings: shown }];
  });
}
