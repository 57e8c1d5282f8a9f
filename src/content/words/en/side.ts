export const sideWords = {} as const;
