/** What moves entrances and state changes; apart, so that the first view need not wait for it. */
export { domAnimation } from 'framer-motion';
