export const stepsWords = {} as const;
