/** RelaysTab: */
export const relaysWords = {} as const;
