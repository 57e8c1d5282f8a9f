export const timeWords = {} as const;
