export const siteWords = {} as const;
