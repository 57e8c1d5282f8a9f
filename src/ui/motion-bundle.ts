/** A file of its own in the built app; see motion-features.ts. */
export { domMin } from 'framer-motion';
