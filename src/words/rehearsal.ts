/** Sentences of rehearsal/. Each in nb, sv and en, as ICU messages; see `say.ts`. */
export const rehearsalSentences = {} as const;
