/** Sentences of reminders about checklists and polls. Each in nb, sv and en, as ICU messages; see `say.ts`. */
export const reminderSilentSentences = {
  'reminder.checklist.several': {
    nb: '{distance}: {count} enheter har punkter igjen',
    sv: '{distance}: {count} enheter har punkter kvar',
    en: '{distance}: {count} units have points left',
  },
  'reminder.checklist.left': {
    nb: '{count, plural, one {1 punkt igjen} other {# punkter igjen}}',
    sv: '{count, plural, one {1 punkt kvar} other {# punkter kvar}}',
    en: '{count, plural, one {1 point left} other {# points left}}',
  },
  'reminder.checklist.overdue': {
    nb: '{name}: {count, plural, one {én enhet har punkter igjen} other {# enheter har punkter igjen}} etter fristen',
    sv: '{name}: {count, plural, one {en enhet har punkter kvar} other {# enheter har punkter kvar}} efter slutdatum',
    en: '{name}: {count, plural, one {one unit has points left} other {# units have points left}} after the due date',
  },
  'reminder.checklist.overdue-why': {
    nb: 'Fristen var {due}. Du får dette fordi du eier {programme}.',
    sv: 'Slutdatum var {due}. Du får det här eftersom du äger {programme}.',
    en: 'It was due {due}. You get this because you own {programme}.',
  },
  'reminder.poll.closes': {
    nb: 'Avstemningen stenger {distance}, {time}: {question}',
    sv: 'Omröstningen stänger {distance}, {time}: {question}',
    en: 'The poll closes {distance}, {time}: {question}',
  },
  'reminder.poll.yours': {
    nb: '{name} spør. Du har ikke svart ennå.',
    sv: '{name} frågar. Du har inte svarat ännu.',
    en: '{name} asks. You have not answered yet.',
  },
  'reminder.poll.still-time': {
    nb: '{answered}. Har du ikke svart, er det fortsatt tid.',
    sv: '{answered}. Om du inte har svarat finns det fortfarande tid.',
    en: '{answered}. If you have not answered, there is still time.',
  },
} as const;
