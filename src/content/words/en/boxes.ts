/** BoxesTab: */
export const boxesWords = {} as const;
