import { later } from '../../later.tsx';

/** What the first view does not show: the other tabs, and two runs side by side. */
export const Compare = later(({ Compare }) => Compare);
export const MiddlemanTab = later(({ MiddlemanTab }) => MiddlemanTab);
export const LightTab = later(({ LightTab }) => LightTab);
export const LettersTab = later(({ LettersTab }) => LettersTab);
export const StepsTab = later(({ StepsTab }) => StepsTab);
export const TrustTab = later(({ TrustTab }) => TrustTab);
export const TimeTab = later(({ TimeTab }) => TimeTab);
export const SideTab = later(({ SideTab }) => SideTab);
export const LaterTab = later(({ LaterTab }) => LaterTab);
export const ReadOutTab = later(({ ReadOutTab }) => ReadOutTab);
export const SiteTab = later(({ SiteTab }) => SiteTab);
export const DistanceTab = later(({ DistanceTab }) => DistanceTab);
export const BoxesTab = later(({ BoxesTab }) => BoxesTab);
export const RelaysTab = later(({ RelaysTab }) => RelaysTab);
export const CardsTab = later(({ CardsTab }) => CardsTab);
