/** DistanceTab: */
export const distanceWords = {} as const;
