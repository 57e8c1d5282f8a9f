/** Whether something is the same under every method: compared between runs, never taken for granted. */
import type {
  MemoryKind,
  MemoryView,
  Moment,
  ReadOutView,
} from '../../../scenarios/knowledge/read-out-view.ts';

export const MOMENTS = ['before', 'during', 'after'] as const satisfies readonly Moment[];

/** 'state': one state, and different numbers of bits. */
export type Alike = 'same' | 'state' | 'differs';

/** null: not every method has run, or this observer does not see the memory. */
export function alike(views: readonly (ReadOutView | null)[], kind: MemoryKind): Alike | null {
  if (views.length === 0 || !views.every((view) => view?.memory)) return null;
  const items = views.map((view) => view && itemOf(view, kind));
  if (items.every((item) => !item)) return 'same';
  if (items.some((item) => !item)) return 'differs';
  const distinct = (of: (item: MemoryView) => unknown) => new Set(items.map((item) => of(item!)));
  if (distinct(({ state }) => state).size > 1) return 'differs';
  return distinct(({ bits }) => bits).size > 1 ? 'state' : 'same';
}

export function itemOf(view: ReadOutView, kind: MemoryKind): MemoryView | undefined {
  return view.memory?.find(({ what }) => what === kind);
}

const KINDS = [
  'sealing-key',
  'signing-key',
  'exchange-secret',
  'message-key',
  'next-key',
] as const satisfies readonly MemoryKind[];

/** Kinds to give room to. Letters are sealed from the pool, or signed with a private key. */
export function kindsShown(signs: boolean): readonly MemoryKind[] {
  const other = signs ? 'sealing-key' : 'signing-key';
  return KINDS.filter((kind) => kind !== other);
}

/** How many of those that have run were opened, of how many; null before any has run. */
export function openedOf(
  views: readonly (ReadOutView | null)[],
): { readonly opened: number; readonly of: number } | null {
  const tried = views.filter((view) => view !== null && view.opens !== null);
  if (tried.length === 0) return null;
  return { opened: tried.filter((view) => view?.opens).length, of: tried.length };
}
