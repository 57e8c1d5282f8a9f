/** Whose colour a thing is drawn in: who made it. */
export type Maker = 'alice' | 'bob' | 'eve';

/** Sets `currentColor` to the maker's colour. */
export const INK_OF: Readonly<Record<Maker, string>> = {
  alice: 'text-alice',
  bob: 'text-bob',
  eve: 'text-eve',
};
