/** Numbers of which the smallest is wanted next: a binary heap. Source: Knuth, TAOCP 3 (1998), §5.2.3. */
export interface Heap {
  keys: Float64Array;
  size: number;
}

export function openHeap(): Heap {
  return { keys: new Float64Array(1024), size: 0 };
}

export function push(heap: Heap, key: number): void {
  if (heap.size === heap.keys.length) {
    const wider = new Float64Array(2 * heap.size);
    wider.set(heap.keys);
    heap.keys = wider;
  }
  const { keys } = heap;
  let at = heap.size++;
  while (at > 0) {
    const parent = (at - 1) >>> 1;
    const above = keys[parent]!;
    if (above <= key) break;
    keys[at] = above;
    at = parent;
  }
  keys[at] = key;
}

/** Takes the smallest out; the heap must not be empty. */
export function pop(heap: Heap): number {
  const { keys } = heap;
  const smallest = keys[0]!;
  const size = --heap.size;
  const moved = keys[size]!;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= size) break;
    if (child + 1 < size && keys[child + 1]! < keys[child]!) child++;
    const below = keys[child]!;
    if (below >= moved) break;
    keys[at] = below;
    at = child;
  }
  keys[at] = moved;
  return smallest;
}
