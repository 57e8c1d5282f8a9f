/** The embed build is one file, and every course page pays for it: there, entrances do not move. */
export const MOVES = import.meta.env.MODE !== 'embed';

const features = MOVES ? import('./motion-bundle.ts').then(({ domMin }) => domMin) : null;

/** What moves entrances and state changes, for LazyMotion: the first view need not wait for it. */
export const loadMotion = features && (() => features);
