/** The folders of a store. */
export const collections: readonly string[] = [
  'persons',
  'places',
  'programmes',
  'plans',
  'notices',
  'remindings',
  'polls',
  'checklists',
  'sheets',
  'drafts',
  'links',
  'postings',
  'messages',
  'answers',
  'ledger',
  'audit',
];
