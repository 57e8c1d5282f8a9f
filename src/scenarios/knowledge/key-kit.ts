/**
 * Which bits of the key material an observer has, and the matrix that shrinks them. Nothing that a
 * page shows first asks for it: `key-views.ts` hands it in as it is loaded, with the panels that do.
 */
import type { KeyBits } from './key-bits.ts';
import type { Scope } from './scope.ts';
import type { ShrinkView } from './steps-view.ts';

export interface KeyKit {
  keyBitsOf(scope: Scope, link: 0 | 1): KeyBits | null;
  shrinkView(scope: Scope, asked: 0 | 1): ShrinkView | null;
}

let learned: KeyKit | null = null;

export function learnKeyViews(kit: KeyKit): void {
  learned = kit;
}

/** Throws where nobody has loaded it. */
export function keyViews(): KeyKit {
  if (learned === null) throw new Error('key-views.ts is needed for this view, and not loaded');
  return learned;
}
