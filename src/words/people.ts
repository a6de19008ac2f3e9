/** Sentences of people/. Each in nb, sv and en, as ICU messages; see `say.ts`. */
export const peopleSentences = {} as const;
