/** Sentences of checklist/. Each in nb, sv and en, as ICU messages; see `say.ts`. */
export const checklistSentences = {} as const;
