/** CardsTab: */
export const cardsWords = {} as const;
