/** Sentences of poll/. Each in nb, sv and en, as ICU messages; see `say.ts`. */
export const pollSentences = {} as const;
