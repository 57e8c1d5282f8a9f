export const trustWords = {} as const;
