/** Who acts. Colour, place and letter in the interface follow from these ids. */
export type ActorId = 'alice' | 'bob' | 'eve';

export const ACTORS: readonly ActorId[] = ['alice', 'bob', 'eve'];

/** Whose eyes the screen shows: an actor's, or the viewer's, who sees everything. */
export type Observer = 'everyone' | ActorId;

export const OBSERVERS: readonly Observer[] = ['everyone', 'alice', 'bob', 'eve'];

/** The five steps of a session, in order; the step bar and every letter name one. */
export type Step = 1 | 2 | 3 | 4 | 5;
