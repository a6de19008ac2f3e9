/** Sentences of chat/. Each in nb, sv and en, as ICU messages; see `say.ts`. */
export const chatSentences = {} as const;
