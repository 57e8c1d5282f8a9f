import { later } from '../../later.tsx';

/** The tabs that the first view does not show. */
export const MiddlemanTab = later(({ MiddlemanTab }) => MiddlemanTab);
export const LightTab = later(({ LightTab }) => LightTab);
export const LettersTab = later(({ LettersTab }) => LettersTab);
export const StepsTab = later(({ StepsTab }) => StepsTab);
export const TrustTab = later(({ TrustTab }) => TrustTab);
export const TimeTab = later(({ TimeTab }) => TimeTab);
