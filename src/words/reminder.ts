/** Sentences of reminder/. Each in nb, sv and en, as ICU messages; see `say.ts`. */
export const reminderSentences = {} as const;
