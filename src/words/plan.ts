/** Sentences of plan/. Each in nb, sv and en, as ICU messages; see `say.ts`. */
export const planSentences = {} as const;
