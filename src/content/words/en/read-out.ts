export const readOutWords = {} as const;
