export const laterWords = {} as const;
